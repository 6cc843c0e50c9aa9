package io.pharos.platform.replay;

import io.pharos.platform.replay.exchange.Credentials;
import io.pharos.platform.replay.exchange.ExchangeException;
import io.pharos.platform.replay.follow.ReplayBrokenException;
import io.pharos.platform.replay.recording.Recording;
import io.pharos.platform.replay.recording.RecordingException;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./pharos replay}: plays a recorded market day into a running exchange. */
public final class ReplayCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int INTERRUPTED = 130;

    /** How long Ctrl-C waits for the report and for the instrument to be given back. */
    private static final long STOP_SECONDS = 30;

    private ReplayCommand() {}

    /** Ends the process with status 0 when the recording was played, 1 when not, 2 for wrong usage, 130 for Ctrl-C. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        try {
            ReplayOptions options = ReplayOptions.parse(args);
            requireWritable(options.json());
            return replay(options);
        } catch (ReplayOptions.UsageException e) {
            System.err.println("replay: " + e.getMessage() + " (see ./pharos replay --help)");
            return USAGE;
        } catch (RecordingException | ExchangeException | ReplayBrokenException e) {
            System.err.println("replay: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        }
    }

    private static int replay(ReplayOptions options) throws InterruptedException {
        Recording recording = Recording.open(options.messages(), options.books(), options.seed());
        Credentials credentials = StaffCredentials.find(options);
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        ReplayRun run = new ReplayRun(options, recording, new ProgressLine(System.out, terminal));
        CountDownLatch done = new CountDownLatch(1);
        Thread onCtrlC = Thread.ofPlatform().unstarted(() -> {
            run.stop();
            try {
                if (!done.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("replay: the exchange did not answer in time; it was left as it is");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(onCtrlC);
        try {
            ReplayReport report = run.play(credentials);
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            report.print(out, options.differencesShown());
            if (options.json() != null) {
                write(report, options.json());
            }
            return report.stopped() == null ? DONE : FAILED;
        } finally {
            done.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(onCtrlC);
            } catch (IllegalStateException e) {
                // The process is stopping already, which is what the hook is for.
                System.out.flush();
            }
        }
    }

    private static void requireWritable(@Nullable Path json) {
        if (json == null) {
            return;
        }
        Path parent = json.toAbsolutePath().getParent();
        if (Files.isDirectory(json) || parent == null || !Files.isWritable(parent)) {
            throw new ReplayOptions.UsageException("--json cannot be written: " + json);
        }
    }

    private static void write(ReplayReport report, Path file) {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            Files.writeString(file, json.writeValueAsString(report.toJson(json)) + "\n");
        } catch (IOException e) {
            throw new RecordingException("the report could not be written to " + file + ": " + e.getMessage(), e);
        }
    }
}
