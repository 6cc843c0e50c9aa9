package io.pharos.cluster.transport;

import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/** What a thread that polls does when there is nothing to do. */
public enum Idle {
    /** Parks up to a millisecond: for machines that other programs share. */
    PARK {
        @Override
        public IdleStrategy strategy() {
            return new BackoffIdleStrategy(10, 20, 1_000, 1_000_000);
        }
    },
    /** Parks up to a tenth of a millisecond. */
    BACKOFF {
        @Override
        public IdleStrategy strategy() {
            return new BackoffIdleStrategy(100, 50, 1_000, 100_000);
        }
    },
    /** Never parks: one core for each thread, or it is slower than the others. */
    SPIN {
        @Override
        public IdleStrategy strategy() {
            return new BusySpinIdleStrategy();
        }
    };

    /** A new one: strategies keep state and belong to one thread. */
    public abstract IdleStrategy strategy();
}
