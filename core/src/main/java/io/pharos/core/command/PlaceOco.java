package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/**
 * Places two orders of the same quantity, of which one cancels the other: both, or none. Either is a limit order or waits
 * for its trigger price. The reply names the first; the other has the id before.
 */
public final class PlaceOco extends Command {
    /** Owner of the orders. */
    public long accountId;

    /** Total quantity of each. */
    public long quantityLots;

    /** Limit or protection price of the first; 0 for none. */
    public long priceTicks;

    /** Price that sets the first off, where it waits; of a trailing stop the first one, or 0 for the distance from the last price. */
    public long triggerPriceTicks;

    /** As of {@link PlaceOrder#trailTicks}. */
    public long trailTicks;

    /** As {@link #priceTicks}, of the other. */
    public long otherPriceTicks;

    /** As {@link #triggerPriceTicks}, of the other. */
    public long otherTriggerPriceTicks;

    /** As {@link #trailTicks}, of the other. */
    public long otherTrailTicks;

    /** Log time at which both end, good till date; 0 for the others. */
    public long expiresNanos;

    /** Opaque to the core, returned in every event of both. */
    public long clientTag;

    /** Instrument. */
    public int instrumentId;

    /** As of {@link PlaceOrder#trailPpm}. */
    public int trailPpm;

    /** As {@link #trailPpm}, of the other. */
    public int otherTrailPpm;

    /** Whether the first buys or sells. */
    public Side side = Side.NONE;

    /** Whether the other buys or sells. */
    public Side otherSide = Side.NONE;

    /** Type of the first. */
    public OrderType orderType = OrderType.NONE;

    /** Type of the other. */
    public OrderType otherOrderType = OrderType.NONE;

    /** How long both stay. */
    public TimeInForce timeInForce = TimeInForce.NONE;

    /** Of both. */
    public SelfTradePrevention selfTradePrevention = SelfTradePrevention.NONE;

    @Override
    public CommandKind commandKind() {
        return CommandKind.PLACE_OCO;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.PLACE_OCO.code());
        hash = Mix.pair(hash, accountId, quantityLots);
        hash = Mix.pair(hash, priceTicks, otherPriceTicks);
        hash = Mix.pair(hash, triggerPriceTicks, otherTriggerPriceTicks);
        hash = Mix.pair(hash, trailTicks, otherTrailTicks);
        hash = Mix.pair(hash, trailPpm, otherTrailPpm);
        hash = Mix.pair(hash, side.code(), otherSide.code());
        hash = Mix.pair(hash, orderType.code(), otherOrderType.code());
        hash = Mix.pair(hash, expiresNanos, clientTag);
        hash = Mix.pair(hash, instrumentId, timeInForce.code());
        hash = Mix.pair(hash, selfTradePrevention.code(), 0);
        return hash;
    }
}
