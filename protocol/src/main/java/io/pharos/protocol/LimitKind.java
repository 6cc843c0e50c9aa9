package io.pharos.protocol;

/**
 * What a risk limit bounds.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum LimitKind implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Total quantity of one order, lots. */
    ORDER_QUANTITY(1),

    /** Price times total quantity of one order, minor units of the quote asset. */
    ORDER_NOTIONAL(2),

    /** How far beyond the last price, else the reference price, an order may trade, parts per million. */
    PRICE_COLLAR(3),

    /** Orders that rest or wait, of the scope together. */
    OPEN_ORDERS(4),

    /** Orders, changes and cancellations in a second of log time, of the scope together. */
    MESSAGE_RATE(5),

    /** What one account has and is about to buy of one asset, minor units of the quote asset. */
    CONCENTRATION(6);

    private static final LimitKind[] BY_CODE = Coded.byCode(values());

    private final short code;

    LimitKind(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static LimitKind ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
