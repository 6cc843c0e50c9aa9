package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Gives the whole hold back. Ends the hold. */
public final class ReleaseHold extends Command {
    /** Hold. */
    public long holdId;

    @Override
    public CommandKind commandKind() {
        return CommandKind.RELEASE_HOLD;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.RELEASE_HOLD.code());
        hash = Mix.pair(hash, holdId, 0);
        return hash;
    }
}
