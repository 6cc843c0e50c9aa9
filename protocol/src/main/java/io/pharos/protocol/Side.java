package io.pharos.protocol;

/**
 * Side of an order (FIX tag 54).
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum Side implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Pays the quote asset, receives the base asset. */
    BUY(1),

    /** Pays the base asset, receives the quote asset. */
    SELL(2);

    private static final Side[] BY_CODE = Coded.byCode(values());

    private final short code;

    Side(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static Side ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
