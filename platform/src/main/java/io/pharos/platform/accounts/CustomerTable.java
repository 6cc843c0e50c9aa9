package io.pharos.platform.accounts;

import io.pharos.platform.accounts.Customer.ColourScheme;
import io.pharos.platform.accounts.Customer.Theme;
import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.edge.Caller.CallerRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customers. */
final class CustomerTable {
    private final JdbcClient jdbc;

    CustomerTable(SchemaDatabase database) {
        this.jdbc = database.jdbc();
    }

    long nextAccountId() {
        return jdbc.sql("SELECT nextval('account_number')").query(Long.class).single();
    }

    /** Returns false if the address is taken. */
    boolean insert(Customer customer, String passwordHash) {
        try {
            jdbc.sql("""
                    INSERT INTO customer (customer_id, account_id, email, password_hash, display_name, role, language,
                                          colour_scheme, theme, registered_at, account_open)
                    VALUES (:id, :account, :email, :hash, :name, :role, :language, :scheme, :theme, :at, :open)""")
                    .param("id", customer.customerId())
                    .param("account", customer.accountId())
                    .param("email", customer.email().key())
                    .param("hash", passwordHash)
                    .param("name", customer.displayName())
                    .param("role", customer.role().name())
                    .param("language", customer.language())
                    .param("scheme", customer.colourScheme().name())
                    .param("theme", customer.theme().name())
                    .param("at", customer.registeredAt().atOffset(ZoneOffset.UTC))
                    .param("open", customer.accountOpen())
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    Optional<Customer> byId(String customerId) {
        return jdbc.sql("SELECT * FROM customer WHERE customer_id = :id")
                .param("id", customerId)
                .query(CustomerTable::read)
                .optional();
    }

    Optional<Customer> byEmail(EmailAddress email) {
        return jdbc.sql("SELECT * FROM customer WHERE email = :email")
                .param("email", email.key())
                .query(CustomerTable::read)
                .optional();
    }

    Optional<String> passwordHash(EmailAddress email) {
        return jdbc.sql("SELECT password_hash FROM customer WHERE email = :email")
                .param("email", email.key())
                .query(String.class)
                .optional();
    }

    void changePassword(String customerId, String passwordHash) {
        jdbc.sql("UPDATE customer SET password_hash = :hash WHERE customer_id = :id")
                .param("hash", passwordHash)
                .param("id", customerId)
                .update();
    }

    boolean hasStaff() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM customer WHERE role = 'STAFF')")
                .query(Boolean.class)
                .single();
    }

    void markOpen(String customerId) {
        jdbc.sql("UPDATE customer SET account_open = true WHERE customer_id = :id")
                .param("id", customerId)
                .update();
    }

    void update(Customer customer) {
        jdbc.sql("""
                UPDATE customer SET display_name = :name, language = :language, colour_scheme = :scheme, theme = :theme
                WHERE customer_id = :id""")
                .param("name", customer.displayName())
                .param("language", customer.language())
                .param("scheme", customer.colourScheme().name())
                .param("theme", customer.theme().name())
                .param("id", customer.customerId())
                .update();
    }

    /** Counts a failed sign-in in a window that begins with the first failure. */
    void countFailure(EmailAddress email, Instant now, Instant windowStart) {
        jdbc.sql("""
                INSERT INTO sign_in_failure (email, failures, first_at) VALUES (:email, 1, :now)
                ON CONFLICT (email) DO UPDATE SET
                  failures = CASE WHEN sign_in_failure.first_at < :start THEN 1 ELSE sign_in_failure.failures + 1 END,
                  first_at = CASE WHEN sign_in_failure.first_at < :start THEN :now ELSE sign_in_failure.first_at END""")
                .param("email", email.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("start", windowStart.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** When the window of too many failures began, if there are. */
    Optional<Instant> blockedSince(EmailAddress email, int failuresMax, Instant windowStart) {
        return jdbc.sql("""
                SELECT first_at FROM sign_in_failure
                WHERE email = :email AND failures >= :max AND first_at >= :start""")
                .param("email", email.key())
                .param("max", failuresMax)
                .param("start", windowStart.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        row.getObject("first_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    void forgetFailures(EmailAddress email) {
        jdbc.sql("DELETE FROM sign_in_failure WHERE email = :email")
                .param("email", email.key())
                .update();
    }

    private static Customer read(ResultSet row, int number) throws SQLException {
        return new Customer(
                row.getString("customer_id"),
                row.getLong("account_id"),
                new EmailAddress(row.getString("email")),
                row.getString("display_name"),
                CallerRole.valueOf(row.getString("role")),
                row.getString("language"),
                ColourScheme.valueOf(row.getString("colour_scheme")),
                Theme.valueOf(row.getString("theme")),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("account_open"));
    }
}
