package io.pharos.cluster.member;

import java.time.Duration;

/** The limits of a member. */
final class Limits {

    /** Distinct errors remembered. */
    static final int ERRORS_MAX = 32;

    /** Bytes of events in one chunk of the journal; below an eighth of its term. */
    static final int CHUNK_BYTES_MAX = 256 * 1024;

    /** Sessions of clients: few gateways, many users behind each. */
    static final int SESSIONS_MAX = 256;

    /** Replays at a time: journal readers, and members that catch up. */
    static final int REPLAYS_MAX = 64;

    /** Term of the log, whose eighth bounds a command. */
    static final int LOG_TERM_LENGTH = 16 * 1024 * 1024;

    /** A file of a recording: small, because the last one is read at each start. */
    static final int SEGMENT_LENGTH = 32 * 1024 * 1024;

    /** Of recordings, read and checked before each start: a fraction of a second. */
    static final long SCAN_BYTES_MAX = 256L * 1024 * 1024;

    /** Attempts to hand one reply to the network; a client that misses one asks again. */
    static final int REPLY_ATTEMPTS_MAX = 3;

    /** How long the journal's recording may stand still before the member stops. */
    static final Duration JOURNAL_STALL_MAX = Duration.ofSeconds(30);

    /** How long the parts of a member may take to start, each. */
    static final Duration PART_START_MAX = Duration.ofSeconds(30);

    private Limits() {}
}
