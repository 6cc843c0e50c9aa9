package io.pharos.simulation.run;

import java.util.Locale;

/** What a world may be spared. */
public enum FaultKind {
    /** Messages are lost. */
    LOSS,
    /** Messages come twice. */
    DUPLICATES,
    /** Messages take more than a millisecond, and so overtake each other. */
    DELAYS,
    /** Members crash. */
    CRASHES,
    /** Clients crash. */
    CLIENT_CRASHES,
    /** Members are cut off. */
    PARTITIONS,
    /** Clocks jump. */
    CLOCK_JUMPS,
    /** Disks fill. */
    FULL_DISKS;

    /** As the command line says it. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
