package io.pharos.core.event;

/** Staff have dealt with a break. */
public final class VenueBreakResolved extends Event {
    /** Break. */
    public long breakId;

    /** Who did it. */
    public long staffId;

    /** How. */
    public int reasonCode;
}
