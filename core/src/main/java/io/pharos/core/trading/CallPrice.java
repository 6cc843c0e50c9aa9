package io.pharos.core.trading;

import io.pharos.protocol.Side;
import org.jspecify.annotations.Nullable;

/**
 * The one price at which a call uncrosses: the most quantity trades; then the least is left over; then, where all that is
 * left wants to buy, the highest such price, and where all wants to sell, the lowest; else the nearest to the reference.
 *
 * <p>These are the rules of the auctions of Xetra's market model. All ticks from the best ask to the best bid are
 * considered, in steps within which nothing changes: the cost is the number of levels that cross.
 */
final class CallPrice {
    /** The price; 0 where nothing would trade. */
    long priceTicks;

    /** What would trade at it. */
    long quantityLots;

    /** What would be left at it: above 0 to buy, below 0 to sell. */
    long surplusLots;

    private long lowestTicks;
    private long highestTicks;
    private boolean leavesBuys;
    private boolean leavesSells;

    /** The lowest of the considered prices at which sells are left. */
    private long turnTicks;

    /** Finds the price for a book as it stands. */
    void find(Instrument instrument) {
        priceTicks = 0;
        quantityLots = 0;
        surplusLots = 0;
        BookSide bids = instrument.book.side(Side.BUY);
        BookSide asks = instrument.book.side(Side.SELL);
        PriceLevel bid = bids.best();
        PriceLevel ask = asks.best();
        if (bid == null || ask == null || bid.priceTicks < ask.priceTicks) {
            return;
        }
        walk(bids, asks, bid, ask);
        choose(referenceTicks(instrument));
    }

    /** Walks up from the best ask: what wants to sell grows, what wants to buy shrinks. */
    private void walk(BookSide bids, BookSide asks, PriceLevel bestBid, PriceLevel bestAsk) {
        long demandLots = 0;
        PriceLevel bid = bestBid;
        for (PriceLevel next = bestBid;
                next != null && next.priceTicks >= bestAsk.priceTicks;
                next = bids.worse(next)) {
            demandLots += next.openLots();
            bid = next;
        }
        long supplyLots = 0;
        @Nullable PriceLevel ask = bestAsk;
        long fromTicks = bestAsk.priceTicks;
        while (fromTicks <= bestBid.priceTicks) {
            while (ask != null && ask.priceTicks <= fromTicks) {
                supplyLots += ask.openLots();
                ask = asks.worse(ask);
            }
            long toTicks = ask == null ? bid.priceTicks : Math.min(bid.priceTicks, ask.priceTicks - 1);
            consider(fromTicks, toTicks, demandLots, supplyLots);
            fromTicks = toTicks + 1;
            if (bid.priceTicks < fromTicks && fromTicks <= bestBid.priceTicks) {
                demandLots -= bid.openLots();
                bid = bids.better(bid);
            }
        }
    }

    private void consider(long fromTicks, long toTicks, long demandLots, long supplyLots) {
        long lots = Math.min(demandLots, supplyLots);
        long left = demandLots - supplyLots;
        if (lots < quantityLots || (lots == quantityLots && Math.abs(left) > Math.abs(surplusLots))) {
            return;
        }
        boolean isBetter = lots > quantityLots || Math.abs(left) < Math.abs(surplusLots);
        if (isBetter) {
            quantityLots = lots;
            surplusLots = left;
            lowestTicks = fromTicks;
            leavesBuys = false;
            leavesSells = false;
        }
        highestTicks = toTicks;
        leavesBuys |= left > 0;
        if (left < 0 && !leavesSells) {
            leavesSells = true;
            turnTicks = fromTicks;
        }
    }

    private void choose(long referenceTicks) {
        if (leavesBuys && !leavesSells) {
            priceTicks = highestTicks;
        } else if (leavesSells && !leavesBuys) {
            priceTicks = lowestTicks;
        } else {
            long middleTicks = lowestTicks + (highestTicks - lowestTicks) / 2;
            long wantedTicks = referenceTicks == 0 ? middleTicks : referenceTicks;
            priceTicks = Math.max(lowestTicks, Math.min(wantedTicks, highestTicks));
            if (leavesBuys && priceTicks >= turnTicks) {
                surplusLots = -surplusLots;
            }
        }
    }

    /** The last price, or before the first trade the reference price; 0 where there is neither. */
    private static long referenceTicks(Instrument instrument) {
        return instrument.lastPriceTicks > 0 ? instrument.lastPriceTicks : instrument.referencePriceTicks();
    }
}
