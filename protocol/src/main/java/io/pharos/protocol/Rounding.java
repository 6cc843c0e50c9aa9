package io.pharos.protocol;

/**
 * How an amount between two minor units is rounded. Amounts of fees, taxes and entitlements are not negative.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum Rounding implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** To the smaller one: what is left is not charged, or not paid. */
    DOWN(1),

    /** To the larger one. */
    UP(2),

    /** To the nearer one; from the middle to the larger one. */
    HALF_UP(3),

    /** To the nearer one; from the middle to the even one. */
    HALF_EVEN(4);

    private static final Rounding[] BY_CODE = Coded.byCode(values());

    private final short code;

    Rounding(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static Rounding ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
