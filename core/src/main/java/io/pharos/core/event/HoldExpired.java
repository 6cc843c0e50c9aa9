package io.pharos.core.event;

/** A hold was released by the core at its deadline. */
public final class HoldExpired extends Event {
    /** Hold. */
    public long holdId;

    /** Account. */
    public long accountId;

    /** What went back to available, minor units. */
    public long amountMinor;

    /** Available balance after this event. */
    public long availableAfterMinor;

    /** Held balance after this event. */
    public long heldAfterMinor;

    /** Asset. */
    public int assetId;
}
