package io.pharos.platform.trading.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer's program: cookies, the CSRF header and an idempotency key, as any client of the API has them. */
final class ApiClient implements AutoCloseable {
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> cookies = new TreeMap<>();

    ApiClient(URI address) {
        this.address = address;
    }

    /** An answer: its status and its JSON. */
    record Answer(int status, JsonNode body) {
        String code() {
            return body.path("code").asString("");
        }
    }

    /** Registers a customer and stays signed in. Returns the number of the account. */
    long register() throws Exception {
        send("GET", "/session", "", "en");
        Answer me = send("POST", "/registrations", """
                {"email": "trader-%s@example.com", "password": "correct horse battery %s", "language": "en"}""".formatted(UUID.randomUUID(), UUID.randomUUID()), "en");
        if (me.status() != 201) {
            throw new IllegalStateException("registration: " + me);
        }
        send("GET", "/session", "", "en");
        return Long.parseLong(me.body().path("accountId").asString().substring("acc_".length()));
    }

    Answer get(String path) throws Exception {
        return send("GET", path, "", "en");
    }

    Answer post(String path, String body) throws Exception {
        return send("POST", path, body, "en");
    }

    Answer send(String method, String path, String body, String language) throws Exception {
        return send(method, path, body, language, UUID.randomUUID().toString());
    }

    Answer send(String method, String path, String body, String language, String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", language)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!cookies.isEmpty()) {
            StringBuilder all = new StringBuilder();
            cookies.forEach(
                    (name, value) -> all.append(name).append('=').append(value).append("; "));
            request.header("Cookie", all.toString());
            request.header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String header : response.headers().allValues("Set-Cookie")) {
            String pair = header.substring(0, header.indexOf(';'));
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        String text = response.body();
        JsonNode json = text.isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(text);
        return new Answer(response.statusCode(), json);
    }

    @Override
    public void close() {
        http.close();
    }
}
