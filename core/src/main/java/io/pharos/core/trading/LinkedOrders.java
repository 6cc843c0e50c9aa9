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
 * Pairs of a limit order and a stop, of which one cancels the other.
 *
 * <pre>
 *   linked --limit order filled in part--> linked, the stop loses as much
 *     |  |
 *     |  +--one ends: filled, cancelled, expired--> the other is cancelled
 *     +--stop set off--> the limit order is cancelled first, and the stop goes on alone
 * </pre>
 *
 * <p>Invariant between commands: both have the same account, instrument, side and open quantity. Only the limit order holds
 * anything: the stop waits, and when it is set off the hold of the other is free again. What befalls an order is passed on to
 * its partner once the orders are not being walked.
 */
final class LinkedOrders {
    private final OrderChecks checks;
    private final OpenOrders orders;
    private final OrderChanges changes;
    private final OrderEntry entry;
    private final PlaceOrder limit = new PlaceOrder();
    private final PlaceOrder stop = new PlaceOrder();

    LinkedOrders(OrderChecks checks, OpenOrders orders, OrderChanges changes, OrderEntry entry) {
        this.checks = checks;
        this.orders = orders;
        this.changes = changes;
        this.entry = entry;
    }

    /** Places both orders, or none. */
    Outcome place(PlaceOco command, Result result) {
        boolean isKnown = command.side != Side.NONE
                && command.stopType != OrderType.NONE
                && command.timeInForce != TimeInForce.NONE;
        if (!isKnown) {
            return Outcome.MALFORMED;
        }
        if (!canBeLinked(command)) {
            return Outcome.LINK_INVALID;
        }
        fill(limit, command);
        limit.orderType = OrderType.LIMIT;
        limit.priceTicks = command.priceTicks;
        fill(stop, command);
        stop.orderType = command.stopType;
        stop.priceTicks = command.stopPriceTicks;
        stop.triggerPriceTicks = command.triggerPriceTicks;
        stop.trailTicks = command.trailTicks;
        stop.trailPpm = command.trailPpm;
        Outcome outcome = checks.check(stop);
        long triggerTicks = checks.triggerTicks;
        if (outcome == Outcome.ACCEPTED) {
            outcome = checks.checkBeside(limit);
        }
        if (outcome == Outcome.ACCEPTED) {
            entry.placePair(limit, stop, triggerTicks, result);
        }
        return outcome;
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

    private void follow(Order partner, @Nullable Order touched) {
        if (touched == null) {
            changes.cancelQueued(partner, CancelReason.LINKED);
        } else if (partner.remainingLots() > touched.remainingLots()) {
            changes.reduceQueued(partner, partner.remainingLots() - touched.remainingLots());
        }
    }

    /** Whether the stop waits on the other side of the market than the limit order, and both stay. */
    private static boolean canBeLinked(PlaceOco command) {
        boolean stays = command.timeInForce == TimeInForce.GTC
                || command.timeInForce == TimeInForce.DAY
                || command.timeInForce == TimeInForce.GTD;
        boolean isApart = command.triggerPriceTicks == 0
                || (command.side == Side.BUY
                        ? command.triggerPriceTicks > command.priceTicks
                        : command.triggerPriceTicks < command.priceTicks);
        return stays && isApart && command.stopType.isConditional();
    }

    private static void fill(PlaceOrder order, PlaceOco command) {
        order.accountId = command.accountId;
        order.instrumentId = command.instrumentId;
        order.side = command.side;
        order.timeInForce = command.timeInForce;
        order.quantityLots = command.quantityLots;
        order.clientTag = command.clientTag;
        order.expiresNanos = command.expiresNanos;
        order.selfTradePrevention = command.selfTradePrevention;
    }
}
