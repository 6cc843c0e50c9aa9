package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.accounts.AuthenticatorCodes;
import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.host.DataDirectory;
import io.pharos.platform.support.Browser;
import io.pharos.platform.support.Browser.Answer;
import io.pharos.platform.support.RunningPharos;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Password, authenticator, recovery codes, sessions and history of an account, as its owner and as a thief meets them. */
class SecondFactorIT {
    private final Pharos pharos = RunningPharos.shared();
    private final String email = UUID.randomUUID() + "@example.com";
    private final Browser owner = new Browser(pharos);

    SecondFactorIT() {
        assertThat(owner.post("/api/v1/registrations", Map.of("email", email, "password", Browser.PASSWORD))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whoHasAnAuthenticatorNeedsACodeThatIsGoodOnce() {
        Answer setup = owner.post("/api/v1/security/authenticator", Map.of());
        byte[] secret = new Base32().decode(setup.text("/secret"));
        assertThat(setup.text("/uri")).startsWith("otpauth://totp/Pharos:").contains(setup.text("/secret"));
        assertThat(setup.text("/qrCode/path")).startsWith("M4 4h1v1h-1z");
        assertThat(signIn(Browser.PASSWORD, null).status())
                .as("not asked for before the first code")
                .isEqualTo(200);
        assertThat(confirm("000000x").code()).isEqualTo("CODE_WRONG");

        Answer on = confirm(now(secret, 0));
        assertThat(on.json().at("/codes").size()).isEqualTo(10);
        assertThat(confirm(now(secret, 1)).code()).isEqualTo("SECOND_FACTOR_ON");

        assertThat(signIn("not the password", null).code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(signIn(Browser.PASSWORD, null).code()).isEqualTo("SECOND_FACTOR_REQUIRED");
        assertThat(signIn(Browser.PASSWORD, "12345").code()).isEqualTo("SECOND_FACTOR_WRONG");
        assertThat(signIn("not the password", now(secret, 1)).code())
                .as("a right code says nothing about a wrong password")
                .isEqualTo("BAD_CREDENTIALS");
        String code = now(secret, 1);
        assertThat(signIn(Browser.PASSWORD, code).status()).isEqualTo(200);
        assertThat(signIn(Browser.PASSWORD, code).code()).isEqualTo("SECOND_FACTOR_WRONG");

        String recovery = on.text("/codes/3");
        assertThat(signIn(Browser.PASSWORD, recovery.toLowerCase(Locale.ROOT)).status())
                .isEqualTo(200);
        assertThat(signIn(Browser.PASSWORD, recovery).code()).isEqualTo("SECOND_FACTOR_WRONG");
        assertThat(owner.get("/api/v1/security").text("/recoveryCodesLeft")).isEqualTo("9");
        assertThat(owner.post("/api/v1/security/recovery-codes", Map.of())
                        .json()
                        .at("/codes")
                        .size())
                .isEqualTo(10);
        assertThat(signIn(Browser.PASSWORD, on.text("/codes/4")).code())
                .as("the old codes are good no more")
                .isEqualTo("SECOND_FACTOR_WRONG");

        assertThat(owner.delete("/api/v1/security/authenticator").status()).isEqualTo(204);
        assertThat(signIn(Browser.PASSWORD, null).status()).isEqualTo(200);
        assertThat(owner.get("/api/v1/security/events").response().body())
                .contains("AUTHENTICATOR_ON", "WRONG_PASSWORD", "WRONG_CODE", "SIGNED_IN_BY_RECOVERY_CODE")
                .contains("AUTHENTICATOR_OFF", "RECOVERY_CODES_MADE", "REGISTERED")
                .doesNotContain(setup.text("/secret"), recovery);
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        Browser thief = new Browser(pharos);
        assertThat(signIn(thief, Browser.PASSWORD, null).status()).isEqualTo(200);
        assertThat(owner.get("/api/v1/sessions").json().at("/items").size()).isEqualTo(2);
        String other = "an entirely different sentence";

        assertThat(changePassword("short").code()).isEqualTo("PASSWORD_SHORT");
        assertThat(changePassword(Browser.PASSWORD).code()).isEqualTo("PASSWORD_UNCHANGED");
        assertThat(changePassword(other).status()).isEqualTo(204);

        assertThat(thief.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(owner.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(signIn(Browser.PASSWORD, null).code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(signIn(other, null).status()).isEqualTo(200);
    }

    @Test
    void aSessionIsEndedByItsNameAndOnlyByItsOwner() {
        Browser elsewhere = new Browser(pharos);
        signIn(elsewhere, Browser.PASSWORD, null);
        Answer sessions = owner.get("/api/v1/sessions");
        String id = "";
        for (var session : sessions.json().at("/items")) {
            if (!session.at("/current").asBoolean(false)) {
                id = session.at("/sessionId").asString("");
            }
        }
        assertThat(sessions.text("/items/0/device")).isEqualTo("Java-http-client");
        assertThat(Browser.registered(pharos).delete("/api/v1/sessions/" + id).status())
                .isEqualTo(404);
        assertThat(elsewhere.get("/api/v1/session").status()).isEqualTo(200);

        assertThat(owner.delete("/api/v1/sessions/" + id).status()).isEqualTo(204);

        assertThat(elsewhere.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(owner.delete("/api/v1/sessions/" + id).status()).isEqualTo(404);
    }

    @Test
    void anOldProofOfIdentityIsNotEnoughForWhatIsDangerous() {
        pharos.context()
                .getBean("edgeDatabase", SchemaDatabase.class)
                .jdbc()
                .sql("UPDATE session SET proved_at = now() - interval '11 minutes' WHERE customer_id = :id")
                .param("id", owner.get("/api/v1/session").text("/customerId"))
                .update();
        // What a process has read it believes for five seconds; a change of session in this process is seen at once.
        owner.post("/api/v1/session/proof", Map.of("password", "not the password"));
        awaitRefusal();

        assertThat(owner.post("/api/v1/security/authenticator", Map.of()).code())
                .isEqualTo("PROOF_REQUIRED");
        assertThat(changePassword("an entirely different sentence").code()).isEqualTo("PROOF_REQUIRED");
        assertThat(owner.post("/api/v1/session/proof", Map.of("password", "not the password"))
                        .code())
                .isEqualTo("BAD_CREDENTIALS");
        assertThat(owner.post("/api/v1/session/proof", Map.of("password", Browser.PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(owner.post("/api/v1/security/authenticator", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void theSecretStandsInNoTableAsItIs() throws IOException {
        Answer setup = owner.post("/api/v1/security/authenticator", Map.of());
        byte[] secret = new Base32().decode(setup.text("/secret"));
        String stored = pharos.context()
                .getBean("accountsDatabase", SchemaDatabase.class)
                .jdbc()
                .sql("SELECT secret FROM totp WHERE customer_id = :id")
                .param("id", owner.get("/api/v1/session").text("/customerId"))
                .query(String.class)
                .single();
        assertThat(new String(Base64.getDecoder().decode(stored), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
        assertThat(Files.getPosixFilePermissions(
                        pharos.context().getBean(DataDirectory.class).root().resolve("accounts.keyset.json")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    private void awaitRefusal() {
        for (int tries = 0; tries < 100; tries++) {
            if (owner.post("/api/v1/security/recovery-codes", Map.of()).code().equals("PROOF_REQUIRED")) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private Answer confirm(String code) {
        return owner.post("/api/v1/security/authenticator/confirmation", Map.of("code", code));
    }

    private Answer changePassword(String password) {
        return owner.post("/api/v1/security/password", Map.of("password", password));
    }

    private Answer signIn(String password, @Nullable String code) {
        return signIn(new Browser(pharos), password, code);
    }

    private Answer signIn(Browser browser, String password, @Nullable String code) {
        return browser.post(
                "/api/v1/session",
                code == null
                        ? Map.of("email", email, "password", password)
                        : Map.of("email", email, "password", password, "code", code));
    }

    /** The code that the authenticator shows, or will show some steps later. */
    private static String now(byte[] secret, int later) {
        return AuthenticatorCodes.at(secret, System.currentTimeMillis() / 30_000 + later);
    }
}
