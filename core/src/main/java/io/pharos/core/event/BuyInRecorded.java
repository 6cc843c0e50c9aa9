package io.pharos.core.event;

/** A delivery has failed for as many days as the rules allow: the securities are to be bought in. */
public final class BuyInRecorded extends Event {
    /** Account that failed to deliver. */
    public long accountId;

    /** Day on which it was due. */
    public long dueDay;

    /** Securities to buy in, positive. */
    public long baseMinor;

    /** Instrument. */
    public int instrumentId;

    /** Calendar. */
    public int calendarId;

    /** Date. */
    public int date;

    /** Days on which it has failed. */
    public int failedDays;
}
