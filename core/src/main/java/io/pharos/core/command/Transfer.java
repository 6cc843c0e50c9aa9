package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.Balancing;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.PostingCode;

/** Moves an amount from the available balance of one account to that of another. */
public final class Transfer extends Command {
    /** Its available balance falls. */
    public long debitAccountId;

    /** Its available balance rises. */
    public long creditAccountId;

    /** Minor units, positive. */
    public long amountMinor;

    /** Opaque to the core. */
    public long reference;

    /** Asset. */
    public int assetId;

    /** From the chart of accounts. */
    public PostingCode code = PostingCode.NONE;

    /** Whether less than the amount may move, so that one side comes to zero. */
    public Balancing balancing = Balancing.NONE;

    @Override
    public CommandKind commandKind() {
        return CommandKind.TRANSFER;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.TRANSFER.code());
        hash = Mix.pair(hash, debitAccountId, creditAccountId);
        hash = Mix.pair(hash, amountMinor, reference);
        hash = Mix.pair(hash, assetId, code.code());
        hash = Mix.pair(hash, balancing.code(), 0);
        return hash;
    }
}
