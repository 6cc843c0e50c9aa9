package io.pharos.platform.payments;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Takes payments that are due and goes on with them: the resolver of everything that was pending, unknown, or cut off by
 * a crash. Any number of processes may run one.
 */
final class PaymentWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentWorker.class);
    private static final long PERIOD_MILLIS = 250;
    private static final int BATCH_MAX = 16;

    private final PaymentTable payments;
    private final PaymentProcess process;
    private final Clock clock;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("payments-clock").factory());
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("payment-", 0).factory());
    private @Nullable Future<?> rounds;

    PaymentWorker(PaymentTable payments, PaymentProcess process, Clock clock) {
        this.payments = payments;
        this.process = process;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        rounds = clockwork.scheduleWithFixedDelay(this::round, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        rounds = null;
        clockwork.shutdownNow();
        // What is under way ends within the time-outs of the bank, or is taken up again after its lease.
        workers.shutdown();
        try {
            if (!workers.awaitTermination(HttpBank.ANSWER_TIMEOUT.toSeconds() + 1, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            workers.shutdownNow();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }

    private void round() {
        try {
            List<Payment> due = payments.takeDue(clock.instant(), BATCH_MAX);
            for (Payment payment : due) {
                workers.execute(() -> advance(payment));
            }
        } catch (DataAccessException e) {
            // The next round tries again; an exception here would end all rounds.
            LOG.warn("Payments cannot be read: {}", e.getMessage());
        }
    }

    private void advance(Payment payment) {
        try {
            process.advance(payment);
        } catch (DataAccessException e) {
            LOG.warn("{} waits for the end of its lease: {}", payment.id(), e.getMessage());
        } catch (IllegalStateException e) {
            LOG.error("{} needs a person", payment.id(), e);
        }
    }
}
