package io.pharos.platform.payments;

import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.payments.Payment.Kind;
import io.pharos.platform.payments.Payment.Status;
import io.pharos.platform.payments.Payment.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The payments, and the queue of those that are not done: a row that is due belongs to whoever moves its due time. */
final class PaymentTable {
    /** How long somebody who took a payment may work on it before another may take it. Longer than all time-outs. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;

    PaymentTable(SchemaDatabase database) {
        this.jdbc = database.jdbc();
    }

    /** What a customer asks for. */
    record Order(
            String customerId,
            long accountId,
            String idempotencyKey,
            String endToEndId,
            Kind kind,
            int assetId,
            long amountMinor) {}

    /** Writes the payment, or finds the one that the same key made before. The caller has it for the lease. */
    Payment insert(Order order, Instant now) {
        jdbc.sql("""
                INSERT INTO payment (customer_id, account_id, idempotency_key, end_to_end_id, kind, asset_id,
                                     amount_minor, step, status, due_at, created_at, updated_at)
                VALUES (:customer, :account, :key, :endToEnd, :kind, :asset, :amount, :step, 'PENDING', :lease, :now, :now)
                ON CONFLICT (customer_id, kind, idempotency_key) DO NOTHING""")
                .param("customer", order.customerId())
                .param("account", order.accountId())
                .param("key", order.idempotencyKey())
                .param("endToEnd", order.endToEndId())
                .param("kind", order.kind().name())
                .param("asset", order.assetId())
                .param("amount", order.amountMinor())
                .param("step", (order.kind() == Kind.DEPOSIT ? Step.SEND : Step.HOLD).name())
                .param("lease", utc(now.plus(LEASE)))
                .param("now", utc(now))
                .update();
        return jdbc.sql("""
                SELECT * FROM payment
                WHERE customer_id = :customer AND kind = :kind AND idempotency_key = :key""")
                .param("customer", order.customerId())
                .param("kind", order.kind().name())
                .param("key", order.idempotencyKey())
                .query(PaymentTable::read)
                .single();
    }

    /** Stores how far it has come, and when it is due next. */
    void update(Payment payment, Instant dueAt, Instant now) {
        jdbc.sql("""
                UPDATE payment SET step = :step, status = :status, reason = :reason, client_id = :client,
                       command_id = :command, hold_id = :hold, attempts = :attempts, due_at = :due, updated_at = :now
                WHERE payment_number = :number""")
                .param("step", payment.step().name())
                .param("status", payment.status().name())
                .param("reason", payment.reason())
                .param("client", payment.clientId())
                .param("command", payment.commandId())
                .param("hold", payment.holdId())
                .param("attempts", payment.attempts())
                .param("due", utc(dueAt))
                .param("now", utc(now))
                .param("number", payment.number())
                .update();
    }

    /** Takes up to {@code count} payments that are due. */
    List<Payment> takeDue(Instant now, int count) {
        return jdbc.sql("""
                UPDATE payment SET due_at = :lease
                WHERE payment_number IN (SELECT payment_number FROM payment
                                         WHERE step <> 'DONE' AND due_at <= :now
                                         ORDER BY due_at LIMIT :count FOR UPDATE SKIP LOCKED)
                RETURNING *""")
                .param("lease", utc(now.plus(LEASE)))
                .param("now", utc(now))
                .param("count", count)
                .query(PaymentTable::read)
                .list();
    }

    Optional<Payment> find(long number) {
        return jdbc.sql("SELECT * FROM payment WHERE payment_number = :number")
                .param("number", number)
                .query(PaymentTable::read)
                .optional();
    }

    /** A customer's payments before {@code before}, the newest first. */
    List<Payment> list(String customerId, long before, int limit) {
        return jdbc.sql("""
                SELECT * FROM payment WHERE customer_id = :customer AND payment_number < :before
                ORDER BY payment_number DESC LIMIT :limit""")
                .param("customer", customerId)
                .param("before", before)
                .param("limit", limit)
                .query(PaymentTable::read)
                .list();
    }

    /** Payments whose outcome at the bank is not known. */
    int unknown() {
        return jdbc.sql("SELECT count(*) FROM payment WHERE status = 'UNKNOWN'")
                .query(Integer.class)
                .single();
    }

    private static Payment read(ResultSet row, int number) throws SQLException {
        return new Payment(
                row.getLong("payment_number"),
                row.getString("customer_id"),
                row.getLong("account_id"),
                row.getString("end_to_end_id"),
                Kind.valueOf(row.getString("kind")),
                row.getInt("asset_id"),
                row.getLong("amount_minor"),
                Step.valueOf(row.getString("step")),
                Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getLong("client_id"),
                row.getLong("command_id"),
                row.getLong("hold_id"),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
