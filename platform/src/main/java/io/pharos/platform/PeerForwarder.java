package io.pharos.platform;

import io.pharos.platform.peer.Peers;
import io.pharos.platform.peer.RoleUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Serves the public paths of a role that runs in another process by asking that process, so that a browser needs one
 * address. The session travels in its cookie, and the other process checks it again.
 */
final class PeerForwarder implements HttpRequestHandler {
    private static final List<String> REQUEST_HEADERS = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.COOKIE,
            HttpHeaders.IF_MATCH,
            "Idempotency-Key",
            "X-XSRF-TOKEN");
    private static final List<String> RESPONSE_HEADERS = List.of(
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ETAG,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            "Idempotency-Replayed");

    private final Role role;
    private final Peers peers;

    private final HandlerExceptionResolver problems;

    /**
     * A forwarder.
     *
     * @param problems answers with a problem; the dispatcher asks it by itself for controllers only
     */
    PeerForwarder(Role role, Peers peers, HandlerExceptionResolver problems) {
        this.role = role;
        this.peers = peers;
        this.problems = problems;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            forward(request, response);
        } catch (RoleUnavailable e) {
            problems.resolveException(request, response, null, e);
        }
    }

    private void forward(HttpServletRequest request, HttpServletResponse response) throws IOException {
        URI address =
                peers.address(role.roleName()).orElseThrow(() -> new RoleUnavailable(role.roleName(), null, null));
        byte[] body = request.getInputStream().readAllBytes();
        ResponseEntity<byte[]> answer = peers.guard(role.roleName()).call(() -> ask(address, request, body));
        response.setStatus(answer.getStatusCode().value());
        for (String name : RESPONSE_HEADERS) {
            String value = answer.getHeaders().getFirst(name);
            if (value != null) {
                response.setHeader(name, value);
            }
        }
        byte[] content = answer.getBody();
        if (content != null) {
            response.getOutputStream().write(content);
        }
    }

    private ResponseEntity<byte[]> ask(URI address, HttpServletRequest request, byte[] body) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        RestClient.RequestBodySpec call = peers.restClient(address)
                .method(HttpMethod.valueOf(request.getMethod().toUpperCase(Locale.ROOT)))
                .uri(address.resolve(request.getRequestURI() + query))
                .headers(headers -> {
                    for (String name : REQUEST_HEADERS) {
                        headers.addAll(name, Collections.list(request.getHeaders(name)));
                    }
                });
        if (body.length > 0) {
            call.body(body);
        }
        return call.exchangeForRequiredValue((sent, received) -> ResponseEntity.status(received.getStatusCode())
                .headers(received.getHeaders())
                .body(received.getBody().readAllBytes()));
    }
}
