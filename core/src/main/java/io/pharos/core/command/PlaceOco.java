package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/**
 * Places a limit order and a stop of the same side and quantity, of which one cancels the other: both, or none. The reply
 * names the limit order; the stop has the id before.
 */
public final class PlaceOco extends Command {
    /** Owner of the orders. */
    public long accountId;

    /** Total quantity of each. */
    public long quantityLots;

    /** Limit of the limit order. */
    public long priceTicks;

    /** Limit or protection price of the stop; 0 for none. */
    public long stopPriceTicks;

    /** Price that sets the stop off; of a trailing stop the first one, or 0 for the distance from the last price. */
    public long triggerPriceTicks;

    /** As of {@link PlaceOrder#trailTicks}. */
    public long trailTicks;

    /** Log time at which both end, good till date; 0 for the others. */
    public long expiresNanos;

    /** Opaque to the core, returned in every event of both. */
    public long clientTag;

    /** Instrument. */
    public int instrumentId;

    /** As of {@link PlaceOrder#trailPpm}. */
    public int trailPpm;

    /** Buy or sell. */
    public Side side = Side.NONE;

    /** Type of the stop. */
    public OrderType stopType = OrderType.NONE;

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
        hash = Mix.pair(hash, priceTicks, stopPriceTicks);
        hash = Mix.pair(hash, triggerPriceTicks, trailTicks);
        hash = Mix.pair(hash, expiresNanos, clientTag);
        hash = Mix.pair(hash, instrumentId, trailPpm);
        hash = Mix.pair(hash, side.code(), stopType.code());
        hash = Mix.pair(hash, timeInForce.code(), selfTradePrevention.code());
        return hash;
    }
}
