package io.pharos.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for what a first visitor's browser asks for, so that a recorded start knows those classes too. */
final class FirstPage {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPage.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final List<String> PATHS =
            List.of("/", "/api/v1/session", "/api/v1/instruments", "/api/v1/quotes", "/api/v1/status", "/health/ready");

    private FirstPage() {}

    static void visit(URI address) throws InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            for (String path : PATHS) {
                HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                        .timeout(TIMEOUT)
                        .build();
                LOG.info(
                        "{} answers {}",
                        path,
                        http.send(request, BodyHandlers.discarding()).statusCode());
            }
        } catch (IOException e) {
            LOG.warn("The first page could not be had", e);
        }
    }
}
