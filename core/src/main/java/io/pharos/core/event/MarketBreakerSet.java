package io.pharos.core.event;

/** A calendar has this market-wide circuit breaker from now on. */
public final class MarketBreakerSet extends Event {
    /** How long the first halt lasts, nanoseconds. */
    public long haltNanos;

    /** Calendar. */
    public int calendarId;

    /** Mean move of the instruments from their reference prices, up or down, parts per million, that halts them for a time; 0 for never. */
    public int haltMovePpm;

    /** Mean move that halts them until they close; 0 for never. */
    public int closeMovePpm;
}
