package io.pharos.platform.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.edge.Caller.CallerRole;
import io.pharos.platform.host.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sessions of an installation: rows in PostgreSQL, so that any process knows the caller.
 *
 * <p>The token is 256 random bits; only its hash is stored. A session that was found is remembered for
 * {@link #REMEMBERED}, so a sign-out in another process takes effect here within that time. Thread-safe.
 */
public final class Sessions {
    /** How long a process believes what it read. */
    static final Duration REMEMBERED = Duration.ofSeconds(5);
    /** How exact {@code last_seen_at} is: one write a minute, not one a request. */
    static final Duration SEEN_GRAIN = Duration.ofMinutes(1);

    private static final int TOKEN_BYTES = 32;
    private static final int REMEMBERED_MAX = 100_000;

    private final JdbcClient jdbc;
    private final EdgeSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<ByteBuffer, Session> remembered = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(REMEMBERED_MAX)
            .build();

    public Sessions(SchemaDatabase database, EdgeSettings settings, Clock clock) {
        this.jdbc = database.jdbc();
        this.settings = settings;
        this.clock = clock;
    }

    private final List<Consumer<ByteBuffer>> closedListeners = new CopyOnWriteArrayList<>();

    private record Session(Caller caller, Instant lastSeenAt, Instant expiresAt) {}

    /** Opens a session and returns its token, which is shown once and stored nowhere. */
    public Secret open(Caller caller) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        Secret token = new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO session (token_hash, customer_id, account_id, role, opened_at, last_seen_at, expires_at)
                VALUES (:hash, :customer, :account, :role, :now, :now, :expires)""")
                .param("hash", hash(token.value()))
                .param("customer", caller.customerId())
                .param("account", caller.accountId())
                .param("role", caller.role().name())
                .param("now", utc(now))
                .param("expires", utc(now.plus(settings.sessionLife())))
                .update();
        return token;
    }

    /** Whose session the token opens, if it is alive. */
    public Optional<Caller> find(String token) {
        byte[] hash = hash(token);
        ByteBuffer key = ByteBuffer.wrap(hash);
        Session session = remembered.get(key, unused -> read(hash).orElse(null));
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (now.isAfter(session.expiresAt()) || now.isAfter(session.lastSeenAt().plus(settings.sessionIdle()))) {
            return Optional.empty();
        }
        if (now.isAfter(session.lastSeenAt().plus(SEEN_GRAIN))) {
            jdbc.sql("UPDATE session SET last_seen_at = :now WHERE token_hash = :hash")
                    .param("now", utc(now))
                    .param("hash", hash)
                    .update();
            remembered.put(key, new Session(session.caller(), now, session.expiresAt()));
        }
        return Optional.of(session.caller());
    }

    /** Ends the session, if there is one. */
    public void close(String token) {
        byte[] hash = hash(token);
        jdbc.sql("DELETE FROM session WHERE token_hash = :hash")
                .param("hash", hash)
                .update();
        remembered.invalidate(ByteBuffer.wrap(hash));
        closedListeners.forEach(listener -> listener.accept(ByteBuffer.wrap(hash)));
    }

    /** Has {@code listener} called with the key of each session that is closed in this process. */
    void whenClosed(Consumer<ByteBuffer> listener) {
        closedListeners.add(listener);
    }

    /** What a session is known by here; it does not open it. */
    static ByteBuffer key(String token) {
        return ByteBuffer.wrap(hash(token));
    }

    /** Those of {@code keys} whose session is alive. Asking does not keep it alive. */
    Set<ByteBuffer> alive(Set<ByteBuffer> keys) {
        Instant now = clock.instant();
        return new HashSet<>(jdbc.sql("""
                SELECT token_hash FROM session
                WHERE token_hash = ANY(:hashes) AND expires_at > :now AND last_seen_at > :idle""")
                .param("hashes", hashes(keys), Types.ARRAY)
                .param("now", utc(now))
                .param("idle", utc(now.minus(settings.sessionIdle())))
                .query((row, number) -> ByteBuffer.wrap(row.getBytes("token_hash")))
                .list());
    }

    /** Notes that the owners of {@code keys} have just done something; one write a minute, not one a call. */
    void touch(Set<ByteBuffer> keys) {
        if (keys.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        jdbc.sql("""
                UPDATE session SET last_seen_at = :now
                WHERE token_hash = ANY(:hashes) AND last_seen_at < :grain""")
                .param("hashes", hashes(keys), Types.ARRAY)
                .param("now", utc(now))
                .param("grain", utc(now.minus(SEEN_GRAIN)))
                .update();
    }

    private static byte[][] hashes(Set<ByteBuffer> keys) {
        return keys.stream().map(ByteBuffer::array).toArray(byte[][]::new);
    }

    /** Removes sessions that ended; returns how many. */
    public int purge() {
        Instant now = clock.instant();
        return jdbc.sql("DELETE FROM session WHERE expires_at < :now OR last_seen_at < :idle")
                .param("now", utc(now))
                .param("idle", utc(now.minus(settings.sessionIdle())))
                .update();
    }

    private Optional<Session> read(byte[] hash) {
        return jdbc.sql("""
                SELECT customer_id, account_id, role, last_seen_at, expires_at
                FROM session WHERE token_hash = :hash""")
                .param("hash", hash)
                .query((row, number) -> new Session(
                        new Caller(
                                row.getString("customer_id"),
                                row.getLong("account_id"),
                                CallerRole.valueOf(row.getString("role"))),
                        row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
