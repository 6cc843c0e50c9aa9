package io.pharos.protocol;

/**
 * Whether a transfer moves its whole amount, or as much of it as brings one side to zero.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum Balancing implements Coded {
    /** The whole amount. */
    NONE(0),

    /** At most what the paying account has available above zero. */
    DEBIT(1),

    /** At most what the receiving account is below zero. */
    CREDIT(2);

    private static final Balancing[] BY_CODE = Coded.byCode(values());

    private final short code;

    Balancing(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static Balancing ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
