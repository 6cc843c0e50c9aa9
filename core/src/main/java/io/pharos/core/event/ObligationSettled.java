package io.pharos.core.event;

/** An account delivered and received what was due, versus payment; the postings stand before this event. */
public final class ObligationSettled extends Event {
    /** Account. */
    public long accountId;

    /** Day on which it was due. */
    public long dueDay;

    /** Net securities received; delivered where negative. */
    public long baseMinor;

    /** Net cash received; paid where negative. */
    public long quoteMinor;

    /** Instrument. */
    public int instrumentId;

    /** Calendar. */
    public int calendarId;

    /** Date of settlement. */
    public int date;

    /** Days on which it failed before. */
    public int failedDays;
}
