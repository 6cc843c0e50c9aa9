package io.pharos.core.event;

import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Side;

/**
 * The last price reached the trigger price of an order that waited. Accepted, it now holds what it may spend, and its trades
 * follow under the same cause; refused, it is cancelled next.
 */
public final class OrderTriggered extends Event {
    /** Order. */
    public long orderId;

    /** Owner. */
    public long accountId;

    /** Of the order. */
    public long clientTag;

    /** Price that set it off. */
    public long triggerPriceTicks;

    /** Last price, which reached it. */
    public long lastPriceTicks;

    /** Worst price at which it may trade now; 0 where it was refused. */
    public long effectivePriceTicks;

    /** What the order holds now. */
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

    /** What it has become: limit or market. */
    public OrderType orderType = OrderType.NONE;

    /** Accepted, or the first rule that the order broke when it was set off. */
    public Outcome outcome = Outcome.ACCEPTED;
}
