package io.pharos.core.event;

/** A venue can be reached, or no longer. */
public final class VenueStateChanged extends Event {
    /** Venue. */
    public int venueId;

    /** Whether orders reach it. */
    public boolean up;
}
