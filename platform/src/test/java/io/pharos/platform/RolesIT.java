package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.database.Databases;
import io.pharos.platform.host.Ports;
import io.pharos.platform.support.Browser;
import io.pharos.platform.support.Browser.Answer;
import io.pharos.platform.support.RunningPharos;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** One role runs in a second process, which is killed: its feature is missing, and everything else works. */
class RolesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void aRoleThatIsKilledTakesNothingWithIt() throws Exception {
        int port = Ports.free();
        try (Pharos first = RunningPharos.start(
                "pharos-roles",
                List.of(
                        "--roles=core,web,accounts,trading,market,payments,operations,sandbox",
                        "--peer=information=http://127.0.0.1:" + port))) {
            Browser browser = Browser.registered(first);
            Process second = information(first, port);
            try {
                await(() -> browser.get("/api/v1/glossary").status() == 200);
                assertThat(browser.get("/api/v1/glossary").text("/items/0/id")).isEqualTo("limit-order");
                assertThat(new Browser(first).get("/api/v1/glossary").status()).isEqualTo(200);
                await(() -> part(browser).equals("UP"));
            } finally {
                second.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            await(() -> part(browser).equals("DOWN"));
            Answer missing = browser.get("/api/v1/glossary");
            assertThat(missing.status()).isEqualTo(503);
            assertThat(missing.code()).isEqualTo("ROLE_UNAVAILABLE");
            assertThat(missing.text("/detail")).contains("information");
            assertThat(browser.get("/api/v1/status").text("/state")).isEqualTo("DEGRADED");
            assertThat(browser.deposit("10.00", "CNY").text("/status")).isEqualTo("COMPLETED");
            assertThat(browser.get("/health/ready").status()).isEqualTo(200);
        }
    }

    private static Process information(Pharos first, int port) throws IOException {
        Path data = first.context()
                .getBean(io.pharos.platform.host.DataDirectory.class)
                .root();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PharosApplication.class.getName(),
                        "--roles=information",
                        "--port=" + port,
                        "--data=" + RunningPharos.fresh("pharos-information"),
                        "--database-url="
                                + first.context()
                                        .getBean(Databases.class)
                                        .settings()
                                        .url(),
                        "--database-password-file=" + data.resolve("postgres.password"),
                        "--internal-secret-file=" + data.resolve("internal.secret"))
                .redirectErrorStream(true)
                .redirectOutput(new File(data.toFile(), "information.out"))
                .start();
    }

    private static String part(Browser browser) {
        for (var part : browser.get("/api/v1/status").json().at("/parts")) {
            if (part.at("/role").asString("").equals("information")) {
                return part.at("/state").asString("");
            }
        }
        return "absent";
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited long enough").isBefore(end);
            Thread.sleep(200);
        }
    }
}
