package io.pharos.platform.edge;

import java.util.List;
import org.springframework.http.HttpMethod;

/**
 * Endpoints that need no session. A service publishes one as a bean; whatever below {@code /api} no bean names needs a
 * session.
 */
public record PublicEndpoints(List<Endpoint> endpoints) {
    public PublicEndpoints {
        endpoints = List.copyOf(endpoints);
    }

    public static PublicEndpoints of(Endpoint... endpoints) {
        return new PublicEndpoints(List.of(endpoints));
    }

    /** Reading {@code patterns} needs no session. */
    public static PublicEndpoints reading(String... patterns) {
        return new PublicEndpoints(List.of(patterns).stream()
                .map(pattern -> new Endpoint(HttpMethod.GET, pattern))
                .toList());
    }

    /**
     * One endpoint.
     *
     * @param pattern a path pattern as controllers have it
     */
    public record Endpoint(HttpMethod method, String pattern) {}
}
