package io.pharos.protocol;

/**
 * What happens where an order would trade with an order of its own account. The incoming order decides.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum SelfTradePrevention implements Coded {
    /** They trade. */
    NONE(0),

    /** What is left of the incoming order is cancelled. */
    CANCEL_NEWEST(1),

    /** The resting order is cancelled, and the incoming one goes on. */
    CANCEL_OLDEST(2),

    /** Both are cancelled. */
    CANCEL_BOTH(3),

    /** Both lose the smaller of the two open quantities; what has none left is cancelled. */
    DECREMENT(4);

    private static final SelfTradePrevention[] BY_CODE = Coded.byCode(values());

    private final short code;

    SelfTradePrevention(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static SelfTradePrevention ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
