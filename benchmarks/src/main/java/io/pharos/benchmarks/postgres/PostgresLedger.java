package io.pharos.benchmarks.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Double-entry transfers in PostgreSQL, durable at each commit. One round trip and one function a transfer: it claims the
 * idempotency key, locks both accounts in the order of their ids, checks the balance and changes both.
 */
public final class PostgresLedger implements AutoCloseable {
    private static final String SCHEMA = """
            CREATE TABLE account (
                account_id bigint PRIMARY KEY,
                house boolean NOT NULL,
                balance bigint NOT NULL,
                CHECK (house OR balance >= 0)
            ) WITH (fillfactor = 50);
            CREATE TABLE transfer (
                transfer_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                client_key bigint NOT NULL UNIQUE,
                debit_account_id bigint NOT NULL REFERENCES account,
                credit_account_id bigint NOT NULL REFERENCES account,
                amount bigint NOT NULL CHECK (amount > 0),
                code smallint NOT NULL,
                posted_at timestamptz NOT NULL DEFAULT now()
            );
            CREATE FUNCTION post(key bigint, debit bigint, credit bigint, amount_minor bigint) RETURNS boolean
            LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO transfer (client_key, debit_account_id, credit_account_id, amount, code)
                VALUES (key, debit, credit, amount_minor, 1)
                ON CONFLICT (client_key) DO NOTHING;
                IF NOT FOUND THEN
                    RETURN false;
                END IF;
                PERFORM 1 FROM account WHERE account_id IN (debit, credit) ORDER BY account_id FOR NO KEY UPDATE;
                UPDATE account SET balance = balance - amount_minor
                WHERE account_id = debit AND (house OR balance >= amount_minor);
                IF NOT FOUND THEN
                    RAISE EXCEPTION 'INSUFFICIENT_FUNDS';
                END IF;
                UPDATE account SET balance = balance + amount_minor WHERE account_id = credit;
                RETURN true;
            END $$;
            """;

    private final TemporaryPostgres server;

    private PostgresLedger(TemporaryPostgres server) {
        this.server = server;
    }

    /** Starts a server of its own, with accounts from 1000 on that hold so much each. */
    public static PostgresLedger start(int customers, long balanceMinor) throws IOException, SQLException {
        PostgresLedger ledger = new PostgresLedger(TemporaryPostgres.start());
        try (Connection connection = ledger.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(SCHEMA);
            statement.execute("INSERT INTO account SELECT id, false, " + balanceMinor + " FROM generate_series(1000, "
                    + (999 + customers) + ") id");
            statement.execute("ANALYZE account");
        }
        return ledger;
    }

    /** A connection that commits each statement. */
    public Connection connect() throws SQLException {
        return server.connect();
    }

    /** Posts transfers, each in a transaction of its own. */
    static void postEach(
            Connection connection, long[] keys, long[] debits, long[] credits, long[] amounts, int from, int to)
            throws SQLException {
        try (PreparedStatement post = connection.prepareStatement("SELECT post(?, ?, ?, ?)")) {
            for (int i = from; i < to; i++) {
                post.setLong(1, keys[i]);
                post.setLong(2, debits[i]);
                post.setLong(3, credits[i]);
                post.setLong(4, amounts[i]);
                post.execute();
            }
        }
    }

    /** Posts transfers, so many in a transaction and a round trip. */
    static void postBatches(
            Connection connection,
            long[] keys,
            long[] debits,
            long[] credits,
            long[] amounts,
            int from,
            int to,
            int size)
            throws SQLException {
        String sql = "SELECT count(post(k, d, c, a)) FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])"
                + " AS batch(k, d, c, a)";
        try (PreparedStatement post = connection.prepareStatement(sql)) {
            for (int begin = from; begin < to; begin += size) {
                int end = Math.min(to, begin + size);
                post.setArray(1, connection.createArrayOf("bigint", slice(keys, begin, end)));
                post.setArray(2, connection.createArrayOf("bigint", slice(debits, begin, end)));
                post.setArray(3, connection.createArrayOf("bigint", slice(credits, begin, end)));
                post.setArray(4, connection.createArrayOf("bigint", slice(amounts, begin, end)));
                post.execute();
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static Long[] slice(long[] values, int from, int to) {
        Long[] slice = new Long[to - from];
        for (int i = from; i < to; i++) {
            slice[i - from] = values[i];
        }
        return slice;
    }
}
