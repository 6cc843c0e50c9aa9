package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Cancels the open orders of an account, oldest first. */
public final class MassCancel extends Command {
    /** Account. */
    public long accountId;

    /** Instrument; 0 for all. */
    public int instrumentId;

    @Override
    public CommandKind commandKind() {
        return CommandKind.MASS_CANCEL;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.MASS_CANCEL.code());
        hash = Mix.pair(hash, accountId, instrumentId);
        return hash;
    }
}
