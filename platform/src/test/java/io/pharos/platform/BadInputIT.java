package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.support.Browser;
import io.pharos.platform.support.Browser.Answer;
import io.pharos.platform.support.RunningPharos;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, with which code, in both languages, and that nothing moves. */
class BadInputIT {
    private final Pharos pharos = RunningPharos.shared();
    private final Browser customer = Browser.registered(pharos);

    @BeforeEach
    void someMoney() {
        customer.deposit("100.00", "CNY");
        customer.awaitBalance("CNY", "100.00/0.00");
    }

    @ParameterizedTest(name = "{0} {1} -> {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
        deposits    | {"amount":{"asset":"CNY","amount":"0"}}                   | 422 | AMOUNT_NOT_POSITIVE
        deposits    | {"amount":{"asset":"CNY","amount":"-1"}}                  | 422 | AMOUNT_NOT_POSITIVE
        deposits    | {"amount":{"asset":"CNY","amount":"1.001"}}               | 400 | TOO_MANY_DECIMALS
        deposits    | {"amount":{"asset":"CNY","amount":"1e3"}}                 | 400 | NOT_A_NUMBER
        deposits    | {"amount":{"asset":"CNY","amount":"ten"}}                 | 400 | NOT_A_NUMBER
        deposits    | {"amount":{"asset":"CNY","amount":""}}                    | 400 | NOT_A_NUMBER
        deposits    | {"amount":{"asset":"CNY","amount":"99999999999999999999"}}| 400 | OVERFLOW
        deposits    | {"amount":{"asset":"CNY","amount":"100000000.01"}}        | 422 | AMOUNT_ABOVE_LIMIT
        deposits    | {"amount":{"asset":"XXX","amount":"1"}}                   | 422 | ASSET_NOT_FOUND
        deposits    | {"amount":{"asset":"BTC","amount":"1"}}                   | 422 | ASSET_NOT_PAYABLE
        deposits    | {"amount":{"asset":"CNY"}}                                | 400 | VALUE_MISSING
        deposits    | {}                                                        | 400 | VALUE_MISSING
        deposits    | {"amount":[1]}                                            | 400 | VALUE_MALFORMED
        deposits    | {"amount":{"asset":"CNY","amount":"1"},"amount":{}}       | 400 | MALFORMED_JSON
        deposits    | {"amount":                                                | 400 | MALFORMED_JSON
        deposits    | [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]                  | 400 | MALFORMED_JSON
        withdrawals | {"amount":{"asset":"CNY","amount":"100.01"}}              | 422 | INSUFFICIENT_FUNDS
        withdrawals | {"amount":{"asset":"USD","amount":"0.01"}}                | 422 | INSUFFICIENT_FUNDS
        """)
    void refusesAPaymentAndMovesNothing(String path, String body, int status, String code) {
        Answer english = post(path, body, "en");
        Answer chinese = post(path, body, "zh-CN,zh;q=0.9");
        assertThat(english.status()).isEqualTo(status);
        assertThat(english.code()).isEqualTo(code);
        assertThat(chinese.code()).isEqualTo(code);
        assertThat(english.text("/title")).isNotBlank().matches("[\\p{ASCII}]+");
        assertThat(chinese.text("/title")).matches(".*\\p{IsHan}.*");
        assertThat(english.text("/requestId")).isNotBlank();
        assertThat(english.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(customer.balance("CNY")).isEqualTo("100.00/0.00");
    }

    @Test
    void refusesAHugeBody() {
        Answer answer = post("deposits", "{\"amount\":\"" + "9".repeat(200_000) + "\"}", "en");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    void refusesNestingThatIsTooDeep() {
        Answer answer = post("deposits", "{\"other\":" + "[".repeat(50) + "]".repeat(50) + "}", "en");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("JSON_TOO_DEEP");
    }

    @Test
    void refusesAPaymentWithoutAKey() {
        Answer answer = customer.postText("/api/v1/deposits", "{\"amount\":{\"asset\":\"CNY\",\"amount\":\"1\"}}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
        {"email":"nobody","password":"correct horse battery"}        | 422 | EMAIL_INVALID
        {"email":"a@b.example","password":"short"}                   | 422 | PASSWORD_SHORT
        {"email":"a@b.example","password":"aaaaaaaaaaaaaaaa"}        | 422 | PASSWORD_GUESSABLE
        {"email":"a@b.example","password":"correct horse battery","language":"fr"} | 422 | LANGUAGE_UNKNOWN
        {"email":"a@b.example"}                                      | 400 | VALUE_MISSING
        {"email":{},"password":"correct horse battery"}              | 400 | VALUE_MALFORMED
        """)
    void refusesARegistration(String body, int status, String code) {
        Answer answer = new Browser(pharos).postText("/api/v1/registrations", body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void answersWithAProblemWhereverARequestEnds() {
        Stream.of("/api/v1/nowhere", "/api/v1/payments/pay_999999999", "/api/v1/payments?limit=0")
                .forEach(path -> assertThat(customer.get(path).code()).isNotBlank());
        assertThat(new Browser(pharos)
                        .get("/internal/information/notices?language=en")
                        .status())
                .isEqualTo(404);
    }

    private Answer post(String path, String body, String language) {
        return customer.postText(
                "/api/v1/" + path, body, "Idempotency-Key", UUID.randomUUID().toString(), "Accept-Language", language);
    }
}
