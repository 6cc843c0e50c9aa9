package io.pharos.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.simulation.run.Failure;
import io.pharos.simulation.run.RunResult;
import io.pharos.simulation.run.RunSettings;
import io.pharos.simulation.shrink.Shrinker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failure made small is still the failure, and much smaller; the settings that are printed replay it. */
class ShrinkerSimulationTest {
    private static final int SEEDS = 20;

    @ParameterizedTest
    @CsvSource({
        "fee rounded down, 30",
        "linked transfers not atomic, 20",
        "priority lost on reduce, 30",
        "replies not remembered, 20"
    })
    void makesAFailureOfTheLogSmall(String name, int entriesMax) {
        PlantedFault fault = fault(name);
        RunResult failed = failed(fault);

        Shrinker.Reduced reduced = shrink(fault, failed);

        assertThat(reduced.failure().checker()).isEqualTo(checker(failed));
        assertThat(reduced.entries()).isLessThanOrEqualTo(entriesMax);
        assertThat(reduced.settings().kept()).hasSize(reduced.entries());
        RunResult again = new PlantedLoader(fault).world().run(reduced.settings());
        assertThat(again.failure()).isEqualTo(reduced.failure());
    }

    @ParameterizedTest
    @CsvSource({"sync that syncs nothing", "projection folds twice"})
    void makesTheWorldSmallWhereTheLogDoesNotShowTheFailure(String name) {
        PlantedFault fault = fault(name);
        RunResult failed = failed(fault);

        Shrinker.Reduced reduced = shrink(fault, failed);

        assertThat(reduced.failure().checker()).isEqualTo(checker(failed));
        assertThat(reduced.settings().without()).isNotEmpty();
        assertThat(reduced.settings().commands()).isLessThan(failed.settings().commands());
        RunResult again = new PlantedLoader(fault).world().run(reduced.settings());
        assertThat(again.failure()).isEqualTo(reduced.failure());
    }

    private static Shrinker.Reduced shrink(PlantedFault fault, RunResult failed) {
        Shrinker.@Nullable Reduced reduced = new Shrinker(() -> new PlantedLoader(fault).world()).shrink(failed);
        assertThat(reduced).isNotNull();
        return java.util.Objects.requireNonNull(reduced);
    }

    private static String checker(RunResult failed) {
        Failure failure = failed.failure();
        return failure == null ? "none" : failure.checker();
    }

    private static PlantedFault fault(String name) {
        return Catalogue.FAULTS.stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RunResult failed(PlantedFault fault) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            RunResult result = new PlantedLoader(fault).world().run(new RunSettings(seed, 3, Plantation.COMMANDS));
            if (result.failure() != null) {
                return result;
            }
        }
        throw new IllegalStateException("nobody saw " + fault.name());
    }
}
