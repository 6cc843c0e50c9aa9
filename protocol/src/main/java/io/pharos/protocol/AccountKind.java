package io.pharos.protocol;

/**
 * Kind of an account.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum AccountKind implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Never goes below zero. */
    CUSTOMER(1),

    /** Belongs to the house (bank clearing, fees, tax, issuance); may go below zero. */
    HOUSE(2);

    private static final AccountKind[] BY_CODE = Coded.byCode(values());

    private final short code;

    AccountKind(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static AccountKind ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
