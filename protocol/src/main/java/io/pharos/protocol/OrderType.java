package io.pharos.protocol;

/**
 * Type of an order (FIX tag 40).
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum OrderType implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Trades at its price or better. */
    LIMIT(1),

    /** Trades at once, up to its protection price; never rests. */
    MARKET(2);

    private static final OrderType[] BY_CODE = Coded.byCode(values());

    private final short code;

    OrderType(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static OrderType ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
