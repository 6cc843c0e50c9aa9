package io.pharos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.systemtests.process.ApiSession;
import io.pharos.systemtests.process.PharosProcess;
import io.pharos.systemtests.process.StreamSession;
import io.pharos.systemtests.process.TwoProcesses;
import io.pharos.systemtests.process.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Market data and information in a process of their own: what happens to customers when that process dies. */
class RolesIT {
    /** Those of the catalogue. */
    private static final int INSTRUMENTS = 10;

    private static final Duration HEALING = Duration.ofSeconds(60);
    private static final String MARKET_BUY = """
        {"symbol":"ETH-CNY","side":"BUY","type":"MARKET","quantity":"0.01"}\
        """;

    @TempDir
    private Path work;

    @Test
    void tradingAndDepositsGoOnWhileTheProcessOfMarketDataIsDead() {
        try (TwoProcesses platform = TwoProcesses.start(work)) {
            PharosProcess first = platform.first();
            ApiSession customer = first.customer();
            deposit(customer);
            isWhole(customer);
            // Participants begin to quote a moment after the start.
            Wait.until(
                    "a purchase finds a seller",
                    HEALING,
                    () -> customer.post("/api/v1/orders", MARKET_BUY),
                    answer -> answer.status() == 201);
            Wait.until("the position has a price", HEALING, () -> positions(customer), RolesIT::isValued);

            Instant killedAt = Instant.now();
            platform.killSecond();
            JsonNode market = Wait.until(
                    "status says that market is down",
                    HEALING,
                    () -> part(customer, "market"),
                    part -> state(part).equals("DOWN"));
            assertThat(Instant.parse(market.path("since").asString())).isAfterOrEqualTo(killedAt.minusSeconds(1));
            assertThat(state(part(customer, "information"))).isEqualTo("DOWN");
            assertThat(state(part(customer, "trading"))).isEqualTo("UP");
            assertThat(state(status(customer))).isEqualTo("DEGRADED");

            ApiSession.Answer quotes = customer.get("/api/v1/quotes").require(503);
            assertThat(quotes.code()).isEqualTo("ROLE_UNAVAILABLE");
            JsonNode positions = positions(customer);
            assertThat(positions.path("marketData").path("available").asBoolean())
                    .isFalse();
            assertThat(positions.path("marketData").path("since").asString()).isNotEmpty();
            assertThat(positions.path("items").path(0).path("quantity").asString())
                    .isEqualTo("0.01000000");
            assertThat(positions.path("items").path(0).has("marketValue")).isFalse();

            deposit(customer);
            deposit(first.customer());
            String resting = place(customer, order("LIMIT", "100", "0.02"));
            customer.patch("/api/v1/orders/" + resting, "{\"quantity\":\"0.01\"}")
                    .require(200);
            customer.delete("/api/v1/orders/" + resting).require(200);
            first.visitor().get("/").require(200);
            first.visitor().get("/health/ready").require(200);

            platform.restartSecond();
            isWhole(customer);
            Wait.until("the position has a price again", HEALING, () -> positions(customer), RolesIT::isValued);
            assertThat(first.err()).isEmpty();
        }
    }

    @Test
    void pricesFlowThroughTheFirstProcessAndComeBackByThemselves() {
        try (TwoProcesses platform = TwoProcesses.start(work)) {
            ApiSession customer = platform.first().customer();
            deposit(customer);
            try (StreamSession stream = customer.stream()) {
                isWhole(customer);
                stream.subscribe("quotes");
                stream.subscribe("book:ETH-CNY");
                stream.subscribe("account");
                stream.subscribe("status");
                stream.subscribe("depth:NOPE");
                assertThat(code(stream.await("depth:NOPE", "error", HEALING))).isEqualTo("CHANNEL_UNKNOWN");
                stream.await("status", "snapshot", HEALING);
                JsonNode book = bookFollows(stream, 0);
                resumes(customer, book.path("sequence").asLong());

                platform.killSecond();
                assertThat(code(stream.await("quotes", "error", HEALING))).isEqualTo("ROLE_UNAVAILABLE");
                stream.await(
                        "the status channel says that market is down",
                        HEALING,
                        message -> StreamSession.is(message, "status", "delta")
                                && state(partOf(message.path("data"), "market")).equals("DOWN"));
                stream.subscribe("candles:ETH-CNY:1m");
                assertThat(code(stream.await("candles:ETH-CNY:1m", "error", HEALING)))
                        .isEqualTo("ROLE_UNAVAILABLE");
                assertThat(customer.get("/api/v1/quotes").require(503).code()).isEqualTo("ROLE_UNAVAILABLE");
                String filled = place(customer, MARKET_BUY);
                stream.await(
                        "the account channel tells the order",
                        HEALING,
                        message -> StreamSession.is(message, "account", "delta")
                                && message.toString().contains(filled));
                Wait.until(
                        "the order is filled",
                        HEALING,
                        () -> customer.get("/api/v1/orders/" + filled).json(),
                        order -> order.path("status").asString("").equals("FILLED"));

                stream.forget();
                platform.restartSecond();
                bookFollows(stream, book.path("sequence").asLong());
                stream.await("quotes", "delta", HEALING);
                stream.await(
                        "the status channel says that market is up",
                        HEALING,
                        message -> StreamSession.is(message, "status", "delta")
                                && state(partOf(message.path("data"), "market")).equals("UP"));
                assertThat(stream.isOpen()).isTrue();
            }
        }
    }

    /** A snapshot after {@code after}, and five changes without a gap. */
    private static JsonNode bookFollows(StreamSession stream, long after) {
        JsonNode message = stream.await("book:ETH-CNY", "snapshot", HEALING);
        assertThat(message.path("sequence").asLong()).isGreaterThanOrEqualTo(after);
        for (int change = 0; change < 5; change++) {
            JsonNode next = stream.await("book:ETH-CNY", "delta", HEALING);
            assertThat(next.path("previous").asLong())
                    .isEqualTo(message.path("sequence").asLong());
            message = next;
        }
        return message;
    }

    /** Another connection that has the book up to a sequence is told what came after, and nothing else. */
    private static void resumes(ApiSession customer, long sequence) {
        try (StreamSession another = customer.stream()) {
            another.subscribe("book:ETH-CNY", sequence);
            JsonNode first = another.await(
                    "the book goes on",
                    HEALING,
                    message -> message.path("channel").asString("").equals("book:ETH-CNY"));
            assertThat(first.path("type").asString()).isEqualTo("delta");
            assertThat(first.path("previous").asLong()).isEqualTo(sequence);
        }
    }

    private static String code(JsonNode message) {
        return message.path("data").path("code").asString("");
    }

    private static void isWhole(ApiSession customer) {
        Wait.until(
                "market data comes",
                HEALING,
                () -> customer.get("/api/v1/quotes"),
                answer -> answer.status() == 200 && answer.json().path("items").size() == INSTRUMENTS);
        Wait.until(
                "all is up",
                HEALING,
                () -> status(customer),
                status -> state(status).equals("UP"));
        customer.get("/api/v1/notices").require(200);
        customer.get("/api/v1/instruments/ETH-CNY/depth?levels=10").require(200);
    }

    private static void deposit(ApiSession customer) {
        customer.post("/api/v1/deposits", "{\"amount\":{\"asset\":\"CNY\",\"amount\":\"50000.00\"}}")
                .require(201);
    }

    private static String place(ApiSession customer, String order) {
        return customer.post("/api/v1/orders", order)
                .require(201)
                .json()
                .path("id")
                .asString();
    }

    private static String order(String type, String price, String quantity) {
        return """
            {"symbol":"ETH-CNY","side":"BUY","type":"%s","price":"%s","quantity":"%s"}\
            """.formatted(type, price, quantity);
    }

    private static JsonNode status(ApiSession session) {
        return session.get("/api/v1/status").require(200).json();
    }

    private static JsonNode part(ApiSession session, String name) {
        return partOf(status(session), name);
    }

    private static JsonNode partOf(JsonNode status, String name) {
        return status.path("parts").values().stream()
                .filter(part -> part.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("status has no part " + name));
    }

    private static JsonNode positions(ApiSession session) {
        return session.get("/api/v1/positions").require(200).json();
    }

    private static boolean isValued(JsonNode positions) {
        return positions.path("marketData").path("available").asBoolean()
                && positions.path("items").path(0).has("marketValue");
    }

    private static String state(JsonNode node) {
        return node.path("state").asString();
    }
}
