package io.pharos.platform.edge;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Removes ended sessions and old idempotency records, now and then, on a thread of its own. */
final class Housekeeping implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long PERIOD_MINUTES = 10;

    private final Sessions sessions;
    private final IdempotentPosts posts;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("edge-housekeeping").factory());
    private @Nullable Future<?> rounds;

    Housekeeping(Sessions sessions, IdempotentPosts posts) {
        this.sessions = sessions;
        this.posts = posts;
    }

    @Override
    public void start() {
        rounds = scheduler.scheduleWithFixedDelay(this::tidy, PERIOD_MINUTES, PERIOD_MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void stop() {
        rounds = null;
        scheduler.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    private void tidy() {
        try {
            LOG.debug("Removed {} sessions and {} idempotency records", sessions.purge(), posts.purge());
        } catch (DataAccessException e) {
            // The next round tries again; an exception here would end all rounds.
            LOG.warn("Could not remove old rows: {}", e.getMessage());
        }
    }
}
