package io.pharos.platform.market.candle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandleRollupTest {
    private static final long NOON_NANOS = TimeUnit.HOURS.toNanos(12);

    @ParameterizedTest
    @CsvSource({
        // a Monday, a Sunday, over the turn of a year, before the epoch
        "WEEK, 2026-11-16, 2026-11-16, 2026-11-23",
        "WEEK, 2026-11-22, 2026-11-16, 2026-11-23",
        "WEEK, 2027-01-01, 2026-12-28, 2027-01-04",
        "WEEK, 1969-12-31, 1969-12-29, 1970-01-05",
        "MONTH, 2026-11-30, 2026-11-01, 2026-12-01",
        "MONTH, 2028-02-29, 2028-02-01, 2028-03-01",
        "MONTH, 2027-01-01, 2027-01-01, 2027-02-01",
    })
    void eachMomentBelongsToOneCandle(CandleRollup rollup, LocalDate day, LocalDate opens, LocalDate next) {
        assertThat(rollup.openAt(nanos(day) + NOON_NANOS)).isEqualTo(nanos(opens));
        assertThat(rollup.nextAt(nanos(day) + NOON_NANOS)).isEqualTo(nanos(next));
        assertThat(rollup.openAt(nanos(next) - 1)).isEqualTo(nanos(opens));
    }

    @Test
    void theWeekOpensWithItsFirstDayAndClosesWithItsLast() {
        List<Candle> weeks = CandleRollup.WEEK.roll(List.of(
                day("2026-11-12", 10, 14, 9, 12, 100),
                day("2026-11-16", 12, 13, 11, 13, 200),
                day("2026-11-18", 15, 20, 15, 16, 300),
                day("2026-11-20", 16, 17, 8, 9, 400)));
        assertThat(weeks)
                .containsExactly(
                        new Candle(nanos(LocalDate.parse("2026-11-09")), 10, 14, 9, 12, 100, 1_000),
                        new Candle(nanos(LocalDate.parse("2026-11-16")), 12, 20, 8, 9, 900, 9_000));
    }

    @Test
    void noDaysMakeNoCandle() {
        assertThat(CandleRollup.MONTH.roll(List.of())).isEmpty();
    }

    @Test
    void aMonthAndAMinuteAreNotConfused() {
        assertThat(CandleRollup.of("1M")).contains(CandleRollup.MONTH);
        assertThat(CandleRollup.of("1m")).isEmpty();
        assertThat(CandleInterval.of("1M")).isEmpty();
    }

    private static Candle day(String date, long open, long high, long low, long close, long lots) {
        return new Candle(nanos(LocalDate.parse(date)), open, high, low, close, lots, lots * 10);
    }

    private static long nanos(LocalDate day) {
        return TimeUnit.DAYS.toNanos(day.toEpochDay());
    }
}
