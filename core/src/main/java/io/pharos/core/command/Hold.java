package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.PostingCode;

/** Moves an amount of one account from available to held, until it is captured, released or past its deadline. */
public final class Hold extends Command {
    /** Account. */
    public long accountId;

    /** Minor units, positive. */
    public long amountMinor;

    /** Log time at which the core releases the hold by itself; 0 for never. */
    public long deadlineNanos;

    /** Opaque to the core. */
    public long reference;

    /** Asset. */
    public int assetId;

    /** From the chart of accounts; the capture posts under it. */
    public PostingCode code = PostingCode.NONE;

    @Override
    public CommandKind commandKind() {
        return CommandKind.HOLD;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.HOLD.code());
        hash = Mix.pair(hash, accountId, amountMinor);
        hash = Mix.pair(hash, deadlineNanos, reference);
        hash = Mix.pair(hash, assetId, code.code());
        return hash;
    }
}
