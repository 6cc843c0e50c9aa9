package io.pharos.core.event;

import io.pharos.protocol.OrderType;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/**
 * An order was accepted. It holds what it may spend, and its trades follow under the same cause; but an order that waits for
 * its trigger price holds nothing yet.
 */
public final class OrderAccepted extends Event {
    /** From 1, gapless. */
    public long orderId;

    /** Owner. */
    public long accountId;

    /** Of the command. */
    public long clientTag;

    /** Limit or protection price: as commanded, or as a repriced or market-to-limit order got it. */
    public long priceTicks;

    /** Worst price at which it may trade; 0 while it waits. */
    public long effectivePriceTicks;

    /** Total quantity. */
    public long quantityLots;

    /** Trigger price of an order that waits for it; 0 for others. */
    public long triggerPriceTicks;

    /** How far the trigger price of a trailing stop follows the last price, ticks; 0 for others and where {@link #trailPpm} says it. */
    public long trailTicks;

    /** The same in parts per million of the last price. */
    public int trailPpm;

    /** Quantity that the book shows at a time; 0 for all. */
    public long displayLots;

    /** Log time at which it ends; 0 for none. */
    public long expiresNanos;

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

    /** Type. */
    public OrderType orderType = OrderType.NONE;

    /** As it takes effect. */
    public TimeInForce timeInForce = TimeInForce.NONE;

    /** Whether it refuses to take. */
    public boolean postOnly;

    /** The best price that it follows. */
    public PegReference pegReference = PegReference.NONE;

    /** How far behind that price it stands, ticks. */
    public long pegOffsetTicks;
}
