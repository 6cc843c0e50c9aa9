package io.pharos.platform.instrument;

/** What became of decimal text: whole units, or the reason why there are none. */
public sealed interface Parsed {
    /** The text named exactly this many whole units. */
    record Exact(long value) implements Parsed {}

    /** The text is refused. */
    record Refused(Reason reason) implements Parsed {}

    /** Why decimal text is refused. The names are the API's stable codes. */
    enum Reason {
        /** Not an optional minus sign and decimal digits with at most one point. Exponents are refused here. */
        NOT_A_NUMBER,
        /** Finer than the asset can be divided. */
        TOO_MANY_DECIMALS,
        /** Beyond what 64 bits hold in whole units. */
        OVERFLOW,
        /** A price between two ticks. */
        OFF_TICK,
        /** A quantity between two lots. */
        OFF_LOT
    }

    static Parsed exact(long value) {
        return new Exact(value);
    }

    static Parsed refused(Reason reason) {
        return new Refused(reason);
    }
}
