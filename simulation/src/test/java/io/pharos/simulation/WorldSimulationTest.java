package io.pharos.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.simulation.run.Coverage;
import io.pharos.simulation.run.Failure;
import io.pharos.simulation.run.RunResult;
import io.pharos.simulation.run.RunSettings;
import io.pharos.simulation.world.World;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Runs of seeds, each under the faults of its weather; {@code ./pharos simulate} runs more. */
class WorldSimulationTest {
    private static final int SEEDS = 60;

    @Test
    void findsNoViolationUnderAnyFault() {
        long first = Long.getLong("pharos.seed", 1);
        SimulateOptions options = SimulateOptions.parse("--seeds", "1");
        Coverage coverage = new Coverage();
        SortedMap<String, Long> counters = new TreeMap<>();
        for (long seed = first; seed < first + SEEDS; seed++) {
            RunResult result = new World().run(options.run(seed));
            Failure failure = result.failure();
            assertThat(failure == null ? "" : Report.failure(result, failure)).isEmpty();
            coverage.add(result.coverage());
            result.counters().forEach((name, count) -> counters.merge(name, count, Long::sum));
        }
        assertThat(coverage.uncovered("order type")).isEmpty();
        assertThat(counters.keySet())
                .contains(
                        "clients crashed",
                        "clock jumps",
                        "damaged snapshots refused",
                        "disks filled",
                        "leaders elected",
                        "members crashed",
                        "members cut off",
                        "messages duplicated",
                        "messages lost",
                        "outcomes asked for",
                        "projections crashed",
                        "snapshots loaded");
    }

    @Test
    void repeatsARunToTheLastStep() {
        for (int members : new int[] {1, 3, 5}) {
            RunSettings settings = new RunSettings(77, members, 400);

            RunResult first = new World().run(settings);
            RunResult again = new World().run(settings);

            assertThat(again.digest()).isEqualTo(first.digest());
            assertThat(again.counters()).isEqualTo(first.counters());
            assertThat(again.virtualNanos()).isEqualTo(first.virtualNanos());
        }
    }

    @Test
    void takesAnotherWayWithAnotherSeed() {
        assertThat(new World().run(new RunSettings(1, 3, 200)).digest())
                .isNotEqualTo(new World().run(new RunSettings(2, 3, 200)).digest());
    }
}
