package io.pharos.systemtests.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts {@code ./pharos} as a process; its output goes to files below {@code target/processes}. */
public final class PharosCommand {
    /** The root of the source tree. */
    public static final Path ROOT =
            Path.of(System.getProperty("pharos.basedir", "..")).toAbsolutePath().normalize();

    private static final Path OUTPUT = ROOT.resolve("system-tests/target/processes");
    private static final AtomicInteger STARTED = new AtomicInteger();

    private PharosCommand() {}

    /**
     * A process that runs.
     *
     * @param out what it writes to its standard output
     * @param err what it writes to its standard error
     */
    record Running(Process process, Path out, Path err) {}

    /** A process that has ended by itself, with all of what it wrote. */
    public record Ended(int status, String out, String err) {}

    /** Runs {@code ./pharos} with these arguments to its end. @throws IllegalStateException when it takes longer */
    public static Ended run(Duration longest, String... arguments) {
        return run(longest, Map.of(), arguments);
    }

    /** Runs {@code ./pharos} with more environment variables. */
    public static Ended run(Duration longest, Map<String, String> environment, String... arguments) {
        Running running = start(List.of(arguments), environment);
        try {
            if (!running.process().waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
                running.process().destroyForcibly();
                throw new IllegalStateException("./pharos " + String.join(" ", arguments) + " still runs after "
                        + longest.toSeconds() + " s; it said: " + text(running.out()) + text(running.err()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return new Ended(running.process().exitValue(), text(running.out()), text(running.err()));
    }

    /** Runs it until its output holds {@code words}, and then presses Ctrl-C. */
    public static Ended interrupt(Duration longest, String words, String... arguments) {
        Running running = start(List.of(arguments), Map.of());
        try {
            Wait.until(
                    "it says " + words,
                    longest,
                    () -> text(running.out()),
                    said -> said.contains(words) || !running.process().isAlive());
            long pid = running.process().pid();
            new ProcessBuilder("kill", "-INT", "--", "-" + pid).start().waitFor();
            if (!running.process().waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("it still runs long after Ctrl-C; it said: " + text(running.out()));
            }
            return new Ended(running.process().exitValue(), text(running.out()), text(running.err()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            running.process().destroyForcibly();
        }
    }

    /** A process group of its own: a signal to it is what Ctrl-C in a terminal is. */
    static Running start(List<String> arguments, Map<String, String> environment) {
        // A shell in the background ignores SIGINT, and so would all that it starts.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", "setsid"));
        command.add(ROOT.resolve("pharos").toString());
        command.addAll(arguments);
        try {
            Files.createDirectories(OUTPUT);
            String name = String.format("%03d-%s", STARTED.incrementAndGet(), arguments.getFirst());
            Path out = OUTPUT.resolve(name + ".out");
            Path err = OUTPUT.resolve(name + ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(ROOT.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("PHAROS_SKIP_BUILD", "1");
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException("./pharos cannot be started", e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
