package io.pharos.protocol;

/**
 * How far the run at the end of a business day is.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum EndOfDayStage implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** What the present day left to do. */
    FINISHING(1),

    /** The orders of the day end. */
    EXPIRING(2),

    /** What is due on the new day is settled. */
    SETTLING(3),

    /** Corporate actions due. */
    SERVICING(4),

    /** Interest on cash. */
    ACCRUING(5),

    /** All is done. */
    COMPLETED(6);

    private static final EndOfDayStage[] BY_CODE = Coded.byCode(values());

    private final short code;

    EndOfDayStage(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static EndOfDayStage ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
