package io.pharos.core.trading;

import io.pharos.core.state.Invariant;
import io.pharos.protocol.Side;

/** The resting orders of one instrument. Invariant, after every command: the best bid is below the best ask. */
final class OrderBook {
    private final BookSide bids;
    private final BookSide asks;

    OrderBook(OrderPool pool) {
        bids = new BookSide(Side.BUY, pool);
        asks = new BookSide(Side.SELL, pool);
    }

    BookSide side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    BookSide opposite(Side side) {
        return side == Side.BUY ? asks : bids;
    }

    void checkNotCrossed() {
        PriceLevel bid = bids.best();
        PriceLevel ask = asks.best();
        Invariant.check(
                bid == null || ask == null || bid.priceTicks < ask.priceTicks,
                "a book is not crossed in continuous trading");
    }
}
