package io.pharos.cluster.client;

import java.time.Duration;

/** The limits of the client. */
final class Limits {

    /**
     * Pending commands of one client. The core remembers the replies of 131,072 commands a client: what is resent after a
     * change of leader must still be among them.
     */
    static final int PENDING_MAX = 65_536;

    /** Commands sent before egress is polled again. */
    static final int SENDS_PER_CYCLE_MAX = 64;

    /** Fragments of egress taken at once. */
    static final int EGRESS_FRAGMENTS_MAX = 64;

    static final Duration KEEP_ALIVE_INTERVAL = Duration.ofSeconds(1);

    /** Silence of a connected cluster after which everything pending is sent once more; doubled each time. */
    static final Duration RESEND_AFTER_MIN = Duration.ofSeconds(2);

    static final Duration RESEND_AFTER_MAX = Duration.ofSeconds(16);

    static final Duration RECONNECT_AFTER_MIN = Duration.ofMillis(50);

    static final Duration RECONNECT_AFTER_MAX = Duration.ofSeconds(2);

    /** Resolved commands that {@code whenResolved} still remembers. */
    static final int RESOLUTIONS_MAX = 1_024;

    /** Between looks at deadlines. */
    static final Duration DEADLINE_INTERVAL = Duration.ofMillis(10);

    /** How long one attempt to connect may take. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private Limits() {}
}
