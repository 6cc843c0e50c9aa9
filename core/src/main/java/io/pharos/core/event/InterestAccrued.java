package io.pharos.core.event;

/** The interest of the days before a business day has been accrued for all accounts. */
public final class InterestAccrued extends Event {
    /** Accounts that bore any. */
    public long accounts;

    /** Their settled balances together. */
    public long balanceMinor;

    /** Whole minor units of all that is accrued and not paid. */
    public long accruedMinor;

    /** And parts of one. */
    public long accruedParts;

    /** Paid in this run. */
    public long creditedMinor;

    /** Currency. */
    public int assetId;

    /** Business calendar. */
    public int calendarId;

    /** Business day. */
    public int date;

    /** Days of interest. */
    public int days;
}
