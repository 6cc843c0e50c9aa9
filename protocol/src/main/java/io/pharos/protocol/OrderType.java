package io.pharos.protocol;

/**
 * Type of an order (FIX tag 40).
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum OrderType implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Trades at its price or better. */
    LIMIT(1),

    /** Trades at once, up to its protection price; never rests. */
    MARKET(2),

    /** Waits until the last price reaches its trigger price, then is a market order. */
    STOP(3),

    /** Waits until the last price reaches its trigger price, then is a limit order. */
    STOP_LIMIT(4),

    /** A stop whose trigger price follows the last price at a distance, and never goes back. */
    TRAILING_STOP(5),

    /** Trades at the best opposite price; what is left rests at that price. */
    MARKET_TO_LIMIT(6),

    /** Rests at a price that follows the best prices of the book, up to its limit (FIX: P). */
    PEGGED(7);

    private static final OrderType[] BY_CODE = Coded.byCode(values());

    private final short code;

    OrderType(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** Whether the order waits for its trigger price. */
    public boolean isConditional() {
        return this == STOP || this == STOP_LIMIT || this == TRAILING_STOP;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static OrderType ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
