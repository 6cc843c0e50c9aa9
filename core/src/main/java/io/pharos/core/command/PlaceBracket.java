package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/**
 * Places an entry, which brings forth two exits as it is filled: a take-profit limit order and a protective stop for the
 * filled quantity, of which one cancels the other. The reply names the entry.
 */
public final class PlaceBracket extends Command {
    /** Owner of the orders. */
    public long accountId;

    /** Limit or protection price of the entry; 0 for none. */
    public long priceTicks;

    /** Price that sets the entry off, where it is a stop; 0 for others. */
    public long triggerPriceTicks;

    /** Total quantity of the entry. */
    public long quantityLots;

    /** Log time at which the entry ends, good till date; 0 for the others. */
    public long expiresNanos;

    /** Opaque to the core, returned in every event of the entry and of its exits. */
    public long clientTag;

    /** Limit of the take-profit order. */
    public long takeProfitTicks;

    /** Price that sets the protective stop off; of a trailing stop the first one, or 0 for the distance from the last price. */
    public long stopTriggerTicks;

    /** Limit or protection price of the stop; 0 for none. */
    public long stopPriceTicks;

    /** As of {@link PlaceOrder#trailTicks}, of the stop. */
    public long stopTrailTicks;

    /** As of {@link PlaceOrder#trailPpm}, of the stop. */
    public int stopTrailPpm;

    /** Instrument. */
    public int instrumentId;

    /** Side of the entry. */
    public Side side = Side.NONE;

    /** Type of the entry. */
    public OrderType orderType = OrderType.NONE;

    /** How long the entry stays; its exits stay until they are cancelled. */
    public TimeInForce timeInForce = TimeInForce.NONE;

    /** Type of the protective stop. */
    public OrderType stopType = OrderType.NONE;

    /** Of all three. */
    public SelfTradePrevention selfTradePrevention = SelfTradePrevention.NONE;

    @Override
    public CommandKind commandKind() {
        return CommandKind.PLACE_BRACKET;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.PLACE_BRACKET.code());
        hash = Mix.pair(hash, accountId, quantityLots);
        hash = Mix.pair(hash, priceTicks, triggerPriceTicks);
        hash = Mix.pair(hash, expiresNanos, clientTag);
        hash = Mix.pair(hash, takeProfitTicks, stopTriggerTicks);
        hash = Mix.pair(hash, stopPriceTicks, stopTrailTicks);
        hash = Mix.pair(hash, stopTrailPpm, instrumentId);
        hash = Mix.pair(hash, side.code(), orderType.code());
        hash = Mix.pair(hash, timeInForce.code(), stopType.code());
        hash = Mix.pair(hash, selfTradePrevention.code(), 0);
        return hash;
    }
}
