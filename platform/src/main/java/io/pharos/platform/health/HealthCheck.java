package io.pharos.platform.health;

import java.time.Duration;

/**
 * A named check of one part of the platform. A service publishes one as a bean; operations asks all of them.
 * Implementations are thread-safe and answer within {@link #TIMEOUT}, or count as down.
 */
public interface HealthCheck {
    Duration TIMEOUT = Duration.ofSeconds(2);

    /** The part's name, as {@code database} or {@code bank}: lower-case, unique in a process. */
    String name();

    /** The role that the part belongs to. */
    String role();

    /** Whether the process is ready to serve without this part. A required part that is down makes it not ready. */
    default boolean required() {
        return true;
    }

    Health check();

    /**
     * What a check found.
     *
     * @param detail one short sentence for operators, without personal data or secrets
     */
    record Health(State state, String detail) {
        public static Health up(String detail) {
            return new Health(State.UP, detail);
        }

        public static Health degraded(String detail) {
            return new Health(State.DEGRADED, detail);
        }

        public static Health down(String detail) {
            return new Health(State.DOWN, detail);
        }
    }

    /** In order: the worse one is the greater. */
    enum State {
        UP,
        DEGRADED,
        DOWN
    }
}
