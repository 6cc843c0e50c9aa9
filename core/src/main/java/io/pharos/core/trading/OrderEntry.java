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

    private final PeggedOrders pegged;
    private final PeggedOrders.Entry peggedEntry = this::enterPegged;

    private @Nullable Sessions sessions;
    private @Nullable LinkedOrders links;
    private @Nullable BracketOrders brackets;

    /** Takes the fills of other orders that were set off: the reply to a command names its own order only. */
    private final Result ignored = new Result();

    OrderEntry(
            OrderChecks checks,
            OpenOrders orders,
            OrderChanges changes,
            OrderEvents events,
            Matching matching,
            Clearing clearing,
            PeggedOrders pegged) {
        this.checks = checks;
        this.orders = orders;
        this.changes = changes;
        this.events = events;
        this.matching = matching;
        this.clearing = clearing;
        this.pegged = pegged;
        stops = new StopOrders(orders, events);
    }

    /** Says who interrupts trading where a price leaves its collar. */
    void sessions(Sessions sessions) {
        this.sessions = sessions;
        stops.sessions(sessions);
    }

    /** Says who passes on what befalls linked orders, and who places the exits of what was filled. */
    void followers(LinkedOrders links, BracketOrders brackets) {
        this.links = links;
        this.brackets = brackets;
    }

    /** Enters an order; the checks of this command have just accepted it. */
    void place(PlaceOrder command, @Nullable Bracket bracket, Result result) {
        Instrument instrument = checks.instrument();
        Order order = orders.take(command, checks.accountIndex, instrument);
        order.priceTicks = checks.priceTicks;
        order.triggerTicks = checks.triggerTicks;
        order.holdSlot = checks.holdSlot;
        result.entityId = order.orderId;
        boolean isPegged = command.orderType == OrderType.PEGGED;
        boolean isConditional = command.orderType.isConditional();
        if (isPegged) {
            order.limitTicks = checks.priceTicks;
        }
        if (!isConditional) {
            changes.hold(order, checks.holdMinor);
        }
        events.accepted(order, command.orderType, isConditional || isPegged ? 0 : checks.effectivePriceTicks);
        if (bracket != null) {
            bracket.entryOrderId = order.orderId;
            order.bracket = bracket;
            events.bracketed(order, bracket);
        }
        if (isPegged) {
            result.remainingLots = order.remainingLots();
            pegged.park(order, 0);
        } else if (isConditional) {
            result.remainingLots = order.remainingLots();
            await(order);
        } else {
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
        settle(instrument, result);
    }

    /** Lets an order wait for its trigger price. */
    void await(Order order) {
        order.waits = true;
        orders.queue(order);
        stops.begin(order);
    }

    /** Enters a limit order that stands in no queue: it trades at once and rests, or rests only. */
    void enter(Order order, Result result) {
        if (isForAuction(order.instrument(), order) || order.instrument().phase() != Phase.OPEN) {
            rest(order, result);
        } else {
            match(order, order.priceTicks, result);
        }
    }

    private void enterPegged(Order order, Result result) {
        match(order, order.priceTicks, result);
        afterMatch(order.instrument());
    }

    /** Whether an order is for an auction to come, and does not trade now. */
    static boolean isForAuction(Instrument instrument, Order order) {
        return instrument.phase().isCall() || order.timeInForce == TimeInForce.AT_CLOSE;
    }

    /** Changes an order; the checks of this command have just accepted it. */
    void replace(ReplaceOrder command, Order order, Result result) {
        long oldPriceTicks = order.boundTicks();
        long oldQuantityLots = order.quantityLots;
        boolean keepsPriority = command.priceTicks == oldPriceTicks
                && command.quantityLots < oldQuantityLots
                && checks.triggerTicks == order.triggerTicks;
        if (keepsPriority) {
            order.instrument().book.sideOf(order).reduce(order, command.quantityLots);
        } else {
            orders.leaveQueue(order);
        }
        long workingTicks = order.isPegged() && !order.parked ? order.priceTicks : 0;
        if (!order.isPegged()) {
            order.priceTicks = command.priceTicks;
        } else {
            order.limitTicks = command.priceTicks;
        }
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
        } else if (order.isPegged()) {
            pegged.park(order, workingTicks);
            order.instrument().book.pegs.stale = true;
        } else if (isForAuction(order.instrument(), order)) {
            rest(order, result);
        } else {
            match(order, order.priceTicks, result);
        }
        settle(checks.instrument(), result);
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

    void rest(Order order, Result result) {
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
        settle(instrument, ignored);
    }

    @Override
    public void onTriggersDue(Instrument instrument) {
        stops.tell(instrument);
    }

    /** Looks at what a command or a step of time has changed without looking itself. */
    void settleTouched() {
        links().complete();
        for (Instrument of = brackets().completeNext();
                of != null;
                of = brackets().completeNext()) {
            settle(of, ignored);
        }
        for (Instrument of = orders.takeTouchedInstrument(); of != null; of = orders.takeTouchedInstrument()) {
            settle(of, ignored);
        }
    }

    /**
     * Looks what the trades of an order brought about: passes it on to linked orders, places exits, lets pegged orders
     * follow, and sets off the orders whose trigger price the last price has reached, one by one, since each may move it;
     * interrupts trading where an order met a collar, or the market moved too far.
     */
    void settle(Instrument instrument, Result result) {
        settleTrades(instrument, result);
        while (instrument.phase() == Phase.OPEN && instrument.lastPriceTicks != 0) {
            stops.follow(instrument);
            Order order = instrument.book.firstSetOffBy(instrument.lastPriceTicks);
            if (order == null || checks.isBlocked(instrument)) {
                return;
            }
            setOff(order, instrument, order.orderId == result.entityId ? result : ignored);
            settleTrades(instrument, result);
        }
    }

    private void settleTrades(Instrument instrument, Result result) {
        @Nullable Instrument of = instrument;
        while (of != null) {
            links().complete();
            if (of.phase() == Phase.OPEN) {
                afterMatch(of);
            }
            if (of != instrument) {
                orders.touch(of);
            }
            of = brackets().completeNext();
        }
        pegged.follow(instrument, peggedEntry, result, ignored);
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

    private BracketOrders brackets() {
        BracketOrders of = brackets;
        if (of == null) {
            throw new IllegalStateException("no brackets");
        }
        return of;
    }
}
