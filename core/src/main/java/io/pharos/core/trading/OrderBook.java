package io.pharos.core.trading;

import io.pharos.core.state.Invariant;
import io.pharos.protocol.Side;
import org.jspecify.annotations.Nullable;

/**
 * The open orders of one instrument: those that rest, those that wait for their trigger price, those that are parked until
 * the closing auction, and the pegged ones that have no price. Invariant, in continuous trading, after every command: the best bid is below the best ask.
 */
final class OrderBook {
    private final BookSide bids;
    private final BookSide asks;
    private final BookSide waitingBuys;
    private final BookSide waitingSells;
    private final BookSide parkedBuys;
    private final BookSide parkedSells;
    private final BookSide unpricedBuys;
    private final BookSide unpricedSells;

    /** The pegged orders, priced or not. */
    final PegList pegs = new PegList();

    OrderBook(OrderPool pool) {
        bids = BookSide.resting(Side.BUY, pool);
        asks = BookSide.resting(Side.SELL, pool);
        waitingBuys = BookSide.waiting(Side.BUY, pool);
        waitingSells = BookSide.waiting(Side.SELL, pool);
        parkedBuys = BookSide.resting(Side.BUY, pool);
        parkedSells = BookSide.resting(Side.SELL, pool);
        unpricedBuys = BookSide.resting(Side.BUY, pool);
        unpricedSells = BookSide.resting(Side.SELL, pool);
    }

    /** The resting orders of a side. */
    BookSide side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** The resting orders of the other side. */
    BookSide opposite(Side side) {
        return side == Side.BUY ? asks : bids;
    }

    /** The waiting orders of a side. */
    BookSide waiting(Side side) {
        return side == Side.BUY ? waitingBuys : waitingSells;
    }

    /** The orders of a side that are kept for the closing auction. */
    BookSide parked(Side side) {
        return side == Side.BUY ? parkedBuys : parkedSells;
    }

    /** The pegged orders of a side that have no price, by their limit. */
    BookSide unpriced(Side side) {
        return side == Side.BUY ? unpricedBuys : unpricedSells;
    }

    /** Where an order stands, or would stand. */
    BookSide sideOf(Order order) {
        if (order.waits) {
            return waiting(order.side);
        }
        if (order.parked) {
            return order.isPegged() ? unpriced(order.side) : parked(order.side);
        }
        return side(order.side);
    }

    /** How many orders there are. */
    int orderCount() {
        return bids.orderCount()
                + asks.orderCount()
                + waitingBuys.orderCount()
                + waitingSells.orderCount()
                + parkedBuys.orderCount()
                + parkedSells.orderCount()
                + unpricedBuys.orderCount()
                + unpricedSells.orderCount();
    }

    /** Whether the best bid reaches the best ask. */
    boolean isCrossed() {
        PriceLevel bid = bids.best();
        PriceLevel ask = asks.best();
        return bid != null && ask != null && bid.priceTicks >= ask.priceTicks;
    }

    /** The waiting order that this last price sets off first, or null: of the two sides' the one that came first. */
    @Nullable
    Order firstSetOffBy(long lastPriceTicks) {
        Order buy = waitingBuys.firstReachedBy(lastPriceTicks);
        Order sell = waitingSells.firstReachedBy(lastPriceTicks);
        if (buy == null || sell == null) {
            return buy == null ? sell : buy;
        }
        return buy.priority < sell.priority ? buy : sell;
    }

    void checkNotCrossed() {
        Invariant.check(!isCrossed(), "a book is not crossed in continuous trading");
    }
}
