package io.pharos.platform.market.candle;

/**
 * The trades of one stretch of time.
 *
 * @param openAtNanos when it began, inclusive, nanoseconds since the epoch
 * @param volumeLots sum of the quantities
 * @param turnoverMinor sum of the notionals, in quote minor units
 */
public record Candle(
        long openAtNanos,
        long openTicks,
        long highTicks,
        long lowTicks,
        long closeTicks,
        long volumeLots,
        long turnoverMinor) {

    static Candle first(long openAtNanos, long priceTicks, long lots, long notionalMinor) {
        return new Candle(openAtNanos, priceTicks, priceTicks, priceTicks, priceTicks, lots, notionalMinor);
    }

    /** The same trades in a stretch that began earlier. */
    Candle openedAt(long earlierNanos) {
        return new Candle(earlierNanos, openTicks, highTicks, lowTicks, closeTicks, volumeLots, turnoverMinor);
    }

    /** Both stretches together; {@code later} is of the same instrument and comes after this one. */
    Candle followedBy(Candle later) {
        return new Candle(
                openAtNanos,
                openTicks,
                Math.max(highTicks, later.highTicks),
                Math.min(lowTicks, later.lowTicks),
                later.closeTicks,
                Math.addExact(volumeLots, later.volumeLots),
                Math.addExact(turnoverMinor, later.turnoverMinor));
    }

    Candle and(long priceTicks, long lots, long notionalMinor) {
        return new Candle(
                openAtNanos,
                openTicks,
                Math.max(highTicks, priceTicks),
                Math.min(lowTicks, priceTicks),
                priceTicks,
                Math.addExact(volumeLots, lots),
                Math.addExact(turnoverMinor, notionalMinor));
    }
}
