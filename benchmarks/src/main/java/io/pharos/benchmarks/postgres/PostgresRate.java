package io.pharos.benchmarks.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Transfers a second of a {@link PostgresLedger}. */
public final class PostgresRate {
    /** Connections that each send one transfer at a time; more made it slower on two cores. */
    private static final int CONNECTIONS = 16;

    private static final int BATCH = 500;
    private static final long BALANCE_MINOR = 1L << 40;

    /**
     * What was measured.
     *
     * @param each transfers a second, one transaction each, over many connections
     * @param batched transfers a second, many in a transaction, over one connection
     */
    public record Rates(double each, double batched) {}

    private PostgresRate() {}

    /** Measures both, after a warm-up of a fifth as many. */
    public static Rates measure(int customers, int transfers, long seed) throws IOException, InterruptedException {
        int warmUp = transfers / 5;
        int total = 2 * (warmUp + transfers);
        long[] keys = new long[total];
        long[] debits = new long[total];
        long[] credits = new long[total];
        long[] amounts = new long[total];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < total; i++) {
            keys[i] = i + 1L;
            debits[i] = 1000L + random.nextInt(customers);
            credits[i] = 1000 + (debits[i] - 1000 + 1 + random.nextInt(customers - 1)) % customers;
            amounts[i] = 1L + random.nextInt(10_000);
        }
        try (PostgresLedger ledger = PostgresLedger.start(customers, BALANCE_MINOR)) {
            each(ledger, keys, debits, credits, amounts, 0, warmUp);
            double each = each(ledger, keys, debits, credits, amounts, warmUp, warmUp + transfers);
            int from = warmUp + transfers;
            try (Connection connection = ledger.connect()) {
                PostgresLedger.postBatches(connection, keys, debits, credits, amounts, from, from + warmUp, BATCH);
                long beganNanos = System.nanoTime();
                PostgresLedger.postBatches(connection, keys, debits, credits, amounts, from + warmUp, total, BATCH);
                return new Rates(each, rate(transfers, beganNanos));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger in PostgreSQL failed: " + e.getMessage(), e);
        }
    }

    private static double each(
            PostgresLedger ledger, long[] keys, long[] debits, long[] credits, long[] amounts, int from, int to)
            throws InterruptedException, SQLException {
        List<Connection> connections = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.add(ledger.connect());
            }
            int share = (to - from) / CONNECTIONS;
            long beganNanos = System.nanoTime();
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Connection connection = connections.get(i);
                int begin = from + i * share;
                int end = i == CONNECTIONS - 1 ? to : begin + share;
                Callable<Void> post = () -> {
                    PostgresLedger.postEach(connection, keys, debits, credits, amounts, begin, end);
                    return null;
                };
                running.add(threads.submit(post));
            }
            for (Future<Void> one : running) {
                one.get();
            }
            return rate(to - from, beganNanos);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a transfer failed: " + e.getCause(), e);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static double rate(int count, long beganNanos) {
        return count * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - beganNanos);
    }
}
