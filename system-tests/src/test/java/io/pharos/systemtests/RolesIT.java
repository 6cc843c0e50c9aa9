package io.pharos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.systemtests.process.ApiSession;
import io.pharos.systemtests.process.FreePorts;
import io.pharos.systemtests.process.PharosProcess;
import io.pharos.systemtests.process.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Market data and information in a process of their own: what happens to customers when that process dies. */
class RolesIT {
    private static final Duration HEALING = Duration.ofSeconds(60);
    private static final int CORE_PORTS = 16;
    private static final String MARKET_BUY = """
        {"symbol":"ETH-CNY","side":"BUY","type":"MARKET","quantity":"0.01"}\
        """;

    @TempDir
    private static Path work;

    private final Path data = work.resolve("first");
    private final int corePort = FreePorts.range(CORE_PORTS);
    private final int firstPort = FreePorts.range(1);
    private final int secondPort = FreePorts.range(1);

    @Test
    void tradingAndDepositsGoOnWhileTheProcessOfMarketDataIsDead() throws IOException {
        try (PharosProcess first = startFirst()) {
            ApiSession customer = first.customer();
            deposit(customer);
            PharosProcess second = startSecond();
            try {
                isWhole(customer);
                // Participants begin to quote a moment after the start.
                Wait.until(
                        "a purchase finds a seller",
                        HEALING,
                        () -> customer.post("/api/v1/orders", MARKET_BUY),
                        answer -> answer.status() == 201);
                Wait.until("the position has a price", HEALING, () -> positions(customer), RolesIT::isValued);

                Instant killedAt = Instant.now();
                second.killHard();
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
                assertThat(positions.path("marketData").path("since").asString())
                        .isNotEmpty();
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

                second = startSecond();
                isWhole(customer);
                Wait.until("the position has a price again", HEALING, () -> positions(customer), RolesIT::isValued);
                assertThat(first.err()).isEmpty();
            } finally {
                second.close();
            }
        }
    }

    /** All but market data and information: these are asked for at the other address. */
    private PharosProcess startFirst() {
        return PharosProcess.start(
                data,
                "--port=" + firstPort,
                "--core-port=" + corePort,
                "--roles=edge,core,web,accounts,trading,payments,operations,sandbox",
                "--peer=market=http://localhost:" + secondPort,
                "--peer=information=http://localhost:" + secondPort);
    }

    /** Uses the database and the core of the first, and shows the secrets that the first has made. */
    private PharosProcess startSecond() throws IOException {
        String databasePort = Files.readString(data.resolve("postgres.port")).strip();
        return PharosProcess.start(
                work.resolve("second"),
                "--port=" + secondPort,
                "--roles=market,information",
                "--database-url=jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres",
                "--database-password-file=" + data.resolve("postgres.password"),
                "--internal-secret-file=" + data.resolve("internal.secret"),
                "--core-members=127.0.0.1:" + corePort,
                "--core-secret-file=" + data.resolve("core.secret"));
    }

    private static void isWhole(ApiSession customer) {
        Wait.until(
                "market data comes",
                HEALING,
                () -> customer.get("/api/v1/quotes"),
                answer -> answer.status() == 200 && answer.json().path("items").size() == 8);
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
        return status(session).path("parts").values().stream()
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
