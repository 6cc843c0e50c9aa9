package io.pharos.protocol;

/**
 * The best price that a pegged order follows (FIX tag 1094, PegPriceType). Orders that are pegged themselves are no best
 * price.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum PegReference implements Coded {
    /** The order is not pegged, or a code that is not known. */
    NONE(0),

    /** The best price of its own side (FIX: 5, primary peg). */
    PRIMARY(1),

    /** The best price of the other side (FIX: 4, market peg). */
    MARKET(2),

    /** Half way between the two (FIX: 2, mid-price peg); where that is no tick, the tick further from trading. */
    MIDPOINT(3);

    private static final PegReference[] BY_CODE = Coded.byCode(values());

    private final short code;

    PegReference(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static PegReference ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
