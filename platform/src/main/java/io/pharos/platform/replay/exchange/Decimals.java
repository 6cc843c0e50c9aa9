package io.pharos.platform.replay.exchange;

import java.math.BigDecimal;

/** Recorded prices, in ten-thousandths of a dollar, as the API's decimal strings and back. */
final class Decimals {
    private static final int PRICE_SCALE = 4;

    private Decimals() {}

    static String price(long price) {
        return BigDecimal.valueOf(price, PRICE_SCALE).stripTrailingZeros().toPlainString();
    }

    /** @throws ArithmeticException if the price is finer than a ten-thousandth */
    static long price(String decimal) {
        return new BigDecimal(decimal).setScale(PRICE_SCALE).unscaledValue().longValueExact();
    }

    /** @throws ArithmeticException if the quantity is not whole */
    static long quantity(String decimal) {
        return new BigDecimal(decimal).longValueExact();
    }
}
