package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Pays an amount of a hold to another account and releases the rest. Ends the hold. */
public final class CaptureHold extends Command {
    /** Hold. */
    public long holdId;

    /** Account whose available balance rises. */
    public long creditAccountId;

    /** Minor units, positive, at most what is held. */
    public long amountMinor;

    @Override
    public CommandKind commandKind() {
        return CommandKind.CAPTURE_HOLD;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.CAPTURE_HOLD.code());
        hash = Mix.pair(hash, holdId, creditAccountId);
        hash = Mix.pair(hash, amountMinor, 0);
        return hash;
    }
}
