package io.pharos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pharos.systemtests.process.PharosCommand;
import io.pharos.systemtests.process.PharosProcess;
import io.pharos.systemtests.process.SharedPharos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A person's journeys in a real browser on the real platform: the Playwright tests in {@code web/e2e}, in Chinese on a desk
 * and in English on a phone, each page searched by axe.
 */
@ExtendWith(SharedPharos.class)
class BrowserE2E {
    private static final Path WEB = PharosCommand.ROOT.resolve("web");
    private static final Path PLAYWRIGHT = WEB.resolve("node_modules/@playwright/test/cli.js");
    private static final long MINUTES_MAX = 15;

    @BeforeAll
    static void needsABrowser() {
        String browser = System.getenv().getOrDefault("PHAROS_CHROMIUM", "/usr/bin/chromium");
        boolean there = Files.isExecutable(Path.of(browser)) && Files.exists(PLAYWRIGHT);
        if (!there) {
            System.err.println("!!! SKIPPED: the browser tests, because there is no " + browser + " or no " + PLAYWRIGHT
                    + "; name the browser by PHAROS_CHROMIUM");
        }
        assumeTrue(there, "a browser and Playwright");
    }

    @Test
    void aVisitorRegistersDepositsTradesAndWithdraws(PharosProcess pharos) throws IOException, InterruptedException {
        play(pharos);
    }

    private static void play(PharosProcess pharos) throws IOException, InterruptedException {
        Path output = PharosCommand.ROOT.resolve("system-tests/target/playwright.txt");
        Files.createDirectories(output.getParent());
        ProcessBuilder playwright = new ProcessBuilder(List.of("node", PLAYWRIGHT.toString(), "test"))
                .directory(WEB.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        playwright.environment().put("PHAROS_URL", pharos.address().toString());
        Process process = playwright.start();
        boolean ended = process.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String said = Files.readString(output);
        System.out.println(said);
        assertThat(ended)
                .as("Playwright ended within " + MINUTES_MAX + " minutes:\n" + said)
                .isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
