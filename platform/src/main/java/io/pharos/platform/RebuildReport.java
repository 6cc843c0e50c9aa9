package io.pharos.platform;

import io.pharos.platform.core.CoreMembers;
import io.pharos.platform.health.Progress;
import io.pharos.platform.trading.TradingConfiguration;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;

/** Says how far the rebuilding of derived tables is, until they have reached where the journal stood when it began. */
final class RebuildReport {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final long POLL_MILLIS = 20;

    private RebuildReport() {}

    /**
     * Returns when the tables are complete or the process stops.
     *
     * @param stopped is counted down when it stops
     */
    static void follow(ApplicationContext context, StartReport report, CountDownLatch stopped)
            throws InterruptedException {
        Progress tables = context.getBeansOfType(Progress.class).values().stream()
                .filter(progress -> progress.name().equals(TradingConfiguration.PROJECTION))
                .findFirst()
                .orElseThrow();
        long last = context.getBean(CoreMembers.class).ask().stream()
                .map(CoreMembers.Member::answer)
                .filter(Objects::nonNull)
                .mapToLong(answer -> answer.progress().sequence())
                .max()
                .orElse(0);
        long saidNanos = System.nanoTime();
        while (tables.sequence() < last) {
            if (stopped.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
            if (System.nanoTime() - saidNanos > INTERVAL.toNanos()) {
                saidNanos = System.nanoTime();
                report.say(String.format(Locale.ROOT, "projections: event %,d of %,d", tables.sequence(), last));
            }
        }
        report.say(String.format(Locale.ROOT, "projections are rebuilt up to event %,d", last));
    }
}
