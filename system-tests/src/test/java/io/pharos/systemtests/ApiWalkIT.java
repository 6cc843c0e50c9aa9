package io.pharos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.systemtests.process.ApiDescription;
import io.pharos.systemtests.process.ApiDescription.Operation;
import io.pharos.systemtests.process.ApiSession;
import io.pharos.systemtests.process.ApiSession.Answer;
import io.pharos.systemtests.process.BadBodies;
import io.pharos.systemtests.process.PharosProcess;
import io.pharos.systemtests.process.SharedPharos;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Every operation of the published description, asked properly and improperly. */
@ExtendWith(SharedPharos.class)
class ApiWalkIT {
    private static final long SEED = Long.getLong("pharos.seed", 20_120_621L);
    private static final int VALUES_PER_PROPERTY = 8;

    /** What exists for everybody, and what does not exist for anybody. */
    private static final Map<String, String> READ_PARAMETERS =
            Map.of("symbol", "AAPL", "id", "ord_999999999", "code", "NOT_FOUND", "calendarId", "999");

    private static final Map<String, String> WRITE_PARAMETERS = Map.of(
            "symbol", "NOPE", "id", "ord_999999999", "calendarId", "999", "actionId", "999", "breakId", "brk_999");

    /** A form that is right but for one thing that always refuses it: too dear, too fine, too short. */
    private static final Map<String, String> FORM = Map.of(
            "symbol",
            "AAPL",
            "side",
            "BUY",
            "type",
            "LIMIT",
            "timeInForce",
            "GTC",
            "price",
            "900000.00",
            "quantity",
            "1",
            "asset",
            "CNY",
            "amount",
            "0.001",
            "email",
            "staff@pharos.local",
            "password",
            "short");

    /**
     * What may be right by chance, and moves nothing: a profile is changed, an order's cost is computed, any long text is a
     * password, a secret is made that counts for nothing until its first code was confirmed.
     */
    private static final Set<String> HARMLESS = Set.of(
            "/api/v1/me", "/api/v1/orders/estimate", "/api/v1/security/password", "/api/v1/security/authenticator");

    private static final Set<Integer> DONE = Set.of(200, 204);

    @Test
    void everyDocumentedGetAnswersAsDocumented(PharosProcess pharos) {
        ApiSession visitor = pharos.visitor();
        ApiSession customer = pharos.customer();
        ApiSession staff = pharos.staff();
        List<Operation> operations = ApiDescription.of(visitor).operations("get");
        assertThat(operations).hasSizeGreaterThan(15);
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations) {
            String path = operation.pathWith(READ_PARAMETERS);
            check(operation, visitor.get(path), Set.of(200, 400, 401, 404), wrong);
            check(operation, customer.get(path), Set.of(200, 400, 403, 404), wrong);
            check(operation, staff.get(path), Set.of(200, 400, 404), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void badBodiesAreRefusedInTheCallersLanguageAndChangeNothing(PharosProcess pharos) throws InterruptedException {
        ApiSession english = pharos.customer();
        english.post("/api/v1/deposits", "{\"amount\":{\"asset\":\"CNY\",\"amount\":\"1000.00\"}}")
                .require(201);
        ApiSession chinese = english.speaking("zh-CN");
        for (int tries = 0; balances(english).isEmpty() && tries < 200; tries++) {
            Thread.sleep(100); // the tables may come after the answer
        }
        String before = balances(english).toString();
        ApiDescription description = ApiDescription.of(english);
        System.out.println("seed of the bad bodies: -Dpharos.seed=" + SEED);

        List<String> wrong = new ArrayList<>();
        int sent = 0;
        for (Operation operation : description.operations("post", "put", "patch")) {
            List<String> bodies = new ArrayList<>(BadBodies.ofNoShape());
            bodies.addAll(BadBodies.almost(description.body(operation, FORM), SEED, VALUES_PER_PROPERTY));
            for (String body : bodies) {
                ApiSession session = sent++ % 2 == 0 ? english : chinese;
                Answer answer = send(session, operation, body);
                checkRefusal(operation, body, answer, session == chinese, wrong);
            }
        }
        System.out.println(sent + " bad bodies were sent");
        assertThat(wrong).isEmpty();
        assertThat(balances(english).toString()).isEqualTo(before);
        assertThat(english.get("/api/v1/orders?state=open").require(200).json().path("items"))
                .isEmpty();
    }

    private static JsonNode balances(ApiSession session) {
        return session.get("/api/v1/balances").require(200).json().path("items");
    }

    private static Answer send(ApiSession session, Operation operation, String body) {
        Map<String, String> headers = operation.method().equals("POST")
                ? Map.of("Idempotency-Key", java.util.UUID.randomUUID().toString())
                : Map.of();
        Answer answer = session.send(operation.method(), operation.pathWith(WRITE_PARAMETERS), body, headers);
        while (answer.code().equals("RATE_LIMITED")) {
            answer = session.send(operation.method(), operation.pathWith(WRITE_PARAMETERS), body, headers);
        }
        return answer;
    }

    private static void check(Operation operation, Answer answer, Set<Integer> expected, List<String> wrong) {
        if (!expected.contains(answer.status())) {
            wrong.add(operation + " answers " + answer);
        } else if (answer.status() >= 400 && !isProblem(answer)) {
            wrong.add(operation + " answers without a problem: " + answer);
        } else if (!operation.documents(answer.status())) {
            wrong.add(operation + " does not document " + answer.status());
        }
    }

    private static void checkRefusal(
            Operation operation, String body, Answer answer, boolean inChinese, List<String> wrong) {
        String what = operation + " with " + body.substring(0, Math.min(body.length(), 160)) + " answers " + answer;
        boolean accepted = DONE.contains(answer.status()) && HARMLESS.contains(operation.path());
        if (!accepted && (answer.status() < 400 || answer.status() >= 500)) {
            wrong.add(what);
        } else if (!accepted && !isProblem(answer)) {
            wrong.add("no problem: " + what);
        } else if (!accepted
                && inChinese
                        != hasHan(answer.json().path("title").asString("")
                                + answer.json().path("detail").asString(""))) {
            wrong.add("the other language: " + what);
        }
    }

    private static boolean isProblem(Answer answer) {
        JsonNode problem = answer.json();
        return answer.contentType().startsWith("application/problem+json")
                && answer.code().matches("[A-Z][A-Z0-9_]+")
                && problem.path("status").asInt() == answer.status()
                && !problem.path("requestId").asString("").isEmpty();
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }
}
