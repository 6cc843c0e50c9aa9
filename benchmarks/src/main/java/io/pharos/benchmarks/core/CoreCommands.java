package io.pharos.benchmarks.core;

import io.pharos.benchmarks.Effort;
import io.pharos.benchmarks.Item;
import io.pharos.benchmarks.Measurement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How many commands a second the core applies, one thread, all checks, ledger, duplicate window and the encoding of events
 * included; beside exchange-core, which gets the same commands in a process of its own right after.
 */
public final class CoreCommands implements Item {
    private static final long SEED = 42;

    @Override
    public List<Measurement> run(Effort effort, Consumer<String> say) throws IOException, InterruptedException {
        List<Measurement> measurements = new ArrayList<>();
        for (WorkloadShape shape : List.of(WorkloadShape.ONE_BOOK, WorkloadShape.HUNDRED_BOOKS)) {
            measure(shape, effort, say, measurements);
        }
        return measurements;
    }

    private static void measure(
            WorkloadShape shape, Effort effort, Consumer<String> say, List<Measurement> measurements)
            throws IOException, InterruptedException {
        int commands = shape.resting() + effort.choose(20_000, 1_000_000);
        say.accept(String.format("%s: making %,d commands (seed %d)", shape.text(), commands, SEED));
        Workload workload = WorkloadGenerator.generate(shape, commands, SEED);
        double rate = CoreRound.medianRate(workload, shape, effort.choose(0, 3), effort.choose(1, 5));
        say.accept(String.format("%s: %,.0f commands a second", shape.text(), rate));
        String name = "core: " + shape.text();
        measurements.add(Measurement.alone(name, rate, "commands/s", "3,000,000"));
        double peer = ExchangeCorePeer.rate(workload, shape, effort.choose(1, 9));
        say.accept(String.format("%s: exchange-core %,.0f commands a second", shape.text(), peer));
        measurements.add(Measurement.beside(name + "; reference: exchange-core", rate, "commands/s", peer, "ratio 5"));
    }
}
