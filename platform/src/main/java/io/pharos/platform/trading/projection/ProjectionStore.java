package io.pharos.platform.trading.projection;

import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads what a batch needs and writes what it changed. Every method runs in its caller's transaction. */
final class ProjectionStore {
    /** The sequence that the tables stand at; nobody else can move it until the transaction ends. */
    long lockSequence(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sequence FROM projection FOR UPDATE")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The sequence that the tables stand at. */
    long sequence(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sequence FROM projection")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Fills the directory with what the tables know. */
    void loadDirectory(Connection connection, InstrumentDirectory directory) throws SQLException {
        directory.clear();
        try (Statement statement = connection.createStatement();
                ResultSet r = statement.executeQuery("SELECT asset_id, code, scale, kind FROM asset")) {
            while (r.next()) {
                directory.put(new Asset(r.getInt(1), r.getString(2), r.getInt(3), AssetKind.valueOf(r.getString(4))));
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet r = statement.executeQuery("SELECT * FROM instrument")) {
            while (r.next()) {
                directory.put(instrument(r, directory));
            }
        }
    }

    void load(Connection connection, Batch batch, Batch.Wanted wanted) throws SQLException {
        if (!wanted.orderIds().isEmpty()) {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT * FROM orders WHERE order_id = ANY (?)")) {
                statement.setArray(
                        1, connection.createArrayOf("int8", wanted.orderIds().toArray()));
                try (ResultSet r = statement.executeQuery()) {
                    while (r.next()) {
                        OrderRow order = StoredRows.order(r);
                        batch.orders.put(order.orderId(), order);
                    }
                }
            }
        }
        if (!wanted.accountIds().isEmpty()) {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT * FROM position WHERE account_id = ANY (?)")) {
                statement.setArray(
                        1, connection.createArrayOf("int8", wanted.accountIds().toArray()));
                try (ResultSet r = statement.executeQuery()) {
                    while (r.next()) {
                        batch.positions.put(
                                new HoldingKey(r.getLong("account_id"), r.getInt("asset_id")), StoredRows.position(r));
                    }
                }
            }
        }
    }

    void write(Connection connection, Batch batch, long sequenceBefore) throws SQLException {
        BatchStatements.write(connection, batch, sequenceBefore);
        try (PreparedStatement statement = connection.prepareStatement("UPDATE projection SET sequence = ?")) {
            statement.setLong(1, batch.sequence);
            statement.executeUpdate();
        }
    }

    /** Empties every derived table, so that the fold begins at the first event. */
    void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "TRUNCATE asset, instrument, orders, execution, movement, balance, position, risk_change, unsettled,"
                            + " settlement_rules, business_day, obligation, settlement_fail, buy_in, trial_line,"
                            + " trial_checkpoint, listing, venue, venue_order, venue_trade, venue_break, receivable,"
                            + " fee_schedule, fee_assignment, corporate_action, interest_terms,"
                            + " interest_run, end_of_day, margin_program, margin_terms, margin_account, margin_loan,"
                            + " margin_status_change, margin_sale");
            statement.execute("UPDATE projection SET sequence = 0");
        }
    }

    private static Instrument instrument(ResultSet r, InstrumentDirectory directory) throws SQLException {
        return new Instrument(
                r.getInt("instrument_id"),
                r.getString("symbol"),
                directory.asset(r.getInt("base_asset_id")),
                directory.asset(r.getInt("quote_asset_id")),
                r.getLong("lot_minor"),
                r.getLong("board_lot_lots"),
                r.getLong("tick_value_minor"),
                r.getInt("band_ppm"),
                r.getLong("reference_price_ticks"),
                r.getLong("lower_limit_ticks"),
                r.getLong("upper_limit_ticks"),
                r.getInt("maker_fee_ppm"),
                r.getInt("taker_fee_ppm"),
                r.getInt("sell_tax_ppm"),
                r.getInt("market_collar_ppm"),
                r.getLong("max_order_lots"),
                Phase.valueOf(r.getString("phase")));
    }
}
