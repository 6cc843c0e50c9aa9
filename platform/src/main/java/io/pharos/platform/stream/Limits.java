package io.pharos.platform.stream;

import java.time.Duration;

/** The limits of the streams. */
public final class Limits {
    /** Connections of one process. */
    public static final int CONNECTIONS_MAX = 2_000;

    /** Connections from one address. */
    public static final int CONNECTIONS_PER_ADDRESS_MAX = 100;

    /** Channels of one connection. */
    public static final int SUBSCRIPTIONS_MAX = 64;

    /** Characters of one request. */
    public static final int REQUEST_LENGTH_MAX = 8_192;

    /** Characters that may wait for one reader; then the connection is closed with {@link #SLOW_CONSUMER}. */
    public static final long WAITING_LENGTH_MAX = 16_000_000;

    /** Between two messages of a conflated channel. */
    public static final Duration CONFLATION = Duration.ofMillis(100);

    /** The longest silence. Less than the time after which a page greys its prices. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(2);

    /** Close code: the reader was too slow for a channel without gaps. */
    public static final int SLOW_CONSUMER = 4008;

    private Limits() {}
}
