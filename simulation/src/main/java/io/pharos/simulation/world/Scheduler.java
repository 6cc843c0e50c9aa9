package io.pharos.simulation.world;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Virtual time: what is due next happens next, in the order in which it was asked for where the time is the same. */
final class Scheduler {
    private record Due(long atNanos, long number, Runnable action) {}

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparingLong(Due::atNanos).thenComparingLong(Due::number));
    private final RunDigest digest;
    private long nowNanos;
    private long lastNumber;

    Scheduler(RunDigest digest) {
        this.digest = digest;
    }

    long nowNanos() {
        return nowNanos;
    }

    void after(long delayNanos, Runnable action) {
        queue.add(new Due(nowNanos + delayNanos, ++lastNumber, action));
    }

    /** Does what is due next; false where nothing is. */
    boolean step() {
        Due due = queue.poll();
        if (due == null) {
            return false;
        }
        nowNanos = due.atNanos;
        digest.add(due.atNanos, due.number);
        due.action.run();
        return true;
    }
}
