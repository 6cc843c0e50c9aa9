package io.pharos.benchmarks.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registered customer with money, as a browser would be: session cookie and CSRF token. */
final class Customer {
    private static final long PAYMENT_WAIT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long POLL_MILLIS = 200;

    private final HttpClient http;
    private final URI address;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    private Customer(HttpClient http, URI address) {
        this.http = http;
        this.address = address;
    }

    /** Registers, signs in, and pays money in through the sandbox's bank. */
    static Customer register(HttpClient http, URI address, String deposit) throws IOException, InterruptedException {
        Customer customer = new Customer(http, address);
        customer.send("GET", "/session", "");
        String email = "bench-" + UUID.randomUUID() + "@example.com";
        customer.require(
                "POST",
                "/registrations",
                "{\"email\":\"" + email + "\",\"password\":\"" + UUID.randomUUID() + "\",\"language\":\"en\"}");
        customer.send("GET", "/session", "");
        JsonNode payment = customer.require(
                "POST", "/deposits", "{\"amount\":{\"asset\":\"CNY\",\"amount\":\"" + deposit + "\"}}");
        long deadlineNanos = System.nanoTime() + PAYMENT_WAIT_NANOS;
        String id = payment.path("id").asString();
        while (!"COMPLETED".equals(payment.path("status").asString())) {
            if (System.nanoTime() > deadlineNanos) {
                throw new IllegalStateException("the deposit is still " + payment.path("status"));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            payment = customer.require("GET", "/payments/" + id, "");
        }
        return customer;
    }

    /** Sends a request below /api/v1 and returns its status. */
    int post(String path, String body) throws IOException, InterruptedException {
        return http.send(request("POST", path, body), BodyHandlers.discarding()).statusCode();
    }

    private JsonNode require(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, path, body);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + " was answered with " + response.statusCode() + ": " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request(method, path, body), BodyHandlers.ofString());
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair.length == 2) {
                cookies.put(pair[0].strip(), pair[1].strip());
            }
        }
        return response;
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(address.resolve("/api/v1" + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""))
                .header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
