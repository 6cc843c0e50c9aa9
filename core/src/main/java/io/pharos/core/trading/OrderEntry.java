package io.pharos.core.trading;

import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.command.Result;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an order that has passed its checks.
 *
 * <pre>
 *   place --> matched at once --> rests --filled, cancelled, expired--> ended
 *     |         ^      |           ^  |
 *     |         |      |           +--+ replaced: may trade again
 *     |         |      +--filled, or its remainder cancelled--> ended
 *     +--> waits for its trigger price --cancelled, expired, refused when set off--> ended
 * </pre>
 *
 * In a call nothing is matched: an order rests, though it may cross. An order at the close is parked until its auction.
 */
final class OrderEntry implements Sessions.Opened {
    private final OrderChecks checks;
    private final OpenOrders orders;
    private final OrderChanges changes;
    private final OrderEvents events;
    private final Matching matching;
    private final Clearing clearing;
    private final StopOrders stops;

    private @Nullable Sessions sessions;
    private @Nullable LinkedOrders links;

    /** Takes the fills of other orders that were set off: the reply to a command names its own order only. */
    private final Result ignored = new Result();

    OrderEntry(
            OrderChecks checks,
            OpenOrders orders,
            OrderChanges changes,
            OrderEvents events,
            Matching matching,
            Clearing clearing) {
        this.checks = checks;
        this.orders = orders;
        this.changes = changes;
        this.events = events;
        this.matching = matching;
        this.clearing = clearing;
        stops = new StopOrders(orders);
    }

    /** Says who interrupts trading where a price leaves its collar. */
    void sessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Says who passes on what befalls linked orders. */
    void links(LinkedOrders links) {
        this.links = links;
    }

    /** Enters an order; the checks of this command have just accepted it. */
    void place(PlaceOrder command, Result result) {
        Instrument instrument = checks.instrument();
        Order order = orders.take(command, checks.accountIndex, instrument);
        order.priceTicks = checks.priceTicks;
        order.triggerTicks = checks.triggerTicks;
        order.holdSlot = checks.holdSlot;
        result.entityId = order.orderId;
        if (command.orderType.isConditional()) {
            order.waits = true;
            events.accepted(order, command.orderType, 0);
            result.remainingLots = order.remainingLots();
            orders.queue(order);
            stops.begin(order);
        } else {
            changes.hold(order, checks.holdMinor);
            events.accepted(order, command.orderType, checks.effectivePriceTicks);
            boolean rests = isForAuction(instrument, order);
            if (rests || command.orderType == OrderType.MARKET_TO_LIMIT) {
                order.orderType = OrderType.LIMIT;
            }
            if (rests) {
                order.parked = order.timeInForce == TimeInForce.AT_CLOSE && instrument.phase() != Phase.CLOSING_AUCTION;
                rest(order, result);
            } else {
                match(order, checks.effectivePriceTicks, result);
            }
        }
        setOffStops(instrument, result);
    }

    /**
     * Enters a limit order and a stop, linked; the checks have just accepted the stop and then the limit order. The stop
     * waits before the limit order may trade, so that it loses what that one fills; and as the orders of an account come to
     * stay in the order of their ids, it has the lower one.
     *
     * @param triggerTicks that the checks gave the stop
     */
    void placePair(PlaceOrder limit, PlaceOrder stop, long triggerTicks, Result result) {
        Instrument instrument = checks.instrument();
        Order waiting = orders.take(stop, checks.accountIndex, instrument);
        Order order = orders.take(limit, checks.accountIndex, instrument);
        order.priceTicks = checks.priceTicks;
        order.triggerTicks = 0;
        order.holdSlot = checks.holdSlot;
        order.linkedOrderId = waiting.orderId;
        waiting.priceTicks = stop.priceTicks;
        waiting.triggerTicks = triggerTicks;
        waiting.holdSlot = checks.holdSlot;
        waiting.waits = true;
        waiting.linkedOrderId = order.orderId;
        result.entityId = order.orderId;
        events.accepted(waiting, stop.orderType, 0);
        changes.hold(order, checks.holdMinor);
        events.accepted(order, limit.orderType, checks.effectivePriceTicks);
        events.linked(order, waiting);
        orders.queue(waiting);
        stops.begin(waiting);
        if (isForAuction(instrument, order)) {
            rest(order, result);
        } else {
            match(order, checks.effectivePriceTicks, result);
        }
        setOffStops(instrument, result);
    }

    /** Whether an order is for an auction to come, and does not trade now. */
    static boolean isForAuction(Instrument instrument, Order order) {
        return instrument.phase().isCall() || order.timeInForce == TimeInForce.AT_CLOSE;
    }

    /** Changes an order; the checks of this command have just accepted it. */
    void replace(ReplaceOrder command, Order order, Result result) {
        long oldPriceTicks = order.priceTicks;
        long oldQuantityLots = order.quantityLots;
        boolean keepsPriority = command.priceTicks == oldPriceTicks
                && command.quantityLots < oldQuantityLots
                && checks.triggerTicks == order.triggerTicks;
        if (keepsPriority) {
            order.instrument().book.sideOf(order).reduce(order, command.quantityLots);
        } else {
            orders.leaveQueue(order);
        }
        order.priceTicks = command.priceTicks;
        order.quantityLots = command.quantityLots;
        order.triggerTicks = checks.triggerTicks;
        changes.hold(order, checks.holdMinor);
        events.replaced(order, oldPriceTicks, oldQuantityLots, keepsPriority);
        result.filledLots = order.filledLots;
        result.remainingLots = order.remainingLots();
        if (keepsPriority) {
            orders.changed(order);
            showPart(order);
        } else if (order.waits) {
            orders.queue(order);
        } else if (isForAuction(order.instrument(), order)) {
            rest(order, result);
        } else {
            match(order, order.priceTicks, result);
        }
        setOffStops(checks.instrument(), result);
    }

    /** Matches an order that stands in no queue, and rests or ends what is left of it. */
    private void match(Order order, long limitTicks, Result result) {
        boolean mayStay = matching.match(order, limitTicks);
        result.filledLots = order.filledLots;
        result.remainingLots = 0;
        if (order.remainingLots() == 0) {
            clearing.releaseRest(order);
            changes.endFilled(order);
        } else if (!mayStay) {
            changes.cancelUnqueued(order, CancelReason.SELF_TRADE);
        } else if (order.mayRest()) {
            rest(order, result);
        } else {
            changes.cancelUnqueued(order, CancelReason.IOC_REMAINDER);
        }
    }

    private void rest(Order order, Result result) {
        result.remainingLots = order.remainingLots();
        orders.queue(order);
        showPart(order);
    }

    /** Says what the book shows of a resting order that does not show all. */
    private void showPart(Order order) {
        if (order.displayLots != 0 && !order.waits && !order.parked) {
            events.refreshed(order);
        }
    }

    @Override
    public void onOpened(Instrument instrument) {
        setOffStops(instrument, ignored);
    }

    /**
     * Looks what the trades of an order brought about: sets off the orders whose trigger price the last price has reached,
     * one by one, since each may move it; interrupts trading where an order met a collar, or the market moved too far.
     */
    private void setOffStops(Instrument instrument, Result result) {
        links().complete();
        if (instrument.phase() != Phase.OPEN) {
            return;
        }
        afterMatch(instrument);
        while (instrument.phase() == Phase.OPEN && instrument.lastPriceTicks != 0) {
            stops.follow(instrument);
            Order order = instrument.book.firstSetOffBy(instrument.lastPriceTicks);
            if (order == null) {
                return;
            }
            setOff(order, instrument, order.orderId == result.entityId ? result : ignored);
            links().complete();
            afterMatch(instrument);
        }
    }

    private void afterMatch(Instrument instrument) {
        Sessions of = sessions;
        if (of != null && matching.takeMetCollar()) {
            of.interrupt(instrument);
        } else {
            instrument.book.checkNotCrossed();
        }
        if (of != null && instrument.session.calendarId != 0) {
            of.priceMoved(instrument);
        }
    }

    private void setOff(Order order, Instrument instrument, Result result) {
        long triggerTicks = order.triggerTicks;
        OrderType becomes = StopOrders.becomes(order.orderType);
        orders.leaveQueue(order);
        endLink(order);
        order.waits = false;
        order.triggerTicks = 0;
        order.trailTicks = 0;
        order.trailPpm = 0;
        order.orderType = becomes;
        Outcome outcome = checks.checkSetOff(order, becomes);
        if (outcome == Outcome.ACCEPTED) {
            changes.hold(order, checks.holdMinor);
            events.triggered(order, triggerTicks, instrument.lastPriceTicks, checks.effectivePriceTicks, outcome);
            match(order, checks.effectivePriceTicks, result);
        } else {
            events.triggered(order, triggerTicks, instrument.lastPriceTicks, 0, outcome);
            result.remainingLots = 0;
            changes.cancelUnqueued(order, CancelReason.TRIGGER_REFUSED);
        }
    }

    /** A stop that is set off goes on alone: the order linked to it is cancelled, and what it held is free. */
    private void endLink(Order order) {
        Order other = order.linkedOrderId == 0 ? null : orders.find(order.linkedOrderId);
        order.linkedOrderId = 0;
        if (other != null) {
            other.linkedOrderId = 0;
            changes.cancelQueued(other, CancelReason.LINKED);
        }
    }

    private LinkedOrders links() {
        LinkedOrders of = links;
        if (of == null) {
            throw new IllegalStateException("no links");
        }
        return of;
    }
}
