package io.pharos.platform.edge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The edge's limits. Each is a property {@code pharos.edge.*}.
 *
 * @param ordersPerSecond order entry, amendment and cancellation by one customer
 * @param queriesPerSecond all other requests by one customer, or by one address without a session
 * @param signInsPerMinute registrations and sign-ins from one address
 * @param bodyMax the largest request body
 * @param jsonDepthMax the deepest nesting of a request body
 * @param sessionIdle a session ends after this time without a request
 * @param sessionLife a session ends after this time whatever happens
 * @param idempotencyKept how long stored responses are kept
 */
@ConfigurationProperties("pharos.edge")
public record EdgeSettings(
        @DefaultValue("500") int ordersPerSecond,
        @DefaultValue("200") int queriesPerSecond,
        @DefaultValue("60") int signInsPerMinute,
        @DefaultValue("64KB") DataSize bodyMax,
        @DefaultValue("16") int jsonDepthMax,
        @DefaultValue("2h") Duration sessionIdle,
        @DefaultValue("24h") Duration sessionLife,
        @DefaultValue("48h") Duration idempotencyKept) {
    private static final Duration IDEMPOTENCY_KEPT_MIN = Duration.ofHours(24);

    public EdgeSettings {
        if (ordersPerSecond < 1 || queriesPerSecond < 1 || signInsPerMinute < 1) {
            throw new IllegalArgumentException("pharos.edge: a rate limit is below 1");
        }
        if (sessionIdle.compareTo(sessionLife) > 0) {
            throw new IllegalArgumentException("pharos.edge: session-idle exceeds session-life");
        }
        if (idempotencyKept.compareTo(IDEMPOTENCY_KEPT_MIN) < 0) {
            throw new IllegalArgumentException("pharos.edge: idempotency-kept is below the promised 24 h");
        }
    }
}
