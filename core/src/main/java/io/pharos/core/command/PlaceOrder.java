package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/** Places an order; what crosses the book trades in the same step. */
public final class PlaceOrder extends Command {
    /** Owner of the order. */
    public long accountId;

    /** Limit, which a pegged order never passes; for an order that is or becomes a market order its protection price, or 0. */
    public long priceTicks;

    /** Total quantity. */
    public long quantityLots;

    /** Opaque to the core, returned in every event of the order. */
    public long clientTag;

    /** Price that sets a stop off; of a trailing stop the first one, or 0 for the distance from the last price. */
    public long triggerPriceTicks;

    /** How far the trigger price of a trailing stop follows, ticks; 0 where {@link #trailPpm} says it. */
    public long trailTicks;

    /** Quantity that the book shows at a time, the rest comes up behind the others; 0 for all. */
    public long displayLots;

    /** Quantity that must trade at once, or the order is refused; 0 for none. */
    public long minimumLots;

    /** Log time at which a good-till-date order ends; 0 for the others. */
    public long expiresNanos;

    /** How far behind the price that it follows a pegged order stands, ticks; 0 for others. */
    public long pegOffsetTicks;

    /** Instrument. */
    public int instrumentId;

    /** How far the trigger price of a trailing stop follows, parts per million of the last price; 0 where {@link #trailTicks} says it. */
    public int trailPpm;

    /** Buy or sell. */
    public Side side = Side.NONE;

    /** Type. */
    public OrderType orderType = OrderType.NONE;

    /** How long it stays; GTC on an order that is or becomes a market order means IOC then. */
    public TimeInForce timeInForce = TimeInForce.NONE;

    /** What happens where it would trade with its own account. */
    public SelfTradePrevention selfTradePrevention = SelfTradePrevention.NONE;

    /** The best price that a pegged order follows. */
    public PegReference pegReference = PegReference.NONE;

    /** Refuse the order where it would take. */
    public boolean postOnly;

    /** With {@link #postOnly}: where it would take, rest it one tick behind the best opposite price instead. */
    public boolean reprice;

    @Override
    public CommandKind commandKind() {
        return CommandKind.PLACE_ORDER;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.PLACE_ORDER.code());
        hash = Mix.pair(hash, accountId, priceTicks);
        hash = Mix.pair(hash, quantityLots, clientTag);
        hash = Mix.pair(hash, instrumentId, side.code());
        hash = Mix.pair(hash, orderType.code(), timeInForce.code());
        hash = Mix.pair(hash, triggerPriceTicks, trailTicks);
        hash = Mix.pair(hash, displayLots, minimumLots);
        hash = Mix.pair(hash, expiresNanos, trailPpm);
        hash = Mix.pair(hash, (postOnly ? 1 : 0) + (reprice ? 2 : 0), selfTradePrevention.code());
        boolean pegs = pegReference != PegReference.NONE || pegOffsetTicks != 0;
        return pegs ? Mix.pair(hash, pegReference.code(), pegOffsetTicks) : hash;
    }
}
