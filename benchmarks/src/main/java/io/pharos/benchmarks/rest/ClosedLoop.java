package io.pharos.benchmarks.rest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * So many callers, each of whom sends its next request when the last one was answered. Such a loop slows down with the
 * server, so its percentiles are those of this load, not of a fixed rate.
 */
final class ClosedLoop {
    private static final long LATENCY_NANOS_MAX = TimeUnit.MINUTES.toNanos(2);

    private ClosedLoop() {}

    /** One request; returns its status. */
    interface Request {
        int send(int caller) throws IOException, InterruptedException;
    }

    /**
     * What came of it.
     *
     * @param perSecond answered requests
     * @param latencyNanos of each
     */
    record Outcome(double perSecond, Histogram latencyNanos) {
        double millisAt(double percentile) {
            return latencyNanos.getValueAtPercentile(percentile) / (double) TimeUnit.MILLISECONDS.toNanos(1);
        }
    }

    /** Calls for a while, and fails on the first answer with another status than expected. */
    static Outcome run(int callers, Duration duration, int expectedStatus, Request request)
            throws InterruptedException {
        long beganNanos = System.nanoTime();
        long endNanos = beganNanos + duration.toNanos();
        List<Future<Histogram>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                int caller = i;
                Callable<Histogram> loop = () -> call(caller, endNanos, expectedStatus, request);
                running.add(threads.submit(loop));
            }
            Histogram all = new Histogram(LATENCY_NANOS_MAX, 3);
            for (Future<Histogram> one : running) {
                all.add(one.get());
            }
            double seconds = (System.nanoTime() - beganNanos) / (double) TimeUnit.SECONDS.toNanos(1);
            return new Outcome(all.getTotalCount() / seconds, all);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request failed: " + e.getCause(), e);
        }
    }

    private static Histogram call(int caller, long endNanos, int expectedStatus, Request request)
            throws IOException, InterruptedException {
        Histogram latencyNanos = new Histogram(LATENCY_NANOS_MAX, 3);
        long sentNanos = System.nanoTime();
        while (sentNanos < endNanos) {
            int status = request.send(caller);
            if (status != expectedStatus) {
                throw new IllegalStateException("status " + status + " instead of " + expectedStatus);
            }
            long nowNanos = System.nanoTime();
            latencyNanos.recordValue(Math.min(nowNanos - sentNanos, LATENCY_NANOS_MAX));
            sentNanos = nowNanos;
        }
        return latencyNanos;
    }
}
