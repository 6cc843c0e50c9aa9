package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.Phase;

/** Brings an instrument into a phase of a call or into post-close, for a time or until the next change. */
public final class ChangePhase extends Command {
    /** When the phase ends by itself; 0 for when it is changed. */
    public long endsNanos;

    /** New reference price; 0 keeps the old one. */
    public long referencePriceTicks;

    /** Instrument. */
    public int instrumentId;

    /** The phase: of a call, or POST_CLOSE. */
    public Phase phase = Phase.NONE;

    @Override
    public CommandKind commandKind() {
        return CommandKind.CHANGE_PHASE;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.CHANGE_PHASE.code());
        hash = Mix.pair(hash, endsNanos, referencePriceTicks);
        hash = Mix.pair(hash, instrumentId, phase.code());
        return hash;
    }
}
