package io.pharos.platform.trading.query;

import io.pharos.platform.trading.position.Position;
import io.pharos.platform.trading.projection.BalanceRow;
import io.pharos.platform.trading.projection.MovementRow;
import io.pharos.platform.trading.projection.StoredRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what an account has and how it came. */
public final class AccountQueries {
    /**
     * What is bound is, by calendar, the largest sum of what comes from some day on less what is paid from then on, as the
     * core computes it; what failed comes on a day not known.
     */
    private static final String BALANCES = """
            WITH due AS (
                SELECT o.calendar_id, i.base_asset_id AS asset_id, o.due_day, o.failed_days,
                    o.base_credited_minor AS comes, o.base_out_minor AS goes
                FROM obligation o JOIN instrument i USING (instrument_id) WHERE o.account_id = :account
                UNION ALL
                SELECT o.calendar_id, i.quote_asset_id, o.due_day, o.failed_days,
                    o.quote_credited_minor, o.quote_out_minor
                FROM obligation o JOIN instrument i USING (instrument_id) WHERE o.account_id = :account
            ), by_day AS (
                SELECT calendar_id, asset_id,
                    CASE WHEN failed_days > 0 THEN 9223372036854775807 ELSE due_day END AS day,
                    sum(CASE WHEN failed_days > 0 THEN comes ELSE comes - goes END) AS net
                FROM due GROUP BY 1, 2, 3
            ), from_day AS (
                SELECT calendar_id, asset_id,
                    sum(net) OVER (PARTITION BY calendar_id, asset_id ORDER BY day DESC) AS net
                FROM by_day
            ), bound AS (
                SELECT asset_id, sum(most)::bigint AS bound_minor FROM (
                    SELECT calendar_id, asset_id, greatest(0, max(net)) AS most FROM from_day GROUP BY 1, 2) m
                GROUP BY asset_id
            )
            SELECT p.sequence AS at, b.*, u.in_minor, u.out_minor, n.bound_minor FROM projection p
            LEFT JOIN balance b ON b.account_id = :account
            LEFT JOIN unsettled u ON u.account_id = b.account_id AND u.asset_id = b.asset_id
            LEFT JOIN bound n ON n.asset_id = b.asset_id
            ORDER BY b.asset_id""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public AccountQueries(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Balances as of one sequence.
     *
     * @param unsettled by number of the asset; absent where nothing of the asset is unsettled
     * @param sequence that the tables stood at when the balances were read
     */
    public record Balances(List<BalanceRow> rows, Map<Integer, Unsettled> unsettled, long sequence) {
        /** What is unsettled of an asset. */
        public Unsettled unsettled(int assetId) {
            return unsettled.getOrDefault(assetId, Unsettled.NONE);
        }
    }

    /**
     * What is unsettled of an asset, minor units.
     *
     * @param boundMinor what of the available balance may not leave yet
     */
    public record Unsettled(long inMinor, long outMinor, long boundMinor) {
        static final Unsettled NONE = new Unsettled(0, 0, 0);
    }

    /** Balances and positions, as of one sequence. */
    public record Holdings(Balances balances, Map<Integer, Position> positions) {}

    /** The account's balances by number of the asset. */
    public Balances balances(long accountId) {
        // One statement, so one snapshot: the sequence belongs to exactly these rows.
        record Row(long sequence, @Nullable BalanceRow balance, Unsettled unsettled) {}
        List<Row> rows = jdbc.sql(BALANCES)
                .param("account", accountId)
                .query((row, number) -> new Row(
                        row.getLong("at"),
                        row.getObject("asset_id") == null ? null : StoredRows.balance(row),
                        new Unsettled(row.getLong("in_minor"), row.getLong("out_minor"), row.getLong("bound_minor"))))
                .list();
        List<BalanceRow> balances = new ArrayList<>();
        Map<Integer, Unsettled> unsettled = new HashMap<>();
        for (Row row : rows) {
            BalanceRow balance = row.balance();
            if (balance != null) {
                balances.add(balance);
                if (!row.unsettled().equals(Unsettled.NONE)) {
                    unsettled.put(balance.assetId(), row.unsettled());
                }
            }
        }
        return new Balances(balances, unsettled, rows.getFirst().sequence());
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
