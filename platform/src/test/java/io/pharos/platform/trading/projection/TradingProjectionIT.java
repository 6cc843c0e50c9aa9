package io.pharos.platform.trading.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.cluster.journal.JournalPosition;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real journal, a real PostgreSQL, and a projection that dies wherever the seed says. */
class TradingProjectionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> TABLES = List.of(
            "asset",
            "instrument",
            "unsettled",
            "settlement_rules",
            "business_day",
            "obligation",
            "trial_line",
            "orders",
            "execution",
            "movement",
            "balance",
            "position",
            "risk_change",
            "projection");

    private static final Duration POSTGRES_START_MAX = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void equalsAFreshRebuildHoweverOftenItWasKilled() throws Exception {
        long seed = Long.getLong("pharos.seed", System.nanoTime());
        System.out.println("seed " + seed + " (repeat with -Dpharos.seed=" + seed + ")");
        List<List<CoreEvent>> journal = RecordedJournal.of(directory.resolve("core"), seed, 4_000);
        long last = journal.getLast().getLast().sequence();

        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setPGStartupWait(POSTGRES_START_MAX).start()) {
            DataSource killed = schema(postgres, "killed");
            DataSource rebuilt = schema(postgres, "rebuilt");
            int kills = projectKillingIt(killed, journal, new Random(seed), last);
            projectWhole(rebuilt, journal, last);

            assertThat(kills).isGreaterThan(2);
            Map<String, List<String>> expected = tables(rebuilt);
            assertThat(tables(killed)).isEqualTo(expected);
            assertThat(expected.get("execution")).hasSizeGreaterThan(100);
            assertThat(lines(rebuilt, """
                    SELECT DISTINCT ordered_type || ' is ' || type FROM orders
                    WHERE filled_lots > 0 AND ordered_type <> type"""))
                    .contains("STOP is MARKET", "STOP_LIMIT is LIMIT", "MARKET_TO_LIMIT is LIMIT");
            assertThat(
                            lines(
                                    rebuilt,
                                    "SELECT order_id FROM orders WHERE ordered_type LIKE '%STOP%' AND status <> 'REJECTED' AND trigger_price_ticks = 0"))
                    .isEmpty();
            assertThat(lines(rebuilt, "SELECT order_id FROM orders WHERE status = 'PENDING_TRIGGER'"))
                    .isNotEmpty();
            assertThat(positionsDifferFromBalances(rebuilt)).isEmpty();

            TradingProjection.clear(killed);
            projectWhole(killed, journal, last);
            assertThat(tables(killed)).as("after a rebuild in place").isEqualTo(expected);
        }
    }

    /** Each life gets some batches from where the tables stand, and is stopped in the middle of its work. */
    private static int projectKillingIt(DataSource dataSource, List<List<CoreEvent>> journal, Random random, long last)
            throws Exception {
        int kills = 0;
        while (true) {
            ProjectionProgress progress = new ProjectionProgress();
            try (TradingProjection projection =
                    new TradingProjection(dataSource, new InstrumentDirectory(), progress)) {
                long after = projection.start();
                if (after >= last) {
                    return kills;
                }
                int from = 0;
                while (journal.get(from).getLast().sequence() <= after) {
                    from++;
                }
                // Sometimes the reader begins earlier than it must: what is written already is dropped.
                from = Math.max(0, from - random.nextInt(3));
                int to = Math.min(journal.size(), from + 1 + random.nextInt(3));
                for (List<CoreEvent> batch : journal.subList(from, to)) {
                    projection.onEvents(
                            batch, JournalPosition.after(batch.getLast().sequence()));
                }
                progress.await(after + 1 + random.nextInt(400), Duration.ofMillis(random.nextInt(60)));
            }
            kills++;
        }
    }

    private static void projectWhole(DataSource dataSource, List<List<CoreEvent>> journal, long last) throws Exception {
        ProjectionProgress progress = new ProjectionProgress();
        try (TradingProjection projection = new TradingProjection(dataSource, new InstrumentDirectory(), progress)) {
            projection.start();
            for (List<CoreEvent> batch : journal) {
                projection.onEvents(batch, JournalPosition.after(batch.getLast().sequence()));
            }
            assertThat(progress.await(last, PATIENCE)).as(projection.trouble()).isTrue();
        }
    }

    private static DataSource schema(EmbeddedPostgres postgres, String name) {
        DataSource admin = postgres.getPostgresDatabase();
        Flyway.configure(TradingProjectionIT.class.getClassLoader())
                .dataSource(admin)
                .schemas(name)
                .defaultSchema(name)
                .locations("classpath:db/trading")
                .load()
                .migrate();
        return postgres.getDatabase("postgres", "postgres", Map.of("currentSchema", name));
    }

    private static Map<String, List<String>> tables(DataSource dataSource) throws Exception {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : TABLES) {
            tables.put(table, lines(dataSource, "SELECT t::text FROM " + table + " t ORDER BY 1"));
        }
        return tables;
    }

    /** A customer's position and balance of a security count the same units. */
    private static List<String> positionsDifferFromBalances(DataSource dataSource) throws Exception {
        return lines(dataSource, """
                SELECT b.account_id || ' holds ' || b.available_minor + b.held_minor || ', position '
                       || coalesce(p.quantity_minor, 0)
                FROM balance b JOIN asset a ON a.asset_id = b.asset_id AND a.kind = 'SECURITY'
                LEFT JOIN position p ON p.account_id = b.account_id AND p.asset_id = b.asset_id
                WHERE b.account_id >= 950 AND b.available_minor + b.held_minor <> coalesce(p.quantity_minor, 0)""");
    }

    private static List<String> lines(DataSource dataSource, String sql) throws Exception {
        List<String> lines = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
