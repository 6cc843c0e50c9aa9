package io.pharos.core.event;

import io.pharos.protocol.Side;

/** A pegged order stands at another price, or is parked. What it holds stays: it holds what its limit may cost. */
public final class OrderRepriced extends Event {
    /** Order. */
    public long orderId;

    /** Owner. */
    public long accountId;

    /** Price before; 0 where it was parked. */
    public long oldPriceTicks;

    /** Price from now on; 0 where it is parked. Its trades at this price follow under the same cause. */
    public long priceTicks;

    /** What is open of it. */
    public long remainingLots;

    /** Instrument. */
    public int instrumentId;

    /** Buy or sell. */
    public Side side = Side.NONE;
}
