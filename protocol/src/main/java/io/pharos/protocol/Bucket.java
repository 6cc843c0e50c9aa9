package io.pharos.protocol;

/**
 * Part of a balance. Over all accounts, all buckets of an asset add to zero.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum Bucket implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** May be spent. */
    AVAILABLE(1),

    /** Set aside for open orders and holds. */
    HELD(2),

    /** Bought, not yet delivered. */
    UNSETTLED_IN(3),

    /** Sold, not yet delivered. */
    UNSETTLED_OUT(4);

    private static final Bucket[] BY_CODE = Coded.byCode(values());

    private final short code;

    Bucket(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static Bucket ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
