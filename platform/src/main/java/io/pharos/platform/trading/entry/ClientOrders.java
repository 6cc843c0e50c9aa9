package io.pharos.platform.trading.entry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The customers' own order ids: each is claimed durably, with the id of the command that will carry the order, before
 * that command is sent. So an order whose outcome is unknown can always be asked for by its own id.
 *
 * <p>Claims are committed in groups: one thread takes all that wait and writes them in one transaction, so a stream of
 * thousands of orders a second waits for the disk a few hundred times, not thousands.
 */
public final class ClientOrders implements AutoCloseable {
    private static final int GROUP_MAX = 1_000;
    private static final int WAITING_MAX = 16_384;

    /** An own order id, and the command that carries it; the core's events call it by the tag. */
    public record Claim(long clientTag, long clientId, long commandId) {}

    private record Key(long accountId, String clientOrderId) {}

    private record Waiting(Key key, long clientId, long commandId, CompletableFuture<Claim> claimed) {}

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Thread writer;

    public ClientOrders(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.writer = Thread.ofVirtual().name("client-orders").start(this::run);
    }

    /**
     * Claims an own order id for a command.
     *
     * @return the claim that stands: an earlier one, with another command, if the id was used before
     */
    public CompletableFuture<Claim> claim(long accountId, String clientOrderId, long clientId, long commandId) {
        Waiting claim = new Waiting(new Key(accountId, clientOrderId), clientId, commandId, new CompletableFuture<>());
        try {
            waiting.put(claim);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            claim.claimed().completeExceptionally(e);
        }
        return claim.claimed();
    }

    /** The claim of an own order id, if it was ever used. */
    public Optional<Claim> find(long accountId, String clientOrderId) {
        return jdbc.sql("""
                SELECT client_tag, client_id, command_id FROM client_order
                WHERE account_id = :account AND client_order_id = :id""")
                .param("account", accountId)
                .param("id", clientOrderId)
                .query((row, number) -> new Claim(row.getLong(1), row.getLong(2), row.getLong(3)))
                .optional();
    }

    @Override
    public void close() {
        writer.interrupt();
    }

    private void run() {
        List<Waiting> group = new ArrayList<>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                group.clear();
                group.add(waiting.take());
                waiting.drainTo(group, GROUP_MAX - 1);
                answer(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(List<Waiting> group) {
        try {
            Map<Key, Claim> standing = write(group);
            for (Waiting each : group) {
                Claim claim = standing.get(each.key());
                if (claim == null) {
                    each.claimed().completeExceptionally(new IllegalStateException("claim was not stored"));
                } else {
                    each.claimed().complete(claim);
                }
            }
        } catch (SQLException | RuntimeException e) {
            group.forEach(each -> each.claimed().completeExceptionally(e));
        }
    }

    private Map<Key, Claim> write(List<Waiting> group) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO client_order (account_id, client_order_id, client_id, command_id)
                    SELECT * FROM unnest(?, ?, ?, ?) ON CONFLICT DO NOTHING""")) {
                insert.setArray(1, keys(connection, group));
                insert.setArray(2, ids(connection, group));
                insert.setArray(
                        3,
                        longs(connection, group.stream().map(Waiting::clientId).toArray()));
                insert.setArray(
                        4,
                        longs(connection, group.stream().map(Waiting::commandId).toArray()));
                insert.executeUpdate();
            }
            Map<Key, Claim> standing = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT c.account_id, c.client_order_id, c.client_tag, c.client_id, c.command_id
                    FROM unnest(?, ?) AS k (account_id, client_order_id)
                    JOIN client_order c ON c.account_id = k.account_id AND c.client_order_id = k.client_order_id""")) {
                select.setArray(1, keys(connection, group));
                select.setArray(2, ids(connection, group));
                try (ResultSet r = select.executeQuery()) {
                    while (r.next()) {
                        standing.put(
                                new Key(r.getLong(1), r.getString(2)),
                                new Claim(r.getLong(3), r.getLong(4), r.getLong(5)));
                    }
                }
            }
            return standing;
        }
    }

    private static Array keys(Connection connection, List<Waiting> group) throws SQLException {
        return longs(connection, group.stream().map(w -> w.key().accountId()).toArray());
    }

    private static Array ids(Connection connection, List<Waiting> group) throws SQLException {
        return connection.createArrayOf(
                "text", group.stream().map(w -> w.key().clientOrderId()).toArray());
    }

    private static Array longs(Connection connection, Object[] values) throws SQLException {
        return connection.createArrayOf("int8", values);
    }
}
