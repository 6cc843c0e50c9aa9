package io.pharos.platform.trading.projection;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far the tables have come; lets a reader wait for what it just wrote. Thread-safe. */
public final class ProjectionProgress {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile long sequence;

    /** The sequence of the last event that is in the tables. */
    public long sequence() {
        return sequence;
    }

    /**
     * Waits until the tables hold the event with this sequence.
     *
     * @return false when the time was up first: the tables then show an earlier, consistent state
     */
    public boolean await(long wanted, Duration timeout) {
        if (sequence >= wanted) {
            return true;
        }
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (sequence < wanted) {
                if (left <= 0) {
                    return false;
                }
                left = advanced.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    void advanceTo(long reached) {
        lock.lock();
        try {
            sequence = reached;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
