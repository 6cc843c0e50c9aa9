package io.pharos.core.event;

/** Everything due today has been settled or has failed. */
public final class SettlementCompleted extends Event {
    /** Number of the day in its calendar. */
    public long day;

    /** Obligations settled today. */
    public long settledCount;

    /** Obligations failed today. */
    public long failedCount;

    /** Calendar. */
    public int calendarId;

    /** Date. */
    public int date;
}
