package io.pharos.platform.database;

import io.pharos.platform.host.DataDirectory;
import io.pharos.platform.host.OneLine;
import io.pharos.platform.host.Ports;
import io.pharos.platform.host.Secret;
import io.pharos.platform.host.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A real PostgreSQL that lives in the data directory and listens on the loopback interface only.
 *
 * <p>The library that brings the binaries is made for tests: it switches fsync and synchronous commits off and trusts
 * every local connection. Here all three are put right, and the start is refused if the server says otherwise.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String USER = "postgres";
    private static final String PASSWORD_FILE = "postgres.password";
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final Duration ORPHAN_STOP_WAIT = Duration.ofSeconds(15);
    private static final int CONNECTIONS_MAX = 200;

    private final EmbeddedPostgres server;
    private final DatabaseSettings settings;

    private EmbeddedDatabase(EmbeddedPostgres server, DatabaseSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /**
     * Starts the server on a free port. A server that a killed process left behind is stopped first.
     *
     * @param binaries where the server's programs are unpacked once, shared by all data directories of the user
     * @throws StartRefused when it does not start, or had data once and has none now
     */
    public static EmbeddedDatabase start(DataDirectory data, Path binaries) {
        Path directory = data.directory("postgres");
        if (data.isFounded() && isEmpty(directory)) {
            throw new StartRefused("the files of the embedded PostgreSQL are gone: " + directory
                    + " is empty, and the core in " + data.root().resolve("core")
                    + " is not; restore it from a backup, or begin anew with another --data");
        }
        Secret password = data.secret(PASSWORD_FILE);
        stopOrphan(directory);
        Path said = data.directory("logs").resolve("postgresql.log");
        try {
            Files.createDirectories(binaries);
            Files.deleteIfExists(said);
            int port = Ports.free();
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setPort(port)
                    .setPGStartupWait(START_WAIT)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setConnectConfig("password", password.value())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setServerConfig("max_connections", Integer.toString(CONNECTIONS_MAX))
                    // What concerns an operator, and not each statement that was refused.
                    .setServerConfig("log_min_messages", "log")
                    .setServerConfig("log_checkpoints", "off");
            EmbeddedPostgres server = PostgresStart.run(builder, directory, said);
            try {
                secure(server.getPostgresDatabase(), directory, password);
                refuseUnsafe(server.getPostgresDatabase());
            } catch (SQLException | IOException | RuntimeException e) {
                server.close();
                throw e;
            }
            data.writePrivate("postgres.port", port + "\n");
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
            return new EmbeddedDatabase(server, new DatabaseSettings(url, USER, password));
        } catch (IOException | SQLException | IllegalStateException e) {
            // The program that starts it may have given up on a server that is still recovering.
            stopOrphan(directory);
            throw new StartRefused(
                    "the embedded PostgreSQL in " + directory + " did not start: "
                            + OneLine.of(String.valueOf(e.getMessage()))
                            + "; if its files are damaged, restore them from a backup (its own log: " + said + ")",
                    e);
        }
    }

    private static boolean isEmpty(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new StartRefused("cannot read " + directory + ": " + e.getMessage(), e);
        }
    }

    public DatabaseSettings settings() {
        return settings;
    }

    /** Stops the server; open connections are closed. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not stop", e);
        }
    }

    /** From the first start on, every connection needs the password. */
    private static void secure(DataSource database, Path directory, Secret password) throws SQLException, IOException {
        Path access = directory.resolve("pg_hba.conf");
        String onlyWithPassword = "host all all 127.0.0.1/32 scram-sha-256\n";
        if (Files.readString(access).equals(onlyWithPassword)) {
            return;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // The password is of our own making: URL-safe base64, so no quote can be in it.
            statement.execute("ALTER ROLE " + USER + " PASSWORD '" + password.value() + "'");
            Files.writeString(access, onlyWithPassword);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static void refuseUnsafe(DataSource database) throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SHOW " + setting)) {
                if (!rows.next() || !"on".equals(rows.getString(1))) {
                    throw new StartRefused("PostgreSQL runs with " + setting + " off: a power cut would lose data");
                }
            }
        }
    }

    /**
     * The caller holds the lock of the data directory, so a server that still runs on it (its file names the directory,
     * which tells it from the server of a directory that this one was copied from) belongs to a process that was
     * killed. It is told to shut down, which it does at once as nobody is connected any more.
     */
    private static void stopOrphan(Path directory) {
        File pidFile = directory.resolve("postmaster.pid").toFile();
        if (!pidFile.exists()) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(pidFile.toPath());
            long pid = Long.parseLong(lines.getFirst().strip());
            if (lines.size() < 2 || !Path.of(lines.get(1)).equals(directory)) {
                // The directory is a copy, and the process, if there is one, serves the original.
                return;
            }
            Optional<ProcessHandle> orphan = ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres);
            if (orphan.isPresent() && orphan.get().destroy()) {
                orphan.get().onExit().get(ORPHAN_STOP_WAIT.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (IOException | NumberFormatException e) {
            throw new StartRefused("cannot read " + pidFile + "; delete it if no PostgreSQL runs on that directory", e);
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            throw new StartRefused("a PostgreSQL that a killed process left behind does not stop: see " + pidFile, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted while the former PostgreSQL stops", e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }
}
