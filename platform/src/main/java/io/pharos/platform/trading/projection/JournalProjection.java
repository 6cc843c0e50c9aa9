package io.pharos.platform.trading.projection;

import io.pharos.cluster.journal.JournalReader;
import io.pharos.cluster.journal.JournalSource;
import io.pharos.platform.instrument.InstrumentDirectory;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The projection and the reader that feeds it: started, stopped and begun afresh together. */
public final class JournalProjection implements AutoCloseable {
    private final DataSource dataSource;
    private final JournalSource source;
    private final InstrumentDirectory directory;
    private final ProjectionProgress progress;
    private final Consumer<ProjectedChanges> onCommit;
    private @Nullable TradingProjection projection;
    private @Nullable JournalReader reader;

    /**
     * Makes the pair; {@link #start} sets it going.
     *
     * @param onCommit called after each committed batch, on the writing thread: it must be quick
     */
    public JournalProjection(
            DataSource dataSource,
            JournalSource source,
            InstrumentDirectory directory,
            ProjectionProgress progress,
            Consumer<ProjectedChanges> onCommit) {
        this.dataSource = dataSource;
        this.source = source;
        this.directory = directory;
        this.progress = progress;
        this.onCommit = onCommit;
    }

    /** Starts where the tables stand. */
    public synchronized void start() {
        TradingProjection started = new TradingProjection(dataSource, directory, progress);
        started.onCommit(onCommit);
        try {
            long after = started.start();
            reader = JournalReader.open("trading-journal", source, after, started::onEvents);
        } catch (SQLException e) {
            throw new IllegalStateException("the projection cannot read its tables", e);
        }
        projection = started;
    }

    /** Empties the tables and folds the journal again from its first event. Reads show the growing state meanwhile. */
    public synchronized void rebuild() {
        close();
        try {
            TradingProjection.clear(dataSource);
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be emptied", e);
        } finally {
            start();
        }
    }

    /** What keeps the projection from going on; empty when nothing does. */
    public synchronized String trouble() {
        JournalReader reading = reader;
        TradingProjection writing = projection;
        if (reading == null || writing == null) {
            return "not started";
        }
        String error = reading.status().error();
        return !writing.trouble().isEmpty() ? writing.trouble() : error == null ? "" : error;
    }

    /** The sequence that the tables have reached. */
    public long sequence() {
        return progress.sequence();
    }

    @Override
    public synchronized void close() {
        TradingProjection writing = projection;
        JournalReader reading = reader;
        if (writing != null) {
            writing.close();
        }
        if (reading != null) {
            reading.close();
        }
        projection = null;
        reader = null;
    }
}
