package io.pharos.core.event;

import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/** An order was refused; nothing changed. */
public final class OrderRejected extends Event {
    /** Owner of the order. */
    public long accountId;

    /** Limit; for a market order its protection price, or 0. */
    public long priceTicks;

    /** Total quantity. */
    public long quantityLots;

    /** Opaque to the core, returned in every event of the order. */
    public long clientTag;

    /** Instrument. */
    public int instrumentId;

    /** Buy or sell. */
    public Side side = Side.NONE;

    /** Limit or market. */
    public OrderType orderType = OrderType.NONE;

    /** GTC, IOC or FOK; GTC on a market order means IOC. */
    public TimeInForce timeInForce = TimeInForce.NONE;

    /** Refuse the order where it would take. */
    public boolean postOnly;

    /** The first rule that failed. */
    public Outcome outcome = Outcome.ACCEPTED;
}
