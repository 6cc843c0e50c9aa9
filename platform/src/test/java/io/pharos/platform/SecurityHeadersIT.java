package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.support.Browser;
import io.pharos.platform.support.RunningPharos;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer to a browser says about what it may do. */
class SecurityHeadersIT {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/reference", "/api/v1/instruments", "/api/v1/nowhere", "/trade/AAPL"})
    void thePolicyAllowsNothingInlineAndNothingFromElsewhere(String path) {
        var headers = new Browser(RunningPharos.shared()).get(path).response().headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    }
}
