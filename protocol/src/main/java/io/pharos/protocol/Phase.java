package io.pharos.protocol;

/**
 * Phase of an instrument.
 *
 * <pre>
 *                             orders come   may be cancelled    trade
 *   PENDING                   no            -                   no
 *   PRE_OPEN                  yes           yes                 no
 *   OPENING_AUCTION           yes           unless locked       at its end, at one price
 *   OPEN                      yes           yes                 continuously
 *   VOLATILITY_INTERRUPTION   yes           yes                 at its end, at one price
 *   CLOSING_AUCTION           yes           unless locked       at its end, at one price
 *   POST_CLOSE                no            yes                 no
 *   HALTED                    no            yes                 no
 *   CLOSED                    no            yes                 no
 * </pre>
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum Phase implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** Registered, never opened. */
    PENDING(1),

    /** Continuous trading. */
    OPEN(2),

    /** Interrupted: orders stay, may be cancelled, do not trade. */
    HALTED(3),

    /** Ended until the next opening: orders stay, may be cancelled, do not trade. */
    CLOSED(4),

    /** Call before the opening auction: orders come and go, nothing trades. */
    PRE_OPEN(5),

    /** Call that uncrosses at the opening price. */
    OPENING_AUCTION(6),

    /** Call after a price left its collar; uncrosses before trading goes on. */
    VOLATILITY_INTERRUPTION(7),

    /** Call that uncrosses at the closing price. */
    CLOSING_AUCTION(8),

    /** After the close: orders may be cancelled. */
    POST_CLOSE(9);

    private static final Phase[] BY_CODE = Coded.byCode(values());

    private final short code;

    Phase(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** Whether orders are collected without trading, to be uncrossed at one price. */
    public boolean isCall() {
        return switch (this) {
            case PRE_OPEN, OPENING_AUCTION, VOLATILITY_INTERRUPTION, CLOSING_AUCTION -> true;
            case NONE, PENDING, OPEN, HALTED, CLOSED, POST_CLOSE -> false;
        };
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static Phase ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
