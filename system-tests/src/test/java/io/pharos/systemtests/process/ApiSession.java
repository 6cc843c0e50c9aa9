package io.pharos.systemtests.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A visitor's, customer's or member of staff's session over HTTP. Keeps its cookies itself; thread-safe. */
public final class ApiSession {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final String PASSWORD = "a calm lighthouse keeper";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI address;
    private final String language;
    private final Map<String, String> cookies = new ConcurrentSkipListMap<>();
    private String email = "";

    private ApiSession(URI address, String language) {
        this.address = address;
        this.language = language;
    }

    static ApiSession open(URI address) {
        ApiSession session = new ApiSession(address, "en");
        session.get("/api/v1/session");
        return session;
    }

    static ApiSession register(URI address) {
        ApiSession session = open(address);
        session.email = "system-" + UUID.randomUUID() + "@example.com";
        Answer answer = session.post("/api/v1/registrations", credentials(session.email, PASSWORD));
        answer.require(201);
        session.get("/api/v1/session").require(200);
        return session;
    }

    static ApiSession signIn(URI address, String email, String password) {
        ApiSession session = open(address);
        session.email = email;
        session.post("/api/v1/session", credentials(email, password)).require(200);
        session.get("/api/v1/session").require(200);
        return session;
    }

    /** The same customer in another process, or in the same one after a restart: signs in anew. */
    public ApiSession at(URI elsewhere) {
        return signIn(elsewhere, email, PASSWORD);
    }

    /** The same session at another address of the same platform. */
    public ApiSession carriedTo(URI elsewhere) {
        ApiSession session = new ApiSession(elsewhere, language);
        session.cookies.putAll(cookies);
        session.email = email;
        return session;
    }

    /** The same session, answered in another language. */
    public ApiSession speaking(String other) {
        ApiSession session = new ApiSession(address, other);
        session.cookies.putAll(cookies);
        session.email = email;
        return session;
    }

    /** An answer: its status, its body and that read as JSON (missing, if it is none). */
    public record Answer(int status, String contentType, String text) {
        public JsonNode json() {
            try {
                return text.isBlank() ? JSON.missingNode() : JSON.readTree(text);
            } catch (JacksonException e) {
                return JSON.missingNode();
            }
        }

        /** The answer itself. @throws AssertionError when the status is another */
        public Answer require(int expected) {
            if (status != expected) {
                throw new AssertionError("expected status " + expected + ", not " + this);
            }
            return this;
        }

        /** The problem's code; empty when it is none. */
        public String code() {
            return json().path("code").asString("");
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, String json) {
        return send(
                "POST", path, json, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    public Answer post(String path, String json, String idempotencyKey) {
        return send("POST", path, json, Map.of("Idempotency-Key", idempotencyKey));
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, json, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** Opens the page's stream with this session. */
    public StreamSession stream() {
        return StreamSession.open(
                address, "/api/v1/stream", Map.of("Cookie", cookieHeader(), "Accept-Language", language));
    }

    /** Opens the stream of order entry with this session. */
    public StreamSession orderStream() {
        return StreamSession.open(
                address, "/api/v1/orders/stream", Map.of("Cookie", cookieHeader(), "Accept-Language", language));
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Sends one request. @throws UncheckedIOException when nobody answers */
    public Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER_MAX)
                .header("Accept-Language", language)
                .header("Cookie", cookieHeader());
        String token = cookies.get("XSRF-TOKEN");
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        cookies.put(
                pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }

    private static String credentials(String email, String password) {
        return JSON.writeValueAsString(Map.of("email", email, "password", password));
    }
}
