package io.pharos.core.trading;

/** What an order would trade for if it came now: the exact walk of the other side of the book. */
final class Liquidity {
    /** Lots that would trade. */
    long lots;

    /** What they would cost, without fees, minor units of the quote asset; or {@link Exact#OVERFLOW}. */
    long notionalMinor;

    /** Walks the other side up to a limit and a quantity. */
    void measure(Instrument instrument, BookSide opposite, long limitTicks, long quantityLots) {
        lots = 0;
        notionalMinor = 0;
        PriceLevel level = opposite.best();
        while (level != null && lots < quantityLots && opposite.isReachedBy(limitTicks, level.priceTicks)) {
            long levelLots = Math.min(level.totalLots, quantityLots - lots);
            lots += levelLots;
            notionalMinor = Exact.sum(notionalMinor, instrument.notionalMinor(level.priceTicks, levelLots));
            level = opposite.worse(level);
        }
    }
}
