package io.pharos.platform.trading.entry;

import io.pharos.cluster.client.CoreClient;
import io.pharos.cluster.client.OverloadedException;
import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreCommand.PlaceOrder;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.FieldProblem;
import io.pharos.platform.edge.ProblemCode;
import io.pharos.platform.trading.entry.OrderForms.NewOrder;
import io.pharos.protocol.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Sends orders to the core. Nothing here blocks: a request thread waits for the stage, an order stream pipelines.
 *
 * <p>{@link #claim} and {@link #send} are apart so that a stream can claim the own ids of many orders at once and still
 * send the commands strictly in order.
 */
public final class OrderEntry {
    private final Supplier<CoreClient> core;
    private final ClientOrders clientOrders;
    private final AccountWrites writes;

    /**
     * Makes the entry.
     *
     * @param core asked with each command, as the core may start later than the web server
     */
    public OrderEntry(Supplier<CoreClient> core, ClientOrders clientOrders, AccountWrites writes) {
        this.core = core;
        this.clientOrders = clientOrders;
        this.writes = writes;
    }

    /** What became of a command. */
    public sealed interface Result {
        /** Committed. */
        record Done(CommandReply reply) implements Result {}

        /** Refused, by us or by the core, or not known; the sequence of the refusal in the journal, 0 = it has none. */
        record Refused(FieldProblem problem, long sequence) implements Result {}
    }

    /** The command of an order that may be sent now, or why it may not. */
    public sealed interface Claimed {
        /** It may be sent. */
        record Ready(long clientId, long commandId, PlaceOrder command) implements Claimed {}

        /** Its own id was used before, or could not be stored. */
        record Refused(FieldProblem problem) implements Claimed {}
    }

    /** This process's id at the core. */
    public long clientId() {
        return core.get().clientId();
    }

    /** An id for a command that is yet to be stored. */
    public long nextCommandId() {
        return core.get().nextCommandId();
    }

    /** Claims the order's own id, if it has one, for the command with this id. */
    public CompletionStage<Claimed> claim(NewOrder order, long clientId, long commandId) {
        String own = order.clientOrderId();
        if (own == null) {
            return CompletableFuture.completedFuture(new Claimed.Ready(clientId, commandId, order.command()));
        }
        return clientOrders
                .claim(order.command().accountId(), own, clientId, commandId)
                .thenApply(claim -> claim.clientId() == clientId && claim.commandId() == commandId
                        ? new Claimed.Ready(clientId, commandId, tagged(order.command(), claim.clientTag()))
                        : new Claimed.Refused(
                                FieldProblem.of("/clientOrderId", TradingProblem.DUPLICATE_CLIENT_ORDER_ID, own)));
    }

    /** Sends a claimed order. Orders that are sent one after the other reach the core in that order. */
    public CompletionStage<Result> send(Claimed claimed) {
        if (claimed instanceof Claimed.Ready ready) {
            return send(ready.command().accountId(), ready.clientId(), ready.commandId(), ready.command());
        }
        return CompletableFuture.completedFuture(new Result.Refused(((Claimed.Refused) claimed).problem(), 0));
    }

    /** Sends orders that are placed together; their own id was claimed for the first. */
    public CompletionStage<Result> send(Claimed claimed, LongFunction<? extends CoreCommand> tagged) {
        return claimed instanceof Claimed.Ready ready
                ? send(
                        ready.command().accountId(),
                        ready.clientId(),
                        ready.commandId(),
                        tagged.apply(ready.command().clientTag()))
                : send(claimed);
    }

    /** Sends any other command of an account, with a new id. */
    public CompletionStage<Result> send(long accountId, CoreCommand command) {
        return send(accountId, clientId(), nextCommandId(), command);
    }

    /**
     * Sends a command, for the first time or again.
     *
     * @param clientId whose command it is: one of an earlier process is not sent again but asked for, and fenced, so that
     *     the answer is final
     */
    public CompletionStage<Result> send(long accountId, long clientId, long commandId, CoreCommand command) {
        CoreClient client = core.get();
        CompletionStage<CommandReply> reply;
        try {
            reply = clientId == client.clientId()
                    ? client.submit(commandId, command)
                    : client.ask(clientId, commandId, true);
        } catch (OverloadedException e) {
            return CompletableFuture.completedFuture(refused(EdgeProblem.ROLE_UNAVAILABLE, "core", "-"));
        }
        return reply.handle((answer, failure) -> {
            if (failure == null) {
                return result(accountId, answer);
            }
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            return cause instanceof OverloadedException
                    ? refused(EdgeProblem.ROLE_UNAVAILABLE, "core", "-")
                    : refused(EdgeProblem.EXECUTION_UNKNOWN);
        });
    }

    private Result result(long accountId, CommandReply reply) {
        if (!reply.isAccepted()) {
            return new Result.Refused(
                    FieldProblem.of(
                            pointer(reply.outcome()),
                            TradingProblem.of(reply.outcome()),
                            reply.outcome().name()),
                    reply.sequence());
        }
        writes.wrote(accountId, reply.sequence());
        return new Result.Done(reply);
    }

    private static Result refused(ProblemCode code, Object... arguments) {
        return new Result.Refused(FieldProblem.of("", code, arguments), 0);
    }

    /** The field that the customer should look at. */
    private static String pointer(Outcome outcome) {
        return switch (outcome) {
            case PRICE_NOT_POSITIVE,
                    PRICE_TOO_LARGE,
                    PRICE_OUTSIDE_BAND,
                    PRICE_OUTSIDE_COLLAR,
                    PROTECTION_PRICE_REQUIRED -> "/price";
            case QUANTITY_NOT_POSITIVE,
                    QUANTITY_TOO_LARGE,
                    OFF_LOT,
                    QUANTITY_BELOW_FILLED,
                    INSUFFICIENT_HOLDINGS,
                    NOTIONAL_OVERFLOW,
                    ORDER_QUANTITY_LIMIT,
                    ORDER_NOTIONAL_LIMIT,
                    CONCENTRATION_LIMIT -> "/quantity";
            case INSTRUMENT_NOT_FOUND, INSTRUMENT_PENDING, INSTRUMENT_HALTED, INSTRUMENT_CLOSED, INSTRUMENT_BLOCKED ->
                "/symbol";
            case POST_ONLY_NOT_ALLOWED, WOULD_TAKE -> "/postOnly";
            case TIME_IN_FORCE_NOT_ALLOWED, NOT_IN_THIS_PHASE -> "/timeInForce";
            case EXPIRY_INVALID -> "/expiresAt";
            case TRIGGER_INVALID -> "/triggerPrice";
            case DISPLAY_INVALID -> "/displayQuantity";
            case MINIMUM_INVALID, MINIMUM_NOT_MET -> "/minimumQuantity";
            case LIMIT_VALUE_INVALID -> "/value";
            case LINK_INVALID -> "/other";
            case PEG_INVALID -> "/pegReference";
            case BRACKET_INVALID -> "/takeProfitPrice";
            case EXIT_NOT_SELLABLE, PEGGED_ORDERS_LIMIT -> "/symbol";
            default -> "";
        };
    }

    private static PlaceOrder tagged(PlaceOrder order, long clientTag) {
        return new PlaceOrder(
                order.accountId(),
                order.instrumentId(),
                order.side(),
                order.orderType(),
                order.timeInForce(),
                order.postOnly(),
                order.priceTicks(),
                order.quantityLots(),
                clientTag,
                order.conditions());
    }
}
