package io.pharos.platform.operations;

import io.pharos.platform.edge.Caller;
import io.pharos.platform.health.StatusBoard.Part;
import io.pharos.platform.health.StatusBoard.Status;
import io.pharos.platform.stream.Channel;
import io.pharos.platform.stream.ChannelSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;

/**
 * {@code status}: how each part of the platform stands, pushed when a part's state changes. Public. Each message carries
 * the whole status.
 *
 * <p>The sequence is this channel's own: milliseconds since the epoch at the change, or one more than the last, so it
 * grows across restarts too. The newest {@value #KEPT} changes can be resumed. One thread asks the board and publishes.
 */
public final class StatusChannel implements ChannelSource, Channel.Ordered, AutoCloseable {
    static final int KEPT = 64;
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(StatusChannel.class);

    private final Supplier<Status> status;
    private final ObjectMapper json;
    private final Clock clock;
    private final Set<Sink> sinks = new LinkedHashSet<>();
    private final Deque<Change> changes = new ArrayDeque<>();
    private final Thread publisher = Thread.ofVirtual().name("status-channel").unstarted(this::run);

    /** A status, and what it is compared by. */
    private record Change(long sequence, long previous, List<Standing> standings, String data) {}

    /** What counts as a change of a part; its detail and the time of asking do not. */
    private record Standing(String name, Object state, Object since) {
        static List<Standing> of(Status status) {
            return status.parts().stream().map(Standing::of).toList();
        }

        private static Standing of(Part part) {
            return new Standing(part.name(), part.state(), part.since());
        }
    }

    public StatusChannel(Supplier<Status> status, ObjectMapper json, Clock clock) {
        this.status = status;
        this.json = json;
        this.clock = clock;
    }

    /** Starts watching. */
    public void start() {
        publisher.start();
    }

    @Override
    public void close() {
        publisher.interrupt();
    }

    @Override
    public Optional<Channel> open(String name, @Nullable Caller caller) {
        return name.equals("status") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public boolean isWholeInSnapshot() {
        return true;
    }

    @Override
    public synchronized Runnable attach(long after, Sink sink) {
        Change newest = changes.peekLast();
        if (newest == null) {
            newest = take(this.status.get());
        }
        boolean known = changes.stream().anyMatch(change -> change.sequence() == after);
        if (known) {
            changes.stream()
                    .filter(change -> change.sequence() > after)
                    .forEach(change -> sink.delta(change.sequence(), change.previous(), change.data()));
        } else {
            sink.snapshot(newest.sequence(), newest.data());
        }
        sinks.add(sink);
        return () -> detach(sink);
    }

    private synchronized void detach(Sink sink) {
        sinks.remove(sink);
    }

    private void run() {
        try {
            while (true) {
                try {
                    publish(status.get());
                } catch (RuntimeException e) {
                    // The next round asks again; the page asks by itself when nothing comes.
                    LOG.warn("The status could not be told", e);
                }
                Thread.sleep(PERIOD);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Pushes the status, if a part's state changed. */
    synchronized void publish(Status status) {
        Change newest = changes.peekLast();
        if (newest != null && newest.standings().equals(Standing.of(status))) {
            return;
        }
        Change change = take(status);
        if (newest != null) {
            sinks.forEach(sink -> sink.delta(change.sequence(), change.previous(), change.data()));
        }
    }

    private Change take(Status status) {
        Change newest = changes.peekLast();
        long previous = newest == null ? 0 : newest.sequence();
        Change change = new Change(
                Math.max(previous + 1, clock.millis()), previous, Standing.of(status), json.writeValueAsString(status));
        changes.addLast(change);
        if (changes.size() > KEPT) {
            changes.removeFirst();
        }
        return change;
    }
}
