package io.pharos.core.event;

/** What interest a currency bears. */
public final class InterestTermsSet extends Event {
    /** Currency. */
    public int assetId;

    /** Business calendar whose days are counted. */
    public int calendarId;

    /** Account of the house that pays. */
    public long payerAccountId;

    /** Days of a year: 360 or 365. */
    public int dayCount;

    /** Day of the month on which a period ends, 1 to 28. */
    public int creditDay;

    /** Months of a period: 1, 3, 6 or 12, counted from January. */
    public int creditMonths;

    /** Yearly rate of what lies below the first band. */
    public int ratePpm;

    /** Balance from which the next rate holds; 0 for none. */
    public long band1Minor;

    /** Rate of what lies above it. */
    public int band1Ppm;

    /** Balance from which the next rate holds; 0 for none. */
    public long band2Minor;

    /** Rate of what lies above it. */
    public int band2Ppm;
}
