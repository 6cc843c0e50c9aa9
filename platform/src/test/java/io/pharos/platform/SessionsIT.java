package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.support.Browser;
import io.pharos.platform.support.Browser.Answer;
import io.pharos.platform.support.RunningPharos;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sign-in, sign-out, the cookie, CSRF, and what only staff may do. */
class SessionsIT {
    private final Pharos pharos = RunningPharos.shared();

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        Browser browser = new Browser(pharos);
        Answer answer = browser.post("/api/v1/registrations", registration(UUID.randomUUID() + "@example.com"));
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("pharos_session=")
                        .contains("HttpOnly")
                        .contains("SameSite=Strict")
                        .doesNotContain("Secure"));
    }

    @Test
    void signsOutForGood() {
        Browser browser = Browser.registered(pharos);
        String token = browser.cookie("pharos_session");
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(browser.delete("/api/v1/session").status()).isEqualTo(204);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        Answer stolen = browser.send(browser.request("/api/v1/payments")
                .header("Authorization", "Bearer " + token)
                .GET());
        assertThat(stolen.status()).isEqualTo(401);
    }

    @Test
    void anUnknownNameAndAWrongPasswordGetTheSameAnswer() {
        String email = UUID.randomUUID() + "@example.com";
        new Browser(pharos).post("/api/v1/registrations", registration(email));
        Answer wrong =
                new Browser(pharos).post("/api/v1/session", Map.of("email", email, "password", "not the password"));
        Answer unknown = new Browser(pharos)
                .post("/api/v1/session", Map.of("email", "x" + email, "password", "not the password"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.code()).isEqualTo("BAD_CREDENTIALS").isEqualTo(wrong.code());
        assertThat(unknown.text("/detail")).isEqualTo(wrong.text("/detail"));
    }

    @Test
    void manyFailuresBlockAName() {
        Map<String, String> guess = Map.of("email", UUID.randomUUID() + "@example.com", "password", "not the password");
        Browser browser = new Browser(pharos);
        for (int failure = 0; failure < 10; failure++) {
            assertThat(browser.post("/api/v1/session", guess).status()).isEqualTo(401);
        }
        Answer blocked = browser.post("/api/v1/session", guess);
        assertThat(blocked.status()).isEqualTo(429);
        assertThat(blocked.code()).isEqualTo("SIGN_IN_BLOCKED");
        assertThat(blocked.response().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aWriteWithoutTheTokenOfThePageIsRefused() {
        Browser browser = Browser.registered(pharos);
        Answer answer = browser.send(browser.request("/api/v1/deposits")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofString("{\"amount\":{\"asset\":\"CNY\",\"amount\":\"1\"}}")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("CSRF_TOKEN_MISSING");
    }

    @Test
    void readingDoesNotChangeTheTokenOfThePage() {
        Browser browser = Browser.registered(pharos);
        String before = browser.cookie("XSRF-TOKEN");
        browser.get("/api/v1/payments");
        assertThat(browser.cookie("XSRF-TOKEN")).isEqualTo(before);
    }

    @Test
    void customersMayNotOperate() {
        Answer answer = Browser.registered(pharos).get("/api/v1/operations/health");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
        assertThat(new Browser(pharos).get("/api/v1/operations/health").status())
                .isEqualTo(401);
    }

    @Test
    void staffSignInWithWhatStandsInAPrivateFile() throws IOException {
        Path file = pharos.context()
                .getBean(io.pharos.platform.accounts.StaffAccount.class)
                .file();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        List<String> credentials = Files.readAllLines(file);
        Browser staff = new Browser(pharos);
        Answer me = staff.post("/api/v1/session", Map.of("email", credentials.get(0), "password", credentials.get(1)));
        assertThat(me.text("/role")).isEqualTo("STAFF");
        Answer health = staff.get("/api/v1/operations/health");
        assertThat(health.text("/members/0/role")).isEqualTo("LEADER");
        assertThat(health.text("/database/version")).startsWith("18");
        Answer halted = staff.post("/api/v1/operations/instruments/ETH-CNY/halt", Map.of("reason", "a test"));
        assertThat(halted.text("/phase")).isEqualTo("HALTED");
        Answer opened = staff.post("/api/v1/operations/instruments/ETH-CNY/open", Map.of("reason", "a test"));
        assertThat(opened.text("/phase")).isEqualTo("OPEN");
        assertThat(staff.post("/api/v1/operations/instruments/ETH-CNY/halt", Map.of())
                        .code())
                .isEqualTo("REASON_REQUIRED");
        assertThat(staff.get("/api/v1/operations/actions").text("/items/0/reason"))
                .isEqualTo("a test");
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtect() {
        Answer answer = new Browser(pharos).get("/api/v1/status");
        assertThat(answer.response().headers().map())
                .containsKeys("content-security-policy", "x-content-type-options", "ratelimit", "x-request-id");
        assertThat(answer.text("/state")).isEqualTo("UP");
    }

    private static Map<String, String> registration(String email) {
        return Map.of("email", email, "password", Browser.PASSWORD);
    }
}
