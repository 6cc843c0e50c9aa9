package io.pharos.platform.trading.query;

import io.pharos.platform.trading.projection.VenueRows.Break;
import io.pharos.platform.trading.projection.VenueRows.ListedInstrument;
import io.pharos.platform.trading.projection.VenueRows.Owed;
import io.pharos.platform.trading.projection.VenueRows.PendingOrder;
import io.pharos.platform.trading.projection.VenueRows.Venue;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads how venues, the orders there and their breaks stand. */
public final class VenueQueries {
    private static final int ROWS_MAX = 200;

    private final JdbcClient jdbc;

    public VenueQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Venue> venues() {
        return jdbc.sql("""
                SELECT l.venue_id, coalesce(bool_or(v.up), false) AS up, max(v.since_nanos) AS since_nanos
                FROM listing l LEFT JOIN venue v USING (venue_id) WHERE l.venue_id > 0 GROUP BY 1 ORDER BY 1""")
                .query((row, number) -> new Venue(
                        row.getInt("venue_id"), row.getBoolean("up"), row.getObject("since_nanos", Long.class)))
                .list();
    }

    public List<ListedInstrument> listings() {
        return jdbc.sql("SELECT * FROM listing WHERE venue_id > 0 ORDER BY instrument_id")
                .query((row, number) -> new ListedInstrument(
                        row.getInt("instrument_id"), row.getInt("venue_id"), row.getBoolean("queues_when_down")))
                .list();
    }

    /** The open orders at venues, those that nobody knows about first. */
    public List<PendingOrder> orders() {
        return jdbc.sql("""
                SELECT v.*, o.side, o.price_ticks, o.quantity_lots, o.filled_lots FROM venue_order v
                JOIN orders o USING (order_id) ORDER BY v.unknown DESC, v.order_id LIMIT :most""")
                .param("most", ROWS_MAX)
                .query((row, number) -> new PendingOrder(
                        row.getLong("order_id"),
                        row.getLong("account_id"),
                        row.getInt("instrument_id"),
                        row.getInt("venue_id"),
                        row.getString("side"),
                        row.getLong("price_ticks"),
                        row.getLong("quantity_lots"),
                        row.getLong("filled_lots"),
                        row.getString("state"),
                        row.getBoolean("unknown"),
                        row.getBoolean("cancel_wanted"),
                        row.getLong("changed_nanos")))
                .list();
    }

    /** The breaks, open ones first, the newest of each first. */
    public List<Break> breaks() {
        return jdbc.sql("""
                SELECT b.*, r.reason FROM venue_break b LEFT JOIN venue_resolution r USING (break_id)
                ORDER BY b.resolved_nanos IS NOT NULL, b.break_id DESC LIMIT :most""")
                .param("most", ROWS_MAX)
                .query((row, number) -> new Break(
                        row.getLong("break_id"),
                        row.getString("kind"),
                        row.getString("report_kind"),
                        row.getLong("order_id"),
                        row.getLong("trade_id"),
                        row.getLong("lots"),
                        row.getLong("price_ticks"),
                        row.getInt("instrument_id"),
                        row.getString("side"),
                        row.getLong("found_nanos"),
                        row.getObject("resolved_nanos", Long.class),
                        row.getString("reason")))
                .list();
    }

    public List<Owed> receivables() {
        return jdbc.sql("SELECT * FROM receivable ORDER BY account_id, asset_id LIMIT :most")
                .param("most", ROWS_MAX)
                .query((row, number) ->
                        new Owed(row.getLong("account_id"), row.getInt("asset_id"), row.getLong("owed_minor")))
                .list();
    }

    /** Keeps why staff closed a break; the first reason stands. */
    public void keepReason(long breakId, String customerId, String reason) {
        jdbc.sql("""
                INSERT INTO venue_resolution (break_id, customer_id, reason, at) VALUES (:id, :customer, :reason, now())
                ON CONFLICT (break_id) DO NOTHING""")
                .param("id", breakId)
                .param("customer", customerId)
                .param("reason", reason)
                .update();
    }
}
