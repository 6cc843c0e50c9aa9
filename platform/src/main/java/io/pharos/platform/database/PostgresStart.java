package io.pharos.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts PostgreSQL through the library, and sees what the library does not. It calls the server again and again until
 * its patience ends, also when the program that starts the server, {@code pg_ctl}, has failed long ago. Here that
 * program's end is the end of the wait, its exit status the outcome, and what it said the reason.
 *
 * <pre>
 *   initdb (first start only) ──&gt; pg_ctl runs ──&gt; pg_ctl has ended ──&gt; interrupt the library ──&gt; 0: started
 *                                                                                              └─&gt; else: refused
 * </pre>
 */
final class PostgresStart {
    private static final long NOT_LAUNCHED = -1;
    private static final long POLL_MILLIS = 20;
    /** What the server says weighs more than what the program says that started it. */
    private static final Pattern OF_SERVER = Pattern.compile("(?:FATAL|PANIC):\\s+(.+)");

    private static final Pattern OF_PROGRAM =
            Pattern.compile("^(?:initdb: error|initdb: fatal|pg_ctl|postgres):\\s+(.+)");
    private static final Pattern DETAIL = Pattern.compile("DETAIL:\\s+(.+)");

    private PostgresStart() {}

    /**
     * Runs the builder.
     *
     * @param said gets what the programs and the server say
     * @throws IOException with the reason in one line, when the server does not start
     */
    static EmbeddedPostgres run(EmbeddedPostgres.Builder builder, Path directory, Path said) throws IOException {
        AtomicLong launchedAt = new AtomicLong(NOT_LAUNCHED);
        builder.setOutputRedirector(ProcessBuilder.Redirect.appendTo(said.toFile()))
                // Called between initdb and pg_ctl.
                .setDataDirectoryCustomizer(ready -> launchedAt.set(size(said)));
        FutureTask<EmbeddedPostgres> library = new FutureTask<>(builder::start);
        Thread thread = Thread.ofPlatform().name("postgresql").daemon().start(library);
        boolean ended = false;
        while (true) {
            try {
                EmbeddedPostgres server = library.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (ended && server.getProcess().waitFor() != 0) {
                    // It is not closed: that would stop whatever server postmaster.pid names, another one perhaps.
                    throw new IOException(reason(said));
                }
                return server;
            } catch (TimeoutException stillWaiting) {
                long launched = launchedAt.get();
                if (!ended && launched != NOT_LAUNCHED && size(said) > launched && !starterRuns(directory)) {
                    ended = true;
                    thread.interrupt();
                }
            } catch (ExecutionException e) {
                throw new IOException(reason(said), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private static boolean starterRuns(Path directory) {
        return ProcessHandle.current().children().anyMatch(child -> {
            String command = child.info().commandLine().orElse("");
            return command.contains("pg_ctl") && command.contains(directory.toString());
        });
    }

    /** The first reason in what was said, with its detail. */
    private static String reason(Path said) {
        List<String> lines;
        try {
            lines = Files.exists(said) ? Files.readAllLines(said) : List.of();
        } catch (IOException e) {
            return "it said nothing that can be read";
        }
        Optional<String> reason = first(OF_SERVER, lines).or(() -> first(OF_PROGRAM, lines));
        return reason.map(found -> first(DETAIL, lines)
                        .map(detail -> found + ": " + detail)
                        .orElse(found))
                .orElse("it gave no reason");
    }

    private static Optional<String> first(Pattern pattern, List<String> lines) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
