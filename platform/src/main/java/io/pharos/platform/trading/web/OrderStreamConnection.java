package io.pharos.platform.trading.web;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand.CancelOrder;
import io.pharos.cluster.message.CoreCommand.ReplaceOrder;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.stream.Limits;
import io.pharos.platform.stream.Outbox;
import io.pharos.platform.trading.entry.OrderEntry.Claimed;
import io.pharos.platform.trading.entry.OrderEntry.Result;
import io.pharos.platform.trading.entry.OrderForms.NewOrder;
import io.pharos.platform.trading.entry.PlaceForm;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.web.OrderStreamActions.Target;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One program's orders, strictly in order.
 *
 * <pre>{@code
 * receive ─► claim own ids (grouped) ─► submit, in order ─► core ─► reply, in order
 * }</pre>
 *
 * <p>Invariants: commands reach the core in the order of the requests, and replies leave in that order. Up to
 * {@value #IN_FLIGHT_MAX} requests are under way; a program that sends more is not read until one is answered. A change
 * of an order whose placing is still under way waits for that reply, and with it everything behind.
 */
final class OrderStreamConnection {
    static final int IN_FLIGHT_MAX = 1_024;
    private static final int KNOWN_ORDERS_MAX = 200_000;
    private static final int CREATED = 201;
    private static final int OK = 200;

    private record Pending(
            String id,
            int status,
            CompletableFuture<Result> result,
            @Nullable NewOrder order) {}

    /** The next step of a request, run when it is its turn to be submitted. */
    private record Step(
            String id,
            @Nullable CompletionStage<Claimed> claimed,
            JsonNode request,
            @Nullable NewOrder order) {}

    private final long accountId;
    private final OrderStreamActions actions;
    private final ObjectMapper json;
    private final Function<ProblemException, String> render;
    private final Outbox outbox;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT_MAX);
    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(IN_FLIGHT_MAX);
    private final BlockingQueue<Pending> replies = new ArrayBlockingQueue<>(IN_FLIGHT_MAX);
    private final Map<String, CompletableFuture<Target>> byOwnId = new ConcurrentHashMap<>();
    private final Thread submitter;
    private final Thread replier;

    OrderStreamConnection(
            WebSocketSession session,
            long accountId,
            OrderStreamActions actions,
            ObjectMapper json,
            Function<ProblemException, String> render) {
        this.accountId = accountId;
        this.actions = actions;
        this.json = json;
        this.render = render;
        this.outbox = new Outbox(session, idle -> {});
        this.submitter =
                Thread.ofVirtual().name("orders-submit-" + session.getId()).unstarted(this::submitAll);
        this.replier =
                Thread.ofVirtual().name("orders-reply-" + session.getId()).unstarted(this::replyAll);
    }

    void open() {
        outbox.start();
        submitter.start();
        replier.start();
    }

    void close() {
        submitter.interrupt();
        replier.interrupt();
        outbox.close(CloseStatus.NORMAL);
    }

    /**
     * Ends the connection, because its session has ended. What has been submitted is executed all the same; no reply to it
     * is sent, and no further request is taken.
     */
    void sessionEnded() {
        submitter.interrupt();
        outbox.close(new CloseStatus(Limits.SESSION_ENDED, "session ended"));
    }

    /** Takes one request; waits while too many are under way. */
    void request(String text) throws InterruptedException {
        if (outbox.isClosed()) {
            return;
        }
        inFlight.acquire();
        JsonNode request;
        try {
            request = json.readTree(text);
        } catch (JacksonException e) {
            request = json.createObjectNode().put("op", "malformed");
        }
        String id = request.path("id").asString("");
        NewOrder order = null;
        CompletionStage<Claimed> claimed = null;
        if (request.path("op").asString("").equals("place")) {
            try {
                order = place(request.path("params"));
                claimed = actions.entry()
                        .claim(
                                order,
                                actions.entry().clientId(),
                                actions.entry().nextCommandId());
            } catch (ProblemException refusal) {
                claimed = CompletableFuture.failedFuture(refusal);
            }
        }
        steps.put(new Step(id, claimed, request, order));
    }

    private NewOrder place(JsonNode params) {
        PlaceForm form;
        try {
            form = json.treeToValue(params, PlaceForm.class);
        } catch (JacksonException e) {
            throw ProblemException.at("/params", EdgeProblem.VALUE_MALFORMED);
        }
        return actions.forms().check(accountId, form).orThrow();
    }

    private void submitAll() {
        try {
            while (!outbox.isClosed()) {
                replies.put(submit(steps.take()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Pending submit(Step step) throws InterruptedException {
        JsonNode params = step.request().path("params");
        NewOrder order = step.order();
        CompletionStage<Claimed> claimed = step.claimed();
        CompletableFuture<Result> result;
        try {
            if (claimed != null) {
                result = actions.entry().send(get(claimed)).toCompletableFuture();
                remember(order, result);
                return new Pending(step.id(), CREATED, result, order);
            }
            result = switch (step.request().path("op").asString("")) {
                case "replace" -> replace(params);
                case "cancel" -> cancel(params);
                case "malformed" -> throw new ProblemException(EdgeProblem.MALFORMED_JSON);
                default -> throw ProblemException.at("/op", EdgeProblem.VALUE_MALFORMED);
            };
        } catch (ProblemException refusal) {
            result = CompletableFuture.failedFuture(refusal);
        }
        return new Pending(step.id(), OK, result, order);
    }

    private CompletableFuture<Result> replace(JsonNode params) throws InterruptedException {
        String own = text(params, "clientOrderId");
        String price = text(params, "price");
        Target named = target(params, own);
        Target target = price == null ? actions.priced(accountId, named) : named;
        Instrument instrument = target.instrument();
        String trigger = text(params, "triggerPrice");
        String quantity = text(params, "quantity");
        long ticks = price == null
                ? target.priceTicks()
                : actions.forms().price(instrument, price).orThrow();
        long lots = quantity == null
                ? target.quantityLots()
                : actions.forms().quantity(instrument, quantity).orThrow();
        long triggerTicks = trigger == null
                ? 0
                : actions.forms().price("/triggerPrice", instrument, trigger).orThrow();
        CompletableFuture<Result> result = actions.entry()
                .send(accountId, new ReplaceOrder(accountId, target.orderId(), ticks, lots, triggerTicks))
                .toCompletableFuture();
        if (own != null && byOwnId.containsKey(own)) {
            Target changed = new Target(target.orderId(), instrument, ticks, lots, true);
            byOwnId.put(own, result.thenApply(r -> r instanceof Result.Done ? changed : target));
        }
        return result;
    }

    private CompletableFuture<Result> cancel(JsonNode params) throws InterruptedException {
        String own = text(params, "clientOrderId");
        Target target = target(params, own);
        if (own != null) {
            byOwnId.remove(own);
        }
        return actions.entry()
                .send(accountId, new CancelOrder(accountId, target.orderId()))
                .toCompletableFuture();
    }

    private Target target(JsonNode params, @Nullable String own) throws InterruptedException {
        CompletableFuture<Target> here = own == null ? null : byOwnId.get(own);
        return here == null ? actions.find(accountId, text(params, "orderId"), own) : get(here);
    }

    /** Orders of this connection are found by their own id without the tables, as soon as they are accepted. */
    private void remember(@Nullable NewOrder order, CompletableFuture<Result> result) {
        if (order == null || order.clientOrderId() == null) {
            return;
        }
        if (byOwnId.size() > KNOWN_ORDERS_MAX) {
            byOwnId.clear(); // the tables know them all
        }
        byOwnId.put(order.clientOrderId(), result.thenApply(r -> {
            if (r instanceof Result.Done done) {
                return new Target(
                        done.reply().entityId(),
                        order.instrument(),
                        order.command().priceTicks(),
                        order.command().quantityLots(),
                        !order.isPricedByCore());
            }
            throw new ProblemException(TradingProblem.ORDER_NOT_FOUND);
        }));
    }

    private void replyAll() {
        try {
            while (!outbox.isClosed()) {
                Pending pending = replies.take();
                outbox.put(reply(pending));
                inFlight.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String reply(Pending pending) throws InterruptedException {
        ObjectNode reply = json.createObjectNode().put("id", pending.id());
        try {
            Result result = get(pending.result());
            if (result instanceof Result.Done done) {
                reply.put("status", pending.status());
                result(reply.putObject("result"), pending.order(), done.reply());
                return json.writeValueAsString(reply);
            }
            Result.Refused refused = (Result.Refused) result;
            return refused(reply, Replies.problem(refused.problem()), refused.sequence());
        } catch (ProblemException refusal) {
            return refused(reply, refusal, 0);
        }
    }

    private String refused(ObjectNode reply, ProblemException refusal, long sequence) {
        reply.put("status", refusal.code().status());
        ObjectNode error = (ObjectNode) json.readTree(render.apply(refusal));
        if (sequence != 0) {
            error.put("sequence", sequence);
        }
        reply.set("error", error);
        return json.writeValueAsString(reply);
    }

    private static void result(ObjectNode result, @Nullable NewOrder order, CommandReply reply) {
        result.put("orderId", "ord_" + reply.entityId());
        if (order != null) {
            Instrument instrument = order.instrument();
            result.put("clientOrderId", order.clientOrderId())
                    .put("status", Views.status(order.command(), reply).name())
                    .put("filledQuantity", instrument.formatQuantity(reply.filledLots()))
                    .put("remainingQuantity", instrument.formatQuantity(reply.remainingLots()));
        }
        result.put("sequence", reply.sequence());
    }

    private static <T> T get(CompletionStage<T> stage) throws InterruptedException {
        try {
            return stage.toCompletableFuture().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException refusal) {
                throw refusal;
            }
            throw new ProblemException(EdgeProblem.INTERNAL_ERROR);
        }
    }

    private static @Nullable String text(JsonNode params, String name) {
        return params.hasNonNull(name) ? params.path(name).asString() : null;
    }
}
