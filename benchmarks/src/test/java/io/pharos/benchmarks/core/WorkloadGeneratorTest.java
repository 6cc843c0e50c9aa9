package io.pharos.benchmarks.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.benchmarks.core.Workload.Kind;
import io.pharos.protocol.Outcome;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadGeneratorTest {
    private static final int COMMANDS = 50_000;

    private final Workload workload = WorkloadGenerator.generate(WorkloadShape.ONE_BOOK, COMMANDS, 7);

    @Test
    void hasTheSharesThatItPromises() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (int i = WorkloadShape.ONE_BOOK.resting(); i < COMMANDS; i++) {
            counts.merge(workload.kind(i), 1, Integer::sum);
        }
        double whole = COMMANDS - WorkloadShape.ONE_BOOK.resting();
        assertThat(counts.getOrDefault(Kind.MOVE, 0) / whole).isBetween(0.70, 0.72);
        assertThat(counts.getOrDefault(Kind.PLACE_IOC, 0) / whole).isBetween(0.015, 0.025);
        assertThat(counts.getOrDefault(Kind.REDUCE, 0) / whole).isBetween(0.06, 0.08);
        assertThat((counts.getOrDefault(Kind.PLACE, 0) + counts.getOrDefault(Kind.CANCEL, 0)) / whole)
                .isBetween(0.19, 0.21);
    }

    @Test
    void isAcceptedAsAWholeByAnotherCore() {
        Workload.Applier applier =
                new Workload.Applier(workload, new CoreMarket(WorkloadShape.ONE_BOOK, new SilentSink()));
        for (int i = 0; i < workload.size(); i++) {
            assertThat(applier.apply(i).outcome).as("command %d", i).isEqualTo(Outcome.ACCEPTED);
        }
    }
}
