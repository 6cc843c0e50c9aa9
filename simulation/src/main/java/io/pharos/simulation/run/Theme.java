package io.pharos.simulation.run;

/** What a run is mostly about, which its seed says: each business has runs in which it is not one among many. */
public enum Theme {
    /** Orders, auctions and the ledger alone. */
    MARKET,
    /** Rules of settlement, business days, settling in parts. */
    SETTLEMENT,
    /** Limits and kill switches. */
    RISK,
    /** Orders that cancel each other. */
    LINKS,
    /** Plans of calendars, breakers of markets. */
    CALENDARS,
    /** Fee schedules, under which days pass. */
    FEES,
    /** Corporate actions, interest, ends of days. */
    SERVICING,
    /** Orders that follow the best prices. */
    PEGS,
    /** Entries with their exits. */
    BRACKETS;

    private static final long STREAM = 0x7468656d65L;

    /** The theme of the run of a seed. */
    public static Theme of(long seed) {
        return values()[new Seeded(seed ^ STREAM).below(values().length)];
    }
}
