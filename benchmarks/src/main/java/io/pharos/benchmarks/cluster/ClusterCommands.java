package io.pharos.benchmarks.cluster;

import io.pharos.benchmarks.Effort;
import io.pharos.benchmarks.Item;
import io.pharos.benchmarks.Measurement;
import io.pharos.benchmarks.core.WorkloadGenerator;
import io.pharos.benchmarks.core.WorkloadShape;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.wire.ReplyEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Commands a second that are committed, applied and answered, through one member and through three on this machine. The
 * reference is an echo service under the same settings, in the same run: its messages have the mean length of the
 * commands and the length of a reply.
 */
public final class ClusterCommands implements Item {
    private static final long SEED = 42;
    private static final int IN_FLIGHT = 2_000;

    @Override
    public List<Measurement> run(Effort effort, Consumer<String> say) throws IOException, InterruptedException {
        int warmUp = effort.choose(2_000, 100_000);
        int measured = effort.choose(10_000, 300_000);
        int rounds = effort.choose(1, 3);
        List<CoreCommand> orders =
                ClusterWorkload.orders(WorkloadGenerator.generate(WorkloadShape.ONE_BOOK, warmUp + measured, SEED));
        int messageLength = ClusterWorkload.meanLength(orders);
        List<Measurement> measurements = new ArrayList<>();
        for (int members : new int[] {1, 3}) {
            List<Double> echoes = new ArrayList<>();
            List<Double> cores = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                double echo = EchoRun.measure(members, warmUp, measured, IN_FLIGHT, messageLength, ReplyEncoder.LENGTH);
                double core = CoreRun.measure(members, warmUp, orders, IN_FLIGHT);
                say.accept(String.format(
                        "%d member%s, round %d: echo of %d bytes %,.0f a second, core %,.0f",
                        members, members == 1 ? "" : "s", round, messageLength, echo, core));
                echoes.add(echo);
                cores.add(core);
            }
            measurements.add(Measurement.beside(
                    "core, " + members + (members == 1 ? " member" : " members") + ": commands; reference: echo",
                    median(cores),
                    "commands/s",
                    median(echoes),
                    "ratio 0.8"));
        }
        return measurements;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
