package io.pharos.platform.trading.query;

import io.pharos.platform.trading.position.Position;
import io.pharos.platform.trading.projection.BalanceRow;
import io.pharos.platform.trading.projection.MovementRow;
import io.pharos.platform.trading.projection.StoredRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what an account has and how it came. */
public final class AccountQueries {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public AccountQueries(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Balances as of one sequence.
     *
     * @param sequence that the tables stood at when the balances were read
     */
    public record Balances(List<BalanceRow> rows, long sequence) {}

    /** Balances and positions, as of one sequence. */
    public record Holdings(Balances balances, Map<Integer, Position> positions) {}

    /** The account's balances by number of the asset. */
    public Balances balances(long accountId) {
        // One statement, so one snapshot: the sequence belongs to exactly these rows.
        record Row(long sequence, @Nullable BalanceRow balance) {}
        List<Row> rows = jdbc.sql("""
                SELECT p.sequence AS at, b.* FROM projection p
                LEFT JOIN balance b ON b.account_id = :account ORDER BY b.asset_id""")
                .param("account", accountId)
                .query((row, number) ->
                        new Row(row.getLong("at"), row.getObject("asset_id") == null ? null : StoredRows.balance(row)))
                .list();
        return new Balances(
                rows.stream().map(Row::balance).filter(b -> b != null).toList(),
                rows.getFirst().sequence());
    }

    /** The account's balances and what its holdings cost. */
    public Holdings holdings(long accountId) {
        Holdings holdings = transactions.execute(status -> {
            jdbc.sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .update();
            Balances balances = balances(accountId);
            Map<Integer, Position> positions = new HashMap<>();
            jdbc.sql("SELECT * FROM position WHERE account_id = :account")
                    .param("account", accountId)
                    .query(row -> {
                        positions.put(row.getInt("asset_id"), StoredRows.position(row));
                    });
            return new Holdings(balances, positions);
        });
        if (holdings == null) {
            throw new IllegalStateException("the transaction gave nothing");
        }
        return holdings;
    }

    /** The account's movements, newest first. */
    public Page<MovementRow> movements(long accountId, @Nullable Integer assetId, long before, int limit) {
        JdbcClient.StatementSpec statement = jdbc.sql("SELECT * FROM movement"
                        + " WHERE account_id = :account AND movement_id < :before"
                        + (assetId == null ? "" : " AND asset_id = :asset")
                        + " ORDER BY movement_id DESC LIMIT :limit")
                .param("account", accountId)
                .param("before", before)
                .param("limit", limit + 1);
        if (assetId != null) {
            statement = statement.param("asset", assetId);
        }
        return Page.of(
                statement.query((row, number) -> StoredRows.movement(row)).list(), limit, MovementRow::movementId);
    }
}
