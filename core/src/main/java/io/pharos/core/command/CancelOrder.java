package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Cancels an open order of the account. */
public final class CancelOrder extends Command {
    /** Owner of the order; somebody else's order is not found. */
    public long accountId;

    /** Order. */
    public long orderId;

    @Override
    public CommandKind commandKind() {
        return CommandKind.CANCEL_ORDER;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.CANCEL_ORDER.code());
        hash = Mix.pair(hash, accountId, orderId);
        return hash;
    }
}
