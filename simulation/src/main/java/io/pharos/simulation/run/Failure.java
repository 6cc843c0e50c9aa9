package io.pharos.simulation.run;

import java.util.List;

/**
 * A violation, and what led to it.
 *
 * @param checker which saw it
 * @param what was violated
 * @param virtualNanos when, in the simulated world
 * @param lastSteps the last log entries with their events, oldest first
 */
public record Failure(String checker, String what, long virtualNanos, List<String> lastSteps) {
    public Failure {
        lastSteps = List.copyOf(lastSteps);
    }
}
