package io.pharos.protocol;

/**
 * What an issuer does to what its holders hold. Actions of one ex date are carried out in the order of these codes.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum CorporateActionKind implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Cash for each unit held. */
    CASH_DIVIDEND(1),

    /** Interest of a bond; its clean price stays. */
    COUPON(2),

    /** New units for units held; a bonus issue. */
    STOCK_DIVIDEND(3),

    /** Rights to subscribe new units at a price. */
    RIGHTS_ISSUE(4),

    /** Other units in the place of those held: more of them, or fewer. */
    SPLIT(5),

    /** Cash in the place of what is held, which ends. */
    REDEMPTION(6),

    /** Trading ends for good. */
    DELISTING(7);

    private static final CorporateActionKind[] BY_CODE = Coded.byCode(values());

    private final short code;

    CorporateActionKind(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static CorporateActionKind ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
