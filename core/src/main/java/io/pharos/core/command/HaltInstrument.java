package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Interrupts trading; orders stay and may be cancelled. */
public final class HaltInstrument extends Command {
    /** Instrument. */
    public int instrumentId;

    @Override
    public CommandKind commandKind() {
        return CommandKind.HALT_INSTRUMENT;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.HALT_INSTRUMENT.code());
        hash = Mix.pair(hash, instrumentId, 0);
        return hash;
    }
}
