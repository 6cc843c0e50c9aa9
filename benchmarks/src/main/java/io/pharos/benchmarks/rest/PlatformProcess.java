package io.pharos.benchmarks.rest;

import io.pharos.platform.host.Ports;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A platform with all roles in a process of its own, on free ports, with a data directory that is deleted afterwards. */
final class PlatformProcess implements AutoCloseable {
    private static final String MAIN = "io.pharos.platform.PharosApplication";
    private static final Duration READY_WAIT = Duration.ofMinutes(2);
    private static final Duration STOP_WAIT = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 200;

    private final Process process;
    private final Path directory;
    private final URI address;

    private PlatformProcess(Process process, Path directory, URI address) {
        this.process = process;
        this.directory = directory;
        this.address = address;
    }

    /** Starts it with the JVM, class path and JVM options of this process, and waits until it is ready. */
    static PlatformProcess start(String... options) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("pharos-bench-");
        int port = Ports.free();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(List.of("--port=" + port, "--core-port=0", "--data=" + directory.resolve("data")));
        command.addAll(List.of(options));
        Path log = directory.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        PlatformProcess platform = new PlatformProcess(process, directory, URI.create("http://localhost:" + port));
        try {
            platform.awaitReady(log);
            return platform;
        } catch (IOException | InterruptedException | RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    URI address() {
        return address;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        HttpRequest ready =
                HttpRequest.newBuilder(address.resolve("/health/ready")).build();
        long deadlineNanos = System.nanoTime() + READY_WAIT.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadlineNanos) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the platform stopped while it started: " + lastLine(log));
                }
                try {
                    if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Nobody listens yet.
                    TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
        throw new IllegalStateException("the platform was not ready within " + READY_WAIT + ": " + lastLine(log));
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WAIT)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
