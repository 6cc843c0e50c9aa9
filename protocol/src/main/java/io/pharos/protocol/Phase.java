package io.pharos.protocol;

/**
 * Phase of an instrument: PENDING until it opens for the first time, then OPEN, HALTED and CLOSED in turn.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum Phase implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Registered, never opened. */
    PENDING(1),

    /** Continuous trading. */
    OPEN(2),

    /** Interrupted: orders stay, may be cancelled, do not trade. */
    HALTED(3),

    /** Ended until the next opening: orders stay, may be cancelled, do not trade. */
    CLOSED(4);

    private static final Phase[] BY_CODE = Coded.byCode(values());

    private final short code;

    Phase(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static Phase ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
