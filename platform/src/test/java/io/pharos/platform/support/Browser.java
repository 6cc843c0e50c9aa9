package io.pharos.platform.support;

import io.pharos.platform.Pharos;
import io.pharos.platform.accounts.StaffAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One visitor: keeps cookies and repeats the CSRF token, as the application in a browser does. */
public final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Long enough, and nobody's email. */
    public static final String PASSWORD = "correct horse battery staple";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final URI address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Browser(Pharos pharos) {
        this(pharos.address());
    }

    public Browser(URI address) {
        this.address = address;
        get("/api/v1/session");
    }

    /** An answer. */
    public record Answer(int status, HttpResponse<String> response) {
        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The text at a JSON pointer; empty if there is none. */
        public String text(String pointer) {
            return json().at(pointer).asString("");
        }

        public String code() {
            return text("/code");
        }
    }

    /** Registers a customer whom nobody else is. */
    public static Browser registered(Pharos pharos) {
        Browser browser = new Browser(pharos);
        Answer answer = browser.post(
                "/api/v1/registrations", Map.of("email", UUID.randomUUID() + "@example.com", "password", PASSWORD));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.response().body());
        }
        return browser;
    }

    /** Signs in as the member of staff whom the installation came with. */
    public static Browser staff(Pharos pharos) {
        try {
            List<String> credentials = Files.readAllLines(
                    pharos.context().getBean(StaffAccount.class).file());
            Browser browser = new Browser(pharos);
            Answer answer = browser.post(
                    "/api/v1/session", Map.of("email", credentials.get(0), "password", credentials.get(1)));
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.response().body());
            }
            return browser;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body, String... headers) {
        return send(withBody(path, JSON.writeValueAsString(body), headers));
    }

    /** Posts with an Idempotency-Key. */
    public Answer postOnce(String path, String key, Object body) {
        return post(path, body, "Idempotency-Key", key);
    }

    /** Posts a text as it is. */
    public Answer postText(String path, String body, String... headers) {
        return send(withBody(path, body, headers));
    }

    public Answer patch(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method("PATCH", BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer delete(String path) {
        return send(request(path).header("X-XSRF-TOKEN", cookie("XSRF-TOKEN")).DELETE());
    }

    public Answer deposit(String amount, String asset) {
        return postOnce(
                "/api/v1/deposits",
                UUID.randomUUID().toString(),
                Map.of("amount", Map.of("asset", asset, "amount", amount)));
    }

    public Answer withdraw(String amount, String asset) {
        return postOnce(
                "/api/v1/withdrawals",
                UUID.randomUUID().toString(),
                Map.of("amount", Map.of("asset", asset, "amount", amount)));
    }

    /** A balance as {@code available/held}; zero for an asset that was never had. */
    public String balance(String asset) {
        for (JsonNode item : get("/api/v1/balances").json().at("/items")) {
            if (item.at("/asset").asString("").equals(asset)) {
                return item.at("/available").asString("") + "/"
                        + item.at("/held").asString("");
            }
        }
        return "0.00/0.00";
    }

    /** Waits until the projection shows a balance; a payment may end after it was answered. */
    public void awaitBalance(String asset, String expected) {
        Instant end = Instant.now().plus(PATIENCE);
        String seen = balance(asset);
        while (!seen.equals(expected)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("the balance of " + asset + " is " + seen + ", not " + expected);
            }
            seen = balance(asset);
        }
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(40));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder withBody(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .POST(BodyPublishers.ofString(body));
        return headers.length == 0 ? request : request.headers(headers);
    }
}
