package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.catalogue.HouseAccount;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.support.Browser;
import io.pharos.platform.support.Browser.Answer;
import io.pharos.platform.support.RunningPharos;
import io.pharos.protocol.PostingCode;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * A margin account from its agreement to its close-out: a purchase with borrowed cash, a fall of the price, the call, the forced
 * sale, the loan paid back; what customer and staff see of it; and the trial balance after it. Of an instrument that no other
 * test trades.
 */
class MarginIT {
    private static final String SYMBOL = "ETH-CNY";
    private static final int ASSET = 202;
    private static final long UNITS = 20L * 100_000_000L;

    private final Pharos pharos = RunningPharos.shared();
    private final CoreCalls core = pharos.context().getBean(CoreCalls.class);

    @Test
    void lendsCallsAndClosesOut() {
        Browser staff = Browser.staff(pharos);
        await(
                "the program of the catalogue",
                () -> staff.get("/api/v1/margin/desk")
                        .text("/programs/0/closing")
                        .equals("1.3"));
        assertThat(staff.postOnce("/api/v1/margin/programs", key(), Map.of("programId", 1, "revalueSeconds", 1))
                        .status())
                .isEqualTo(200);
        assertThat(staff.postOnce("/api/v1/margin/terms", key(), terms()).status())
                .isEqualTo(200);
        Browser borrower = Browser.registered(pharos);
        Browser seller = Browser.registered(pharos);
        Browser buyer = Browser.registered(pharos);
        fund(HouseAccount.BANK_CLEARING, borrower, 1, 2_000_000, PostingCode.DEPOSIT);
        fund(HouseAccount.BANK_CLEARING, buyer, 1, 5_000_000, PostingCode.DEPOSIT);
        fund(HouseAccount.ISSUANCE, seller, ASSET, UNITS, PostingCode.ISSUANCE);
        assertThat(borrower.get("/api/v1/margin").json().has("account")).isFalse();
        assertThat(order(seller, "SELL", "10000", "3").status()).isEqualTo(201);
        assertThat(order(borrower, "BUY", "10000", "3").code()).isEqualTo("INSUFFICIENT_FUNDS");

        Answer agreed = staff.postOnce("/api/v1/margin/agreements", key(), agreement(account(borrower), true));
        assertThat(agreed.status()).isEqualTo(200);
        await(
                "the valuation",
                () -> borrower.get("/api/v1/margin").text("/account/excess").equals("20000.00"));
        Answer estimate = borrower.post("/api/v1/orders/estimate", form("BUY", "10000", "3"));
        assertThat(estimate.text("/borrowable")).isEqualTo("20000.00");
        assertThat(estimate.text("/borrowed")).isEqualTo("10030.00"); // 30,000 and 0.1 % less 20,000
        assertThat(order(borrower, "BUY", "10000", "3").status()).isEqualTo(201);

        await(
                "the loan",
                () -> borrower.get("/api/v1/margin").text("/account/debt").equals("10030.00"));
        assertThat(balance(borrower, "CNY")).isEqualTo("0.00");
        assertThat(borrower.get("/api/v1/margin").text("/loans/0/symbol")).isEqualTo(SYMBOL);
        await(
                "the ratio",
                () -> borrower.get("/api/v1/margin").text("/account/ratio").startsWith("2.99"));
        assertThat(borrower.withdraw("1.00", "CNY").status()).isNotEqualTo(201);
        assertThat(staff.postOnce("/api/v1/margin/agreements", key(), agreement(account(borrower), false))
                        .code())
                .isEqualTo("MARGIN_DEBT_OPEN");

        price(seller, buyer, "4900");
        await(
                "the call",
                () -> borrower.get("/api/v1/margin").text("/account/status").equals("CALLED"));
        Answer called = borrower.get("/api/v1/margin");
        assertThat(called.text("/account/required")).isEqualTo("345.00"); // 10,030 x 1.5 - 14,700
        assertThat(called.text("/account/deadline")).isNotEmpty();
        assertThat(order(borrower, "BUY", "4000", "1").code()).isEqualTo("MARGIN_CALL_OPEN");
        assertThat(staff.get("/api/v1/margin/desk").text("/accounts/0/account")).isEqualTo(account(borrower));

        assertThat(order(buyer, "BUY", "4200", "3").status()).isEqualTo(201);
        price(seller, buyer, "4200");
        await(
                "the close-out",
                () -> borrower.get("/api/v1/margin").text("/account/status").equals("NORMAL"));
        Answer after = borrower.get("/api/v1/margin");
        assertThat(after.text("/forcedSales/0/symbol")).isEqualTo(SYMBOL);
        assertThat(Double.parseDouble(after.text("/account/ratio"))).isBetween(1.5, 1.52);
        Answer desk = staff.get("/api/v1/margin/desk");
        assertThat(desk.text("/changes/0/reason")).isEqualTo("RESTORED");
        assertThat(desk.text("/changes/1/status")).isEqualTo("CLOSING");
        assertThat(desk.text("/forcedSales/0/account")).isEqualTo(account(borrower));
        assertThat(borrower.get("/api/v1/margin/desk").status()).isEqualTo(403);

        paysBack(staff, borrower);
        assertThat(staff.get("/api/v1/ledger/trial-balance").response().body()).doesNotContain("\"balanced\":false");
    }

    private void paysBack(Browser staff, Browser borrower) {
        fund(HouseAccount.BANK_CLEARING, borrower, 1, 2_000_000, PostingCode.DEPOSIT);
        String debt = borrower.get("/api/v1/margin").text("/account/debt");
        String key = key();
        Answer paid = borrower.postOnce("/api/v1/margin/repayments", key, Map.of("amount", "20000"));
        assertThat(paid.status()).isEqualTo(200);
        assertThat(paid.text("/paid")).isEqualTo(debt);
        assertThat(borrower.postOnce("/api/v1/margin/repayments", key, Map.of("amount", "20000"))
                        .text("/paid"))
                .isEqualTo(debt);
        await(
                "no debt",
                () -> borrower.get("/api/v1/margin").text("/account/debt").equals("0.00"));
        assertThat(borrower.postOnce("/api/v1/margin/repayments", key(), Map.of("amount", "1"))
                        .code())
                .isEqualTo("MARGIN_NO_DEBT");
        assertThat(staff.get("/api/v1/margin/desk").text("/programs/0/lent")).isEqualTo("0.00");
        assertThat(staff.postOnce("/api/v1/margin/agreements", key(), agreement(account(borrower), false))
                        .status())
                .isEqualTo(200);
    }

    /** Two others trade one lot at a price. */
    private static void price(Browser seller, Browser buyer, String price) {
        assertThat(order(seller, "SELL", price, "0.01").status()).isEqualTo(201);
        assertThat(order(buyer, "BUY", price, "0.01").status()).isEqualTo(201);
    }

    private static Map<String, Object> terms() {
        return Map.of("symbol", SYMBOL, "conversion", "0.7", "initial", "1", "collateral", true, "financing", true);
    }

    private static Map<String, Object> agreement(String account, boolean active) {
        return Map.of("account", account, "creditLimit", "50000", "rate", "0.0835", "active", active);
    }

    private void fund(HouseAccount from, Browser to, int assetId, long amountMinor, PostingCode code) {
        long accountId = Long.parseLong(account(to).replace("acc_", ""));
        assertThat(core.run(new CoreCommand.Transfer(from.accountId(), accountId, assetId, amountMinor, code, 0))
                        .isAccepted())
                .isTrue();
    }

    private static String account(Browser customer) {
        return customer.get("/api/v1/session").text("/accountId");
    }

    private static Map<String, String> form(String side, String price, String quantity) {
        return Map.of("symbol", SYMBOL, "side", side, "type", "LIMIT", "price", price, "quantity", quantity);
    }

    private static Answer order(Browser customer, String side, String price, String quantity) {
        return customer.postOnce("/api/v1/orders", key(), form(side, price, quantity));
    }

    private static String balance(Browser customer, String asset) {
        for (var item : customer.get("/api/v1/balances").json().at("/items")) {
            if (item.at("/asset").asString("").equals(asset)) {
                return item.at("/available").asString("");
            }
        }
        return "";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void await(String what, BooleanSupplier condition) {
        for (int i = 0; i < 200; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(what, e);
            }
        }
        throw new AssertionError(what + " did not come");
    }
}
