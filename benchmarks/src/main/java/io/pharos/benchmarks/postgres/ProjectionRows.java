package io.pharos.benchmarks.postgres;

import io.pharos.benchmarks.Effort;
import io.pharos.benchmarks.Item;
import io.pharos.benchmarks.Measurement;
import io.pharos.benchmarks.core.RecordedEvents;
import io.pharos.benchmarks.core.WorkloadShape;
import io.pharos.cluster.journal.JournalPosition;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.platform.database.Databases;
import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.projection.ProjectionProgress;
import io.pharos.platform.trading.projection.TradingProjection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/**
 * Rows a second that the trading projection writes of the journal, beside a plain COPY of the rows that are there in the end
 * into the same tables, emptied, indexes and all, in one transaction. The projection writes a row again in each batch in
 * which it changes: both times count, as the server counts them.
 */
public final class ProjectionRows implements Item {
    private static final long SEED = 42;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long STATISTICS_PAUSE_MILLIS = 1_500;
    private static final List<String> TABLES = List.of("orders", "execution", "movement", "balance", "position");

    @Override
    public List<Measurement> run(Effort effort, Consumer<String> say) throws IOException, InterruptedException {
        List<List<CoreEvent>> journal = RecordedEvents.of(WorkloadShape.ONE_BOOK, effort.choose(5_000, 200_000), SEED);
        long last = journal.getLast().getLast().sequence();
        say.accept(String.format("%,d events of %,d commands", last, journal.size()));
        try (TemporaryPostgres server = TemporaryPostgres.start();
                ExecutorService threads = Executors.newCachedThreadPool();
                Databases databases = Databases.prepare(server.settings(), List.of("trading"), false, threads)) {
            SchemaDatabase trading = databases.open("trading");
            double projected = seconds(project(trading, journal, last));
            try (Connection connection = trading.dataSource().getConnection()) {
                long rows = rows(connection);
                long written = written(connection, rows);
                double copied = seconds(copyBack(connection));
                say.accept(String.format(
                        "%,d rows written in %.2f s by the projection; the %,d that are there copied in %.2f s",
                        written, projected, rows, copied));
                return List.of(Measurement.beside(
                        "projection: rows written to PostgreSQL; reference: COPY",
                        written / projected,
                        "rows/s",
                        rows / copied,
                        "ratio 0.6"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL failed: " + e.getMessage(), e);
        }
    }

    private static long project(SchemaDatabase trading, List<List<CoreEvent>> journal, long last)
            throws SQLException, InterruptedException {
        ProjectionProgress progress = new ProjectionProgress();
        try (TradingProjection projection =
                new TradingProjection(trading.dataSource(), new InstrumentDirectory(), progress)) {
            projection.start();
            long beganNanos = System.nanoTime();
            for (List<CoreEvent> command : journal) {
                projection.onEvents(command, JournalPosition.START);
            }
            if (!progress.await(last, PATIENCE)) {
                throw new IllegalStateException("the projection stands at " + progress.sequence() + " of " + last + ": "
                        + projection.trouble());
            }
            return System.nanoTime() - beganNanos;
        }
    }

    /** Reads the tables out, empties them, and copies the same rows in again. */
    private static long copyBack(Connection connection) throws SQLException, IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (String table : TABLES) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            copies.copyOut("COPY " + table + " TO STDOUT (FORMAT binary)", bytes);
            contents.put(table, bytes.toByteArray());
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("DELETE FROM " + table);
            }
        }
        connection.commit();
        long beganNanos = System.nanoTime();
        for (String table : TABLES) {
            copies.copyIn(
                    "COPY " + table + " FROM STDIN (FORMAT binary)", new ByteArrayInputStream(contents.get(table)));
        }
        connection.commit();
        return System.nanoTime() - beganNanos;
    }

    /** Rows inserted and updated, once the server's sessions have told all of it. */
    private static long written(Connection connection, long rows) throws SQLException, InterruptedException {
        long before = -1;
        long counted = 0;
        while (counted < rows || counted != before) {
            Thread.sleep(STATISTICS_PAUSE_MILLIS);
            before = counted;
            try (Statement statement = connection.createStatement();
                    ResultSet sum = statement.executeQuery("SELECT sum(n_tup_ins + n_tup_upd) FROM pg_stat_user_tables"
                            + " WHERE relname IN ('" + String.join("', '", TABLES) + "')")) {
                sum.next();
                counted = sum.getLong(1);
            }
        }
        return counted;
    }

    private static long rows(Connection connection) throws SQLException {
        long rows = 0;
        for (String table : TABLES) {
            try (Statement statement = connection.createStatement();
                    ResultSet counted = statement.executeQuery("SELECT count(*) FROM " + table)) {
                counted.next();
                rows += counted.getLong(1);
            }
        }
        return rows;
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
