package io.pharos.simulation.world;

import io.pharos.simulation.run.Seeded;
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

    Weather(Seeded random) {
        boolean fair = random.percent(10);
        lossPpm = fair ? 0 : random.oneOf(0, 5_000, 30_000, 100_000);
        duplicatePpm = fair ? 0 : random.oneOf(0, 5_000, 30_000);
        delayMaxNanos = random.oneOf(1, 5, 40) * MILLI;
        crashNanos = fair ? 0 : random.oneOf(0, 400, 1_500, 4_000) * MILLI;
        clientCrashNanos = fair ? 0 : random.oneOf(0, 500, 2_000) * MILLI;
        partitionNanos = fair ? 0 : random.oneOf(0, 800, 3_000) * MILLI;
        clockJumpNanos = fair ? 0 : random.oneOf(0, 200, 1_000) * MILLI;
        diskFullNanos = fair ? 0 : random.oneOf(0, 0, 1_500) * MILLI;
        snapshotNanos = random.oneOf(300, 1_000, 3_000) * MILLI;
    }
}
