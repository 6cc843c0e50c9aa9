package io.pharos.platform.trading.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PositionTest {
    @Test
    void averagesWhatWasPaidAndRealisesAgainstTheAverage() {
        Position position =
                Position.NONE.acquire(100, 1_000_00).acquire(50, 620_00).sell(60, 780_00);
        assertThat(position).isEqualTo(new Position(90, 972_00, 132_00));
    }

    @Test
    void letsTheWholeCostLeaveWithTheLastUnit() {
        Position position = Position.NONE.acquire(3, 100);
        position = position.sell(1, 40).sell(1, 40).sell(1, 40);
        assertThat(position).isEqualTo(new Position(0, 0, 20));
    }

    @Test
    void countsWhatArrivesWithoutAPriceAsFree() {
        assertThat(Position.NONE.acquire(100, 0).sell(40, 500)).isEqualTo(new Position(60, 0, 500));
    }

    @Test
    void realisesNothingWhenUnitsAreGivenAway() {
        assertThat(Position.NONE.acquire(100, 1_000).release(25)).isEqualTo(new Position(75, 750, 0));
    }

    @Test
    void keepsWhatUnitsCostWhenFewerStandInTheirPlace() {
        Position merged = Position.NONE.acquire(100, 1_000).consolidate(90);
        assertThat(merged).isEqualTo(new Position(10, 1_000, 0));
        assertThat(merged.consolidate(10)).isEqualTo(Position.NONE);
        assertThatThrownBy(() -> merged.consolidate(11)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roundsHalfEven() {
        assertThat(Position.NONE.acquire(2, 5).sell(1, 0)).isEqualTo(new Position(1, 3, -2));
        assertThat(Position.NONE.acquire(2, 7).sell(1, 0)).isEqualTo(new Position(1, 3, -4));
    }

    @Test
    void refusesToSellMoreThanIsHeld() {
        assertThatThrownBy(() -> Position.NONE.acquire(5, 5).sell(6, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void survivesTheLargestNumbers() {
        Position position = Position.NONE.acquire(Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(position.sell(Long.MAX_VALUE / 2, 0).costMinor()).isEqualTo(Long.MAX_VALUE - Long.MAX_VALUE / 2);
    }

    @Test
    void losesNoMinorUnitOverRandomTrades() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Position position = Position.NONE;
        long paid = 0;
        long received = 0;
        for (int i = 0; i < 10_000; i++) {
            long quantity = 1 + random.nextLong(1_000);
            long money = random.nextLong(1_000_000);
            if (random.nextBoolean() || position.quantityMinor() == 0) {
                position = position.acquire(quantity, money);
                paid += money;
            } else {
                quantity = Math.min(quantity, position.quantityMinor());
                position = position.sell(quantity, money);
                received += money;
            }
            assertThat(position.realisedMinor()).as("seed %d", seed).isEqualTo(received - paid + position.costMinor());
        }
    }
}
