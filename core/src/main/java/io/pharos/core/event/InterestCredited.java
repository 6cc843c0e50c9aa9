package io.pharos.core.event;

/** Interest was paid to an account; the posting stands before this event. */
public final class InterestCredited extends Event {
    /** Account. */
    public long accountId;

    /** Paid. */
    public long amountMinor;

    /** What stays accrued, in parts of a minor unit. */
    public long carriedParts;

    /** Currency. */
    public int assetId;

    /** Last day of the period. */
    public int date;
}
