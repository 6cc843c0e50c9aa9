package io.pharos.platform.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.edge.Caller.CallerRole;
import io.pharos.platform.host.Secret;
import jakarta.servlet.http.HttpServletRequest;
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

    /** How long after a proof of identity what is dangerous may be done without another. */
    static final Duration PROOF_LASTS = Duration.ofMinutes(10);

    private static final int TOKEN_BYTES = 32;
    private static final int SESSION_ID_BYTES = 9;
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

    private record Session(Caller caller, Instant provedAt, Instant lastSeenAt, Instant expiresAt) {}

    /**
     * A session as its owner sees it.
     *
     * @param sessionId its name; it does not open it
     */
    public record OpenSession(
            String sessionId, String address, String device, Instant openedAt, Instant lastSeenAt, boolean current) {}

    /** Opens a session of somebody who has just proved who they are; returns its token, shown once, stored nowhere. */
    public Secret open(Caller caller, Origin origin) {
        Secret token = new Secret(random(TOKEN_BYTES));
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO session (token_hash, session_id, customer_id, account_id, role, address, device,
                                     opened_at, proved_at, last_seen_at, expires_at)
                VALUES (:hash, :id, :customer, :account, :role, :address, :device, :now, :now, :now, :expires)""")
                .param("hash", hash(token.value()))
                .param("id", "ses_" + random(SESSION_ID_BYTES))
                .param("address", origin.address())
                .param("device", origin.device())
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
            remembered.put(key, new Session(session.caller(), session.provedAt(), now, session.expiresAt()));
        }
        return Optional.of(session.caller());
    }

    /** Ends the session, if there is one. */
    public void close(String token) {
        byte[] hash = hash(token);
        jdbc.sql("DELETE FROM session WHERE token_hash = :hash")
                .param("hash", hash)
                .update();
        forget(hash);
    }

    /** The sessions of a customer that are alive, the latest used first. */
    public List<OpenSession> of(String customerId, String token) {
        Instant now = clock.instant();
        byte[] own = hash(token);
        return jdbc.sql("""
                SELECT * FROM session
                WHERE customer_id = :customer AND expires_at > :now AND last_seen_at > :idle
                ORDER BY last_seen_at DESC, session_id""")
                .param("customer", customerId)
                .param("now", utc(now))
                .param("idle", utc(now.minus(settings.sessionIdle())))
                .query((row, number) -> new OpenSession(
                        row.getString("session_id"),
                        row.getString("address"),
                        row.getString("device"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                        MessageDigest.isEqual(own, row.getBytes("token_hash"))))
                .list();
    }

    /** Ends a customer's session by its name; returns whether there was one. */
    public boolean close(String customerId, String sessionId) {
        List<byte[]> closed = jdbc.sql(
                        "DELETE FROM session WHERE customer_id = :customer AND session_id = :id RETURNING token_hash")
                .param("customer", customerId)
                .param("id", sessionId)
                .query((row, number) -> row.getBytes("token_hash"))
                .list();
        closed.forEach(this::forget);
        return !closed.isEmpty();
    }

    /** Ends all sessions of a customer but the one of the token; returns how many. */
    public int closeOthers(String customerId, String token) {
        List<byte[]> closed = jdbc.sql("""
                DELETE FROM session WHERE customer_id = :customer AND token_hash <> :own RETURNING token_hash""")
                .param("customer", customerId)
                .param("own", hash(token))
                .query((row, number) -> row.getBytes("token_hash"))
                .list();
        closed.forEach(this::forget);
        return closed.size();
    }

    /** Notes that the session's owner has just proved again who they are. */
    public void proved(String token) {
        byte[] hash = hash(token);
        jdbc.sql("UPDATE session SET proved_at = :now WHERE token_hash = :hash")
                .param("now", utc(clock.instant()))
                .param("hash", hash)
                .update();
        remembered.invalidate(ByteBuffer.wrap(hash));
    }

    /**
     * Lets what is dangerous pass only within {@link #PROOF_LASTS} of a proof of identity.
     *
     * @throws ProblemException {@link EdgeProblem#PROOF_REQUIRED} otherwise
     */
    public void requireProof(HttpServletRequest request) {
        byte[] hash = SessionCookie.token(request).map(Sessions::hash).orElse(new byte[0]);
        Session session =
                remembered.get(ByteBuffer.wrap(hash), unused -> read(hash).orElse(null));
        if (session == null || session.provedAt().plus(PROOF_LASTS).isBefore(clock.instant())) {
            throw new ProblemException(EdgeProblem.PROOF_REQUIRED);
        }
    }

    private void forget(byte[] hash) {
        remembered.invalidate(ByteBuffer.wrap(hash));
        closedListeners.forEach(listener -> listener.accept(ByteBuffer.wrap(hash)));
    }

    private String random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
                SELECT customer_id, account_id, role, proved_at, last_seen_at, expires_at
                FROM session WHERE token_hash = :hash""")
                .param("hash", hash)
                .query((row, number) -> new Session(
                        new Caller(
                                row.getString("customer_id"),
                                row.getLong("account_id"),
                                CallerRole.valueOf(row.getString("role"))),
                        row.getObject("proved_at", OffsetDateTime.class).toInstant(),
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
