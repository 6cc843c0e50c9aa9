package io.pharos.simulation.run;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a run.
 *
 * @param digest of all that happened, in order: equal for two runs of the same settings and the same code
 * @param virtualNanos how long it took in the simulated world
 * @param counters what happened how often: messages lost, crashes, log entries, …
 * @param failure what was violated; null for a clean run
 * @param replay of its log; of a run that failed
 */
public record RunResult(
        RunSettings settings,
        long digest,
        long virtualNanos,
        Coverage coverage,
        SortedMap<String, Long> counters,
        @Nullable Failure failure,
        @Nullable Replay replay) {}
