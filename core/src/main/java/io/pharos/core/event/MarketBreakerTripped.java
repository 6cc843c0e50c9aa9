package io.pharos.core.event;

/** The instruments of a calendar moved so far that they are halted together; their phase changes follow. */
public final class MarketBreakerTripped extends Event {
    /** When the halt ends; 0 for when they close. */
    public long endsNanos;

    /** Calendar. */
    public int calendarId;

    /** The mean move, below 0 for a fall, parts per million. */
    public int movePpm;
}
