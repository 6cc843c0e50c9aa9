package io.pharos.platform.accounts;

import io.pharos.platform.database.SchemaDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers have besides a password: an authenticator's secret, encrypted, and recovery codes, hashed. */
final class SecondFactorTable {
    private final JdbcClient jdbc;

    SecondFactorTable(SchemaDatabase database) {
        this.jdbc = database.jdbc();
    }

    /**
     * @param secret encrypted
     * @param lastStep of the last code that was taken
     */
    record Enrolment(String secret, boolean confirmed, long lastStep) {}

    Optional<Enrolment> totp(String customerId) {
        return jdbc.sql(
                        "SELECT secret, confirmed_at IS NOT NULL AS confirmed, last_step FROM totp WHERE customer_id = :id")
                .param("id", customerId)
                .query((row, number) ->
                        new Enrolment(row.getString("secret"), row.getBoolean("confirmed"), row.getLong("last_step")))
                .optional();
    }

    /** Stores a secret that waits for its first code; a confirmed one is not replaced. */
    boolean enrol(String customerId, String secret, Instant now) {
        return jdbc.sql("""
                        INSERT INTO totp (customer_id, secret, enrolled_at, last_step) VALUES (:id, :secret, :now, 0)
                        ON CONFLICT (customer_id) DO UPDATE SET secret = :secret, enrolled_at = :now
                        WHERE totp.confirmed_at IS NULL""")
                        .param("id", customerId)
                        .param("secret", secret)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Takes a code's step; false when it, or a later one, was taken already, be it in another process. */
    boolean take(String customerId, long step) {
        return jdbc.sql("UPDATE totp SET last_step = :step WHERE customer_id = :id AND last_step < :step")
                        .param("id", customerId)
                        .param("step", step)
                        .update()
                == 1;
    }

    void confirm(String customerId, Instant now) {
        jdbc.sql("UPDATE totp SET confirmed_at = :now WHERE customer_id = :id AND confirmed_at IS NULL")
                .param("id", customerId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean remove(String customerId) {
        jdbc.sql("DELETE FROM recovery_code WHERE customer_id = :id")
                .param("id", customerId)
                .update();
        return jdbc.sql("DELETE FROM totp WHERE customer_id = :id")
                        .param("id", customerId)
                        .update()
                == 1;
    }

    /** Replaces all recovery codes in one statement: there is no moment without any. */
    void replaceCodes(String customerId, List<byte[]> hashes) {
        jdbc.sql("""
                WITH gone AS (DELETE FROM recovery_code WHERE customer_id = :id)
                INSERT INTO recovery_code (customer_id, code_hash) SELECT :id, unnest(:hashes::bytea[])""")
                .param("id", customerId)
                .param("hashes", hashes.toArray(byte[][]::new), java.sql.Types.ARRAY)
                .update();
    }

    /** Uses a recovery code up; false when it is not one, or was used. */
    boolean useCode(String customerId, byte[] hash, Instant now) {
        return jdbc.sql("""
                        UPDATE recovery_code SET used_at = :now
                        WHERE customer_id = :id AND code_hash = :hash AND used_at IS NULL""")
                        .param("id", customerId)
                        .param("hash", hash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int codesLeft(String customerId) {
        return jdbc.sql("SELECT count(*) FROM recovery_code WHERE customer_id = :id AND used_at IS NULL")
                .param("id", customerId)
                .query(Integer.class)
                .single();
    }
}
