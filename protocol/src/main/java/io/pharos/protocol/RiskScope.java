package io.pharos.protocol;

/**
 * What a risk limit or a kill switch stands over.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum RiskScope implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Everything. */
    FIRM(1),

    /** One account; as a limit with id 0 each customer's account that has none of its own. */
    ACCOUNT(2),

    /** One instrument; as a limit with id 0 each instrument that has none of its own. */
    INSTRUMENT(3);

    private static final RiskScope[] BY_CODE = Coded.byCode(values());

    private final short code;

    RiskScope(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static RiskScope ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
