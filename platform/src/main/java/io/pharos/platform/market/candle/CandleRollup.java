package io.pharos.platform.market.candle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Candles of weeks and months, put together from those of days whenever somebody asks, so that nothing more is stored and
 * none can contradict its days. They follow the calendar that the days follow, UTC: a week begins on Monday, a month on
 * its first. The sessions of Shanghai, Shenzhen and New York lie within one UTC day, so these are their trading weeks and
 * months, too.
 */
public enum CandleRollup {
    WEEK("1w", 7),
    MONTH("1M", 31);

    private final String code;
    private final int daysMax;

    CandleRollup(String code, int daysMax) {
        this.code = code;
        this.daysMax = daysMax;
    }

    /** The one with this code of the API, if there is one. Weeks have a small w, months a capital M. */
    public static Optional<CandleRollup> of(String code) {
        return Arrays.stream(values()).filter(i -> i.code.equals(code)).findFirst();
    }

    /** How many days one candle has at most. */
    public int daysMax() {
        return daysMax;
    }

    /** When the candle that holds this moment opened, nanoseconds since the epoch. */
    public long openAt(long timeNanos) {
        LocalDate day = LocalDate.ofInstant(Instant.EPOCH.plus(timeNanos, ChronoUnit.NANOS), ZoneOffset.UTC);
        LocalDate first = switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
        return TimeUnit.DAYS.toNanos(first.toEpochDay());
    }

    /** When the candle after the one that holds this moment opens. */
    public long nextAt(long timeNanos) {
        return openAt(openAt(timeNanos) + TimeUnit.DAYS.toNanos(daysMax));
    }

    /** Puts days together, oldest first. The first and the last candle have the days that were given, maybe not all. */
    public List<Candle> roll(List<Candle> days) {
        List<Candle> rolled = new ArrayList<>();
        for (Candle day : days) {
            long openAt = openAt(day.openAtNanos());
            Candle last = rolled.isEmpty() ? null : rolled.getLast();
            if (last != null && last.openAtNanos() == openAt) {
                rolled.set(rolled.size() - 1, last.followedBy(day));
            } else {
                rolled.add(day.openedAt(openAt));
            }
        }
        return rolled;
    }
}
