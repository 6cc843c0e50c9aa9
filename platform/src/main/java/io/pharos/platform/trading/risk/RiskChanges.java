package io.pharos.platform.trading.risk;

import io.pharos.platform.trading.projection.RiskChangeRow;
import io.pharos.platform.trading.projection.StoredRows;
import io.pharos.platform.trading.query.PageToken;
import io.pharos.protocol.RiskScope;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is set, what was set before, and who said why. */
public final class RiskChanges {
    private static final String SELECT = """
            SELECT c.*, r.customer_id, r.reason FROM risk_change c
            LEFT JOIN risk_reason r ON r.client_id = c.client_id AND r.command_id = c.command_id
            """;

    /** The latest change of each limit and switch. */
    private static final String LATEST = """
            WHERE c.sequence IN (
                SELECT DISTINCT ON (scope, subject_id, kind) sequence FROM risk_change
                ORDER BY scope, subject_id, kind, sequence DESC)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public RiskChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A change with its words.
     *
     * @param staffId as {@code cus_…}; null where another program sent the command
     */
    public record Change(
            RiskChangeRow row,
            @Nullable String staffId,
            @Nullable String reason) {}

    /** Keeps who sends a command, and why, before it is sent; the same command again changes nothing. */
    public void record(long clientId, long commandId, String staffId, String reason) {
        jdbc.sql("""
                INSERT INTO risk_reason (client_id, command_id, customer_id, reason, at)
                VALUES (:client, :command, :staff, :reason, :at) ON CONFLICT DO NOTHING""")
                .param("client", clientId)
                .param("command", commandId)
                .param("staff", staffId)
                .param("reason", reason)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Every limit and switch as it stands, also those that were taken back. */
    public List<Change> current() {
        return jdbc.sql(SELECT + LATEST + "ORDER BY c.scope, c.subject_id, c.kind")
                .query((row, number) ->
                        new Change(StoredRows.riskChange(row), row.getString("customer_id"), row.getString("reason")))
                .list();
    }

    /** What stands over the firm, an account and an instrument, their defaults included. */
    public List<RiskChangeRow> over(long accountId, int instrumentId) {
        return jdbc.sql("SELECT c.* FROM risk_change c " + LATEST + """
                AND (c.scope = 'FIRM' OR (c.scope = 'ACCOUNT' AND c.subject_id IN (0, :account))
                      OR (c.scope = 'INSTRUMENT' AND c.subject_id IN (0, :instrument)))""")
                .param("account", accountId)
                .param("instrument", instrumentId)
                .query((row, number) -> StoredRows.riskChange(row))
                .list();
    }

    /** Every change, the newest first, before a sequence; one more than asked for where there are more. */
    public List<Change> history(long before, int limit) {
        return jdbc.sql(SELECT + "WHERE c.sequence < :before ORDER BY c.sequence DESC LIMIT :limit")
                .param("before", before)
                .param("limit", Math.min(limit, PageToken.LIMIT_MAX) + 1)
                .query((row, number) ->
                        new Change(StoredRows.riskChange(row), row.getString("customer_id"), row.getString("reason")))
                .list();
    }

    /** How a limit or switch stands, as {@link #current} would list it. */
    public List<Change> current(RiskScope scope, long subjectId) {
        return current().stream()
                .filter(change -> change.row().scope() == scope && change.row().subjectId() == subjectId)
                .toList();
    }
}
