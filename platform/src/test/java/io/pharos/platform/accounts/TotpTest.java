package io.pharos.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the last six digits of its eight. */
    @ParameterizedTest(name = "at {0} the code is {1}")
    @CsvSource({
        "59,          287082",
        "1111111109,  081804",
        "1111111111,  050471",
        "1234567890,  005924",
        "2000000000,  279037",
        "20000000000, 353130"
    })
    void givesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, second / 30)).isEqualTo(code);
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second), 0)).hasValue(second / 30);
    }

    @Test
    void takesACodeOfTheStepBeforeAndAfterAndNoOther() {
        Instant at = Instant.ofEpochSecond(1_000_000 * 30 + 7);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 999_999), at, 0)).hasValue(999_999);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 1_000_001), at, 0)).hasValue(1_000_001);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 999_998), at, 0)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 1_000_002), at, 0)).isEmpty();
    }

    @Test
    void takesNoCodeTwiceAndNoneOfAnEarlierStep() {
        Instant at = Instant.ofEpochSecond(1_000_000 * 30);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 1_000_000), at, 1_000_000))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 999_999), at, 1_000_000)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "12345", "1234567", "abcdef", "１２３４５６"})
    void takesNothingThatIsNoCode(String text) {
        assertThat(Totp.step(SECRET, text, Instant.ofEpochSecond(59), 0)).isEmpty();
    }

    @Test
    void givesAuthenticatorsTheKeyUriThatTheyRead() {
        assertThat(Totp.uri(SECRET, new EmailAddress("li+fund@example.com")))
                .isEqualTo("otpauth://totp/Pharos:li%2Bfund%40example.com"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Pharos");
    }

    @Test
    void recoveryCodesAreDifferentAndReadAsMeant() {
        List<String> codes = RecoveryCodes.make(new SecureRandom());
        assertThat(new HashSet<>(codes)).hasSize(RecoveryCodes.COUNT);
        assertThat(codes).allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"));
        assertThat(RecoveryCodes.hash("o1il-0000-AAAA-BBBB")).isEqualTo(RecoveryCodes.hash(" 01 11 0000aaaabbbb "));
        assertThat(RecoveryCodes.looksLikeOne("123 456")).isFalse();
    }
}
