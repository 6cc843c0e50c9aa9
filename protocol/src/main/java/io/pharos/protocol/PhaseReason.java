package io.pharos.protocol;

/**
 * Why an instrument changed its phase.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum PhaseReason implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Staff commanded it. */
    STAFF(1),

    /** The calendar of the instrument. */
    CALENDAR(2),

    /** A trade would have left the collar around the last price or around the last auction's. */
    COLLAR(3),

    /** The circuit breaker of the market. */
    MARKET_BREAKER(4),

    /** The time of the phase before was over. */
    TIME_OVER(5);

    private static final PhaseReason[] BY_CODE = Coded.byCode(values());

    private final short code;

    PhaseReason(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static PhaseReason ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
