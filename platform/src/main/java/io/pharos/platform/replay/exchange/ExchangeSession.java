package io.pharos.platform.replay.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed-in session with the exchange. Cookies are kept here and not in the JDK's cookie handler, which would not
 * send a secure cookie to a plain address of this machine.
 */
public final class ExchangeSession implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int ATTEMPTS_MAX = 10;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final String CSRF_COOKIE = "XSRF-TOKEN";
    private static final String CSRF_HEADER = "X-XSRF-TOKEN";

    private final URI address;
    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, String> cookies = new ConcurrentSkipListMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    private ExchangeSession(URI address) {
        this.address = address;
    }

    /**
     * Signs in.
     *
     * @param address where the exchange listens, without a path
     * @throws ExchangeException if it cannot be reached or refuses
     */
    public static ExchangeSession signIn(URI address, Credentials credentials) {
        ExchangeSession session = new ExchangeSession(address);
        session.send("GET", "/session", null);
        Answer answer = session.send(
                "POST",
                "/session",
                session.json
                        .createObjectNode()
                        .put("email", credentials.email())
                        .put("password", credentials.password()));
        if (!answer.isSuccess()) {
            throw new ExchangeException("sign-in of " + credentials.email() + " was refused: " + answer.reason());
        }
        // The session and its CSRF token are new after signing in.
        session.send("GET", "/session", null);
        return session;
    }

    public JsonMapper json() {
        return json;
    }

    /** Sends a request below /api/v1 and returns the answer, whatever its status. Waits where the exchange says so. */
    public Answer send(String method, String path, @Nullable JsonNode body) {
        Answer answer = sendOnce(method, path, body);
        for (int attempt = 1; answer.status() == TOO_MANY_REQUESTS && attempt < ATTEMPTS_MAX; attempt++) {
            try {
                Thread.sleep(RETRY_AFTER);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return answer;
            }
            answer = sendOnce(method, path, body);
        }
        return answer;
    }

    private Answer sendOnce(String method, String path, @Nullable JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/api/v1" + path))
                .timeout(REQUEST_TIMEOUT)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Cookie", cookieHeader());
        String token = cookies.get(CSRF_COOKIE);
        if (token != null) {
            request.header(CSRF_HEADER, token);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        }
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ExchangeException("no exchange answers at " + address + " (" + cause(e) + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExchangeException("interrupted while waiting for " + address, e);
        }
        response.headers().allValues("Set-Cookie").forEach(this::keepCookie);
        return new Answer(response.statusCode(), body(response.body()));
    }

    /** Like {@link #send}, but an answer without success is an error. @throws ExchangeException that says why */
    public JsonNode require(String method, String path, @Nullable JsonNode body, String what) {
        Answer answer = send(method, path, body);
        if (!answer.isSuccess()) {
            throw new ExchangeException(what + " was refused: " + answer.reason());
        }
        return answer.body();
    }

    /** Opens a WebSocket below /api/v1. */
    WebSocket open(String path, WebSocket.Listener listener) {
        String scheme = "https".equals(address.getScheme()) ? "wss" : "ws";
        URI target = URI.create(scheme + "://" + address.getRawAuthority() + "/api/v1" + path);
        try {
            return http.newWebSocketBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .header("Cookie", cookieHeader())
                    .header("Origin", address.getScheme() + "://" + address.getRawAuthority())
                    .buildAsync(target, listener)
                    .join();
        } catch (CompletionException e) {
            throw new ExchangeException("no WebSocket at " + target + " (" + cause(e) + ")", e);
        }
    }

    private JsonNode body(String text) {
        if (text.isBlank()) {
            return json.createObjectNode();
        }
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            return json.createObjectNode().put("detail", "an answer that is not JSON");
        }
    }

    private void keepCookie(String header) {
        String pair = header.split(";", 2)[0];
        int equals = pair.indexOf('=');
        if (equals > 0) {
            cookies.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    /** An answer: its status and its JSON body, an empty object if it has none. */
    public record Answer(int status, JsonNode body) {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** The problem's code and detail with the status. */
        public String reason() {
            String code = body.path("code").asString("");
            String detail = body.path("detail").asString(body.path("title").asString(""));
            return "HTTP " + status + (code.isEmpty() ? "" : " " + code) + (detail.isEmpty() ? "" : ", " + detail);
        }
    }
}
