package io.pharos.systemtests.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Pharos that is open: a process of {@code ./pharos run} on free ports. */
public final class PharosProcess implements AutoCloseable {
    private static final Pattern OPEN = Pattern.compile("Pharos is open: (\\S+)");
    private static final Duration START_MAX = Duration.ofMinutes(5);
    private static final Duration STOP_MAX = Duration.ofMinutes(2);

    private final PharosCommand.Running running;
    private final Path data;
    private final URI address;

    private PharosProcess(PharosCommand.Running running, Path data, URI address) {
        this.running = running;
        this.data = data;
        this.address = address;
    }

    /**
     * Starts on free ports and waits until it is open.
     *
     * @param options those that the test is about; the ports and the data directory are given already
     */
    public static PharosProcess start(Path data, String... options) {
        List<String> arguments = new ArrayList<>(List.of("run", "--data", data.toString()));
        List<String> given = List.of(options);
        if (given.stream().noneMatch(option -> option.startsWith("--port="))) {
            arguments.add("--port=0");
        }
        if (given.stream().noneMatch(option -> option.startsWith("--core-port="))) {
            arguments.add("--core-port=0");
        }
        // All tests come from one address: the limit on guessing passwords is not what they are about.
        arguments.add("--pharos.edge.sign-ins-per-minute=10000");
        arguments.addAll(given);
        PharosCommand.Running running = PharosCommand.start(arguments, Map.of());
        long deadline = System.nanoTime() + START_MAX.toNanos();
        while (System.nanoTime() < deadline && running.process().isAlive()) {
            Matcher open = OPEN.matcher(PharosCommand.text(running.out()));
            if (open.find()) {
                return new PharosProcess(running, data, URI.create(open.group(1)));
            }
            Wait.millis(50);
        }
        String said = PharosCommand.text(running.out()) + PharosCommand.text(running.err());
        running.process().destroyForcibly();
        throw new IllegalStateException("Pharos did not open; it said:\n" + said);
    }

    /** Where it listens. */
    public URI address() {
        return address;
    }

    /** Where its state lives. */
    public Path data() {
        return data;
    }

    public long pid() {
        return running.process().pid();
    }

    public boolean isAlive() {
        return running.process().isAlive();
    }

    /** What it has written to its standard output. */
    public String out() {
        return PharosCommand.text(running.out());
    }

    /** What it has written to its standard error. */
    public String err() {
        return PharosCommand.text(running.err());
    }

    /** What members and clients of its core show each other. */
    public String coreSecret() {
        return PharosCommand.text(data.resolve("core.secret")).strip();
    }

    /** A visitor who is not signed in. */
    public ApiSession visitor() {
        return ApiSession.open(address);
    }

    /** A customer who has just registered. */
    public ApiSession customer() {
        return ApiSession.register(address);
    }

    /** The member of staff of the first start. */
    public ApiSession staff() {
        List<String> credentials = staffCredentials();
        return ApiSession.signIn(address, credentials.get(0), credentials.get(1));
    }

    /** How the member of staff of the first start signs in: address and password. */
    public List<String> staffCredentials() {
        try {
            return Files.readAllLines(data.resolve("staff-credentials")).stream()
                    .map(String::strip)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ctrl-C: the signal goes to the whole process group. Returns the exit status. */
    public int interrupt() {
        signal("-INT", "-" + pid());
        return awaitEnd();
    }

    /** kill -9 of the process alone: what it has started is left behind. */
    public void killHard() {
        signal("-KILL", Long.toString(pid()));
        awaitEnd();
    }

    /** Processes that name the data directory in their command line, and their children. */
    public List<ProcessHandle> processesOfData() {
        return processesOf(data);
    }

    /** Processes that name the directory in their command line, and their children. */
    public static List<ProcessHandle> processesOf(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
                .flatMap(process ->
                        java.util.stream.Stream.concat(java.util.stream.Stream.of(process), process.descendants()))
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .distinct()
                .toList();
    }

    /** Ends it and whatever it has left behind. */
    @Override
    public void close() {
        if (isAlive()) {
            interrupt();
        }
        processesOf(data).forEach(ProcessHandle::destroyForcibly);
    }

    private int awaitEnd() {
        try {
            if (!running.process().waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
                running.process().destroyForcibly();
                throw new IllegalStateException(
                        "Pharos still ran " + STOP_MAX.toSeconds() + " s after the signal; it said:\n" + out());
            }
            return running.process().exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void signal(String signal, String target) {
        try {
            int status =
                    new ProcessBuilder("kill", signal, "--", target).start().waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill " + signal + " " + target + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
