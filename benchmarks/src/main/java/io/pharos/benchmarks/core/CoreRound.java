package io.pharos.benchmarks.core;

import io.pharos.cluster.wire.EventPublisher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Applies a workload to a fresh core, all checks, ledger, duplicate window and the encoding of events included. */
final class CoreRound {
    private CoreRound() {}

    /** Commands a second after the books are full; the median of some rounds after some that warm up. */
    static double medianRate(Workload workload, WorkloadShape shape, int warmUps, int rounds) {
        for (int i = 0; i < warmUps; i++) {
            rate(workload, shape);
        }
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            rates.add(rate(workload, shape));
        }
        Collections.sort(rates);
        return rates.get(rates.size() / 2);
    }

    private static double rate(Workload workload, WorkloadShape shape) {
        CoreMarket market = new CoreMarket(shape, new EventPublisher(new JournalBuffer()));
        Workload.Applier applier = new Workload.Applier(workload, market);
        int filling = Math.min(shape.resting(), workload.size() / 2);
        for (int i = 0; i < filling; i++) {
            applier.apply(i);
        }
        long beganNanos = System.nanoTime();
        for (int i = filling; i < workload.size(); i++) {
            applier.apply(i);
        }
        long nanos = System.nanoTime() - beganNanos;
        return (workload.size() - filling) * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
    }
}
