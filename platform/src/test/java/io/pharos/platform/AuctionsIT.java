package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.support.Browser;
import io.pharos.platform.support.Browser.Answer;
import io.pharos.platform.support.RunningPharos;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Auctions that staff call, as staff and customers see them. The sandbox does not trade the instrument meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuctionsIT {
    private static final String SYMBOL = "CGB10Y";

    private final Pharos pharos = RunningPharos.shared();
    private final Browser staff = Browser.staff(pharos);
    private String replay = "";

    @BeforeEach
    void takeTheInstrument() {
        replay = staff.post("/api/v1/sandbox/replays", Map.of("symbol", SYMBOL)).text("/id");
    }

    @AfterEach
    void giveTheInstrumentBack() {
        staff.post("/api/v1/operations/instruments/" + SYMBOL + "/open", Map.of("reason", "the test is over"));
        staff.delete("/api/v1/sandbox/replays/" + replay);
    }

    @Test
    void aCallShowsWhatItWouldUncrossAndTradesAtOnePrice() throws InterruptedException {
        assertThat(call("CLOSING_AUCTION", 0).text("/phase")).isEqualTo("CLOSING_AUCTION");
        Answer sell = order("SELL", "LIMIT", "GTC", "101.00", "10");
        Answer buy = order("BUY", "LIMIT", "AT_CLOSE", "101.20", "30");
        assertThat(sell.status()).as(sell.response().body()).isEqualTo(201);
        assertThat(buy.status()).as(buy.response().body()).isEqualTo(201);
        assertThat(buy.text("/timeInForce")).isEqualTo("AT_CLOSE");

        JsonNode quote = awaitQuote("/auction/quantity");

        assertThat(quote.at("/phase").asString()).isEqualTo("CLOSING_AUCTION");
        assertThat(quote.at("/auction/price").asString()).isEqualTo("101.20");
        assertThat(quote.at("/auction/quantity").asString()).isEqualTo("10");
        assertThat(quote.at("/auction/surplus").asString()).isEqualTo("20");
        assertThat(quote.at("/auction/surplusSide").asString()).isEqualTo("BUY");

        assertThat(call("POST_CLOSE", 0).status()).isEqualTo(200);

        assertThat(awaitOrder(buy.text("/id"), "EXPIRED").at("/filledQuantity").asString())
                .isEqualTo("10");
        assertThat(awaitOrder(sell.text("/id"), "FILLED").at("/averagePrice").asString())
                .startsWith("101.2");
        assertThat(order("BUY", "LIMIT", "GTC", "101.00", "10").code()).isEqualTo("INSTRUMENT_CLOSED");
    }

    @Test
    void aCallEndsByItself() throws InterruptedException {
        assertThat(call("VOLATILITY_INTERRUPTION", 3).status()).isEqualTo(200);
        for (int tries = 0; tries < 300 && !quote().at("/phase").asString().equals("OPEN"); tries++) {
            Thread.sleep(100);
        }
        assertThat(quote().at("/phase").asString()).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @CsvSource({
        "MARKET, IOC, '', NOT_IN_THIS_PHASE",
        "LIMIT, FOK, 101.00, NOT_IN_THIS_PHASE",
        "LIMIT, AT_OPEN, 101.00, NOT_IN_THIS_PHASE",
    })
    void aCallRefusesWhatMustTradeAtOnce(String type, String timeInForce, String price, String code) {
        call("CLOSING_AUCTION", 0);

        Answer refused = order("BUY", type, timeInForce, price, "10");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, 5, why, PHASE_UNKNOWN",
        "'', 5, why, PHASE_UNKNOWN",
        "CLOSING_AUCTION, 0, why, DURATION_INVALID",
        "CLOSING_AUCTION, 86401, why, DURATION_INVALID",
        "CLOSING_AUCTION, 5, '', REASON_REQUIRED",
        "PRE_OPEN, 5, why, PHASE_CHANGE_REFUSED",
    })
    void staffAreToldWhatIsWrong(String phase, int seconds, String reason, String code) {
        Answer refused = staff.post(
                "/api/v1/operations/instruments/" + SYMBOL + "/phase",
                Map.of("phase", phase, "seconds", seconds, "reason", reason));

        assertThat(refused.code()).isEqualTo(code);
    }

    @Test
    void customersMayNotCallAuctions() {
        assertThat(Browser.registered(pharos)
                        .post(
                                "/api/v1/operations/instruments/" + SYMBOL + "/phase",
                                Map.of("phase", "CLOSING_AUCTION", "reason", "mine"))
                        .status())
                .isEqualTo(403);
    }

    private Answer call(String phase, int seconds) {
        Map<String, Object> form = new HashMap<>(Map.of("phase", phase, "reason", "a test"));
        if (seconds > 0) {
            form.put("seconds", seconds);
        }
        return staff.post("/api/v1/operations/instruments/" + SYMBOL + "/phase", form);
    }

    private Answer order(String side, String type, String timeInForce, String price, String quantity) {
        Map<String, Object> form = new HashMap<>(
                Map.of("symbol", SYMBOL, "side", side, "type", type, "timeInForce", timeInForce, "quantity", quantity));
        if (!price.isEmpty()) {
            form.put("price", price);
        }
        return staff.postOnce("/api/v1/orders", UUID.randomUUID().toString(), form);
    }

    private JsonNode quote() {
        for (JsonNode item : new Browser(pharos).get("/api/v1/quotes").json().at("/items")) {
            if (item.at("/symbol").asString().equals(SYMBOL)) {
                return item;
            }
        }
        throw new AssertionError("no quote of " + SYMBOL);
    }

    private JsonNode awaitQuote(String pointer) throws InterruptedException {
        for (int tries = 0; tries < 300 && quote().at(pointer).isMissingNode(); tries++) {
            Thread.sleep(100);
        }
        return quote();
    }

    private JsonNode awaitOrder(String id, String status) throws InterruptedException {
        JsonNode order = staff.get("/api/v1/orders/" + id).json();
        for (int tries = 0; tries < 300 && !order.at("/status").asString().equals(status); tries++) {
            Thread.sleep(100);
            order = staff.get("/api/v1/orders/" + id).json();
        }
        assertThat(order.at("/status").asString()).isEqualTo(status);
        return order;
    }
}
