package io.pharos.systemtests;

import io.pharos.systemtests.process.FaultStage;
import io.pharos.systemtests.process.FaultyLine;
import io.pharos.systemtests.process.Playwright;
import io.pharos.systemtests.process.TwoProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person sees while a part is missing, in a real browser on two real processes: market data is killed and comes
 * back, the connection falls silent, the bank does not answer.
 */
class OutageE2E {
    @TempDir
    private static Path work;

    @BeforeAll
    static void needsABrowser() {
        Playwright.assumeBrowser();
    }

    @Test
    void thePageSaysWhatIsMissingAndGoesOn() throws IOException, InterruptedException {
        try (TwoProcesses platform = TwoProcesses.start(work);
                FaultyLine line = FaultyLine.to(platform.first().address());
                FaultStage stage = FaultStage.open(platform, line)) {
            Playwright.play(
                    "outage",
                    Map.of(
                            "PHAROS_URL",
                            line.address().toString(),
                            "PHAROS_PLAY",
                            stage.address().toString()));
        }
    }
}
