package io.pharos.platform.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Token buckets of this process, one for each policy and subject. A bucket holds one period's tokens and fills evenly.
 * Thread-safe.
 */
public final class RateLimits {
    private static final int SUBJECTS_MAX = 200_000;

    private final Map<Policy, Bandwidth> bandwidths = new EnumMap<>(Policy.class);
    private final Map<Policy, Duration> periods = new EnumMap<>(Policy.class);
    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(5))
            .maximumSize(SUBJECTS_MAX)
            .build();

    public RateLimits(EdgeSettings settings) {
        policy(Policy.ORDERS, settings.ordersPerSecond(), Duration.ofSeconds(1));
        policy(Policy.QUERIES, settings.queriesPerSecond(), Duration.ofSeconds(1));
        policy(Policy.SIGN_INS, settings.signInsPerMinute(), Duration.ofMinutes(1));
    }

    /** What is counted together. */
    public enum Policy {
        ORDERS,
        QUERIES,
        SIGN_INS
    }

    private record Key(Policy policy, String subject) {}

    /**
     * What a bucket gave.
     *
     * @param limit tokens in a period
     * @param remaining tokens that are left
     * @param retryAfter how long until one is there again; zero if {@code allowed}
     */
    public record Decision(boolean allowed, long limit, long remaining, Duration period, Duration retryAfter) {}

    /**
     * Takes {@code tokens} from the subject's bucket if they are there.
     *
     * @param subject a customer id or an address
     */
    public Decision take(Policy policy, String subject, int tokens) {
        Bandwidth bandwidth = bandwidth(policy);
        Bucket bucket = buckets.get(
                new Key(policy, subject),
                unused -> Bucket.builder().addLimit(bandwidth).build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(tokens);
        return new Decision(
                probe.isConsumed(),
                bandwidth.getCapacity(),
                probe.getRemainingTokens(),
                periods.getOrDefault(policy, Duration.ofSeconds(1)),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bandwidth bandwidth(Policy policy) {
        Bandwidth bandwidth = bandwidths.get(policy);
        if (bandwidth == null) {
            throw new IllegalStateException("no limit is set for " + policy);
        }
        return bandwidth;
    }

    private void policy(Policy policy, int tokens, Duration period) {
        bandwidths.put(
                policy,
                Bandwidth.builder()
                        .capacity(tokens)
                        .refillGreedy(tokens, period)
                        .build());
        periods.put(policy, period);
    }
}
