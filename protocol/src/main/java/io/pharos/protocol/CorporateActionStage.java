package io.pharos.protocol;

/**
 * How far a corporate action is.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum CorporateActionStage implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Its ex date is to come. */
    ANNOUNCED(1),

    /** The open orders are cancelled. */
    CANCELLING(2),

    /** The positions of the ex date are recorded. */
    RECORDING(3),

    /** Its pay date is to come. */
    RECORDED(4),

    /** Holders are paid. */
    PAYING(5),

    /** Rights may be exercised. */
    EXERCISABLE(6),

    /** Rights that were not exercised end. */
    EXPIRING(7),

    /** Holdings are converted. */
    CONVERTING(8),

    /** All is done. */
    COMPLETED(9),

    /** Withdrawn before its ex date. */
    WITHDRAWN(10);

    private static final CorporateActionStage[] BY_CODE = Coded.byCode(values());

    private final short code;

    CorporateActionStage(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static CorporateActionStage ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
