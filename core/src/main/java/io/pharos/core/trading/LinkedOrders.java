package io.pharos.core.trading;

import io.pharos.core.command.PlaceOco;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.Result;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of orders of which one cancels the other: of each, a limit order or one that waits for its trigger price.
 *
 * <pre>
 *   linked --limit order filled in part--> linked, the other loses as much
 *     |  |
 *     |  +--one ends: filled, cancelled, expired--> the other is cancelled
 *     +--one is set off--> the other is cancelled first, and the one that was set off goes on alone
 * </pre>
 *
 * <p>Invariant between commands: both have the same account, instrument and open quantity, and no two limit orders are on one
 * side: of these the one with the better price would always trade first. So nothing is ever held twice: what waits holds
 * nothing, and when it is set off the hold of the other is free again; two limit orders hold different assets. What befalls
 * an order is passed on to its partner once the orders are not being walked: one match meets no more than one of a pair.
 */
final class LinkedOrders {
    private final OrderChecks checks;
    private final OpenOrders orders;
    private final OrderChanges changes;
    private final OrderEvents events;
    private final OrderEntry entry;
    private final Admitted ofFirst = new Admitted();
    private final Admitted ofOther = new Admitted();
    private final Result ignored = new Result();
    private final PlaceOrder first = new PlaceOrder();
    private final PlaceOrder other = new PlaceOrder();

    LinkedOrders(OrderChecks checks, OpenOrders orders, OrderChanges changes, OrderEvents events, OrderEntry entry) {
        this.checks = checks;
        this.orders = orders;
        this.changes = changes;
        this.events = events;
        this.entry = entry;
    }

    /** Places both orders, or none. */
    Outcome place(PlaceOco command, Result result) {
        boolean isKnown = command.side != Side.NONE
                && command.otherSide != Side.NONE
                && command.orderType != OrderType.NONE
                && command.otherOrderType != OrderType.NONE
                && command.timeInForce != TimeInForce.NONE;
        if (!isKnown) {
            return Outcome.MALFORMED;
        }
        if (!canBeLinked(command)) {
            return Outcome.LINK_INVALID;
        }
        fill(command);
        Outcome outcome = checks.check(other);
        if (outcome == Outcome.ACCEPTED) {
            ofOther.take(checks);
            outcome = checks.checkBeside(first);
        }
        if (outcome == Outcome.ACCEPTED) {
            ofFirst.take(checks);
            Instrument of = checks.instrument();
            Order otherOrder = accept(other, ofOther, of);
            Order order = accept(first, ofFirst, of);
            result.entityId = order.orderId;
            enter(order, otherOrder, result);
            entry.settle(of, result);
        }
        return outcome;
    }

    /** Takes an order that is to be linked; it stands nowhere yet. */
    Order accept(PlaceOrder form, Admitted admitted, Instrument of) {
        Order order = orders.take(form, admitted.accountIndex, of);
        order.priceTicks = admitted.priceTicks;
        order.triggerTicks = admitted.triggerTicks;
        order.holdSlot = admitted.holdSlot;
        changes.hold(order, admitted.holdMinor);
        events.accepted(order, form.orderType, admitted.effectivePriceTicks);
        orders.know(order);
        return order;
    }

    /**
     * Links two orders that stand nowhere, the one with the lower id second, and lets them wait and trade. The one that does
     * not trade at once comes to stay first, so that it loses what the other one fills.
     */
    void enter(Order order, Order otherOrder, Result result) {
        order.linkedOrderId = otherOrder.orderId;
        otherOrder.linkedOrderId = order.orderId;
        events.linked(order, otherOrder);
        if (order.orderType.isConditional()) {
            result.remainingLots = order.remainingLots();
            entry.await(order);
            stay(otherOrder, ignored);
        } else if (otherOrder.orderType.isConditional() || !takes(otherOrder)) {
            stay(otherOrder, ignored);
            stay(order, result);
        } else {
            stay(order, result);
            stay(otherOrder, ignored);
        }
    }

    private void stay(Order order, Result result) {
        if (order.orderType.isConditional()) {
            entry.await(order);
        } else {
            entry.enter(order, result);
        }
    }

    private static boolean takes(Order order) {
        return order.instrument().book.opposite(order.side).wouldTrade(order.priceTicks);
    }

    /** Passes on to the partners what befell orders. */
    void complete() {
        for (long orderId = orders.takeTouchedPartner(); orderId != 0; orderId = orders.takeTouchedPartner()) {
            Order partner = orders.find(orderId);
            if (partner != null && partner.linkedOrderId != 0) {
                follow(partner, orders.find(partner.linkedOrderId));
            }
        }
    }

    /** Whether an order at another price would still not meet its partner in one auction. */
    static boolean staysApart(Order order, Order partner, long priceTicks) {
        if (order.waits || partner.waits || order.side == partner.side) {
            return true;
        }
        return order.isBuy() ? priceTicks < partner.priceTicks : priceTicks > partner.priceTicks;
    }

    private void follow(Order partner, @Nullable Order touched) {
        if (touched == null) {
            changes.cancelQueued(partner, CancelReason.LINKED);
        } else if (partner.remainingLots() > touched.remainingLots()) {
            changes.reduceQueued(partner, partner.remainingLots() - touched.remainingLots());
        }
    }

    /** Whether both stay, and neither would end the other at once. */
    private static boolean canBeLinked(PlaceOco command) {
        boolean stays = command.timeInForce == TimeInForce.GTC
                || command.timeInForce == TimeInForce.DAY
                || command.timeInForce == TimeInForce.GTD;
        boolean firstWaits = command.orderType.isConditional();
        boolean otherWaits = command.otherOrderType.isConditional();
        boolean isKind = (firstWaits || command.orderType == OrderType.LIMIT)
                && (otherWaits || command.otherOrderType == OrderType.LIMIT);
        return stays && isKind && isApart(command, firstWaits, otherWaits);
    }

    /**
     * Whether the prices at which the two act lie apart as their sides want it. Of one side, a limit order and a stop lie on
     * the two sides of the market; two stops may lie anywhere. Of two sides, a buy and a sell limit must not meet, nor may
     * two stops be set off by one price. A trailing stop that starts at its distance is apart.
     */
    private static boolean isApart(PlaceOco command, boolean firstWaits, boolean otherWaits) {
        boolean isOneSide = command.side == command.otherSide;
        if (isOneSide && firstWaits && otherWaits) {
            return true;
        }
        if (isOneSide && !firstWaits && !otherWaits) {
            return false;
        }
        long firstTicks = firstWaits ? command.triggerPriceTicks : command.priceTicks;
        long otherTicks = otherWaits ? command.otherTriggerPriceTicks : command.otherPriceTicks;
        if ((firstWaits && firstTicks == 0) || (otherWaits && otherTicks == 0)) {
            return true;
        }
        if (isOneSide) {
            long limitTicks = firstWaits ? otherTicks : firstTicks;
            long triggerTicks = firstWaits ? firstTicks : otherTicks;
            return command.side == Side.BUY ? triggerTicks > limitTicks : triggerTicks < limitTicks;
        }
        long buyTicks = command.side == Side.BUY ? firstTicks : otherTicks;
        long sellTicks = command.side == Side.BUY ? otherTicks : firstTicks;
        if (firstWaits != otherWaits) {
            return true;
        }
        return firstWaits ? buyTicks > sellTicks : buyTicks < sellTicks;
    }

    private void fill(PlaceOco command) {
        fill(first, command);
        first.side = command.side;
        first.orderType = command.orderType;
        first.priceTicks = command.priceTicks;
        first.triggerPriceTicks = command.triggerPriceTicks;
        first.trailTicks = command.trailTicks;
        first.trailPpm = command.trailPpm;
        fill(other, command);
        other.side = command.otherSide;
        other.orderType = command.otherOrderType;
        other.priceTicks = command.otherPriceTicks;
        other.triggerPriceTicks = command.otherTriggerPriceTicks;
        other.trailTicks = command.otherTrailTicks;
        other.trailPpm = command.otherTrailPpm;
    }

    private static void fill(PlaceOrder order, PlaceOco command) {
        order.accountId = command.accountId;
        order.instrumentId = command.instrumentId;
        order.timeInForce = command.timeInForce;
        order.quantityLots = command.quantityLots;
        order.clientTag = command.clientTag;
        order.expiresNanos = command.expiresNanos;
        order.selfTradePrevention = command.selfTradePrevention;
    }
}
