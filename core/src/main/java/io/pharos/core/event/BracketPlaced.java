package io.pharos.core.event;

import io.pharos.protocol.OrderType;

/** The order that was just accepted is the entry of a bracket: as it is filled, it brings forth a take-profit order and a stop. */
public final class BracketPlaced extends Event {
    /** The entry. */
    public long orderId;

    /** Owner. */
    public long accountId;

    /** Limit of the take-profit order. */
    public long takeProfitTicks;

    /** Trigger price of the stop; 0 for a trailing stop that starts at its distance. */
    public long stopTriggerTicks;

    /** Limit or protection price of the stop; 0 for none. */
    public long stopPriceTicks;

    /** How far a trailing stop follows, ticks; 0 where {@link #stopTrailPpm} says it. */
    public long stopTrailTicks;

    /** The same in parts per million of the last price. */
    public int stopTrailPpm;

    /** Instrument. */
    public int instrumentId;

    /** Type of the stop. */
    public OrderType stopType = OrderType.NONE;
}
