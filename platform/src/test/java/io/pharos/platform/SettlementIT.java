package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.catalogue.HouseAccount;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.support.Browser;
import io.pharos.platform.support.Browser.Answer;
import io.pharos.platform.support.RunningPharos;
import io.pharos.protocol.PostingCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * The A-share of the sandbox from trade to settlement: bought today and sold tomorrow; proceeds that trade at once and leave
 * a day later; what staff see of it; and the trial balance after any event. A process of its own, as its days move on.
 */
class SettlementIT {
    private static final String SHARE = "600000";
    private static final int SHARE_ASSET = 107;
    private static final String RIGHTS = "700000";

    @Test
    void settlesAnAShareOnTheNextBusinessDay() {
        try (Pharos pharos = RunningPharos.start("settlement-it", List.of())) {
            Browser staff = Browser.staff(pharos);
            await(
                    "the rules of the catalogue",
                    () -> staff.get("/api/v1/settlement")
                            .text("/rules/0/symbol")
                            .equals(SHARE));
            Browser buyer = Browser.registered(pharos);
            Browser seller = Browser.registered(pharos);
            CoreCalls core = pharos.context().getBean(CoreCalls.class);
            fund(core, HouseAccount.BANK_CLEARING, buyer, 1, 1_000_000, PostingCode.DEPOSIT);
            fund(core, HouseAccount.ISSUANCE, seller, SHARE_ASSET, 500, PostingCode.ISSUANCE);

            assertThat(order(seller, "SELL", "10.00", "200").status()).isEqualTo(201);
            assertThat(order(buyer, "BUY", "10.00", "200").status()).isEqualTo(201);

            await("the trade", () -> balance(buyer, SHARE, "unsettledIn").equals("200"));
            assertThat(balance(buyer, SHARE, "available")).isEqualTo("0");
            assertThat(balance(buyer, "CNY", "unsettledOut")).isEqualTo("2000.00");
            assertThat(order(buyer, "SELL", "10.00", "100").code()).isEqualTo("INSUFFICIENT_HOLDINGS");
            assertThat(balance(seller, "CNY", "available"))
                    .isEqualTo("1993.98"); // less 5.00 commission, 1.00 stamp duty, 0.02 transfer fee
            assertThat(balance(seller, "CNY", "withdrawable")).isEqualTo("0.00");
            assertThat(seller.withdraw("100.00", "CNY").code()).isEqualTo("PROCEEDS_UNSETTLED");
            Answer before = staff.get("/api/v1/settlement");
            assertThat(before.text("/due/0/symbol")).isEqualTo(SHARE);
            assertThat(before.text("/due/0/daysAhead")).isEqualTo("1");
            assertThat(before.text("/due/0/securities")).isEqualTo("200");
            assertThat(before.text("/due/0/cash")).isEqualTo("2000.00");

            Answer begun = staff.post(
                    "/api/v1/operations/settlement/calendars/1/days",
                    Map.of("date", before.text("/calendars/0/nextDate"), "reason", "a test"));

            assertThat(begun.status()).isEqualTo(200);
            await("delivery", () -> balance(buyer, SHARE, "available").equals("200"));
            assertThat(balance(buyer, SHARE, "unsettledIn")).isEqualTo("0");
            assertThat(balance(seller, "CNY", "withdrawable")).isEqualTo("1993.98");
            Answer after = staff.get("/api/v1/settlement");
            assertThat(after.text("/due/0/symbol")).isEmpty();
            assertThat(after.text("/calendars/0/days/0/settled")).isEqualTo("2");
            assertThat(after.text("/calendars/0/days/0/failed")).isEqualTo("0");
            assertThat(order(buyer, "SELL", "10.00", "100").status()).isEqualTo(201);
            paysADividend(staff, buyer, after.text("/calendars/0/nextDate"));
            subscribesByRights(staff, buyer);
            staffSetTheTerms(staff, buyer);
            staffSuspendSettlement(staff, buyer);
            trialBalanceAgreesAtAnySequence(staff, buyer);
        }
    }

    /** 200 shares at 3.20 yuan for 10, less 10 %: 64.00 - 6.40, beside 10,000.00 - 2,000.00 - 5.02. */
    private static void paysADividend(Browser staff, Browser holder, String exDate) {
        Map<String, String> form = Map.of(
                "kind", "CASH_DIVIDEND", "symbol", SHARE, "exDate", exDate, "rate", "3.20", "per", "10", "tax", "0.10");
        String key = UUID.randomUUID().toString();
        Answer announced = staff.postOnce("/api/v1/settlement/corporate-actions", key, form);
        assertThat(announced.status()).isEqualTo(200);
        assertThat(staff.postOnce("/api/v1/settlement/corporate-actions", key, form)
                        .text("/actionId"))
                .isEqualTo(announced.text("/actionId"));
        assertThat(holder.get("/api/v1/corporate-actions").text("/items/0/stage"))
                .isEqualTo("ANNOUNCED");

        begin(staff, exDate);

        await("the dividend", () -> balance(holder, "CNY", "available").equals("8052.58"));
        Answer report = staff.get("/api/v1/settlement/servicing");
        assertThat(report.text("/actions/0/stage")).isEqualTo("COMPLETED");
        assertThat(report.text("/actions/0/agrees")).isEqualTo("true");
        assertThat(report.text("/actions/0/positions")).isEqualTo("500"); // the seller has kept 300
        assertThat(report.text("/actions/0/gross")).isEqualTo("160.00");
        assertThat(report.text("/actions/0/tax")).isEqualTo("16.00");
        assertThat(report.text("/runs/0/stage")).isEqualTo("COMPLETED");
        assertThat(report.text("/feeSchedules/0/commissionMinimum")).isEqualTo("5.00");
        assertThat(holder.get("/api/v1/settlement/servicing").status()).isEqualTo(403);
    }

    /** 3 rights for 10 of 200 shares, each for a share at 8.00: 60 shares for 480.00. */
    private static void subscribesByRights(Browser staff, Browser holder) {
        String exDate = staff.get("/api/v1/settlement").text("/calendars/0/nextDate");
        Answer announced = once(
                staff,
                "/api/v1/settlement/corporate-actions",
                Map.of(
                        "kind",
                        "RIGHTS_ISSUE",
                        "symbol",
                        SHARE,
                        "exDate",
                        exDate,
                        "rate",
                        "3",
                        "per",
                        "10",
                        "price",
                        "8.00",
                        "rightsAsset",
                        RIGHTS,
                        "expiryDate",
                        LocalDate.parse(exDate).plusDays(14).toString()));
        assertThat(announced.status()).isEqualTo(200);
        String exercise = "/api/v1/corporate-actions/" + announced.text("/actionId") + "/exercise";
        assertThat(once(holder, exercise, Map.of("quantity", "60")).code()).isEqualTo("RIGHTS_CLOSED");
        begin(staff, exDate);
        await("the rights", () -> balance(holder, RIGHTS, "available").equals("60"));
        assertThat(holder.get("/api/v1/corporate-actions").text("/items/0/rightsAsset"))
                .isEqualTo(RIGHTS);

        String key = UUID.randomUUID().toString();
        assertThat(holder.postOnce(exercise, key, Map.of("quantity", "61")).code())
                .isEqualTo("INSUFFICIENT_HOLDINGS");
        for (int i = 0; i < 2; i++) {
            assertThat(holder.postOnce(exercise, key + "-right", Map.of("quantity", "60"))
                            .text("/quantity"))
                    .isEqualTo("60");
        }
        for (String wrong : List.of("0", "-1", "1.5", "x")) {
            assertThat(once(holder, exercise, Map.of("quantity", wrong)).status())
                    .as(wrong)
                    .isBetween(400, 422);
        }

        await("the new shares", () -> balance(holder, SHARE, "available").equals("260"));
        assertThat(balance(holder, "CNY", "available")).isEqualTo("7572.58");
        assertThat(balance(holder, RIGHTS, "available")).isEqualTo("0");
    }

    /** A version of the fee schedule counts at once; interest accrues with the next business day. */
    private static void staffSetTheTerms(Browser staff, Browser customer) {
        String fees = "/api/v1/settlement/fee-schedules";
        Map<String, Object> version = new HashMap<>(Map.of(
                "scheduleId", 1, "asset", "CNY", "commissionMinimum", "1.00", "maker", "0.0002", "taker", "0.0003"));
        version.put("tiers", List.of(Map.of("turnover", "1000000.00", "maker", "0.0001", "taker", "0.0002")));
        assertThat(once(customer, fees, version).status()).isEqualTo(403);
        assertThat(once(staff, fees, version).status()).isEqualTo(200);
        Answer report = staff.get("/api/v1/settlement/servicing");
        assertThat(report.text("/feeSchedules/0/version")).isEqualTo("2");
        assertThat(report.text("/feeSchedules/0/commissionMinimum")).isEqualTo("1.00");
        assertThat(report.text("/feeSchedules/0/tiers/0/taker")).isEqualTo("0.0002");
        assertThat(report.text("/feeSchedules/0/symbols/0")).isEqualTo(SHARE);
        version.put("taker", "1.5");
        assertThat(once(staff, fees, version).code()).isEqualTo("FEE_OUT_OF_RANGE");
        version.put("taker", "0.0001"); // dearer in the tier than before it
        assertThat(once(staff, fees, version).code()).isEqualTo("FEE_SCHEDULE_INVALID");
        version.put("asset", "XYZ");
        assertThat(once(staff, fees, version).code()).isEqualTo("ASSET_NOT_FOUND");
        String assignments = "/api/v1/settlement/fee-assignments";
        assertThat(once(staff, assignments, Map.of("symbol", SHARE, "scheduleId", 99))
                        .code())
                .isEqualTo("FEE_SCHEDULE_NOT_FOUND");
        assertThat(once(staff, assignments, Map.of("symbol", SHARE, "scheduleId", 1))
                        .status())
                .isEqualTo(200);

        String interest = "/api/v1/settlement/interest-terms";
        Map<String, Object> terms = new HashMap<>(
                Map.of("asset", "CNY", "rate", "0.0035", "dayCount", 360, "creditDay", 20, "creditMonths", 3));
        terms.put("bands", List.of(Map.of("balance", "5000.00", "rate", "0.01")));
        assertThat(once(customer, interest, terms).status()).isEqualTo(403);
        assertThat(once(staff, interest, terms).status()).isEqualTo(200);
        terms.put("dayCount", 364);
        assertThat(once(staff, interest, terms).code()).isEqualTo("INTEREST_TERMS_INVALID");
        String date = staff.get("/api/v1/settlement").text("/calendars/0/nextDate");
        begin(staff, date);
        await(
                "interest",
                () -> staff.get("/api/v1/settlement/servicing")
                        .text("/interestRuns/0/date")
                        .equals(date));
        Answer after = staff.get("/api/v1/settlement/servicing");
        assertThat(after.text("/interest/0/rate")).isEqualTo("0.0035");
        assertThat(after.text("/interest/0/bands/0/rate")).isEqualTo("0.01");
        assertThat(after.text("/interestRuns/0/balance")).isNotEqualTo("0.00");
    }

    private static Answer once(Browser sender, String path, Object body) {
        return sender.postOnce(path, UUID.randomUUID().toString(), body);
    }

    private static void staffSuspendSettlement(Browser staff, Browser customer) {
        String suspend = "/api/v1/operations/settlement/instruments/" + SHARE + "/suspend";
        assertThat(customer.post(suspend, Map.of("reason", "a test")).status()).isEqualTo(403);
        assertThat(staff.post(suspend, Map.of("reason", " ")).code()).isEqualTo("REASON_REQUIRED");
        assertThat(staff.post("/api/v1/operations/settlement/instruments/600519/suspend", Map.of("reason", "a test"))
                        .code())
                .isEqualTo("SETTLES_AT_ONCE");
        assertThat(staff.post(suspend, Map.of("reason", "a test")).text("/suspended"))
                .isEqualTo("true");
        await(
                "the suspension",
                () -> staff.get("/api/v1/settlement").text("/rules/0/suspended").equals("true"));
        assertThat(staff.post(suspend.replace("/suspend", "/resume"), Map.of("reason", "a test"))
                        .text("/suspended"))
                .isEqualTo("false");
        await(
                "its end",
                () -> staff.get("/api/v1/settlement").text("/rules/0/suspended").equals("false"));
    }

    private static void begin(Browser staff, String date) {
        assertThat(staff.post(
                                "/api/v1/operations/settlement/calendars/1/days",
                                Map.of("date", date, "reason", "a test"))
                        .status())
                .isEqualTo(200);
    }

    private static void trialBalanceAgreesAtAnySequence(Browser staff, Browser customer) {
        long last = Long.parseLong(staff.get("/api/v1/ledger/trial-balance").text("/sequence"));
        for (long at : new long[] {last, last - 1, last / 2, 30, 0}) {
            Answer balance = staff.get("/api/v1/ledger/trial-balance?sequence=" + at);
            assertThat(balance.status()).isEqualTo(200);
            assertThat(balance.text("/sequence")).isEqualTo(String.valueOf(at));
            assertThat(balance.response().body()).doesNotContain("\"balanced\":false");
        }
        Answer now = staff.get("/api/v1/ledger/trial-balance?sequence=" + last);
        assertThat(now.response().body()).contains("\"accountClass\":\"6\",\"asset\":\"CNY\"", "CUSTOMERS");
        assertThat(staff.get("/api/v1/ledger/trial-balance?sequence=" + (last + 1_000_000_000L))
                        .code())
                .isEqualTo("SEQUENCE_NOT_REACHED");
        assertThat(staff.get("/api/v1/ledger/trial-balance.csv").response().body())
                .startsWith("sequence,account,asset,paid,received,debit,credit\r\n");
        assertThat(customer.get("/api/v1/ledger/trial-balance").status()).isEqualTo(403);
        assertThat(customer.get("/api/v1/settlement").status()).isEqualTo(403);
    }

    private static void fund(
            CoreCalls core, HouseAccount from, Browser to, int assetId, long amountMinor, PostingCode code) {
        long account =
                Long.parseLong(to.get("/api/v1/session").text("/accountId").replace("acc_", ""));
        assertThat(core.run(new CoreCommand.Transfer(from.accountId(), account, assetId, amountMinor, code, 0))
                        .isAccepted())
                .isTrue();
    }

    private static Answer order(Browser customer, String side, String price, String quantity) {
        return customer.postOnce(
                "/api/v1/orders",
                UUID.randomUUID().toString(),
                Map.of("symbol", SHARE, "side", side, "type", "LIMIT", "price", price, "quantity", quantity));
    }

    private static String balance(Browser customer, String asset, String field) {
        for (var item : customer.get("/api/v1/balances").json().at("/items")) {
            if (item.at("/asset").asString("").equals(asset)) {
                return item.at("/" + field).asString("");
            }
        }
        return "";
    }

    private static void await(String what, BooleanSupplier condition) {
        for (int i = 0; i < 200; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(what, e);
            }
        }
        throw new AssertionError(what + " did not come");
    }
}
