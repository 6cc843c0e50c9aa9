package io.pharos.core.event;

import io.pharos.protocol.VenueOrderState;

/** Where an order stands at its venue. */
public final class VenueOrderChanged extends Event {
    /** Order. */
    public long orderId;

    /** Owner. */
    public long accountId;

    /** Of the order. */
    public long clientTag;

    /** While fills are missing, what the venue says was traded in all; else 0. */
    public long finalLots;

    /** What the order holds from now on. */
    public long holdMinor;

    /** Available balance after this event. */
    public long availableAfterMinor;

    /** Held balance after this event. */
    public long heldAfterMinor;

    /** Asset of the hold. */
    public int holdAssetId;

    /** Instrument. */
    public int instrumentId;

    /** Venue. */
    public int venueId;

    /** The last request. */
    public int requestNumber;

    /** Of a refusal by the venue; else 0. */
    public int reasonCode;

    /** Where it stands. */
    public VenueOrderState state = VenueOrderState.NONE;

    /** Whether the outcome of the last request is not known. */
    public boolean unknown;

    /** Whether a cancellation follows when the venue has answered. */
    public boolean cancelWanted;
}
