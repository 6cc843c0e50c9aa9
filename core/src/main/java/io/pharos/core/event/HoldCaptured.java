package io.pharos.core.event;

/** A hold ended: its rest was released, and its captured part is posted by the next event. */
public final class HoldCaptured extends Event {
    /** Hold. */
    public long holdId;

    /** Account. */
    public long accountId;

    /** Account that receives. */
    public long creditAccountId;

    /** What is posted. */
    public long capturedMinor;

    /** What went back to available. */
    public long releasedMinor;

    /** Transfer that posts the captured amount. */
    public long transferId;

    /** Available balance after the release. */
    public long availableAfterMinor;

    /** Held balance after the release, the captured amount still included. */
    public long heldAfterMinor;

    /** Asset. */
    public int assetId;
}
