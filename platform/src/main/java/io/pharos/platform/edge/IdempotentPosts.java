package io.pharos.platform.edge;

import io.pharos.platform.database.SchemaDatabase;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/**
 * Makes a POST happen once, however often it is sent.
 *
 * <pre>
 *              first time                action answered
 *   (no row) ──────────────► RUNNING ───────────────────────► DONE: the stored response, for ever the same
 *                            │     ▲
 *           503, 504, crash  └─────┘ the same key again: the same command id is sent again, which the core knows
 * </pre>
 *
 * <p>Invariants: the row with the command id is durable before the action runs; a key has one command id for its life;
 * a response is returned to a second caller only if it was the first one's. The same key with another body is refused,
 * and so is one whose first request is still running. Thread-safe.
 */
public final class IdempotentPosts {
    /** After this time a request of another process counts as dead. Longer than any request may take. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final SchemaDatabase database;
    private final ObjectMapper json;
    private final Supplier<CommandIds> commandIds;
    private final Clock clock;
    private final EdgeSettings settings;
    private final Function<ProblemException, Problem> render;
    private final Set<Slot> running = ConcurrentHashMap.newKeySet();

    /**
     * @param commandIds asked when the first POST comes, as the core may start later than the web server
     * @param render turns a problem into what the current caller reads
     */
    public IdempotentPosts(
            SchemaDatabase database,
            ObjectMapper json,
            Supplier<CommandIds> commandIds,
            Clock clock,
            EdgeSettings settings,
            Function<ProblemException, Problem> render) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.json = json;
        this.commandIds = commandIds;
        this.clock = clock;
        this.settings = settings;
        this.render = render;
    }

    /** What a POST does, given the identity of its command. */
    @FunctionalInterface
    public interface Action {
        ResponseEntity<?> run(CommandRef command);
    }

    private record Slot(String customerId, String operation, String key) {}

    private record Row(
            String bodyHash,
            long clientId,
            long commandId,
            Instant leaseUntil,
            @Nullable Integer status,
            @Nullable String contentType,
            @Nullable String body) {}

    /**
     * Runs {@code action} unless the key was used before.
     *
     * @param operation names the endpoint, as {@code POST /orders}: a key is unique per caller and operation
     * @param body the decoded request: two texts that decode to equal values are the same body
     * @return the action's response, or the stored one with the header {@code Idempotency-Replayed: true}
     * @throws ProblemException 422 for another body, 409 while the first request runs, and what the action throws
     */
    public ResponseEntity<?> execute(Caller caller, String operation, IdempotencyKey key, Object body, Action action) {
        Slot slot = new Slot(caller.customerId(), operation, key.value());
        if (!running.add(slot)) {
            throw new ProblemException(EdgeProblem.REQUEST_IN_PROGRESS);
        }
        try {
            String bodyHash = hash(json.writeValueAsBytes(body));
            CommandRef fresh =
                    new CommandRef(commandIds.get().clientId(), commandIds.get().next(), false);
            if (insert(slot, bodyHash, fresh)) {
                return run(slot, fresh, action);
            }
            Row row = read(slot).orElseThrow(() -> new ProblemException(EdgeProblem.REQUEST_IN_PROGRESS));
            if (!row.bodyHash().equals(bodyHash)) {
                throw new ProblemException(EdgeProblem.IDEMPOTENCY_KEY_REUSED);
            }
            if (row.status() != null) {
                return ResponseEntity.status(row.status())
                        .header("Idempotency-Replayed", "true")
                        .contentType(MediaType.parseMediaType(String.valueOf(row.contentType())))
                        .body(String.valueOf(row.body()));
            }
            return run(slot, takeOver(slot, row), action);
        } finally {
            running.remove(slot);
        }
    }

    /** Removes rows past their time; returns how many. */
    public int purge() {
        return jdbc.sql("DELETE FROM idempotency WHERE started_at < :old")
                .param("old", utc(clock.instant().minus(settings.idempotencyKept())))
                .update();
    }

    private ResponseEntity<?> run(Slot slot, CommandRef command, Action action) {
        try {
            ResponseEntity<?> response = action.run(command);
            if (response.getStatusCode().is5xxServerError()) {
                release(slot);
            } else {
                Object body = response.getBody();
                store(
                        slot,
                        response.getStatusCode().value(),
                        MediaType.APPLICATION_JSON_VALUE,
                        body == null ? "" : json.writeValueAsString(body));
            }
            return response;
        } catch (ProblemException problem) {
            if (problem.code().status() >= 500) {
                release(slot);
            } else {
                store(
                        slot,
                        problem.code().status(),
                        Problem.MEDIA_TYPE,
                        json.writeValueAsString(render.apply(problem)));
            }
            throw problem;
        }
    }

    private boolean insert(Slot slot, String bodyHash, CommandRef command) {
        Instant now = clock.instant();
        return jdbc.sql("""
                INSERT INTO idempotency
                  (customer_id, operation, key, body_hash, client_id, command_id, started_at, lease_until)
                VALUES (:customer, :operation, :key, :hash, :client, :command, :now, :lease)
                ON CONFLICT DO NOTHING""")
                        .param("customer", slot.customerId())
                        .param("operation", slot.operation())
                        .param("key", slot.key())
                        .param("hash", bodyHash)
                        .param("client", command.clientId())
                        .param("command", command.commandId())
                        .param("now", utc(now))
                        .param("lease", utc(now.plus(LEASE)))
                        .update()
                == 1;
    }

    private Optional<Row> read(Slot slot) {
        return jdbc.sql("""
                SELECT body_hash, client_id, command_id, lease_until, status, content_type, body FROM idempotency
                WHERE customer_id = :customer AND operation = :operation AND key = :key""")
                .param("customer", slot.customerId())
                .param("operation", slot.operation())
                .param("key", slot.key())
                .query((row, number) -> new Row(
                        row.getString("body_hash"),
                        row.getLong("client_id"),
                        row.getLong("command_id"),
                        row.getObject("lease_until", OffsetDateTime.class).toInstant(),
                        row.getObject("status", Integer.class),
                        row.getString("content_type"),
                        row.getString("body")))
                .optional();
    }

    /**
     * A row without a response that this process does not run. If this process made it, it crashed since; if another
     * made it, that one is given the length of its lease; then its command is asked for, and if the core has not seen
     * it, it is fenced off and a command of this process takes its place.
     */
    private CommandRef takeOver(Slot slot, Row row) {
        Instant now = clock.instant();
        boolean crashed = row.clientId() == commandIds.get().clientId()
                || row.leaseUntil().isBefore(now);
        boolean taken = crashed
                && jdbc.sql("""
                        UPDATE idempotency SET lease_until = :lease
                        WHERE customer_id = :customer AND operation = :operation AND key = :key
                          AND status IS NULL AND lease_until = :seen""")
                                .param("lease", utc(now.plus(LEASE)))
                                .param("customer", slot.customerId())
                                .param("operation", slot.operation())
                                .param("key", slot.key())
                                .param("seen", utc(row.leaseUntil()))
                                .update()
                        == 1;
        if (!taken) {
            throw new ProblemException(EdgeProblem.REQUEST_IN_PROGRESS);
        }
        CommandIds ids = commandIds.get();
        if (row.clientId() == ids.clientId() || ids.seen(row.clientId(), row.commandId())) {
            return new CommandRef(row.clientId(), row.commandId(), true);
        }
        CommandRef replacement = new CommandRef(ids.clientId(), ids.next(), false);
        jdbc.sql("""
                UPDATE idempotency SET client_id = :client, command_id = :command
                WHERE customer_id = :customer AND operation = :operation AND key = :key""")
                .param("client", replacement.clientId())
                .param("command", replacement.commandId())
                .param("customer", slot.customerId())
                .param("operation", slot.operation())
                .param("key", slot.key())
                .update();
        return replacement;
    }

    /**
     * The response need not wait for the disk: if it is lost in a power cut, the same command id brings the same
     * outcome.
     */
    private void store(Slot slot, int status, String contentType, String body) {
        database.transactions().executeWithoutResult(unused -> {
            jdbc.sql("SET LOCAL synchronous_commit = off").update();
            jdbc.sql("""
                    UPDATE idempotency SET status = :status, content_type = :type, body = :body
                    WHERE customer_id = :customer AND operation = :operation AND key = :key""")
                    .param("status", status)
                    .param("type", contentType)
                    .param("body", body)
                    .param("customer", slot.customerId())
                    .param("operation", slot.operation())
                    .param("key", slot.key())
                    .update();
        });
    }

    private void release(Slot slot) {
        jdbc.sql("""
                UPDATE idempotency SET lease_until = :now
                WHERE customer_id = :customer AND operation = :operation AND key = :key AND status IS NULL""")
                .param("now", utc(clock.instant()))
                .param("customer", slot.customerId())
                .param("operation", slot.operation())
                .param("key", slot.key())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
