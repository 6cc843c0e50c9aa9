package io.pharos.protocol;

/**
 * Why an order ended before it was filled.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum CancelReason implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Cancelled by its owner. */
    USER(1),

    /** Cancelled by a mass cancel. */
    MASS(2),

    /** What an immediate-or-cancel or market order could not trade. */
    IOC_REMAINDER(3),

    /** Its price lies outside the band of a new reference price. */
    OUTSIDE_BAND(4),

    /** Its time had come, or its trading day or auction ended. */
    EXPIRED(5),

    /** It met an order of its own account. */
    SELF_TRADE(6),

    /** Its trigger price was reached, and the order that it became was refused. */
    TRIGGER_REFUSED(7),

    /** The order that it is linked to traded or ended. */
    LINKED(8),

    /** A kill switch was engaged over it. */
    KILL_SWITCH(13),

    /** A corporate action changed what the order was for. */
    CORPORATE_ACTION(17),

    /** The venue refused the order. */
    VENUE_REJECTED(19),

    /** The venue cancelled the order unasked. */
    VENUE_CANCELLED(20),

    /** Margin was called, or the account is being closed out. */
    MARGIN_CALL(21);

    private static final CancelReason[] BY_CODE = Coded.byCode(values());

    private final short code;

    CancelReason(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static CancelReason ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
