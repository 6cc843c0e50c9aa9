package io.pharos.protocol;

/**
 * Where an order stands at its venue.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum VenueOrderState implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Sent, or about to be, and not answered. */
    PENDING_NEW(1),

    /** Accepted by the venue. */
    WORKING(2),

    /** A change is not answered. */
    PENDING_REPLACE(3),

    /** A cancellation is not answered. */
    PENDING_CANCEL(4),

    /** Ended at the venue, which says that more was traded than has been reported. */
    AWAITING_FILLS(5),

    /** Over. */
    ENDED(6);

    private static final VenueOrderState[] BY_CODE = Coded.byCode(values());

    private final short code;

    VenueOrderState(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static VenueOrderState ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
