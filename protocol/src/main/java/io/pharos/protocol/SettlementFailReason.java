package io.pharos.protocol;

/**
 * Why an obligation was not settled on its day.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum SettlementFailReason implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** The deliverer, an account of the house, sold what it does not have. */
    SELLER_SHORT(1),

    /** Settlement of the instrument is suspended. */
    SUSPENDED(2),

    /** Not enough was delivered to give the receiver all that is due. */
    NOT_DELIVERED(3);

    private static final SettlementFailReason[] BY_CODE = Coded.byCode(values());

    private final short code;

    SettlementFailReason(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static SettlementFailReason ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
