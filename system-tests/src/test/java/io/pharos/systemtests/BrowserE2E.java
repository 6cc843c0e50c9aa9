package io.pharos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person's journeys in a real browser on a real {@code ./pharos run}: the Playwright tests in {@code web/e2e}, in Chinese
 * on a desk and in English on a phone, each page searched by axe.
 */
class BrowserE2E {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration JOURNEYS_TIMEOUT = Duration.ofMinutes(15);

    @Test
    void aVisitorRegistersDepositsTradesAndWithdraws(@TempDir Path data) throws Exception {
        assumeThat(System.getenv("PHAROS_CHROMIUM"))
                .as("PHAROS_CHROMIUM names a browser; ./pharos test sets it")
                .isNotBlank();
        int port = freePort();
        Process pharos = start(List.of(
                "./pharos",
                "run",
                "--port=" + port,
                "--core-port=" + freePort(),
                "--data=" + data.resolve("data")));
        try {
            URI url = URI.create("http://127.0.0.1:" + port);
            awaitReady(pharos, url.resolve("/health/ready"));
            assertThat(journeys(url)).as("exit status of playwright").isZero();
        } finally {
            pharos.destroy();
            if (!pharos.waitFor(30, TimeUnit.SECONDS)) {
                pharos.destroyForcibly();
            }
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).directory(ROOT.toFile()).inheritIO().start();
    }

    private static int journeys(URI url) throws IOException, InterruptedException {
        ProcessBuilder playwright = new ProcessBuilder("npx", "playwright", "test")
                .directory(ROOT.resolve("web").toFile())
                .inheritIO();
        playwright.environment().put("PHAROS_URL", url.toString());
        Process running = playwright.start();
        assertThat(running.waitFor(JOURNEYS_TIMEOUT.toMinutes(), TimeUnit.MINUTES))
                .as("the journeys end in time")
                .isTrue();
        return running.exitValue();
    }

    private static void awaitReady(Process pharos, URI ready) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + START_TIMEOUT.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadlineNanos) {
                assertThat(pharos.isAlive()).as("./pharos run is running").isTrue();
                try {
                    HttpRequest request =
                            HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Nobody listens yet.
                }
                Thread.sleep(500);
            }
        }
        throw new AssertionError(ready + " did not answer 200 within " + START_TIMEOUT);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
