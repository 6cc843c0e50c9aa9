package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.support.Browser;
import io.pharos.platform.support.Browser.Answer;
import io.pharos.platform.support.RunningPharos;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Staff set limits and kill switches; the core keeps to them; customers are told why. On a process of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RiskApiIT {
    private static final String SYMBOL = "000001";

    private final Pharos pharos = RunningPharos.start("risk-it", List.of());
    private final Browser staff = Browser.staff(pharos);

    @AfterAll
    void stop() {
        pharos.close();
    }

    @Test
    void aLimitOfOneCustomerBindsAndIsShownToBoth() {
        Browser customer = customer();
        String account = account(customer);

        Answer set = staff.postOnce("/api/v1/limits", key(), limit(account, "ORDER_NOTIONAL", "2000.00"));

        assertThat(set.status()).isEqualTo(200);
        assertThat(set.text("/value")).isEqualTo("2000.00");
        assertThat(set.text("/unit")).isEqualTo("QUOTE");
        assertThat(set.text("/account")).isEqualTo(account);
        assertThat(set.text("/staffId")).startsWith("cus_");
        assertThat(set.text("/reason")).isEqualTo("a review of the account");
        assertThat(set.text("/reasonCode")).isEqualTo("REVIEW");

        assertThat(buy(customer, "100", "11.50").status()).isEqualTo(201);
        Answer refused = buy(customer, "200", "11.50");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("ORDER_NOTIONAL_LIMIT");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/quantity");
        assertThat(buy(customer(), "200", "11.50").status()).isEqualTo(201);

        Answer mine = customer.get("/api/v1/limits/mine?symbol=" + SYMBOL);
        assertThat(mine.text("/items/0/kind")).isEqualTo("ORDER_NOTIONAL");
        assertThat(mine.text("/items/0/value")).isEqualTo("2000.00");
        assertThat(mine.text("/items/0/unit")).isEqualTo("CNY");
        assertThat(mine.json().has("blockedBy")).isFalse();
        assertThat(staff.get("/api/v1/limits").response().body()).contains(account);

        Map<String, Object> back = limit(account, "ORDER_NOTIONAL", "0");
        back.remove("value");
        back.put("inherit", true);
        assertThat(staff.postOnce("/api/v1/limits", key(), back)
                        .json()
                        .at("/inherits")
                        .asBoolean())
                .isTrue();
        assertThat(buy(customer, "200", "11.50").status()).isEqualTo(201);
        assertThat(staff.get("/api/v1/limits").response().body()).doesNotContain(account);
        Answer history = staff.get("/api/v1/limits/history?limit=1");
        assertThat(history.text("/items/0/limit/account")).isEqualTo(account);
        assertThat(history.text("/items/0/previousValue")).isEqualTo("2000.00");
        assertThat(history.text("/nextPageToken")).isNotEmpty();
        assertThat(staff.get("/api/v1/limits/history?limit=1&pageToken=" + history.text("/nextPageToken"))
                        .text("/items/0/limit/value"))
                .isEqualTo("2000.00");
    }

    @Test
    void theRefusalIsToldInTheLanguageOfTheCustomer() {
        Browser customer = customer();
        staff.postOnce("/api/v1/limits", key(), limit(account(customer), "ORDER_QUANTITY", "100"));

        assertThat(order(customer, "zh-CN", "200").text("/title")).isEqualTo("数量超出单笔委托限额");
        assertThat(order(customer, "en", "200").text("/title"))
                .isEqualTo("The quantity is above your limit for one order");
    }

    @Test
    void tooManyMessagesInASecondAreAnswered429() {
        Browser customer = customer();
        staff.postOnce("/api/v1/limits", key(), limit(account(customer), "MESSAGE_RATE", "1"));
        List<Integer> statuses = IntStream.range(0, 5)
                .map(number -> buy(customer, "100", "11.50").status())
                .boxed()
                .toList();

        // How many seconds five requests take is the machine's affair; the first is within any rate.
        assertThat(statuses.getFirst()).isEqualTo(201);
        assertThat(statuses).allMatch(status -> status == 201 || status == 429);
    }

    @Test
    void theSwitchOfAnAccountCancelsAndBlocksUntilItIsReleased() {
        Browser customer = customer();
        String account = account(customer);
        String orderId = buy(customer, "100", "11.50").text("/id");

        Answer engaged = staff.postOnce("/api/v1/kill-switches", key(), accountSwitch(account, true));

        assertThat(engaged.status()).isEqualTo(200);
        assertThat(engaged.json().at("/engaged").asBoolean()).isTrue();
        assertThat(engaged.json().at("/cancelledOrders").asLong()).isEqualTo(1);
        Answer order = customer.get("/api/v1/orders/" + orderId);
        assertThat(order.text("/status")).isEqualTo("CANCELLED");
        assertThat(order.text("/reason")).isEqualTo("KILL_SWITCH");
        assertThat(buy(customer, "100", "11.50").code()).isEqualTo("ACCOUNT_BLOCKED");
        assertThat(customer.get("/api/v1/limits/mine?symbol=" + SYMBOL).text("/blockedBy"))
                .isEqualTo("ACCOUNT");
        assertThat(staff.get("/api/v1/kill-switches").text("/items/0/account")).isEqualTo(account);

        Answer again = staff.postOnce("/api/v1/kill-switches", key(), accountSwitch(account, true));
        assertThat(again.json().at("/sequence").asLong())
                .isEqualTo(engaged.json().at("/sequence").asLong());

        Answer released = staff.postOnce("/api/v1/kill-switches", key(), accountSwitch(account, false));
        assertThat(released.json().at("/engaged").asBoolean()).isFalse();
        assertThat(buy(customer, "100", "11.50").status()).isEqualTo(201);
    }

    @Test
    void theSwitchesOfInstrumentAndFirmBlockEverybody() {
        Browser customer = customer();
        Map<String, Object> instrument = new HashMap<>(Map.of(
                "scope",
                "INSTRUMENT",
                "symbol",
                SYMBOL,
                "engaged",
                true,
                "reason",
                "a drill",
                "reasonCode",
                "DRILL",
                "confirmation",
                SYMBOL));
        staff.postOnce("/api/v1/kill-switches", key(), instrument);
        assertThat(buy(customer, "100", "11.50").code()).isEqualTo("INSTRUMENT_BLOCKED");

        Map<String, Object> firm =
                new HashMap<>(Map.of("scope", "FIRM", "engaged", true, "reason", "a drill", "confirmation", "FIRM"));
        staff.postOnce("/api/v1/kill-switches", key(), firm);
        assertThat(buy(customer, "100", "11.50").code()).isEqualTo("FIRM_BLOCKED");
        assertThat(customer.get("/api/v1/limits/mine?symbol=" + SYMBOL).text("/blockedBy"))
                .isEqualTo("FIRM");

        firm.put("engaged", false);
        instrument.put("engaged", false);
        assertThat(staff.postOnce("/api/v1/kill-switches", key(), firm).status())
                .isEqualTo(200);
        assertThat(staff.postOnce("/api/v1/kill-switches", key(), instrument).status())
                .isEqualTo(200);
        assertThat(buy(customer, "100", "11.50").status()).isEqualTo(201);
    }

    @Test
    void theSameKeySetsOnce() {
        String account = account(customer());
        String key = key();
        Answer first = staff.postOnce("/api/v1/limits", key, limit(account, "OPEN_ORDERS", "5"));
        Answer second = staff.postOnce("/api/v1/limits", key, limit(account, "OPEN_ORDERS", "5"));
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(staff.postOnce("/api/v1/limits", key, limit(account, "OPEN_ORDERS", "6"))
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(staff.post("/api/v1/limits", limit(account, "OPEN_ORDERS", "6"))
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @ParameterizedTest(name = "limit {0} = {1}: {2}")
    @CsvSource({
        "scope, EVERYTHING, 400, VALUE_MALFORMED, /scope",
        "scope, NONE, 400, VALUE_MALFORMED, /scope",
        "scope, , 400, VALUE_MISSING, /scope",
        "scope, FIRM, 422, SCOPE_INVALID, /account",
        "account, 1000, 400, VALUE_MALFORMED, /account",
        "account, acc_, 400, VALUE_MALFORMED, /account",
        "account, acc_-1, 400, VALUE_MALFORMED, /account",
        "account, acc_0, 422, ACCOUNT_NOT_FOUND, /account",
        "account, acc_99999999999999999999, 400, VALUE_MALFORMED, /account",
        "account, acc_999999999, 422, ACCOUNT_NOT_FOUND, ''",
        "symbol, 000001, 422, SCOPE_INVALID, /symbol",
        "kind, WEIGHT, 400, VALUE_MALFORMED, /kind",
        "kind, , 400, VALUE_MISSING, /kind",
        "value, , 400, VALUE_MISSING, /value",
        "value, many, 400, NOT_A_NUMBER, /value",
        "value, 1e3, 400, NOT_A_NUMBER, /value",
        "value, -5, 422, LIMIT_VALUE_INVALID, /value",
        "value, 0.5, 400, TOO_MANY_DECIMALS, /value",
        "value, 99999999999999999999999, 400, OVERFLOW, /value",
        "value, 9223372036854775807, 422, LIMIT_VALUE_INVALID, /value",
        "reason, ' ', 422, REASON_REQUIRED, /reason",
        "reason, , 422, REASON_REQUIRED, /reason",
        "reasonCode, BOREDOM, 400, VALUE_MALFORMED, /reasonCode"
    })
    void refusesAWrongLimit(String field, String value, int status, String code, String pointer) {
        Map<String, Object> form = limit(account(customer()), "ORDER_QUANTITY", "100");
        form.put(field, value);

        Answer answer = staff.postOnce("/api/v1/limits", key(), form);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @ParameterizedTest(name = "switch {0} = {1}: {2}")
    @CsvSource({
        "account, , 400, VALUE_MISSING, /account",
        "account, acc_999999999, 422, CONFIRMATION_MISMATCH, /confirmation",
        "engaged, , 400, VALUE_MISSING, /engaged",
        "confirmation, , 422, CONFIRMATION_MISMATCH, /confirmation",
        "confirmation, FIRM, 422, CONFIRMATION_MISMATCH, /confirmation",
        "reason, , 422, REASON_REQUIRED, /reason"
    })
    void refusesAWrongSwitch(String field, String value, int status, String code, String pointer) {
        Browser customer = customer();
        Map<String, Object> form = accountSwitch(account(customer), true);
        form.put(field, value);

        Answer answer = staff.postOnce("/api/v1/kill-switches", key(), form);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(buy(customer, "100", "11.50").status()).isEqualTo(201);
    }

    @Test
    void onlyStaffMaySetOrSeeThem() {
        Browser customer = customer();
        String account = account(customer);
        assertThat(customer.get("/api/v1/limits").status()).isEqualTo(403);
        assertThat(customer.get("/api/v1/limits/history").status()).isEqualTo(403);
        assertThat(customer.get("/api/v1/kill-switches").status()).isEqualTo(403);
        assertThat(customer.postOnce("/api/v1/limits", key(), limit(account, "OPEN_ORDERS", "5"))
                        .status())
                .isEqualTo(403);
        assertThat(customer.postOnce("/api/v1/kill-switches", key(), accountSwitch(account, true))
                        .status())
                .isEqualTo(403);
        assertThat(new Browser(pharos)
                        .get("/api/v1/limits/mine?symbol=" + SYMBOL)
                        .status())
                .isEqualTo(401);
        assertThat(customer.get("/api/v1/limits/mine?symbol=NONE").code()).isEqualTo("INSTRUMENT_NOT_FOUND");
    }

    private Browser customer() {
        Browser customer = Browser.registered(pharos);
        customer.deposit("100000.00", "CNY");
        customer.awaitBalance("CNY", "100000.00/0.00");
        return customer;
    }

    private static String account(Browser customer) {
        return customer.get("/api/v1/session").text("/accountId");
    }

    private static Answer buy(Browser customer, String quantity, String price) {
        return customer.postOnce("/api/v1/orders", key(), order(quantity, price));
    }

    private static Answer order(Browser customer, String language, String quantity) {
        return customer.post(
                "/api/v1/orders", order(quantity, "11.50"), "Idempotency-Key", key(), "Accept-Language", language);
    }

    private static Map<String, String> order(String quantity, String price) {
        return Map.of("symbol", SYMBOL, "side", "BUY", "type", "LIMIT", "quantity", quantity, "price", price);
    }

    private static Map<String, Object> limit(String account, String kind, String value) {
        Map<String, Object> form = new HashMap<>();
        form.put("scope", "ACCOUNT");
        form.put("account", account);
        form.put("kind", kind);
        form.put("value", value);
        form.put("reason", "a review of the account");
        form.put("reasonCode", "REVIEW");
        return form;
    }

    private static Map<String, Object> accountSwitch(String account, boolean engaged) {
        Map<String, Object> form = new HashMap<>();
        form.put("scope", "ACCOUNT");
        form.put("account", account);
        form.put("engaged", engaged);
        form.put("reason", "somebody else signed in");
        form.put("reasonCode", "SUSPICIOUS_ACTIVITY");
        form.put("confirmation", account);
        return form;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
