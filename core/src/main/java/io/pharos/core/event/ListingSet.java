package io.pharos.core.event;

/** Where an instrument is matched from now on. */
public final class ListingSet extends Event {
    /** Account of the house that stands for the venue; 0 with venue 0. */
    public long clearingAccountId;

    /** Account of the house that takes what no customer owns; 0 with venue 0. */
    public long errorAccountId;

    /** Instrument. */
    public int instrumentId;

    /** Venue; 0 for the book of this core. */
    public int venueId;

    /** Whether orders are taken while the venue is down. */
    public boolean queuesWhenDown;
}
