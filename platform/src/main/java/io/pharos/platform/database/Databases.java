package io.pharos.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.pharos.platform.host.OneLine;
import io.pharos.platform.host.Secret;
import io.pharos.platform.host.StartRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schemas of this process's services in one database.
 *
 * <p>Each schema {@code s} is owned by the database user {@code pharos_s}, whose password is derived from the
 * administrator's, so that every process of an installation computes the same one. Where the administrator may not make
 * users (some hosted databases), services share its user and are kept apart by the search path only; a warning says so.
 */
public final class Databases implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Databases.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,30}");
    /** Serialises provisioning between processes that start together; any constant will do. */
    private static final long PROVISION_LOCK = 0x5048_4152_4F53L;

    private static final int POOL_SIZE_MAX = 12;
    private static final int CONNECTION_WAIT_MILLIS = 5_000;
    private static final int SOCKET_TIMEOUT_SECONDS = 60;
    /** A database that is there answers at once: the start waits this long for each of its addresses, and for all. */
    private static final int REACH_TIMEOUT_SECONDS = 5;

    private static final int REACH_ALL_TIMEOUT_SECONDS = 10;

    private final DatabaseSettings settings;
    private final Map<String, CompletableFuture<SchemaDatabase>> schemas = new ConcurrentHashMap<>();

    private final Queue<HikariDataSource> pools = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    private Databases(DatabaseSettings settings) {
        this.settings = settings;
    }

    /**
     * Makes the schemas that are absent, then migrates all of them in the background.
     *
     * @param names lower-case names; the migrations of schema {@code s} lie in the resource directory {@code db/s}
     * @param founded whether an empty database means that everything in it was lost
     * @throws StartRefused when the database cannot be used, in one line that never holds the password
     */
    public static Databases prepare(DatabaseSettings settings, List<String> names, boolean founded, Executor executor) {
        Databases databases = new Databases(settings);
        boolean ownUsers = databases.provision(names, founded);
        for (String name : names) {
            databases.schemas.put(
                    name, CompletableFuture.supplyAsync(() -> databases.migrate(name, ownUsers), executor));
        }
        return databases;
    }

    public DatabaseSettings settings() {
        return settings;
    }

    /** The named schema; waits until it is migrated. */
    public SchemaDatabase open(String name) {
        CompletableFuture<SchemaDatabase> schema = schemas.get(name);
        if (schema == null) {
            throw new IllegalArgumentException("schema " + name + " was not prepared; the role table names it");
        }
        try {
            return schema.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StartRefused(
                    "schema " + name + " of " + settings.place() + " could not be migrated: "
                            + OneLine.of(String.valueOf(cause.getMessage())),
                    cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while schema " + name + " is migrated", e);
        }
    }

    /** Whether the database answers a statement now. */
    public boolean answers() {
        HikariDataSource pool = pools.peek();
        if (pool == null) {
            return false;
        }
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            LOG.debug("The database does not answer", e);
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        pools.forEach(HikariDataSource::close);
    }

    /**
     * Binds the database to the core whose money its rows tell of, once and for all.
     *
     * @throws StartRefused when it is bound to another core
     */
    public void bindTo(UUID clusterId) {
        try (Connection connection = connectAsAdministrator();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(" + PROVISION_LOCK + ")");
            statement.execute(
                    "INSERT INTO pharos.core SELECT '" + clusterId + "' WHERE NOT EXISTS (SELECT FROM pharos.core)");
            try (ResultSet rows = statement.executeQuery("SELECT cluster_id FROM pharos.core")) {
                rows.next();
                UUID bound = rows.getObject(1, UUID.class);
                if (!bound.equals(clusterId)) {
                    throw new StartRefused(settings.place() + " belongs to the core " + bound
                            + ", and this data directory holds the core " + clusterId
                            + "; check --data and the database, or restore both from one backup");
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    /** Returns whether each schema has a user of its own. */
    private boolean provision(List<String> names, boolean founded) {
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not a schema name: " + name);
            }
        }
        try (Connection connection = connectAsAdministrator();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(" + PROVISION_LOCK + ")");
            if (founded && isEmpty(statement, names)) {
                throw new StartRefused(settings.place() + " is empty, and the core in the data directory is not;"
                        + " restore it from a backup, or begin anew with another --data");
            }
            boolean ownUsers = mayMakeUsers(statement);
            statement.execute("CREATE SCHEMA IF NOT EXISTS pharos");
            statement.execute("CREATE TABLE IF NOT EXISTS pharos.core (cluster_id uuid NOT NULL)");
            for (String name : names) {
                provision(statement, name, ownUsers);
            }
            connection.commit();
            if (!ownUsers) {
                LOG.warn(
                        "The database user may not make users: the services share one and can read each other's schema.");
            }
            return ownUsers;
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private static boolean isEmpty(Statement statement, List<String> names) throws SQLException {
        String known = Stream.concat(Stream.of("pharos"), names.stream()).collect(Collectors.joining("','", "'", "'"));
        try (ResultSet rows = statement.executeQuery(
                "SELECT NOT EXISTS (SELECT FROM pg_namespace WHERE nspname IN (" + known + "))")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** What the server or the way to it says, and which option is about it. */
    private StartRefused refusal(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        String said = OneLine.of(String.valueOf(failure.getMessage())).replaceFirst("^FATAL: ", "");
        String refusal = switch (state) {
            case "28P01", "28000" ->
                " refuses the user " + settings.user() + ": " + said
                        + "; check --database-user and --database-password-file";
            case "3D000" -> " does not exist: " + said + "; check --database-url";
            case "42501" -> " lacks a right for the user " + settings.user() + ": " + said;
            default ->
                state.startsWith("08")
                        ? " cannot be reached: " + said + "; check --database-url, and that PostgreSQL runs there"
                        : " cannot be used: " + said;
        };
        return new StartRefused(settings.place() + refusal, failure);
    }

    private void provision(Statement statement, String schema, boolean ownUser) throws SQLException {
        if (!ownUser) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
            return;
        }
        String user = userOf(schema);
        // Names match NAME and passwords are hexadecimal: nothing here needs quoting.
        statement.execute("""
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                    CREATE ROLE %1$s LOGIN;
                    EXECUTE 'GRANT %1$s TO ' || current_user;
                  END IF;
                END $$""".formatted(user));
        statement.execute(
                "ALTER ROLE " + user + " PASSWORD '" + passwordOf(schema).value() + "'");
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema + " AUTHORIZATION " + user);
        statement.execute("ALTER ROLE " + user + " SET search_path = " + schema);
        statement.execute("ALTER ROLE " + user + " SET idle_in_transaction_session_timeout = '60s'");
        statement.execute("ALTER ROLE " + user + " SET lock_timeout = '10s'");
    }

    private static boolean mayMakeUsers(Statement statement) throws SQLException {
        try (var rows =
                statement.executeQuery("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private SchemaDatabase migrate(String schema, boolean ownUser) {
        HikariDataSource pool = new HikariDataSource(pool(schema, ownUser));
        pools.add(pool);
        if (closed) {
            pool.close();
        }
        Flyway.configure(Databases.class.getClassLoader())
                .dataSource(pool)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .table("schema_history")
                .locations("classpath:db/" + schema)
                .failOnMissingLocations(true)
                .load()
                .migrate();
        return SchemaDatabase.of(schema, pool);
    }

    private HikariConfig pool(String schema, boolean ownUser) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(schema);
        config.setJdbcUrl(settings.url());
        config.setUsername(ownUser ? userOf(schema) : settings.user());
        config.setPassword((ownUser ? passwordOf(schema) : settings.password()).value());
        config.setMaximumPoolSize(POOL_SIZE_MAX);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        config.addDataSourceProperty("currentSchema", schema);
        config.addDataSourceProperty("ApplicationName", "pharos-" + schema);
        config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("reWriteBatchedInserts", true);
        return config;
    }

    private Connection connectAsAdministrator() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password().value());
        properties.setProperty("connectTimeout", Integer.toString(REACH_TIMEOUT_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(REACH_ALL_TIMEOUT_SECONDS));
        properties.setProperty("socketTimeout", Integer.toString(SOCKET_TIMEOUT_SECONDS));
        return DriverManager.getConnection(settings.url(), properties);
    }

    private static String userOf(String schema) {
        return "pharos_" + schema;
    }

    private Secret passwordOf(String schema) {
        return settings.password().derive("schema " + schema);
    }
}
