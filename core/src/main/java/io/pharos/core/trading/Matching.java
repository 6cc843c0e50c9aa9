package io.pharos.core.trading;

import io.pharos.core.state.Invariant;

/**
 * Matches an incoming order against the other side of the book: best price first, within a price first come first, at the
 * price of the resting order, until the order is filled or its limit no longer reaches the book.
 */
final class Matching {
    private final OpenOrders orders;
    private final Clearing clearing;

    Matching(OpenOrders orders, Clearing clearing) {
        this.orders = orders;
        this.clearing = clearing;
    }

    /** Matches an order that is not in the book, up to its limit. */
    void match(Order taker, long limitTicks) {
        BookSide opposite = taker.instrument().book.opposite(taker.side);
        Order maker = opposite.firstReachedBy(limitTicks);
        while (maker != null && taker.remainingLots() > 0) {
            fill(maker, taker, opposite);
            maker = opposite.firstReachedBy(limitTicks);
        }
    }

    private void fill(Order maker, Order taker, BookSide side) {
        long quantityLots = Math.min(maker.remainingLots(), taker.remainingLots());
        side.reduce(maker, quantityLots);
        clearing.trade(maker, taker, quantityLots);
        if (maker.remainingLots() == 0) {
            Invariant.check(maker.holdMinor == 0, "a filled order holds nothing");
            orders.leaveBook(maker);
            orders.end(maker);
        } else {
            orders.changed(maker);
        }
    }
}
