package io.pharos.platform.trading.venue;

import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.protocol.VenueOrderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is to be sent to venues, and what has been. A request is recorded as sent before it is: one that a crash leaves
 * between record and wire is not sent again, but asked for, since the venue may have it.
 */
final class RequestTable {
    private static final int ROWS_MAX = 500;

    private static final String SELECT = """
            SELECT v.*, o.side, o.time_in_force, o.expires_nanos FROM venue_order v JOIN orders o USING (order_id)
            LEFT JOIN venue_request r ON r.order_id = v.order_id AND r.request_number = v.request_number
            WHERE v.venue_id = :venue AND\s""";

    private final JdbcClient jdbc;

    RequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last request of an open order. */
    record Request(
            long orderId,
            int instrumentId,
            int requestNumber,
            int acceptedNumber,
            VenueOrderState state,
            Side side,
            TimeInForce timeInForce,
            long priceTicks,
            long quantityLots,
            long expiresNanos) {}

    /** What the core has routed and nobody has sent, oldest first. */
    List<Request> unsent(int venueId) {
        return jdbc.sql(SELECT
                        + "r.order_id IS NULL AND v.state IN ('PENDING_NEW', 'PENDING_REPLACE', 'PENDING_CANCEL')"
                        + " ORDER BY v.changed_nanos, v.order_id LIMIT :most")
                .param("venue", venueId)
                .param("most", ROWS_MAX)
                .query(RequestTable::request)
                .list();
    }

    /** What was sent so long ago and has not been answered, nor doubted. */
    List<Request> overdue(int venueId, Duration timeout) {
        return jdbc.sql(SELECT
                        + "NOT v.unknown AND v.state IN ('PENDING_NEW', 'PENDING_REPLACE', 'PENDING_CANCEL')"
                        + " AND r.sent_at < now() - make_interval(secs => :seconds) ORDER BY v.order_id LIMIT :most")
                .param("venue", venueId)
                .param("seconds", timeout.toSeconds())
                .param("most", ROWS_MAX)
                .query(RequestTable::request)
                .list();
    }

    /** What nobody knows the outcome of, and has not been asked for so long. */
    List<Request> unknown(int venueId, Duration pause) {
        return jdbc.sql(SELECT
                        + "v.unknown AND (r.asked_at IS NULL OR r.asked_at < now() - make_interval(secs => :seconds))"
                        + " ORDER BY v.order_id LIMIT :most")
                .param("venue", venueId)
                .param("seconds", pause.toSeconds())
                .param("most", ROWS_MAX)
                .query(RequestTable::request)
                .list();
    }

    /** Records that a request is being sent; false where it has been already. */
    boolean recordSent(Request request) {
        return jdbc.sql("""
                        INSERT INTO venue_request (order_id, request_number, sent_at) VALUES (:order, :number, now())
                        ON CONFLICT DO NOTHING""")
                        .param("order", request.orderId())
                        .param("number", request.requestNumber())
                        .update()
                == 1;
    }

    void recordAsked(Request request) {
        jdbc.sql("UPDATE venue_request SET asked_at = now() WHERE order_id = :order AND request_number = :number")
                .param("order", request.orderId())
                .param("number", request.requestNumber())
                .update();
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getLong("order_id"),
                row.getInt("instrument_id"),
                row.getInt("request_number"),
                row.getInt("accepted_number"),
                VenueOrderState.valueOf(row.getString("state")),
                Side.valueOf(row.getString("side")),
                TimeInForce.valueOf(row.getString("time_in_force")),
                row.getLong("request_price_ticks"),
                row.getLong("request_lots"),
                row.getLong("expires_nanos"));
    }
}
