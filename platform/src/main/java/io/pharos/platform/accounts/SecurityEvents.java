package io.pharos.platform.accounts;

import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.edge.Origin;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened at the door of each account, and to its keys; rows are only added. */
final class SecurityEvents {
    private final JdbcClient jdbc;
    private final Clock clock;

    SecurityEvents(SchemaDatabase database, Clock clock) {
        this.jdbc = database.jdbc();
        this.clock = clock;
    }

    /** What happened. */
    enum Kind {
        REGISTERED,
        SIGNED_IN,
        SIGNED_IN_BY_RECOVERY_CODE,
        WRONG_PASSWORD,
        WRONG_CODE,
        BLOCKED,
        PASSWORD_CHANGED,
        AUTHENTICATOR_ON,
        AUTHENTICATOR_OFF,
        RECOVERY_CODES_MADE,
        SESSIONS_ENDED
    }

    /** One of them. */
    record SecurityEvent(long eventId, Instant at, Kind kind, String address, String device) {}

    void add(String customerId, Kind kind, Origin origin) {
        jdbc.sql("""
                INSERT INTO security_event (customer_id, at, kind, address, device)
                VALUES (:customer, :at, :kind, :address, :device)""")
                .param("customer", customerId)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kind", kind.name())
                .param("address", origin.address())
                .param("device", origin.device())
                .update();
    }

    /** The latest first. */
    List<SecurityEvent> of(String customerId, int limit) {
        return jdbc.sql("SELECT * FROM security_event WHERE customer_id = :id ORDER BY event_id DESC LIMIT :limit")
                .param("id", customerId)
                .param("limit", limit)
                .query((row, number) -> new SecurityEvent(
                        row.getLong("event_id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("address"),
                        row.getString("device")))
                .list();
    }
}
