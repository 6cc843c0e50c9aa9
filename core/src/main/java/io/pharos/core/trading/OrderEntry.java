package io.pharos.core.trading;

import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.command.Result;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;

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
 */
final class OrderEntry {
    private final OrderChecks checks;
    private final OpenOrders orders;
    private final OrderChanges changes;
    private final OrderEvents events;
    private final Matching matching;
    private final Clearing clearing;
    private final StopOrders stops;

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
            if (order.trails() && instrument.lastPriceTicks > 0) {
                stops.follow(order, instrument.lastPriceTicks);
            }
        } else {
            changes.hold(order, checks.holdMinor);
            events.accepted(order, command.orderType, checks.effectivePriceTicks);
            if (command.orderType == OrderType.MARKET_TO_LIMIT) {
                order.orderType = OrderType.LIMIT;
            }
            match(order, checks.effectivePriceTicks, result);
        }
        setOffStops(instrument, result);
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
            result.remainingLots = order.remainingLots();
            orders.queue(order);
            showPart(order);
        } else {
            changes.cancelUnqueued(order, CancelReason.IOC_REMAINDER);
        }
    }

    /** Says what the book shows of a resting order that does not show all. */
    private void showPart(Order order) {
        if (order.displayLots != 0 && !order.waits) {
            events.refreshed(order);
        }
    }

    /** Sets off the orders whose trigger price the last price has reached, one by one: each may move the last price. */
    private void setOffStops(Instrument instrument, Result result) {
        instrument.book.checkNotCrossed();
        if (instrument.phase() != Phase.OPEN || instrument.lastPriceTicks == 0) {
            return;
        }
        stops.follow(instrument);
        Order order = instrument.book.firstSetOffBy(instrument.lastPriceTicks);
        while (order != null) {
            setOff(order, instrument, order.orderId == result.entityId ? result : ignored);
            instrument.book.checkNotCrossed();
            stops.follow(instrument);
            order = instrument.book.firstSetOffBy(instrument.lastPriceTicks);
        }
    }

    private void setOff(Order order, Instrument instrument, Result result) {
        long triggerTicks = order.triggerTicks;
        OrderType becomes = StopOrders.becomes(order.orderType);
        orders.leaveQueue(order);
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
}
