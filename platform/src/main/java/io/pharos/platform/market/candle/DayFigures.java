package io.pharos.platform.market.candle;

import org.jspecify.annotations.Nullable;

/**
 * What a quote says of the day: the day's candle, and the close of the day before that traded.
 *
 * @param previousCloseTicks last price of the day before, or the reference price on the first day; 0 = neither
 * @param lastTicks last price of all; 0 before the first trade
 * @param today null before the first trade
 */
public record DayFigures(
        long previousCloseTicks, long lastTicks, @Nullable Candle today) {
    /** Nothing traded yet. */
    public static DayFigures untraded(long referencePriceTicks) {
        return new DayFigures(referencePriceTicks, 0, null);
    }

    /** After a trade that belongs to this candle of one day. */
    public DayFigures with(Candle day) {
        boolean newDay = today != null && today.openAtNanos() != day.openAtNanos();
        return new DayFigures(newDay ? lastTicks : previousCloseTicks, day.closeTicks(), day);
    }

    /** A reference price that became known before the first trade. */
    public DayFigures referenced(long referencePriceTicks) {
        return lastTicks == 0 && referencePriceTicks > 0 ? untraded(referencePriceTicks) : this;
    }
}
