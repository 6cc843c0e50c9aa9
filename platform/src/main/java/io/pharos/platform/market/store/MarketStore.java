package io.pharos.platform.market.store;

import io.pharos.platform.market.candle.Candle;
import io.pharos.platform.market.candle.CandleInterval;
import io.pharos.platform.market.fold.MarketImage;
import io.pharos.platform.market.fold.MarketImage.ChangedCandles;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads and writes checkpoints and candles. */
public final class MarketStore {
    private static final String CANDLE =
            "open_at_nanos, open_ticks, high_ticks, low_ticks, close_ticks, volume_lots," + " turnover_minor";

    private final DataSource dataSource;

    public MarketStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The last checkpoint; empty before the first, or when it is of another version: then candles are emptied too. */
    public Optional<MarketImage> load() throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT state FROM checkpoint")) {
                if (rows.next()) {
                    MarketImage image = CheckpointCodec.read(rows.getBytes(1));
                    if (image != null) {
                        return Optional.of(image);
                    }
                }
            }
            statement.execute("TRUNCATE checkpoint, candle");
            return Optional.empty();
        }
    }

    /** Forgets everything, so that the next start folds the journal from its first event. */
    public void clear() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE checkpoint, candle");
        }
    }

    /** Writes a checkpoint and the candles that changed before it, in one transaction. An older one is not written. */
    public void save(MarketImage image, List<ChangedCandles> changed) throws SQLException, IOException {
        byte[] state = CheckpointCodec.write(image);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (replace(connection, image.sequence(), state)) {
                    write(connection, changed);
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** The newest candles that opened before this moment, oldest first. */
    public List<Candle> candles(int instrumentId, CandleInterval interval, long beforeNanos, int limit)
            throws SQLException {
        List<Candle> newestFirst = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT " + CANDLE + " FROM candle"
                        + " WHERE instrument_id = ? AND interval_code = ? AND open_at_nanos < ?"
                        + " ORDER BY open_at_nanos DESC LIMIT ?")) {
            statement.setInt(1, instrumentId);
            statement.setString(2, interval.code());
            statement.setLong(3, beforeNanos);
            statement.setInt(4, limit);
            try (ResultSet r = statement.executeQuery()) {
                while (r.next()) {
                    newestFirst.add(new Candle(
                            r.getLong(1),
                            r.getLong(2),
                            r.getLong(3),
                            r.getLong(4),
                            r.getLong(5),
                            r.getLong(6),
                            r.getLong(7)));
                }
            }
        }
        return newestFirst.reversed();
    }

    private static boolean replace(Connection connection, long sequence, byte[] state) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO checkpoint (sequence, state) VALUES (?, ?)
                ON CONFLICT (one) DO UPDATE SET sequence = excluded.sequence, state = excluded.state
                WHERE checkpoint.sequence < excluded.sequence""")) {
            statement.setLong(1, sequence);
            statement.setBytes(2, state);
            return statement.executeUpdate() == 1;
        }
    }

    private static void write(Connection connection, List<ChangedCandles> changed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO candle (instrument_id,"
                + " interval_code, " + CANDLE + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (instrument_id, interval_code, open_at_nanos) DO UPDATE SET"
                + " high_ticks = excluded.high_ticks, low_ticks = excluded.low_ticks,"
                + " close_ticks = excluded.close_ticks, volume_lots = excluded.volume_lots,"
                + " turnover_minor = excluded.turnover_minor")) {
            for (ChangedCandles series : changed) {
                for (Candle candle : series.candles()) {
                    statement.setInt(1, series.instrumentId());
                    statement.setString(2, series.interval().code());
                    statement.setLong(3, candle.openAtNanos());
                    statement.setLong(4, candle.openTicks());
                    statement.setLong(5, candle.highTicks());
                    statement.setLong(6, candle.lowTicks());
                    statement.setLong(7, candle.closeTicks());
                    statement.setLong(8, candle.volumeLots());
                    statement.setLong(9, candle.turnoverMinor());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
