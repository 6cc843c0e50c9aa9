package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.fixture.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LevelIndexTest {
    private final OrderPool pool = new OrderPool();
    private final LevelIndex index = new LevelIndex(pool);
    private final TreeMap<Long, PriceLevel> expected = new TreeMap<>();

    @Test
    void keepsLevelsSortedAndLinkedWhateverComesAndGoes() {
        Seeded random = new Seeded(Seeded.seed("LevelIndexTest", 3));
        for (int range : new int[] {4, 60, 500, 20_000}) {
            for (int step = 0; step < 30_000; step++) {
                long key = random.below(range) - range / 2L;
                boolean grows = step % 10_000 < 6_000;
                if (random.percent(grows ? 70 : 20)) {
                    add(key);
                } else {
                    remove(key);
                }
                assertThat(pool.levelAtOrNull(index.best()))
                        .isSameAs(
                                expected.isEmpty() ? null : expected.lastEntry().getValue());
                if (step % 500 == 0) {
                    check();
                }
            }
            List.copyOf(expected.keySet()).forEach(this::remove);
            assertThat(index.best()).isEqualTo(OrderPool.NONE);
        }
    }

    @Test
    void holdsKeysFarApartAndAtTheEnds() {
        for (long key : new long[] {0, Long.MAX_VALUE, -1_000_000_000_000L, 1_000_000_000_000L, Long.MIN_VALUE + 1}) {
            add(key);
        }
        check();
    }

    @Test
    void emptiesFromEitherEnd() {
        for (long key = 0; key < 5_000; key++) {
            add(key * 7);
        }
        for (long key = 0; key < 2_000; key++) {
            remove(key * 7);
        }
        for (long key = 4_999; key >= 2_000; key--) {
            check(key % 250 == 0);
            remove(key * 7);
        }
        assertThat(index.best()).isEqualTo(OrderPool.NONE);
    }

    private void add(long key) {
        if (!expected.containsKey(key)) {
            PriceLevel level = pool.takeLevel(key);
            index.add(key, level);
            expected.put(key, level);
        }
    }

    private void remove(long key) {
        PriceLevel level = expected.remove(key);
        if (level != null) {
            index.remove(key, level);
            pool.giveBack(level);
        }
        assertThat(index.find(key)).isNull();
    }

    private void check(boolean due) {
        if (due) {
            check();
        }
    }

    private void check() {
        List<Long> linked = new ArrayList<>();
        PriceLevel better = null;
        PriceLevel level = pool.levelAtOrNull(index.best());
        while (level != null) {
            linked.add(level.priceTicks);
            assertThat(index.find(level.priceTicks)).isSameAs(level);
            assertThat(pool.levelAtOrNull(level.better)).isSameAs(better);
            better = level;
            level = pool.levelAtOrNull(level.worse);
        }
        assertThat(linked).isEqualTo(List.copyOf(expected.descendingKeySet()));
    }
}
