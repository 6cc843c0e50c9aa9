package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.message.OrderConditions;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries with exits as {@code docs/concepts/orders.md} says them: what is filled of an entry has a take-profit order and a stop for
 * as much, in the same step.
 */
final class RefBrackets {
    /** Orders that the core places for an entry. */
    static final int EXITS = 2;

    /** What an entry brings forth. */
    static final class Bracket {
        final CoreCommand.PlaceBracket terms;
        long covered;
        long takeProfitId;
        long stopId;

        Bracket(CoreCommand.PlaceBracket terms) {
            this.terms = terms;
        }

        /** Whether an entry of a type with a limit at a price lies between the exits. */
        boolean encloses(OrderType type, long price) {
            boolean isLimit = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
            return !isLimit || (price < terms.takeProfitTicks() && price > terms.stopTriggerTicks());
        }
    }

    /** Places orders as trading does. */
    interface Entry {
        /** The next order id. */
        long nextId();

        void accept(RefOrder order, CoreCommand.PlaceOrder command);

        void await(RefOrder order);

        void enterOrRest(RefOrder order);
    }

    private final RefState state;
    private final RefMatching matching;
    private final Entry entry;
    private Runnable catchUp = () -> {};

    RefBrackets(RefState state, RefMatching matching, Entry entry) {
        this.state = state;
        this.matching = matching;
        this.entry = entry;
    }

    /**
     * @param catchUp compares what is predicted so far, and counts what it moved
     */
    void begin(Runnable catchUp) {
        this.catchUp = catchUp;
    }

    /** The entry of a bracket, as if it came alone. */
    static CoreCommand.PlaceOrder entry(CoreCommand.PlaceBracket c) {
        return new CoreCommand.PlaceOrder(
                c.accountId(),
                c.instrumentId(),
                c.side(),
                c.orderType(),
                c.timeInForce(),
                false,
                c.priceTicks(),
                c.quantityLots(),
                c.clientTag(),
                new OrderConditions(
                        c.triggerPriceTicks(), 0, 0, 0, 0, c.expiresNanos(), c.selfTradePrevention(), false));
    }

    /** Covers the next entry that was filled; returns its instrument, null where all are covered. */
    @Nullable
    RefInstrument completeNext() {
        while (true) {
            RefOrder filled = matching.takeFilledEntry();
            if (filled == null) {
                return null;
            }
            Bracket bracket = filled.bracket;
            if (bracket != null && filled.filled > bracket.covered) {
                long lots = filled.filled - bracket.covered;
                bracket.covered = filled.filled;
                cover(filled, bracket, lots);
                return filled.of;
            }
        }
    }

    private void cover(RefOrder filled, Bracket bracket, long lots) {
        RefInstrument of = filled.of;
        catchUp.run();
        boolean canHold = canHold(filled, lots);
        RefOrder stop = bracket.stopId == 0 ? null : state.order(bracket.stopId);
        RefOrder profit = bracket.takeProfitId == 0 ? null : state.order(bracket.takeProfitId);
        boolean asPlaced = stop != null
                && stop.waits
                && (bracket.takeProfitId == 0 || (profit != null && profit.linked == stop.orderId && canHold));
        if (stop != null && asPlaced) {
            if (profit != null) {
                grow(profit, lots);
            }
            grow(stop, lots);
            return;
        }
        place(filled, bracket, lots, canHold && !of.outside(bracket.terms.takeProfitTicks()));
    }

    /** Whether the account can hold what the take-profit order sells: where settlement may keep it, the events say. */
    private boolean canHold(RefOrder filled, long lots) {
        int base = filled.of.terms.baseAssetId();
        boolean has = state.canSpend(filled.accountId, base, Math.multiplyExact(lots, filled.of.terms.lotMinor()));
        if (!has || state.settlement.credited(filled.accountId, base) == 0) {
            return has;
        }
        List<CoreEvent> events = matching.step().events();
        for (int i = matching.said(); i < events.size(); i++) {
            if (events.get(i) instanceof CoreEvent.OrderReplaced) {
                return true;
            }
            if (events.get(i) instanceof CoreEvent.ExitsPlaced placed) {
                return placed.takeProfitOrderId() != 0;
            }
        }
        return true;
    }

    private void grow(RefOrder order, long lots) {
        matching.leave(order);
        order.quantity += lots;
        order.hold = order.waits ? 0 : order.need(order.price, order.remaining());
        matching.say(Lines.replaced(
                order.orderId, order.price, order.quantity, order.trigger, order.filled, order.hold, false));
        order.toldTrigger = order.trigger;
        matching.queue(order);
    }

    private void place(RefOrder filled, Bracket bracket, long lots, boolean both) {
        CoreCommand.PlaceBracket terms = bracket.terms;
        CoreCommand.PlaceOrder stopForm = exit(
                terms,
                terms.stopType(),
                terms.stopPriceTicks(),
                lots,
                terms.stopTriggerTicks(),
                terms.stopTrailTicks(),
                terms.stopTrailPpm());
        RefOrder stop = new RefOrder(entry.nextId(), stopForm, filled.of);
        entry.accept(stop, stopForm);
        bracket.stopId = stop.orderId;
        bracket.takeProfitId = 0;
        if (!both) {
            matching.say(Lines.exits(filled.orderId, 0, stop.orderId));
            entry.await(stop);
            return;
        }
        CoreCommand.PlaceOrder form = exit(terms, OrderType.LIMIT, terms.takeProfitTicks(), lots, 0, 0, 0);
        RefOrder profit = new RefOrder(entry.nextId(), form, filled.of);
        entry.accept(profit, form);
        bracket.takeProfitId = profit.orderId;
        matching.say(Lines.exits(filled.orderId, profit.orderId, stop.orderId));
        profit.linked = stop.orderId;
        stop.linked = profit.orderId;
        matching.say(Lines.linked(profit.orderId, stop.orderId));
        entry.await(stop);
        entry.enterOrRest(profit);
    }

    private static CoreCommand.PlaceOrder exit(
            CoreCommand.PlaceBracket terms,
            OrderType type,
            long price,
            long lots,
            long trigger,
            long trailTicks,
            int trailPpm) {
        return new CoreCommand.PlaceOrder(
                terms.accountId(),
                terms.instrumentId(),
                Side.SELL,
                type,
                TimeInForce.GTC,
                false,
                price,
                lots,
                terms.clientTag(),
                new OrderConditions(trigger, trailTicks, trailPpm, 0, 0, 0, terms.selfTradePrevention(), false));
    }
}
