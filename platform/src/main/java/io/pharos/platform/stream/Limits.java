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

    /** Characters that may wait before a channel that is whole in its snapshot skips to a new one. */
    public static final long WAITING_LENGTH_CONFLATED = 1_000_000;

    /** Characters that may wait for one reader before no more is taken from another process for it. */
    public static final long WAITING_LENGTH_FORWARDED = 256_000;

    /** Between two messages of a conflated channel. */
    public static final Duration CONFLATION = Duration.ofMillis(100);

    /** The longest silence. Less than the time after which a page greys its prices. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(2);

    /** How long a connection to another process may take to open. */
    public static final Duration FORWARD_CONNECT = Duration.ofSeconds(2);

    /** The longest silence of another process; then it counts as gone. */
    public static final Duration FORWARD_SILENCE = HEARTBEAT.multipliedBy(2).plusSeconds(1);

    /** The first pause after an attempt to reach another process; it doubles up to {@link #FORWARD_BACKOFF_MAX}. */
    public static final Duration FORWARD_BACKOFF = Duration.ofMillis(250);

    /** The longest pause between two attempts to reach another process. */
    public static final Duration FORWARD_BACKOFF_MAX = Duration.ofSeconds(4);

    /** Close code: the session that opened the connection has ended. */
    public static final int SESSION_ENDED = 4401;

    /** Close code: the reader was too slow for a channel without gaps. */
    public static final int SLOW_CONSUMER = 4008;

    static {
        if (WAITING_LENGTH_FORWARDED > WAITING_LENGTH_CONFLATED || WAITING_LENGTH_CONFLATED > WAITING_LENGTH_MAX) {
            throw new IllegalStateException("a reader is dropped before it is conflated");
        }
    }

    private Limits() {}
}
