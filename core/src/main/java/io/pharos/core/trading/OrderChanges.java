package io.pharos.core.trading;

import io.pharos.core.ledger.Balances;
import io.pharos.core.state.Invariant;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;

/** What befalls an order without a trade: it becomes smaller, is cancelled, or ends; its hold follows. */
final class OrderChanges {
    private final Balances balances;
    private final OpenOrders orders;
    private final OrderEvents events;
    private final BuyingPower power;

    OrderChanges(Balances balances, BuyingPower power, OpenOrders orders, OrderEvents events) {
        this.balances = balances;
        this.power = power;
        this.orders = orders;
        this.events = events;
    }

    /** Brings what an order holds to an amount; the caller has checked that the balance covers more. */
    void hold(Order order, long holdMinor) {
        long changeMinor = holdMinor - order.holdMinor;
        if (changeMinor > 0) {
            if (order.isBuy() && balances.isPledged(order.holdSlot)) {
                power.borrow(order, changeMinor);
            }
            balances.hold(order.holdSlot, changeMinor);
        } else if (changeMinor < 0) {
            balances.unhold(order.holdSlot, -changeMinor);
        }
        order.holdMinor = holdMinor;
        balances.declareHeld(order.instrument().spentAssetIndex(order.side), changeMinor);
        if (changeMinor < 0 && order.borrowedMinor != 0) {
            power.giveBack(order, -changeMinor);
        }
    }

    /** Has the pegged orders priced anew: other limits of the day may park one, or let one come back. */
    void reprice(Instrument of) {
        of.book.pegs.stale = true;
        orders.touch(of);
    }

    /** Takes lots, fewer than are open, off a queued order, which keeps its place. */
    void reduceQueued(Order order, long byLots) {
        order.instrument().book.sideOf(order).reduce(order, order.quantityLots - byLots);
        reduced(order, byLots);
        orders.changed(order);
    }

    /** Adds lots to a queued order, which loses its place; the caller has checked that what it holds more is covered. */
    void growQueued(Order order, long byLots) {
        long oldQuantityLots = order.quantityLots;
        orders.leaveQueue(order);
        order.quantityLots += byLots;
        if (!order.waits) {
            hold(order, OrderCost.limit(order, order.boundTicks(), order.remainingLots()));
        }
        events.replaced(order, order.priceTicks, oldQuantityLots, false);
        orders.queue(order);
    }

    /** Takes lots, fewer than are open, off an order that stands in no queue. */
    void reduceUnqueued(Order order, long byLots) {
        order.quantityLots -= byLots;
        reduced(order, byLots);
    }

    /** Cancels and ends a queued order. */
    void cancelQueued(Order order, CancelReason reason) {
        orders.leaveQueue(order);
        cancelUnqueued(order, reason);
    }

    /** Cancels and ends an order that stands in no queue. */
    void cancelUnqueued(Order order, CancelReason reason) {
        long releasedMinor = order.holdMinor;
        if (releasedMinor > 0) {
            hold(order, 0);
        }
        events.cancelled(order, releasedMinor, reason);
        orders.end(order);
    }

    /** Ends an order that stands in no queue and has nothing left to trade. */
    void endFilled(Order order) {
        Invariant.check(order.holdMinor == 0, "a filled order holds nothing");
        orders.end(order);
    }

    private void reduced(Order order, long byLots) {
        long releasedMinor = 0;
        if (!order.waits && order.orderType != OrderType.MARKET) {
            releasedMinor = order.holdMinor - OrderCost.limit(order, order.boundTicks(), order.remainingLots());
            hold(order, order.holdMinor - releasedMinor);
        }
        events.reduced(order, byLots, releasedMinor);
    }
}
