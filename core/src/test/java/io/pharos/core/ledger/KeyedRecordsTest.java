package io.pharos.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.fixture.Seeded;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyedRecordsTest {
    @Test
    void findsEachRecordUnderItsKeyAndNoOther() {
        Seeded random = new Seeded(Seeded.seed("KeyedRecordsTest", 4));
        KeyedRecords records = new KeyedRecords(3);
        Map<Long, Integer> expected = new HashMap<>();
        for (int i = 0; i < 300_000; i++) {
            long key = random.percent(50) ? i : random.next();
            assertThat(records.find(key)).isEqualTo(expected.getOrDefault(key, -1));
            if (!expected.containsKey(key)) {
                int number = records.add(key);
                records.set(number, 1, ~key);
                expected.put(key, number);
            }
        }
        expected.forEach((key, number) -> {
            assertThat(records.find(key)).isEqualTo(number);
            assertThat(records.get(number, KeyedRecords.KEY)).isEqualTo(key);
            assertThat(records.get(number, 1)).isEqualTo(~key);
            assertThat(records.get(number, 2)).isZero();
        });
        assertThat(records.size()).isEqualTo(expected.size());
    }
}
