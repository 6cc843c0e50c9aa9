package io.pharos.core.event;

import io.pharos.protocol.OrderType;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/** An order was accepted and holds what it may spend. Its trades follow under the same cause. */
public final class OrderAccepted extends Event {
    /** From 1, gapless. */
    public long orderId;

    /** Owner. */
    public long accountId;

    /** Of the command. */
    public long clientTag;

    /** As commanded. */
    public long priceTicks;

    /** Worst price at which it may trade. */
    public long effectivePriceTicks;

    /** Total quantity. */
    public long quantityLots;

    /** What the order holds. */
    public long holdMinor;

    /** Available balance after this event. */
    public long availableAfterMinor;

    /** Held balance after this event. */
    public long heldAfterMinor;

    /** Instrument. */
    public int instrumentId;

    /** Asset of the hold: quote for a buy, base for a sell. */
    public int holdAssetId;

    /** Buy or sell. */
    public Side side = Side.NONE;

    /** Limit or market. */
    public OrderType orderType = OrderType.NONE;

    /** As it takes effect. */
    public TimeInForce timeInForce = TimeInForce.NONE;

    /** Whether it refuses to take. */
    public boolean postOnly;
}
