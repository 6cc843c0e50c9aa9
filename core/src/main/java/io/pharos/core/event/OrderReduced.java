package io.pharos.core.event;

import io.pharos.protocol.Side;

/** The core made an order smaller, which keeps its place: self-trade prevention, or a fill of the order that it is linked to. */
public final class OrderReduced extends Event {
    /** Order. */
    public long orderId;

    /** Owner. */
    public long accountId;

    /** Of the order. */
    public long clientTag;

    /** Its price. */
    public long priceTicks;

    /** Total from now on. */
    public long quantityLots;

    /** Filled so far. */
    public long filledLots;

    /** What it lost. */
    public long reducedLots;

    /** What moved from held to available. */
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
}
