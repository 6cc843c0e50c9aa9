package io.pharos.platform.edge;

import io.pharos.platform.host.Secret;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Tells long connections that the session which opened them has ended: at once after a sign-out in this process, within
 * {@link #PERIOD} after any other end. One question a round for all sessions, on a thread of its own. Thread-safe.
 */
public final class SessionWatch implements SmartLifecycle {
    /** Between two rounds. */
    static final Duration PERIOD = Duration.ofSeconds(1);

    /** Where there is no session to watch. */
    public static final Watched NOTHING = new Watched() {
        @Override
        public void seen() {
            // there is nothing to keep alive
        }

        @Override
        public void close() {
            // there is nothing to leave
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);

    private final Sessions sessions;
    private final Map<ByteBuffer, Set<Watcher>> watchers = new ConcurrentHashMap<>();
    private volatile @Nullable Thread thread;

    public SessionWatch(Sessions sessions) {
        this.sessions = sessions;
        sessions.whenClosed(this::ended);
    }

    /** A session that is watched. */
    public interface Watched extends AutoCloseable {
        /** Its owner does something over the connection: that keeps the session alive as a request does. */
        void seen();

        /** Stops watching. */
        @Override
        void close();
    }

    private final class Watcher implements Watched {
        private final ByteBuffer key;
        private final Runnable onEnd;
        private volatile boolean active;

        Watcher(ByteBuffer key, Runnable onEnd) {
            this.key = key;
            this.onEnd = onEnd;
        }

        @Override
        public void seen() {
            active = true;
        }

        @Override
        public void close() {
            watchers.computeIfPresent(key, (same, all) -> all.remove(this) && all.isEmpty() ? null : all);
        }
    }

    /**
     * Watches the session of {@code token}.
     *
     * @param onEnd called once; it must not block
     */
    public Watched watch(Secret token, Runnable onEnd) {
        ByteBuffer key = Sessions.key(token.value());
        Watcher watcher = new Watcher(key, onEnd);
        watchers.compute(key, (same, all) -> {
            Set<Watcher> some = all == null ? ConcurrentHashMap.newKeySet() : all;
            some.add(watcher);
            return some;
        });
        return watcher;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("session-watch").start(this::run);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                try {
                    round();
                } catch (DataAccessException e) {
                    // Nobody is thrown out because the database does not answer.
                    LOG.debug("Sessions could not be watched: {}", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        Set<ByteBuffer> asked = new HashSet<>(watchers.keySet());
        if (asked.isEmpty()) {
            return;
        }
        Set<ByteBuffer> active = new HashSet<>();
        watchers.forEach((key, all) -> {
            for (Watcher watcher : all) {
                if (watcher.active) {
                    watcher.active = false;
                    active.add(key);
                }
            }
        });
        sessions.touch(active);
        asked.removeAll(sessions.alive(asked));
        asked.forEach(this::ended);
    }

    private void ended(ByteBuffer key) {
        Set<Watcher> all = watchers.remove(key);
        if (all != null) {
            all.forEach(watcher -> watcher.onEnd.run());
        }
    }
}
