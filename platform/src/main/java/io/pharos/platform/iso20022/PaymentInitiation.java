package io.pharos.platform.iso20022;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One payment that a bank is asked to make.
 *
 * @param kind whether the customer is paid (pain.001) or pays (pain.008)
 * @param endToEndId names the payment for ever: a bank executes it once however often it is sent; 1 to 35 characters
 * @param currency ISO 4217
 * @param amount positive, with at most the currency's decimals
 * @param customerAccount the customer's account at the bank, at most 34 characters
 * @param houseAccount our account at the bank, at most 34 characters
 */
public record PaymentInitiation(
        Kind kind,
        String endToEndId,
        Instant createdAt,
        String currency,
        BigDecimal amount,
        String customerName,
        String customerAccount,
        String houseAccount) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,35}");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9-]{1,34}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    public PaymentInitiation {
        require(ID, endToEndId, "end-to-end id");
        require(CURRENCY, currency, "currency");
        require(ACCOUNT, customerAccount, "customer's account");
        require(ACCOUNT, houseAccount, "house account");
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("the amount of a payment is positive");
        }
    }

    /** Which message asks for it. */
    public enum Kind {
        /** The house pays the customer: CustomerCreditTransferInitiation. */
        CREDIT_TRANSFER("pain.001.001.09"),
        /** The customer pays the house: CustomerDirectDebitInitiation. */
        DIRECT_DEBIT("pain.008.001.08");

        private final String message;

        Kind(String message) {
            this.message = message;
        }

        /** The message's name with its version, as {@code pain.001.001.09}. */
        public String message() {
            return message;
        }
    }

    private static void require(Pattern form, String value, String what) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("not a valid " + what);
        }
    }
}
