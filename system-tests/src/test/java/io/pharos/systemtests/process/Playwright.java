package io.pharos.systemtests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Plays journeys of {@code web/e2e} in a real browser. */
public final class Playwright {
    private static final Path WEB = PharosCommand.ROOT.resolve("web");
    private static final Path CLI = WEB.resolve("node_modules/@playwright/test/cli.js");
    private static final long MINUTES_MAX = 15;

    private Playwright() {}

    /** Skips the test, loudly, where there is no browser. */
    public static void assumeBrowser() {
        String browser = System.getenv().getOrDefault("PHAROS_CHROMIUM", "/usr/bin/chromium");
        boolean there = Files.isExecutable(Path.of(browser)) && Files.exists(CLI);
        if (!there) {
            System.err.println("!!! SKIPPED: the browser tests, because there is no " + browser + " or no " + CLI
                    + "; name the browser by PHAROS_CHROMIUM");
        }
        assumeTrue(there, "a browser and Playwright");
    }

    /**
     * Plays the journeys of the files whose names begin so.
     *
     * @param journeys empty for all
     * @throws AssertionError with all that Playwright said, when one fails
     */
    public static void play(String journeys, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = PharosCommand.ROOT.resolve("system-tests/target/playwright" + journeys + ".txt");
        Files.createDirectories(output.getParent());
        List<String> command = new ArrayList<>(List.of("node", CLI.toString(), "test", "/" + journeys));
        ProcessBuilder playwright = new ProcessBuilder(command)
                .directory(WEB.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        playwright.environment().putAll(environment);
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
