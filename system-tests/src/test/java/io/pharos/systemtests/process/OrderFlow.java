package io.pharos.systemtests.process;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * A customer who places and cancels orders without a pause, and writes down what was acknowledged. The orders rest far
 * below the market and cost {@link #COST_MINOR} each, fee included.
 *
 * <p>Invariant: an order is in {@code sent} before its request leaves, and in {@code acknowledged} only after its answer
 * has come.
 */
public final class OrderFlow {
    /** What one resting order holds: 0.01 ETH at 100 CNY, and the taker's fee of 0.1 %, rounded up to a fen. */
    public static final long COST_MINOR = 101;

    private static final int CANCEL_EVERY = 3;

    private final ApiSession customer;
    private final Map<String, String> sent = new TreeMap<>();
    private final Map<String, Acknowledged> acknowledged = new HashMap<>();
    private final Map<String, String> cancelsInFlight = new HashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger answers = new AtomicInteger();
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    /**
     * An order that was answered.
     *
     * @param status what the last answer about it said
     */
    public record Acknowledged(String orderId, String status) {}

    public OrderFlow(ApiSession customer) {
        this.customer = customer;
    }

    /** Begins, on a thread of its own; ends when nobody answers any more. */
    public void start() {
        stopped.set(false);
        thread = Thread.ofVirtual().start(this::flow);
    }

    /** Orders and cancellations that were answered so far. */
    public int answers() {
        return answers.get();
    }

    /** Waits until it has noticed that nobody answers, or tells it to end. */
    public void awaitEnd() throws InterruptedException {
        stopped.set(true);
        thread.join();
    }

    /** By client order id. Read it after the end. */
    public Map<String, Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** Client order ids of requests that were never answered. */
    public List<String> unanswered() {
        return sent.keySet().stream()
                .filter(id -> !acknowledged.containsKey(id))
                .toList();
    }

    /** Whether a cancellation of this order was sent and not answered. */
    public boolean isCancelInFlight(String clientOrderId) {
        return cancelsInFlight.containsKey(clientOrderId);
    }

    /** Sends a request that was never answered again, as it was, and writes down the answer. */
    public ApiSession.Answer repeat(ApiSession session, String clientOrderId) {
        ApiSession.Answer answer = session.post("/api/v1/orders", order(clientOrderId), key(clientOrderId));
        if (answer.status() == 201) {
            note(clientOrderId, answer.json());
        }
        return answer;
    }

    private void flow() {
        try {
            for (int number = 1; !stopped.get(); number++) {
                String clientOrderId = "flow-" + UUID.randomUUID();
                sent.put(clientOrderId, UUID.randomUUID().toString());
                note(
                        clientOrderId,
                        customer.post("/api/v1/orders", order(clientOrderId), key(clientOrderId))
                                .require(201)
                                .json());
                answers.incrementAndGet();
                if (number % CANCEL_EVERY == 0) {
                    cancel(clientOrderId);
                }
            }
        } catch (UncheckedIOException e) {
            // The process is gone: what this flow waits for. What was under way stays unanswered.
            stopped.set(true);
        } catch (AssertionError refused) {
            // A process that stops refuses what it can no longer do; that is no acknowledgement either.
            if (!String.valueOf(refused.getMessage()).contains("status=503")) {
                throw refused;
            }
        }
    }

    private void cancel(String clientOrderId) {
        String orderId = Objects.requireNonNull(acknowledged.get(clientOrderId)).orderId();
        cancelsInFlight.put(clientOrderId, orderId);
        JsonNode order =
                customer.delete("/api/v1/orders/" + orderId).require(200).json();
        note(clientOrderId, order);
        cancelsInFlight.remove(clientOrderId);
        answers.incrementAndGet();
    }

    private void note(String clientOrderId, JsonNode order) {
        acknowledged.put(
                clientOrderId,
                new Acknowledged(
                        order.path("id").asString(), order.path("status").asString()));
    }

    private String key(String clientOrderId) {
        return Objects.requireNonNull(sent.get(clientOrderId));
    }

    private static String order(String clientOrderId) {
        return """
            {"symbol":"ETH-CNY","side":"BUY","type":"LIMIT","price":"100","quantity":"0.01","clientOrderId":"%s"}\
            """.formatted(clientOrderId);
    }
}
