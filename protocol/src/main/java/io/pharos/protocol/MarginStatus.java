package io.pharos.protocol;

/**
 * How a margin account stands.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum MarginStatus implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** It may borrow. */
    NORMAL(1),

    /** Its maintenance ratio fell below the warning line: margin is called, and it may not buy. */
    CALLED(2),

    /** Its collateral is being sold. */
    CLOSING(3),

    /** All that could be sold is sold, and a debt is left. */
    SHORTFALL(4);

    private static final MarginStatus[] BY_CODE = Coded.byCode(values());

    private final short code;

    MarginStatus(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static MarginStatus ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
