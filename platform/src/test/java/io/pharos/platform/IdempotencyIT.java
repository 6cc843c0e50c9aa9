package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.database.Databases;
import io.pharos.platform.support.Browser;
import io.pharos.platform.support.Browser.Answer;
import io.pharos.platform.support.RunningPharos;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same key is the same attempt, whoever repeats it and whatever crashed in between. */
class IdempotencyIT {
    private final Pharos pharos = RunningPharos.shared();
    private final Browser customer = Browser.registered(pharos);
    private final String key = UUID.randomUUID().toString();

    @Test
    void theSameKeyAndBodyGetTheStoredResponse() {
        Answer first = deposit("10.00");
        Answer second = deposit("10.00");
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.response().headers().firstValue("Idempotency-Replayed"))
                .contains("true");
        assertThat(customer.get("/api/v1/payments").json().at("/items").size()).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        deposit("10.00");
        Answer other = deposit("11.00");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void spacesAndOrderDoNotMakeAnotherBody() {
        Answer first = deposit("10.00");
        Answer second = customer.postText(
                "/api/v1/deposits",
                " { \"amount\" : { \"amount\" : \"10.00\" , \"asset\" : \"CNY\" } } ",
                "Idempotency-Key",
                key);
        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
    }

    @Test
    void aRefusalIsStoredToo() {
        Answer first = customer.postOnce("/api/v1/withdrawals", key, body("10.00"));
        customer.deposit("10.00", "CNY");
        Answer second = customer.postOnce("/api/v1/withdrawals", key, body("10.00"));
        assertThat(first.code()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(second.code()).isEqualTo("INSUFFICIENT_FUNDS");
    }

    @Test
    void ofManyAtOnceOneIsDone() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 8)
                    .mapToObj(number -> threads.submit(() -> deposit("10.00")))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isIn(201, 202, 409);
            }
        }
        assertThat(customer.get("/api/v1/payments").json().at("/items").size()).isEqualTo(1);
    }

    @Test
    void afterACrashTheRepetitionFindsWhatWasDone() {
        Answer first = deposit("10.00");
        forgetResponse();
        Answer second = deposit("10.00");
        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        assertThat(customer.get("/api/v1/payments").json().at("/items").size()).isEqualTo(1);
    }

    @Test
    void whoRepeatsARequestThatIsStillRunningIsToldWhenToAskAgain() {
        deposit("10.00");
        runsStill();
        Answer second = deposit("10.00");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("REQUEST_IN_PROGRESS");
        assertThat(second.response().headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void anotherCustomersKeyIsAnotherKey() {
        Answer first = deposit("10.00");
        Answer other = Browser.registered(pharos).postOnce("/api/v1/deposits", key, body("10.00"));
        assertThat(other.text("/id")).isNotEqualTo(first.text("/id"));
    }

    /** What a crash between the deed and the storing of its response leaves behind. */
    private void forgetResponse() {
        pharos.context()
                .getBean(Databases.class)
                .open("edge")
                .jdbc()
                .sql("UPDATE idempotency SET status = NULL, content_type = NULL, body = NULL WHERE key = :key")
                .param("key", key)
                .update();
    }

    /** What another process shows while it runs the request. */
    private void runsStill() {
        pharos.context()
                .getBean(Databases.class)
                .open("edge")
                .jdbc()
                .sql("""
                        UPDATE idempotency SET status = NULL, content_type = NULL, body = NULL,
                               client_id = client_id - 1, lease_until = now() + interval '1 minute'
                        WHERE key = :key""")
                .param("key", key)
                .update();
    }

    private Answer deposit(String amount) {
        return customer.postOnce("/api/v1/deposits", key, body(amount));
    }

    private static Map<String, Object> body(String amount) {
        return Map.of("amount", Map.of("asset", "CNY", "amount", amount));
    }
}
