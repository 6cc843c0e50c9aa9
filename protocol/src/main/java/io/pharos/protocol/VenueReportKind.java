package io.pharos.protocol;

/**
 * What a venue reports: FIX ExecType (150), or OrderCancelReject (35=9).
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum VenueReportKind implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** The order has been accepted (150=0). */
    NEW(1),

    /** A trade (150=F). */
    FILL(2),

    /** A trade had another quantity or price (150=G). */
    CORRECT(3),

    /** A trade did not take place (150=H). */
    BUST(4),

    /** The order was cancelled, asked for or not (150=4). */
    CANCELLED(5),

    /** The order was refused (150=8). */
    REJECTED(6),

    /** A change or a cancellation was refused (35=9). */
    CANCEL_REJECTED(7),

    /** The order was changed (150=5). */
    REPLACED(8),

    /** The order ended with its time or its day (150=C, 3). */
    EXPIRED(9),

    /** The order is said to be filled, in answer to a question (150=I, 39=2). */
    FILLED(10),

    /** The order works, in answer to a question (150=I). */
    STATUS(11),

    /** The venue does not know the order, in answer to a question. */
    UNKNOWN_ORDER(12);

    private static final VenueReportKind[] BY_CODE = Coded.byCode(values());

    private final short code;

    VenueReportKind(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static VenueReportKind ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
