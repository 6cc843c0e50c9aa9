package io.pharos.cluster.client;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Command ids that grow over restarts without being stored: they begin at the microseconds since the epoch, and no client
 * sends a million commands a second for as long as it runs. Thread-safe.
 */
final class IdSource {

    private final AtomicLong last = new AtomicLong(TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()));

    long next() {
        return last.incrementAndGet();
    }
}
