package io.pharos.platform.market.candle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandleSeriesTest {
    private static final long NOON = Instant.parse("2026-11-22T12:00:00Z").getEpochSecond() * 1_000_000_000L;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final CandleSeries minutes = new CandleSeries(CandleInterval.MINUTE);

    @Test
    void putsATradeIntoTheMinuteThatItHappenedIn() {
        minutes.trade(NOON, 100, 1, 100);
        minutes.trade(NOON + 30 * SECOND, 103, 2, 206);
        minutes.trade(NOON + 59 * SECOND, 99, 1, 99);
        minutes.trade(NOON + 60 * SECOND, 101, 5, 505);

        assertThat(minutes.before(Long.MAX_VALUE, 10))
                .containsExactly(
                        new Candle(NOON, 100, 103, 99, 99, 4, 405),
                        new Candle(NOON + 60 * SECOND, 101, 101, 101, 101, 5, 505));
    }

    @Test
    void inventsNoCandleForAStretchWithoutTrades() {
        minutes.trade(NOON, 100, 1, 100);
        minutes.trade(NOON + 600 * SECOND, 100, 1, 100);

        assertThat(minutes.before(Long.MAX_VALUE, 10)).hasSize(2);
    }

    @Test
    void pagesBackwards() {
        for (int i = 0; i < 10; i++) {
            minutes.trade(NOON + i * 60L * SECOND, 100 + i, 1, 100);
        }
        List<Candle> page = minutes.before(NOON + 5 * 60 * SECOND, 2);
        assertThat(page).extracting(Candle::openTicks).containsExactly(103L, 104L);
    }

    @Test
    void handsOutChangedCandlesOnce() {
        minutes.trade(NOON, 100, 1, 100);
        minutes.trade(NOON + 60 * SECOND, 100, 1, 100);
        assertThat(minutes.takeDirty()).hasSize(2);
        assertThat(minutes.takeDirty()).isEmpty();
        minutes.trade(NOON + 61 * SECOND, 100, 1, 100);
        assertThat(minutes.takeDirty()).hasSize(1);
    }

    @Test
    void takesYesterdaysLastPriceAsThePreviousClose() {
        CandleSeries days = new CandleSeries(CandleInterval.DAY);
        DayFigures figures = DayFigures.untraded(95);
        figures = figures.with(days.trade(NOON, 100, 1, 100));
        assertThat(figures.previousCloseTicks()).isEqualTo(95);
        figures = figures.with(days.trade(NOON + 86_400 * SECOND, 110, 1, 110));
        assertThat(figures.previousCloseTicks()).isEqualTo(100);
        assertThat(figures.lastTicks()).isEqualTo(110);
    }
}
