package io.pharos.simulation;

import io.pharos.simulation.run.Coverage;
import io.pharos.simulation.run.RunResult;
import io.pharos.simulation.shrink.Shrinker;
import io.pharos.simulation.shrink.Shrinker.Reduced;
import io.pharos.simulation.world.World;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs of seed after seed, up to the first failure. */
final class Campaign {
    private final Coverage coverage = new Coverage();
    private final SortedMap<String, Long> counters = new TreeMap<>();
    private long runs;
    private long virtualNanos;
    private long digest;
    private @Nullable RunResult failed;
    private @Nullable Reduced reduced;

    /** Runs what is asked for; tells of each run. */
    void run(SimulateOptions options, long untilNanos, Consumer<RunResult> progress) {
        long seed = options.firstSeed();
        while (failed == null && (options.minutes() > 0 ? System.nanoTime() < untilNanos : runs < options.seeds())) {
            RunResult result = new World().run(options.run(seed++));
            runs++;
            digest = result.digest();
            virtualNanos += result.virtualNanos();
            coverage.add(result.coverage());
            result.counters().forEach((name, count) -> counters.merge(name, count, Long::sum));
            if (result.failure() != null) {
                failed = result;
                reduced = options.kept().isEmpty() ? new Shrinker(World::new).shrink(result) : null;
            }
            progress.accept(result);
        }
    }

    Coverage coverage() {
        return coverage;
    }

    SortedMap<String, Long> counters() {
        return counters;
    }

    long runs() {
        return runs;
    }

    /** Digest of the last run. */
    long digest() {
        return digest;
    }

    long virtualNanos() {
        return virtualNanos;
    }

    /** The run that failed, made small; null where none did, and where it is small already. */
    @Nullable
    Reduced reduced() {
        return reduced;
    }

    /** The run that failed; null where none did. */
    @Nullable
    RunResult failed() {
        return failed;
    }
}
