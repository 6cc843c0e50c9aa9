package io.pharos.core.event;

/** An instrument has these session rules from now on. */
public final class SessionRulesSet extends Event {
    /** How long a call lasts that a collar or a market-wide halt brings about, nanoseconds, 1 second to 1 day; 0 without collars means 2 minutes after a halt. */
    public long interruptionNanos;

    /** Instrument. */
    public int instrumentId;

    /** Calendar that says its phases; 0 for none. */
    public int calendarId;

    /** How far a trade may be from the last price before the order came, parts per million; 0 for any. */
    public int dynamicCollarPpm;

    /** How far a trade may be from the last auction price, or else the reference price, parts per million; 0 for any. */
    public int staticCollarPpm;

    /** Whether orders may not be cancelled or changed during opening and closing auction. */
    public boolean locksAuctions;
}
