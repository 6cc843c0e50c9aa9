package io.pharos.benchmarks.core;

import io.pharos.benchmarks.Effort;
import io.pharos.benchmarks.Item;
import io.pharos.benchmarks.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What it takes to come back: a snapshot is loaded and checked and a tail of the log is applied, beside reading the same
 * bytes from the same files; and for how long taking the snapshot stops the core.
 */
public final class CoreRecovery implements Item {
    private static final long SEED = 42;

    @Override
    public List<Measurement> run(Effort effort, Consumer<String> say) throws IOException {
        WorkloadShape shape =
                effort.choose(new WorkloadShape(1, 20_000, 10_000), new WorkloadShape(1, 10_000_000, 1_000_000));
        int tail = effort.choose(10_000, 1_000_000);
        Path directory = Files.createTempDirectory("pharos-bench-recovery-");
        RecoveryFiles files = new RecoveryFiles(directory);
        try {
            RecoveryFiles.Written written = write(files, shape, tail, say);
            long readNanos = timed(files::read);
            long recoverNanos = timed(() -> {
                long digest = files.recover();
                if (digest != written.digest()) {
                    throw new IllegalStateException("what was recovered differs from what was written");
                }
            });
            double seconds = seconds(recoverNanos);
            String what = String.format("%s, log tail of %,d, %,d MB", shape.text(), tail, written.bytes() / (1 << 20));
            say.accept(String.format("%s: read in %.2f s, recovered in %.2f s", what, seconds(readNanos), seconds));
            return List.of(
                    Measurement.beside(
                            "core, recovery: " + what + "; reference: reading", seconds, "s", seconds(readNanos), ""),
                    Measurement.alone(
                            "core, pause for a snapshot: " + shape.text(), seconds(written.saveNanos()), "s", ""));
        } finally {
            files.delete();
        }
    }

    private static RecoveryFiles.Written write(RecoveryFiles files, WorkloadShape shape, int tail, Consumer<String> say)
            throws IOException {
        say.accept("preparing " + shape.text());
        Workload workload = WorkloadGenerator.generate(shape, shape.resting() + tail, SEED);
        CoreMarket market = new CoreMarket(shape, new SilentSink());
        Workload.Applier applier = new Workload.Applier(workload, market);
        for (int i = 0; i < shape.resting(); i++) {
            applier.apply(i);
        }
        return files.write(market.engine(), workload, shape.resting());
    }

    private interface Step {
        void run() throws IOException;
    }

    private static long timed(Step step) throws IOException {
        System.gc();
        long beganNanos = System.nanoTime();
        step.run();
        return System.nanoTime() - beganNanos;
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
