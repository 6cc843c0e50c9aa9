package io.pharos.protocol;

/**
 * How long an order stays (FIX tag 59).
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum TimeInForce implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Good till cancelled. */
    GTC(1),

    /** Immediate or cancel: what does not trade at once is cancelled. */
    IOC(2),

    /** Fill or kill: trades at once and whole, or is refused. */
    FOK(3),

    /** Until the trading day of its instrument ends. */
    DAY(4),

    /** Until a time. */
    GTD(5),

    /** For the opening auction only. */
    AT_OPEN(6),

    /** For the closing auction only. */
    AT_CLOSE(7);

    private static final TimeInForce[] BY_CODE = Coded.byCode(values());

    private final short code;

    TimeInForce(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** Whether what does not trade at once is cancelled. */
    public boolean isImmediate() {
        return this == IOC || this == FOK;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static TimeInForce ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
