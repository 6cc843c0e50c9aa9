package io.pharos.platform.operations;

import io.pharos.platform.database.SchemaDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff did: rows are added and never changed. */
final class ActionLog {
    private final JdbcClient jdbc;
    private final Clock clock;

    ActionLog(SchemaDatabase database, Clock clock) {
        this.jdbc = database.jdbc();
        this.clock = clock;
    }

    /** One deed. */
    record Action(String id, String staffId, String deed, String subject, String reason, String outcome, Instant at) {}

    void add(String staffId, String deed, String subject, String reason, String outcome) {
        jdbc.sql("""
                INSERT INTO action (customer_id, deed, subject, reason, outcome, at)
                VALUES (:staff, :deed, :subject, :reason, :outcome, :at)""")
                .param("staff", staffId)
                .param("deed", deed)
                .param("subject", subject)
                .param("reason", reason)
                .param("outcome", outcome)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Action> latest(int count) {
        return jdbc.sql("SELECT * FROM action ORDER BY action_id DESC LIMIT :count")
                .param("count", count)
                .query((row, number) -> new Action(
                        "act_" + row.getLong("action_id"),
                        row.getString("customer_id"),
                        row.getString("deed"),
                        row.getString("subject"),
                        row.getString("reason"),
                        row.getString("outcome"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
