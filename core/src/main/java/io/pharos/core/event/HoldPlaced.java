package io.pharos.core.event;

import io.pharos.protocol.PostingCode;

/** An amount moved from available to held. */
public final class HoldPlaced extends Event {
    /** From 1, gapless. */
    public long holdId;

    /** Account. */
    public long accountId;

    /** Minor units. */
    public long amountMinor;

    /** Log time of its expiry; 0 for never. */
    public long deadlineNanos;

    /** Of the command. */
    public long reference;

    /** Available balance after this event. */
    public long availableAfterMinor;

    /** Held balance after this event. */
    public long heldAfterMinor;

    /** Asset. */
    public int assetId;

    /** Code from the chart of accounts. */
    public PostingCode code = PostingCode.NONE;
}
