package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/**
 * Sets price and total quantity of an open order, and the trigger price of one that waits. A smaller total at the same price
 * keeps the priority, any other change loses it.
 */
public final class ReplaceOrder extends Command {
    /** Owner of the order; somebody else's order is not found. */
    public long accountId;

    /** Order. */
    public long orderId;

    /** New limit; of an order that becomes a market order its protection price, or 0. */
    public long priceTicks;

    /** New trigger price; 0 to keep it, and for an order that does not wait. */
    public long triggerPriceTicks;

    /** New total quantity, what is filled included. */
    public long quantityLots;

    @Override
    public CommandKind commandKind() {
        return CommandKind.REPLACE_ORDER;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.REPLACE_ORDER.code());
        hash = Mix.pair(hash, accountId, orderId);
        hash = Mix.pair(hash, priceTicks, quantityLots);
        hash = Mix.pair(hash, triggerPriceTicks, 0);
        return hash;
    }
}
