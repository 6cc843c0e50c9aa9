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

/** One cancels the other, from the request to the core and back. */
class LinkedOrdersIT {
    private static final String SYMBOL = "000001";

    private final Pharos pharos = RunningPharos.shared();
    private final Browser customer = customer();

    @Test
    void placesBothAndCancelsOneWithTheOther() {
        Answer placed = customer.postOnce("/api/v1/order-lists/oco", key(), oco());

        assertThat(placed.status()).isEqualTo(201);
        String limit = placed.text("/orders/0/id");
        String stop = placed.text("/orders/1/id");
        assertThat(placed.text("/orders/0/type")).isEqualTo("LIMIT");
        assertThat(placed.text("/orders/0/status")).isEqualTo("NEW");
        assertThat(placed.text("/orders/0/linkedOrderId")).isEqualTo(stop);
        assertThat(placed.text("/orders/1/type")).isEqualTo("STOP");
        assertThat(placed.text("/orders/1/status")).isEqualTo("PENDING_TRIGGER");
        assertThat(placed.text("/orders/1/linkedOrderId")).isEqualTo(limit);
        assertThat(customer.balance("CNY")).isEqualTo("98899.72/1100.28");

        customer.delete("/api/v1/orders/" + limit);

        Answer other = customer.get("/api/v1/orders/" + stop);
        assertThat(other.text("/status")).isEqualTo("CANCELLED");
        assertThat(other.text("/reason")).isEqualTo("LINKED");
        assertThat(customer.balance("CNY")).isEqualTo("100000.00/0.00");
    }

    @Test
    void theSameKeyPlacesThemOnce() {
        String key = key();
        Answer first = customer.postOnce("/api/v1/order-lists/oco", key, oco());
        Answer second = customer.postOnce("/api/v1/order-lists/oco", key, oco());
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(customer.get("/api/v1/orders").json().at("/items").size()).isEqualTo(2);
    }

    @Test
    void theLimitOrderIsFoundByTheirOwnIdAndNamesTheStop() {
        Map<String, Object> form = oco();
        form.put("clientOrderId", "exit-1");
        Answer placed = customer.postOnce("/api/v1/order-lists/oco", key(), form);

        Answer found = customer.get("/api/v1/orders?clientOrderId=exit-1");
        assertThat(found.text("/items/0/id")).isEqualTo(placed.text("/orders/0/id"));
        assertThat(found.text("/items/0/linkedOrderId")).isEqualTo(placed.text("/orders/1/id"));
        assertThat(customer.postOnce("/api/v1/order-lists/oco", key(), form).code())
                .isEqualTo("DUPLICATE_CLIENT_ORDER_ID");
    }

    @Test
    void theQuantityOfOneMayNotChange() {
        Answer placed = customer.postOnce("/api/v1/order-lists/oco", key(), oco());
        Answer changed = customer.patch("/api/v1/orders/" + placed.text("/orders/0/id"), Map.of("quantity", "200"));
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.code()).isEqualTo("LINK_INVALID");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "symbol, NONE, INSTRUMENT_NOT_FOUND, /symbol",
        "side, UP, VALUE_MALFORMED, /side",
        "quantity, , VALUE_MISSING, /quantity",
        "quantity, -100, QUANTITY_NOT_POSITIVE, /quantity",
        "quantity, 99999999999999999999, OVERFLOW, /quantity",
        "price, , PRICE_REQUIRED, /price",
        "price, 11.001, OFF_TICK, /price",
        "clientOrderId, with space, VALUE_MALFORMED, /clientOrderId",
        "timeInForce, IOC, LINK_INVALID, /other",
        "other.type, , VALUE_MISSING, /other/type",
        "other.type, LIMIT, PRICE_REQUIRED, /other/price",
        "other.triggerPrice, 10.00, LINK_INVALID, /other",
        "other.triggerPrice, , TRIGGER_INVALID, /triggerPrice",
        "other.triggerPrice, high, NOT_A_NUMBER, /other/triggerPrice",
        "other.price, 0, PRICE_NOT_POSITIVE, /other/price"
    })
    void refusesBothForOneWrongValue(String field, String value, String code, String pointer) {
        Map<String, Object> form = oco();
        if (field.startsWith("other.")) {
            Map<String, Object> stop = new HashMap<>(stop());
            stop.put(field.substring(6), value);
            form.put("other", stop);
        } else {
            form.put(field, value);
        }

        Answer answer = customer.postOnce("/api/v1/order-lists/oco", key(), form);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(customer.get("/api/v1/orders?state=open").json().at("/items").size())
                .isZero();
    }

    @Test
    void wantsAStopAKeyAndASession() {
        Map<String, Object> form = oco();
        form.remove("other");
        assertThat(customer.postOnce("/api/v1/order-lists/oco", key(), form).text("/errors/0/pointer"))
                .isEqualTo("/other");
        assertThat(customer.post("/api/v1/order-lists/oco", oco()).code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        assertThat(new Browser(pharos)
                        .postOnce("/api/v1/order-lists/oco", key(), oco())
                        .status())
                .isEqualTo(401);
    }

    private Browser customer() {
        Browser registered = Browser.registered(pharos);
        registered.deposit("100000.00", "CNY");
        registered.awaitBalance("CNY", "100000.00/0.00");
        return registered;
    }

    private static Map<String, Object> oco() {
        Map<String, Object> form = new HashMap<>();
        form.put("symbol", SYMBOL);
        form.put("side", "BUY");
        form.put("quantity", "100");
        form.put("price", "11.00");
        form.put("other", stop());
        return form;
    }

    private static Map<String, Object> stop() {
        return Map.of("type", "STOP", "triggerPrice", "12.00");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
