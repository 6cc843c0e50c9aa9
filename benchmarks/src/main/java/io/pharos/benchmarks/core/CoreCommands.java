package io.pharos.benchmarks.core;

import io.pharos.benchmarks.Effort;
import io.pharos.benchmarks.Item;
import io.pharos.benchmarks.Measurement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How many commands a second the core applies: one thread, all checks, the ledger, the duplicate window, the digest. */
public final class CoreCommands implements Item {
    private static final long SEED = 42;

    @Override
    public List<Measurement> run(Effort effort, Consumer<String> say) {
        int commands = effort.choose(20_000, 1_000_000);
        int warmUps = effort.choose(0, 3);
        int rounds = effort.choose(1, 5);
        say.accept("making " + commands + " commands (seed " + SEED + ")");
        Workload workload = WorkloadGenerator.generate(commands, SEED);
        for (int i = 0; i < warmUps; i++) {
            round(workload);
        }
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            double rate = round(workload);
            say.accept(String.format("round %d: %,.0f commands a second", i + 1, rate));
            rates.add(rate);
        }
        Collections.sort(rates);
        return List.of(Measurement.alone(
                "core, in process: mixed order commands", rates.get(rates.size() / 2), "commands/s", "3,000,000"));
    }

    private static double round(Workload workload) {
        CoreMarket market = WorkloadGenerator.market(new SilentSink());
        Workload.Applier applier = new Workload.Applier(workload, market);
        int skipped = Math.min(WorkloadGenerator.RESTING, workload.size() / 2);
        for (int i = 0; i < skipped; i++) {
            applier.apply(i);
        }
        long beganNanos = System.nanoTime();
        for (int i = skipped; i < workload.size(); i++) {
            applier.apply(i);
        }
        long nanos = System.nanoTime() - beganNanos;
        return (workload.size() - skipped) * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
    }
}
