package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.support.Browser;
import io.pharos.platform.support.Browser.Answer;
import io.pharos.platform.support.RunningPharos;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Brackets and pegged orders, from the request to the core and back. */
class BracketAndPegIT {
    private static final String SYMBOL = "000001";
    private static final String SOLD_TOMORROW = "600000";

    private final Pharos pharos = RunningPharos.shared();
    private final Browser customer = customer();

    @Test
    void anEntrySaysWhatItsExitsWillBe() {
        Map<String, Object> form = bracket();
        form.put("clientOrderId", "entry-1");
        Answer placed = customer.postOnce("/api/v1/order-lists/bracket", key(), form);

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.text("/status")).isEqualTo("NEW");
        Answer shown = customer.get("/api/v1/orders/" + placed.text("/id"));
        assertThat(shown.text("/exits/takeProfitPrice")).isEqualTo("12.00");
        assertThat(shown.text("/exits/stopType")).isEqualTo("STOP");
        assertThat(shown.text("/exits/triggerPrice")).isEqualTo("10.80");
        assertThat(customer.get("/api/v1/orders?clientOrderId=entry-1").text("/items/0/id"))
                .isEqualTo(placed.text("/id"));
        assertThat(customer.balance("CNY")).isEqualTo("98899.72/1100.28");

        customer.delete("/api/v1/orders/" + placed.text("/id"));
        assertThat(customer.balance("CNY")).isEqualTo("100000.00/0.00");
    }

    @Test
    void theSameKeyPlacesOneEntry() {
        String key = key();
        Answer first = customer.postOnce("/api/v1/order-lists/bracket", key, bracket());
        Answer second = customer.postOnce("/api/v1/order-lists/bracket", key, bracket());

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(customer.get("/api/v1/orders").json().at("/items").size()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "side, SELL, BRACKET_INVALID, /takeProfitPrice",
        "takeProfitPrice, 11.00, BRACKET_INVALID, /takeProfitPrice",
        "takeProfitPrice, , VALUE_MISSING, /takeProfitPrice",
        "takeProfitPrice, 12.001, OFF_TICK, /takeProfitPrice",
        "stopLoss.triggerPrice, 11.00, BRACKET_INVALID, /takeProfitPrice",
        "stopLoss.triggerPrice, low, NOT_A_NUMBER, /stopLoss/triggerPrice",
        "stopLoss.type, LIMIT, PRICE_REQUIRED, /stopLoss/price",
        "price, , PRICE_REQUIRED, /price",
        "symbol, 600000, EXIT_NOT_SELLABLE, /symbol"
    })
    void refusesABracketForOneWrongValue(String field, String value, String code, String pointer) {
        Map<String, Object> form = bracket();
        if (field.startsWith("stopLoss.")) {
            Map<String, Object> stop = new HashMap<>(Map.of("triggerPrice", "10.80"));
            stop.put(field.substring(9), value);
            form.put("stopLoss", stop);
        } else {
            form.put(field, value);
        }

        Answer answer = customer.postOnce("/api/v1/order-lists/bracket", key(), form);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(customer.get("/api/v1/orders?state=open").json().at("/items").size())
                .isZero();
    }

    @Test
    void saysOfEachInstrumentWhetherAnEntryCanHaveExits() {
        assertThat(customer.get("/api/v1/instruments/" + SYMBOL)
                        .json()
                        .at("/sameDaySale")
                        .asBoolean())
                .isTrue();
        assertThat(customer.get("/api/v1/instruments/" + SOLD_TOMORROW)
                        .json()
                        .at("/sameDaySale")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void aPeggedOrderSaysWhatItFollows() {
        Answer placed = customer.postOnce("/api/v1/orders", key(), peg());

        assertThat(placed.status()).isEqualTo(201);
        Answer shown = customer.get("/api/v1/orders/" + placed.text("/id"));
        assertThat(shown.text("/type")).isEqualTo("PEGGED");
        assertThat(shown.text("/pegReference")).isEqualTo("PRIMARY");
        assertThat(shown.text("/pegOffset")).isEqualTo("0.02");
        assertThat(shown.text("/price")).isEqualTo("11.00");
        assertThat(customer.balance("CNY")).isEqualTo("98899.72/1100.28");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "price, , PRICE_REQUIRED, /price",
        "pegReference, , PEG_INVALID, /pegReference",
        "pegReference, LAST, VALUE_MALFORMED, /pegReference",
        "pegReference, MIDPOINT, PEG_INVALID, /pegReference",
        "pegOffset, 0.001, OFF_TICK, /pegOffset",
        "pegOffset, -0.01, PRICE_NOT_POSITIVE, /pegOffset",
        "timeInForce, IOC, TIME_IN_FORCE_NOT_ALLOWED, /timeInForce",
        "type, LIMIT, PEG_INVALID, /pegReference"
    })
    void refusesAPegForOneWrongValue(String field, String value, String code, String pointer) {
        Map<String, Object> form = peg();
        form.put(field, value);

        Answer answer = customer.postOnce("/api/v1/orders", key(), form);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void aBuyAndASellOfWhichOneCancelsTheOther() {
        Answer placed = customer.postOnce(
                "/api/v1/order-lists/oco",
                key(),
                Map.of(
                        "symbol", SYMBOL,
                        "side", "BUY",
                        "quantity", "100",
                        "type", "STOP",
                        "triggerPrice", "12.00",
                        "other", Map.of("type", "LIMIT", "price", "11.00")));

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.text("/orders/0/type")).isEqualTo("STOP");
        assertThat(placed.text("/orders/1/type")).isEqualTo("LIMIT");
        customer.delete("/api/v1/orders/" + placed.text("/orders/1/id"));
        assertThat(customer.get("/api/v1/orders/" + placed.text("/orders/0/id")).text("/reason"))
                .isEqualTo("LINKED");
    }

    private Browser customer() {
        Browser registered = Browser.registered(pharos);
        registered.deposit("100000.00", "CNY");
        registered.awaitBalance("CNY", "100000.00/0.00");
        return registered;
    }

    private static Map<String, Object> bracket() {
        Map<String, Object> form = new HashMap<>();
        form.put("symbol", SYMBOL);
        form.put("side", "BUY");
        form.put("type", "LIMIT");
        form.put("quantity", "100");
        form.put("price", "11.00");
        form.put("takeProfitPrice", "12.00");
        form.put("stopLoss", Map.of("triggerPrice", "10.80"));
        return form;
    }

    private static Map<String, Object> peg() {
        Map<String, Object> form = new HashMap<>();
        form.put("symbol", SYMBOL);
        form.put("side", "BUY");
        form.put("type", "PEGGED");
        form.put("quantity", "100");
        form.put("price", "11.00");
        form.put("pegReference", "PRIMARY");
        form.put("pegOffset", "0.02");
        return form;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
