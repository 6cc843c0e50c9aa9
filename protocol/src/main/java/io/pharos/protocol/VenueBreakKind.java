package io.pharos.protocol;

/**
 * What does not match in a report of a venue.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum VenueBreakKind implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** The order is none of ours. */
    UNKNOWN_ORDER(1),

    /** A fill of an order that is over; the error account took it. */
    FILL_AFTER_END(2),

    /** More was traded than the order had open; the error account took what is over. */
    OVERFILL(3),

    /** Dearer than a buy, or cheaper than a sell, allows; the error account paid the difference. */
    PRICE_BEYOND_LIMIT(4),

    /** A bust or correction of a trade that is not known, or no longer. */
    UNKNOWN_EXECUTION(5),

    /** An execution id that was used before with another body; the first stands. */
    DUPLICATE_DIFFERS(6),

    /** The customer no longer had what a bust or correction takes back; the error account paid, and the customer owes it. */
    SHORTFALL(7),

    /** More of an asset would be outstanding than the ledger can count; nothing was posted. */
    NOT_POSTABLE(8),

    /** Instrument, side, quantity or state are not those of the order. */
    MISMATCH(9);

    private static final VenueBreakKind[] BY_CODE = Coded.byCode(values());

    private final short code;

    VenueBreakKind(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static VenueBreakKind ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
