package io.pharos.benchmarks.postgres;

import io.pharos.platform.database.DatabaseSettings;
import io.pharos.platform.database.EmbeddedDatabase;
import io.pharos.platform.host.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/** A PostgreSQL server of its own, durable at each commit, deleted afterwards. */
final class TemporaryPostgres implements AutoCloseable {
    private final Path directory;
    private final DataDirectory data;
    private final EmbeddedDatabase database;

    private TemporaryPostgres(Path directory, DataDirectory data, EmbeddedDatabase database) {
        this.directory = directory;
        this.data = data;
        this.database = database;
    }

    static TemporaryPostgres start() throws IOException {
        Path directory = Files.createTempDirectory("pharos-bench-postgres-");
        DataDirectory data = DataDirectory.open(directory.resolve("data"));
        return new TemporaryPostgres(directory, data, EmbeddedDatabase.start(data, directory.resolve("binaries")));
    }

    DatabaseSettings settings() {
        return database.settings();
    }

    /** A connection that commits each statement. */
    Connection connect() throws SQLException {
        DatabaseSettings settings = database.settings();
        return DriverManager.getConnection(
                settings.url(), settings.user(), settings.password().value());
    }

    @Override
    public void close() throws IOException {
        database.close();
        data.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
