package io.pharos.core.event;

/** Rights were exercised; the postings stand before this event. */
public final class RightsExercised extends Event {
    /** The rights issue. */
    public long actionId;

    /** Account. */
    public long accountId;

    /** Rights, and units subscribed. */
    public long quantityMinor;

    /** Paid. */
    public long costMinor;

    /** Instrument. */
    public int instrumentId;
}
