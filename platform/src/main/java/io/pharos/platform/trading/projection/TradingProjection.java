package io.pharos.platform.trading.projection;

import io.pharos.cluster.journal.JournalPosition;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.platform.instrument.InstrumentDirectory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the journal into the tables, exactly once.
 *
 * <p>The journal's reader puts events into a bounded queue; one thread takes all that is waiting and writes it in one
 * transaction, together with the sequence that it reaches. So a batch is one event when it is quiet and thousands under
 * load. Each transaction first locks the stored sequence and drops what another process has written already: several
 * processes may project the same journal into the same tables.
 *
 * <p>A batch that fails is tried again, unchanged, until it succeeds; the queue fills, and the reader waits.
 */
public final class TradingProjection implements AutoCloseable {
    /** Events in one transaction, about; a reader's batch is never split. */
    static final int BATCH_EVENTS_MAX = 8_192;

    private static final int QUEUE_BATCHES_MAX = 1_024;
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(TradingProjection.class);

    private final DataSource dataSource;
    private final InstrumentDirectory directory;
    private final ProjectionProgress progress;
    private final ProjectionStore store = new ProjectionStore();
    private final BlockingQueue<List<CoreEvent>> queue = new ArrayBlockingQueue<>(QUEUE_BATCHES_MAX);
    private final List<Consumer<ProjectedChanges>> listeners = new CopyOnWriteArrayList<>();
    private final Thread writer;
    private volatile boolean closed;
    private volatile String trouble = "";

    public TradingProjection(DataSource dataSource, InstrumentDirectory directory, ProjectionProgress progress) {
        this.dataSource = dataSource;
        this.directory = directory;
        this.progress = progress;
        this.writer = Thread.ofPlatform().name("trading-projection").unstarted(this::run);
    }

    /**
     * Loads what the tables know and starts writing.
     *
     * @return the sequence after which the journal is to be read
     */
    public long start() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            store.loadDirectory(connection, directory);
            progress.advanceTo(store.sequence(connection));
        }
        writer.start();
        return progress.sequence();
    }

    /** The journal's consumer. Waits while the queue is full. */
    public void onEvents(List<CoreEvent> events, JournalPosition position) throws InterruptedException {
        queue.put(events);
    }

    /** Calls the listener after each committed batch, on the writing thread: it must be quick. */
    public void onCommit(Consumer<ProjectedChanges> listener) {
        listeners.add(listener);
    }

    /** What keeps the last batch from being written; empty when nothing does. */
    public String trouble() {
        return trouble;
    }

    /**
     * Empties the derived tables. The projection that is started afterwards folds the journal from its first event.
     *
     * @param dataSource of the trading schema
     */
    public static void clear(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            ProjectionStore store = new ProjectionStore();
            store.lockSequence(connection);
            store.clear(connection);
            connection.commit();
        }
    }

    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<CoreEvent> batch = new ArrayList<>();
        while (!closed) {
            try {
                if (batch.isEmpty()) {
                    take(batch);
                }
                write(batch);
                batch.clear();
                trouble = "";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                if (closed) {
                    return;
                }
                trouble = String.valueOf(e.getMessage());
                LOG.error(
                        "{} events after sequence {} could not be projected; trying again",
                        batch.size(),
                        progress.sequence(),
                        e);
                pause();
            }
        }
    }

    private void take(List<CoreEvent> batch) throws InterruptedException {
        batch.addAll(queue.take());
        while (batch.size() < BATCH_EVENTS_MAX) {
            List<CoreEvent> more = queue.poll();
            if (more == null) {
                return;
            }
            batch.addAll(more);
        }
    }

    private void write(List<CoreEvent> events) throws SQLException {
        Batch batch = new Batch();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long stored = store.lockSequence(connection);
                List<CoreEvent> unseen = after(stored, events);
                if (unseen.size() < events.size()) {
                    store.loadDirectory(connection, directory);
                }
                batch.sequence = stored;
                store.load(connection, batch, Batch.wanted(unseen));
                new BatchFold(directory, batch).fold(unseen);
                store.write(connection, batch, stored);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
        batch.assets.values().forEach(directory::put);
        batch.instruments.values().forEach(directory::put);
        progress.advanceTo(batch.sequence);
        ProjectedChanges changes = ProjectedChanges.of(batch);
        listeners.forEach(listener -> listener.accept(changes));
    }

    private static List<CoreEvent> after(long stored, List<CoreEvent> events) {
        int from = 0;
        while (from < events.size() && events.get(from).sequence() <= stored) {
            from++;
        }
        List<CoreEvent> unseen = events.subList(from, events.size());
        if (!unseen.isEmpty() && unseen.getFirst().sequence() != stored + 1) {
            throw new IllegalStateException("the tables stand at " + stored + ", the journal goes on at "
                    + unseen.getFirst().sequence());
        }
        return unseen;
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(RETRY_PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
