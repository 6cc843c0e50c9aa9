package io.pharos.platform.peer;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/**
 * Keeps one slow or dead peer from taking this process with it: at most {@value CALLS_AT_ONCE_MAX} calls are under way
 * at once, and after half of {@value WINDOW_CALLS} calls failed none is tried for two seconds. Thread-safe.
 */
public final class PeerGuard {
    static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
    static final Duration READ_TIMEOUT = Duration.ofSeconds(2);
    static final int CALLS_AT_ONCE_MAX = 64;
    static final int WINDOW_CALLS = 10;

    private final String role;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final AtomicReference<@Nullable Instant> failingSince = new AtomicReference<>();

    public PeerGuard(String role) {
        this.role = role;
        this.breaker = CircuitBreaker.of(
                role,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW_CALLS)
                        .minimumNumberOfCalls(WINDOW_CALLS / 2)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(2))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        this.bulkhead = Bulkhead.of(
                role,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(CALLS_AT_ONCE_MAX)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    /** Calls the peer, or throws {@link RoleUnavailable}. An answer that refuses (4xx) passes through. */
    public <T extends @Nullable Object> T call(Supplier<T> action) {
        try {
            T answer = bulkhead.executeSupplier(() -> breaker.executeSupplier(action));
            failingSince.set(null);
            return answer;
        } catch (CallNotPermittedException
                | BulkheadFullException
                | ResourceAccessException
                | HttpServerErrorException e) {
            failingSince.compareAndSet(null, Instant.now());
            throw new RoleUnavailable(role, failingSince.get(), e);
        }
    }

    /** Since when calls have been failing; null while they succeed. */
    public @Nullable Instant failingSince() {
        return failingSince.get();
    }
}
