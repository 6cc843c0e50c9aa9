package io.pharos.platform.trading.query;

import io.pharos.platform.trading.projection.ExecutionRow;
import io.pharos.platform.trading.projection.OrderRow;
import io.pharos.platform.trading.projection.StoredRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads orders and executions. Every query names the account, so nobody sees another's. */
public final class OrderQueries {
    private final JdbcClient jdbc;

    public OrderQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An order with the customer's own id for it. */
    public record StoredOrder(
            OrderRow row,
            @Nullable String clientOrderId,
            @Nullable String venueState) {}

    /** Which orders a list shows. */
    public enum State {
        OPEN,
        CLOSED,
        ALL
    }

    private static final String SELECT = """
            SELECT o.*, c.client_order_id, CASE WHEN v.unknown THEN 'UNKNOWN' ELSE v.state END AS venue_state FROM orders o
            LEFT JOIN client_order c ON o.client_tag <> 0 AND c.client_tag = o.client_tag
            LEFT JOIN venue_order v ON v.order_id = o.order_id
            """;

    /** One order of the account. */
    public Optional<StoredOrder> order(long accountId, long orderId) {
        return jdbc.sql(SELECT + "WHERE o.order_id = :id AND o.account_id = :account")
                .param("id", orderId)
                .param("account", accountId)
                .query(OrderQueries::order)
                .optional();
    }

    /** The order that carries this tag; of orders that were placed together the first: an entry, or the one with the later id. */
    public Optional<StoredOrder> byTag(long accountId, long clientTag) {
        return jdbc.sql(SELECT
                        + "WHERE o.client_tag = :tag AND o.account_id = :account"
                        + " ORDER BY o.entry_order_id, o.order_id DESC LIMIT 1")
                .param("tag", clientTag)
                .param("account", accountId)
                .query(OrderQueries::order)
                .optional();
    }

    /** These orders of the account. */
    public List<StoredOrder> orders(long accountId, Collection<Long> orderIds) {
        return jdbc.sql(SELECT + "WHERE o.order_id = ANY (:ids) AND o.account_id = :account ORDER BY o.sequence")
                .param("ids", orderIds.toArray(Long[]::new))
                .param("account", accountId)
                .query(OrderQueries::order)
                .list();
    }

    /** The account's orders, newest first. */
    public Page<StoredOrder> orders(
            long accountId, State state, @Nullable Integer instrumentId, long before, int limit) {
        String open = "o.status IN ('PENDING_TRIGGER', 'NEW', 'PARTIALLY_FILLED')";
        String where = "WHERE o.account_id = :account AND o.created_sequence < :before"
                + switch (state) {
                    case OPEN -> " AND " + open;
                    case CLOSED -> " AND NOT " + open;
                    case ALL -> "";
                }
                + (instrumentId == null ? "" : " AND o.instrument_id = :instrument");
        JdbcClient.StatementSpec statement = jdbc.sql(SELECT + where + " ORDER BY o.created_sequence DESC LIMIT :limit")
                .param("account", accountId)
                .param("before", before)
                .param("limit", limit + 1);
        if (instrumentId != null) {
            statement = statement.param("instrument", instrumentId);
        }
        return Page.of(
                statement.query(OrderQueries::order).list(), limit, o -> o.row().createdSequence());
    }

    /** The account's executions, newest first. */
    public Page<ExecutionRow> executions(
            long accountId, @Nullable Integer instrumentId, @Nullable Long orderId, long before, int limit) {
        JdbcClient.StatementSpec statement = jdbc.sql("SELECT * FROM execution"
                        + " WHERE account_id = :account AND execution_id < :before"
                        + (instrumentId == null ? "" : " AND instrument_id = :instrument")
                        + (orderId == null ? "" : " AND order_id = :order")
                        + " ORDER BY execution_id DESC LIMIT :limit")
                .param("account", accountId)
                .param("before", before)
                .param("limit", limit + 1);
        if (instrumentId != null) {
            statement = statement.param("instrument", instrumentId);
        }
        if (orderId != null) {
            statement = statement.param("order", orderId);
        }
        return Page.of(
                statement.query((row, number) -> StoredRows.execution(row)).list(), limit, ExecutionRow::executionId);
    }

    private static StoredOrder order(ResultSet row, int number) throws SQLException {
        return new StoredOrder(StoredRows.order(row), row.getString("client_order_id"), row.getString("venue_state"));
    }
}
