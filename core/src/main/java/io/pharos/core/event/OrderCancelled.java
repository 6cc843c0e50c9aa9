package io.pharos.core.event;

import io.pharos.protocol.CancelReason;
import io.pharos.protocol.Side;

/** An order ended before it was filled; its hold was released. */
public final class OrderCancelled extends Event {
    /** Order. */
    public long orderId;

    /** Owner. */
    public long accountId;

    /** Of the order. */
    public long clientTag;

    /** Limit. */
    public long priceTicks;

    /** Total quantity. */
    public long quantityLots;

    /** Filled before. */
    public long filledLots;

    /** What was cancelled. */
    public long remainingLots;

    /** What went back to available. */
    public long releasedMinor;

    /** Available balance after this event. */
    public long availableAfterMinor;

    /** Held balance after this event. */
    public long heldAfterMinor;

    /** Instrument. */
    public int instrumentId;

    /** Asset of the hold. */
    public int holdAssetId;

    /** Buy or sell. */
    public Side side = Side.NONE;

    /** Why. */
    public CancelReason reason = CancelReason.NONE;
}
