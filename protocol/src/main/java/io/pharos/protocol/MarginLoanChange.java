package io.pharos.protocol;

/**
 * What changed a loan of a margin account.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum MarginLoanChange implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Cash was lent to an order, which has not spent it. */
    RESERVED(1),

    /** Cash that an order did not spend went back. */
    RELEASED(2),

    /** A purchase spent cash that was lent: it is a debt from now on. */
    DRAWN(3),

    /** Debt was paid back. */
    REPAID(4),

    /** Interest accrued. */
    ACCRUED(5),

    /** Interest was paid. */
    INTEREST_PAID(6);

    private static final MarginLoanChange[] BY_CODE = Coded.byCode(values());

    private final short code;

    MarginLoanChange(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static MarginLoanChange ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
