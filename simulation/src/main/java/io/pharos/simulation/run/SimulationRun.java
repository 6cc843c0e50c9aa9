package io.pharos.simulation.run;

/** One run: made anew for each, also by a class loader that plants a fault. */
@FunctionalInterface
public interface SimulationRun {
    /** Runs to the end, or to the first violation. */
    RunResult run(RunSettings settings);
}
