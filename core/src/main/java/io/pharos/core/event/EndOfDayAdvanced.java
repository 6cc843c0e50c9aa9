package io.pharos.core.event;

import io.pharos.protocol.EndOfDayStage;

/** A step of the run that ends a business day was done. The totals are those so far. */
public final class EndOfDayAdvanced extends Event {
    /** Business calendar. */
    public int calendarId;

    /** The next business day. */
    public int date;

    /** Stage. */
    public EndOfDayStage stage = EndOfDayStage.NONE;

    /** Who ran the step; 0 for the clock. */
    public long staffId;

    /** Orders of the day that ended. */
    public long expiredOrders;

    /** Obligations settled. */
    public long settledCount;

    /** Obligations that failed. */
    public long failedCount;

    /** Accounts recorded, paid or converted. */
    public long servicedAccounts;

    /** Accounts looked at for interest. */
    public long accruedAccounts;

    /** Steps so far. */
    public long steps;
}
