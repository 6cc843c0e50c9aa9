package io.pharos.benchmarks.rest;

import io.pharos.benchmarks.Effort;
import io.pharos.benchmarks.Item;
import io.pharos.benchmarks.Measurement;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Orders a second over REST, each one checked, stored for its idempotency key, committed by the cluster and answered, and
 * their latency. The reference is an endpoint of the same server that does nothing, called by the same client in the
 * same run.
 */
public final class RestOrders implements Item {
    private static final int CONNECTIONS = 32;
    private static final int CUSTOMERS = 8;
    private static final String DEPOSIT = "1000000.00";

    /** Far below the market: it rests, and holds a fen. */
    private static final String ORDER = "{\"symbol\":\"BTC-CNY\",\"side\":\"BUY\",\"type\":\"LIMIT\","
            + "\"timeInForce\":\"GTC\",\"price\":\"10\",\"quantity\":\"0.001\"}";

    private static final int CREATED = 201;
    private static final int OK = 200;

    @Override
    public List<Measurement> run(Effort effort, Consumer<String> say) throws IOException, InterruptedException {
        Duration warmUp = effort.choose(Duration.ofSeconds(2), Duration.ofSeconds(10));
        Duration measured = effort.choose(Duration.ofSeconds(2), Duration.ofSeconds(20));
        say.accept("starting the platform");
        try (PlatformProcess platform = PlatformProcess.start(
                        "--pharos.edge.orders-per-second=1000000",
                        "--pharos.edge.queries-per-second=1000000",
                        "--pharos.edge.sign-ins-per-minute=1000000",
                        "--pharos.sandbox.participants.enabled=false");
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            List<Customer> customers = new ArrayList<>();
            for (int i = 0; i < CUSTOMERS; i++) {
                customers.add(Customer.register(http, platform.address(), DEPOSIT));
            }
            ClosedLoop.Request order =
                    caller -> customers.get(caller % CUSTOMERS).post("/orders", ORDER);
            HttpRequest live = HttpRequest.newBuilder(platform.address().resolve("/health/live"))
                    .build();
            ClosedLoop.Request empty =
                    caller -> http.send(live, BodyHandlers.discarding()).statusCode();

            say.accept("warming up");
            ClosedLoop.run(CONNECTIONS, warmUp, OK, empty);
            ClosedLoop.run(CONNECTIONS, warmUp, CREATED, order);
            ClosedLoop.Outcome nothing = ClosedLoop.run(CONNECTIONS, measured, OK, empty);
            ClosedLoop.Outcome orders = ClosedLoop.run(CONNECTIONS, measured, CREATED, order);
            say.accept(String.format(
                    "empty endpoint %,.0f a second, orders %,.0f", nothing.perSecond(), orders.perSecond()));
            return List.of(
                    Measurement.beside(
                            "REST orders, " + CONNECTIONS + " connections; reference: empty endpoint",
                            orders.perSecond(),
                            "orders/s",
                            nothing.perSecond(),
                            ""),
                    Measurement.beside("REST order latency, p50", orders.millisAt(50), "ms", nothing.millisAt(50), ""),
                    Measurement.beside("REST order latency, p99", orders.millisAt(99), "ms", nothing.millisAt(99), ""));
        }
    }
}
