package io.pharos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.cluster.guard.GuardAnswer;
import io.pharos.cluster.guard.Peers;
import io.pharos.cluster.transport.ClusterSecret;
import io.pharos.cluster.transport.MemberAddress;
import io.pharos.systemtests.process.ApiSession;
import io.pharos.systemtests.process.FreePorts;
import io.pharos.systemtests.process.OrderFlow;
import io.pharos.systemtests.process.PharosCommand;
import io.pharos.systemtests.process.PharosProcess;
import io.pharos.systemtests.process.Wait;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was acknowledged is there after a restart, however the process ended. */
class RestartIT {
    private static final int CUSTOMERS = 3;
    private static final int ANSWERS = 60;
    private static final Duration CATCH_UP = Duration.ofSeconds(30);
    private static final String DEPOSIT = "100000.00";
    private static final int CORE_PORT = FreePorts.range(6);

    @TempDir
    private static Path work;

    @Test
    void everyAcknowledgedOrderAndBalanceIsBackAfterCtrlCAndAfterKill() throws InterruptedException {
        Path data = work.resolve("data");
        List<OrderFlow> flows = new ArrayList<>();
        List<ApiSession> customers = new ArrayList<>();
        PharosProcess pharos = PharosProcess.start(data, "--core-port=" + CORE_PORT);
        try {
            for (int i = 0; i < CUSTOMERS; i++) {
                ApiSession customer = pharos.customer();
                customer.post("/api/v1/deposits", "{\"amount\":{\"asset\":\"CNY\",\"amount\":\"" + DEPOSIT + "\"}}")
                        .require(201);
                customers.add(customer);
            }
            for (boolean hard : List.of(false, true, false, true)) {
                Seen before = trade(pharos, customers, flows, hard);
                assertThat(postmasters(pharos)).hasSize(hard ? 1 : 0);
                pharos = PharosProcess.start(data, "--core-port=" + CORE_PORT);
                assertThat(postmasters(pharos)).hasSize(1);
                checkState(digests(pharos), before.digests());
                assertThat(sequence(pharos.staff())).isGreaterThanOrEqualTo(before.sequence());
                for (int i = 0; i < CUSTOMERS; i++) {
                    // Sessions live in the database: nobody has to sign in again.
                    ApiSession customer = customers.get(i).carriedTo(pharos.address());
                    customers.set(i, customer);
                    checkOrders(customer, flows.get(i));
                    checkBalance(customer);
                }
            }
            assertThat(pharos.err()).isEmpty();
        } finally {
            pharos.close();
        }
    }

    @Test
    void rebuildsWhatIsDerivedFromTheJournal() throws InterruptedException {
        Path data = work.resolve("rebuilt");
        String orders;
        ApiSession customer;
        try (PharosProcess pharos = PharosProcess.start(data)) {
            customer = pharos.customer();
            customer.post("/api/v1/deposits", "{\"amount\":{\"asset\":\"CNY\",\"amount\":\"" + DEPOSIT + "\"}}")
                    .require(201);
            OrderFlow flow = new OrderFlow(customer);
            flow.start();
            Wait.until("orders are answered", CATCH_UP, flow::answers, answers -> answers >= ANSWERS);
            flow.awaitEnd();
            orders = derived(customer);
        }
        PharosCommand.Ended ended = PharosCommand.run(
                Duration.ofMinutes(5),
                "run",
                "--data=" + data,
                "--port=0",
                "--core-port=0",
                "--rebuild-projections",
                "--exit-after-start");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).containsPattern("projections are rebuilt up to event [1-9]");
        try (PharosProcess pharos = PharosProcess.start(data)) {
            assertThat(derived(customer.carriedTo(pharos.address()))).isEqualTo(orders);
        }
    }

    private static String derived(ApiSession customer) {
        return customer.get("/api/v1/orders?state=all").require(200).json().path("items") + " "
                + customer.get("/api/v1/balances").require(200).json().path("items") + " "
                + customer.get("/api/v1/movements").require(200).json().path("items");
    }

    /** What was seen before the end: the last sequence, and digests of the core's state by their sequences. */
    private record Seen(long sequence, Map<Long, Long> digests) {}

    /** Orders come in until the process has ended. */
    private static Seen trade(PharosProcess pharos, List<ApiSession> customers, List<OrderFlow> flows, boolean hard)
            throws InterruptedException {
        flows.clear();
        customers.forEach(customer -> flows.add(new OrderFlow(customer)));
        flows.forEach(OrderFlow::start);
        Wait.until(
                "orders are answered",
                CATCH_UP,
                () -> flows.stream().mapToInt(OrderFlow::answers).min().orElse(0),
                answers -> answers >= ANSWERS);
        Seen seen = new Seen(sequence(pharos.staff()), digests(pharos));
        if (hard) {
            pharos.killHard();
        } else {
            pharos.interrupt();
        }
        for (OrderFlow flow : flows) {
            flow.awaitEnd();
        }
        return seen;
    }

    /** The replayed log has led to the very states that were there before. */
    private static void checkState(Map<Long, Long> after, Map<Long, Long> before) {
        Map<Long, Long> again = new HashMap<>(after);
        again.keySet().retainAll(before.keySet());
        assertThat(again).as("digests of the same sequences, before and after").isNotEmpty();
        again.forEach((sequence, digest) ->
                assertThat(digest).as("the digest after event " + sequence).isEqualTo(before.get(sequence)));
    }

    /** Digests of all state of the core, the newest 32, by the sequence of the event that each stands after. */
    private static Map<Long, Long> digests(PharosProcess pharos) {
        MemberAddress member = MemberAddress.parse("127.0.0.1:" + CORE_PORT).getFirst();
        GuardAnswer answer =
                Peers.only(member, ClusterSecret.of(pharos.coreSecret())).ask().get(0);
        assertThat(answer).as("the member answers").isNotNull();
        Map<Long, Long> digests = new HashMap<>();
        answer.digests().forEach(digest -> digests.put(digest.sequence(), digest.digest()));
        return digests;
    }

    private static void checkOrders(ApiSession customer, OrderFlow flow) {
        Map<String, JsonNode> orders = orders(customer);
        flow.acknowledged().forEach((clientOrderId, acknowledged) -> {
            JsonNode order = orders.get(clientOrderId);
            assertThat(order)
                    .as("acknowledged order " + clientOrderId + " is back")
                    .isNotNull();
            assertThat(order.path("id").asString()).isEqualTo(acknowledged.orderId());
            if (!flow.isCancelInFlight(clientOrderId)) {
                assertThat(order.path("status").asString()).isEqualTo(acknowledged.status());
            }
        });
        for (String clientOrderId : flow.unanswered()) {
            ApiSession.Answer answer = flow.repeat(customer, clientOrderId);
            assertThat(answer.status())
                    .as("the repetition of an unanswered order: " + answer)
                    .isEqualTo(201);
            JsonNode before = orders.get(clientOrderId);
            if (before != null) {
                assertThat(answer.json().path("id").asString())
                        .isEqualTo(before.path("id").asString());
            }
        }
    }

    /** Nothing was filled: all of the money is there, and what is held is what the open orders hold. */
    private static void checkBalance(ApiSession customer) {
        long open = orders(customer).values().stream()
                .filter(order -> order.path("status").asString().equals("NEW"))
                .count();
        JsonNode cash = customer.get("/api/v1/balances").require(200).json().path("items").values().stream()
                .filter(item -> item.path("asset").asString().equals("CNY"))
                .findFirst()
                .orElseThrow();
        assertThat(cash.path("total").asString()).isEqualTo(DEPOSIT);
        assertThat(new BigDecimal(cash.path("held").asString()).movePointRight(2))
                .isEqualByComparingTo(BigDecimal.valueOf(open * OrderFlow.COST_MINOR));
    }

    /** All orders by client order id; each stands there once. */
    private static Map<String, JsonNode> orders(ApiSession customer) {
        Map<String, JsonNode> orders = new HashMap<>();
        String next = "";
        do {
            JsonNode page = customer.get("/api/v1/orders?state=all&limit=500" + next)
                    .require(200)
                    .json();
            page.path("items")
                    .forEach(order -> assertThat(
                                    orders.put(order.path("clientOrderId").asString(), order))
                            .as("one order with client order id " + order.path("clientOrderId"))
                            .isNull());
            next = page.has("nextPageToken")
                    ? "&pageToken=" + page.path("nextPageToken").asString()
                    : "";
        } while (!next.isEmpty());
        return orders;
    }

    private static long sequence(ApiSession staff) {
        return staff.get("/api/v1/balances")
                .require(200)
                .json()
                .path("sequence")
                .asLong();
    }

    private static List<ProcessHandle> postmasters(PharosProcess pharos) {
        return pharos.processesOfData().stream()
                .filter(process -> process.info().commandLine().orElse("").contains("postgres -D"))
                .toList();
    }
}
