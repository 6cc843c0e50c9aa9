package io.pharos.platform.support;

import io.pharos.platform.Options;
import io.pharos.platform.Pharos;
import io.pharos.platform.StartReport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One process with all roles on a real core and a real PostgreSQL, started by the first test that asks and shared by all
 * tests of the JVM. Tests keep apart by customers of their own; one that changes the bank's mode changes it back.
 */
public final class RunningPharos {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static @Nullable Pharos shared;

    private RunningPharos() {}

    public static synchronized Pharos shared() {
        Pharos running = shared;
        if (running == null) {
            running = start("pharos-it", List.of());
            shared = running;
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        }
        return running;
    }

    /** Another process's worth of roles in this JVM, in a fresh data directory; the caller closes it. */
    public static Pharos start(String name, List<String> options) {
        List<String> words = new ArrayList<>(List.of(
                "--data=" + fresh(name),
                "--port=0",
                "--core-port=0",
                "--pharos.sandbox.participants.enabled=false",
                "--pharos.venue.answer-timeout=1s",
                "--pharos.venue.ask-pause=1s",
                "--pharos.edge.sign-ins-per-minute=10000"));
        words.addAll(options);
        return Pharos.start(Options.parse(words), new StartReport(new PrintStream(PrintStream.nullOutputStream())));
    }

    /** An empty directory of this name below target. */
    public static Path fresh(String name) {
        try {
            Files.createDirectories(TARGET);
            return Files.createTempDirectory(TARGET, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
