package io.pharos.core.event;

/** A business day of a calendar began. */
public final class BusinessDayBegan extends Event {
    /** Number of the day in its calendar, from 1. */
    public long day;

    /** Obligations to settle today, those that failed before included. */
    public long dueCount;

    /** Calendar. */
    public int calendarId;

    /** Date as year, month and day. */
    public int date;
}
