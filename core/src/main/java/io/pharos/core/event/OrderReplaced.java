package io.pharos.core.event;

import io.pharos.protocol.Side;

/** Price and total quantity of an order changed. Its trades follow under the same cause. */
public final class OrderReplaced extends Event {
    /** Order. */
    public long orderId;

    /** Owner. */
    public long accountId;

    /** Of the order. */
    public long clientTag;

    /** Limit before. */
    public long oldPriceTicks;

    /** Total before. */
    public long oldQuantityLots;

    /** Limit from now on. */
    public long priceTicks;

    /** Total from now on. */
    public long quantityLots;

    /** Trigger price from now on; 0 for an order that does not wait. */
    public long triggerPriceTicks;

    /** Filled so far. */
    public long filledLots;

    /** What the order holds now. */
    public long holdMinor;

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

    /** Whether the order kept its place in the queue. */
    public boolean keptPriority;
}
