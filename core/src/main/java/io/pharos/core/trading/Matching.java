package io.pharos.core.trading;

import io.pharos.protocol.CancelReason;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;

/**
 * Matches an incoming order against the other side of the book: best price first, within a price first come first, at the
 * price of the resting order, until the order is filled or its limit no longer reaches the book.
 *
 * <p>In an auction the orders of both sides meet at one price, in the same order. Self-trade prevention does not act there:
 * nobody chose to meet anybody.
 */
final class Matching {
    private final OpenOrders orders;
    private final Clearing clearing;
    private final OrderChanges changes;
    private final OrderEvents events;

    /** Whether the last order would have traded on, at a price outside the collars. */
    private boolean metCollar;

    Matching(OpenOrders orders, Clearing clearing, OrderChanges changes, OrderEvents events) {
        this.orders = orders;
        this.clearing = clearing;
        this.changes = changes;
        this.events = events;
    }

    /**
     * Matches an order that stands in no queue, up to its limit and the collars.
     *
     * @return whether what is left of it may stay; false where self-trade prevention takes it away
     */
    boolean match(Order taker, long limitTicks) {
        Instrument instrument = taker.instrument();
        BookSide opposite = instrument.book.opposite(taker.side);
        long reachTicks = instrument.reachTicks(taker.side, limitTicks);
        metCollar = false;
        Order maker = opposite.firstReachedBy(reachTicks);
        while (maker != null && taker.remainingLots() > 0) {
            if (maker.accountId != taker.accountId || taker.selfTradePrevention == SelfTradePrevention.NONE) {
                instrument.lastPriceTicks = maker.priceTicks;
                fill(maker, taker, opposite);
            } else if (!passesOwn(maker, taker)) {
                return false;
            }
            maker = opposite.firstReachedBy(reachTicks);
        }
        metCollar = reachTicks != limitTicks && taker.remainingLots() > 0 && opposite.wouldTrade(limitTicks);
        return true;
    }

    /** Whether the last order would have traded on, at a price outside the collars; says so once. */
    boolean takeMetCollar() {
        boolean taken = metCollar;
        metCollar = false;
        return taken;
    }

    /** Trades the first orders of both sides at one price until one side has none left that reaches it. */
    void uncross(OrderBook book, long priceTicks) {
        BookSide bids = book.side(Side.BUY);
        BookSide asks = book.side(Side.SELL);
        Order buy = bids.firstReachedBy(priceTicks);
        Order sell = asks.firstReachedBy(priceTicks);
        while (buy != null && sell != null) {
            boolean isBuyOlder = buy.priority < sell.priority;
            long quantityLots = Math.min(buy.openShownLots(), sell.openShownLots());
            bids.fill(buy, quantityLots);
            asks.fill(sell, quantityLots);
            clearing.tradeInAuction(isBuyOlder ? buy : sell, isBuyOlder ? sell : buy, quantityLots, priceTicks);
            afterFill(buy);
            afterFill(sell);
            buy = bids.firstReachedBy(priceTicks);
            sell = asks.firstReachedBy(priceTicks);
        }
    }

    private void fill(Order maker, Order taker, BookSide side) {
        long quantityLots = Math.min(maker.openShownLots(), taker.remainingLots());
        side.fill(maker, quantityLots);
        clearing.trade(maker, taker, quantityLots);
        afterFill(maker);
    }

    private void afterFill(Order maker) {
        if (maker.remainingLots() == 0) {
            orders.leaveQueue(maker);
            changes.endFilled(maker);
        } else if (maker.openShownLots() == 0) {
            orders.leaveQueue(maker);
            orders.queue(maker);
            events.refreshed(maker);
        } else {
            orders.changed(maker);
        }
    }

    /** Deals with a resting order of the incoming order's account; whether the incoming one goes on. */
    private boolean passesOwn(Order maker, Order taker) {
        return switch (taker.selfTradePrevention) {
            case CANCEL_OLDEST -> {
                changes.cancelQueued(maker, CancelReason.SELF_TRADE);
                yield true;
            }
            case CANCEL_BOTH -> {
                changes.cancelQueued(maker, CancelReason.SELF_TRADE);
                yield false;
            }
            case DECREMENT -> decrement(maker, taker);
            case CANCEL_NEWEST, NONE -> false;
        };
    }

    private boolean decrement(Order maker, Order taker) {
        long lots = Math.min(maker.remainingLots(), taker.remainingLots());
        boolean takerGoesOn = taker.remainingLots() > lots;
        if (maker.remainingLots() > lots) {
            changes.reduceQueued(maker, lots);
        } else {
            changes.cancelQueued(maker, CancelReason.SELF_TRADE);
        }
        if (takerGoesOn) {
            changes.reduceUnqueued(taker, lots);
        }
        return takerGoesOn;
    }
}
