package io.pharos.platform.sandbox.bank;

import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.iso20022.PaymentInitiation;
import io.pharos.platform.sandbox.bank.SandboxBank.Mode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sandbox bank has written down. A payment is written once, whatever is sent again. */
final class BankBooks {
    private final JdbcClient jdbc;

    BankBooks(SchemaDatabase database) {
        this.jdbc = database.jdbc();
    }

    /**
     * A payment in the books.
     *
     * @param rejectedFor ISO's reason; null if it was accepted
     */
    record Entry(PaymentInitiation.Kind kind, @Nullable String rejectedFor, Instant receivedAt, Instant settlesAt) {}

    void write(PaymentInitiation payment, @Nullable String rejectedFor, Instant now, Instant settlesAt) {
        jdbc.sql("""
                INSERT INTO bank_payment (end_to_end_id, kind, currency, amount, customer_account, rejected_for,
                                          received_at, settles_at)
                VALUES (:id, :kind, :currency, :amount, :account, :rejected, :now, :settles)
                ON CONFLICT DO NOTHING""")
                .param("id", payment.endToEndId())
                .param("kind", payment.kind().name())
                .param("currency", payment.currency())
                .param("amount", payment.amount())
                .param("account", payment.customerAccount())
                .param("rejected", rejectedFor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("settles", settlesAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Entry> find(String endToEndId) {
        return jdbc.sql(
                        "SELECT kind, rejected_for, received_at, settles_at FROM bank_payment WHERE end_to_end_id = :id")
                .param("id", endToEndId)
                .query((row, number) -> new Entry(
                        PaymentInitiation.Kind.valueOf(row.getString("kind")),
                        row.getString("rejected_for"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getObject("settles_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    Mode mode() {
        return Mode.valueOf(
                jdbc.sql("SELECT mode FROM bank_mode").query(String.class).single());
    }

    void change(Mode mode) {
        jdbc.sql("UPDATE bank_mode SET mode = :mode").param("mode", mode.name()).update();
    }
}
