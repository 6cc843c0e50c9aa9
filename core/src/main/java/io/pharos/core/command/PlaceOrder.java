package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/** Places an order; what crosses the book trades in the same step. */
public final class PlaceOrder extends Command {
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
        hash = Mix.pair(hash, postOnly ? 1 : 0, 0);
        return hash;
    }
}
