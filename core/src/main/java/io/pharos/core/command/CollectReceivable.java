package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Takes what an account owes the house of an asset out of its available balance, as far as that goes. */
public final class CollectReceivable extends Command {
    /** Who owes. */
    public long accountId;

    /** Of what. */
    public int assetId;

    @Override
    public CommandKind commandKind() {
        return CommandKind.COLLECT_RECEIVABLE;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.COLLECT_RECEIVABLE.code());
        hash = Mix.pair(hash, accountId, assetId);
        return hash;
    }
}
