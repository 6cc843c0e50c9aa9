package io.pharos.systemtests;

import io.pharos.systemtests.process.PharosProcess;
import io.pharos.systemtests.process.Playwright;
import io.pharos.systemtests.process.SharedPharos;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A person's journeys in a real browser on the real platform: the Playwright tests in {@code web/e2e}, in Chinese on a desk
 * and in English on a phone, each page searched by axe. Those through outages are played by {@link OutageE2E}.
 */
@ExtendWith(SharedPharos.class)
class BrowserE2E {
    @BeforeAll
    static void needsABrowser() {
        Playwright.assumeBrowser();
    }

    @Test
    void aVisitorRegistersDepositsTradesAndWithdraws(PharosProcess pharos) throws IOException, InterruptedException {
        Playwright.play("", Map.of("PHAROS_URL", pharos.address().toString()));
    }
}
