package io.pharos.protocol;

/**
 * Why the status of a margin account changed, or why its close-out waits.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum MarginReason implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** The maintenance ratio is below the warning line. */
    BELOW_WARNING(1),

    /** The maintenance ratio is below the closing line. */
    BELOW_CLOSING(2),

    /** A call was not met within its business days. */
    DEADLINE_PASSED(3),

    /** The maintenance ratio is at or above the line that a call must restore, or the debt is paid. */
    RESTORED(4),

    /** Nothing of the collateral can be sold now; the close-out goes on when it can. */
    NOTHING_SELLABLE(5),

    /** Nothing is left to sell. */
    NOTHING_LEFT(6);

    private static final MarginReason[] BY_CODE = Coded.byCode(values());

    private final short code;

    MarginReason(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static MarginReason ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
