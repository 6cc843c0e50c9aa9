package io.pharos.benchmarks.core;

import io.pharos.benchmarks.Effort;
import io.pharos.benchmarks.Item;
import io.pharos.benchmarks.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What a command costs as books and accounts grow, beside what it costs in the smallest market of the same run; and the
 * memory of an account and of a resting order.
 */
public final class CoreGrowth implements Item {
    private static final long SEED = 42;

    @Override
    public List<Measurement> run(Effort effort, Consumer<String> say) {
        List<Measurement> measurements = new ArrayList<>();
        double small = nanos(new WorkloadShape(1, 10_000, 1_000), effort, say);
        for (int resting : effort.choose(new int[] {10_000}, new int[] {10_000, 100_000, 1_000_000})) {
            WorkloadShape shape = new WorkloadShape(1, 10_000, resting);
            measurements.add(beside("core, command cost: " + shape.text(), nanos(shape, effort, say), small));
        }
        for (int customers : effort.choose(new int[] {20_000}, new int[] {100_000, 1_000_000, 10_000_000})) {
            WorkloadShape shape = new WorkloadShape(1, customers, 1_000);
            measurements.add(beside("core, command cost: " + shape.text(), nanos(shape, effort, say), small));
        }
        int many = effort.choose(20_000, 1_000_000);
        say.accept("measuring memory");
        double empty = usedBytes(new WorkloadShape(1, 10_000, 0));
        double accounts = (usedBytes(new WorkloadShape(1, 10_000 + many, 0)) - empty) / many;
        double orders = (usedBytes(new WorkloadShape(1, 10_000, many)) - empty) / many;
        measurements.add(Measurement.alone("core, memory: an account with two balances", accounts, "bytes", ""));
        measurements.add(Measurement.alone("core, memory: a resting order", orders, "bytes", ""));
        return measurements;
    }

    private static double nanos(WorkloadShape shape, Effort effort, Consumer<String> say) {
        int commands = shape.resting() + effort.choose(20_000, 1_000_000);
        Workload workload = WorkloadGenerator.generate(shape, commands, SEED);
        boolean isLarge = shape.customers() >= 1_000_000;
        int rounds = isLarge ? 1 : effort.choose(1, 3);
        double rate = CoreRound.medianRate(workload, shape, effort.choose(0, 1), rounds);
        double nanos = TimeUnit.SECONDS.toNanos(1) / rate;
        say.accept(String.format("%s: %.0f ns a command", shape.text(), nanos));
        return nanos;
    }

    private static Measurement beside(String name, double value, double reference) {
        return Measurement.beside(name, value, "ns", reference, "at most 2");
    }

    /** Heap in use with such a market, filled and idle; what its duplicate window takes included. */
    private static double usedBytes(WorkloadShape shape) {
        Workload workload = WorkloadGenerator.generate(shape, shape.resting(), SEED);
        CoreMarket market = new CoreMarket(shape, new SilentSink());
        Workload.Applier applier = new Workload.Applier(workload, market);
        for (int i = 0; i < workload.size(); i++) {
            applier.apply(i);
        }
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long used = runtime.totalMemory() - runtime.freeMemory();
        // Both must live until here.
        return used - workloadBytes(workload) + (market.engine().sequence() < 0 ? 1 : 0);
    }

    private static long workloadBytes(Workload workload) {
        return (long) workload.size() * Workload.BYTES_A_COMMAND;
    }
}
