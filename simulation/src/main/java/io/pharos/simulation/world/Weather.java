package io.pharos.simulation.world;

import io.pharos.simulation.run.FaultKind;
import io.pharos.simulation.run.Seeded;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** How bad things are in a run: drawn from its seed. Of times, the mean between two of a kind; 0 for never. */
final class Weather {
    static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    final int lossPpm;
    final int duplicatePpm;
    final long delayMaxNanos;
    final long crashNanos;
    final long clientCrashNanos;
    final long partitionNanos;
    final long clockJumpNanos;
    final long diskFullNanos;
    final long snapshotNanos;
    final long nightNanos;

    /**
     * Draws what the seed wants, and leaves out what is not to happen.
     *
     * @param daysPass whether log time is to come to other days
     * @param without the faults that do not happen
     */
    Weather(Seeded random, boolean daysPass, Set<FaultKind> without) {
        nightNanos = daysPass ? 500 * MILLI : 0;
        boolean fair = random.percent(10);
        int loss = fair ? 0 : random.oneOf(0, 5_000, 30_000, 100_000);
        int duplicates = fair ? 0 : random.oneOf(0, 5_000, 30_000);
        int delay = random.oneOf(1, 5, 40);
        int crash = fair ? 0 : random.oneOf(0, 400, 1_500, 4_000);
        int clientCrash = fair ? 0 : random.oneOf(0, 500, 2_000);
        int partition = fair ? 0 : random.oneOf(0, 800, 3_000);
        int clockJump = fair ? 0 : random.oneOf(0, 200, 1_000);
        int diskFull = fair ? 0 : random.oneOf(0, 0, 1_500);
        snapshotNanos = random.oneOf(300, 1_000, 3_000) * MILLI;
        lossPpm = without.contains(FaultKind.LOSS) ? 0 : loss;
        duplicatePpm = without.contains(FaultKind.DUPLICATES) ? 0 : duplicates;
        delayMaxNanos = (without.contains(FaultKind.DELAYS) ? 1 : delay) * MILLI;
        crashNanos = without.contains(FaultKind.CRASHES) ? 0 : crash * MILLI;
        clientCrashNanos = without.contains(FaultKind.CLIENT_CRASHES) ? 0 : clientCrash * MILLI;
        partitionNanos = without.contains(FaultKind.PARTITIONS) ? 0 : partition * MILLI;
        clockJumpNanos = without.contains(FaultKind.CLOCK_JUMPS) ? 0 : clockJump * MILLI;
        diskFullNanos = without.contains(FaultKind.FULL_DISKS) ? 0 : diskFull * MILLI;
    }
}
