package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Ends trading; orders stay and may be cancelled. */
public final class CloseInstrument extends Command {
    /** Instrument. */
    public int instrumentId;

    @Override
    public CommandKind commandKind() {
        return CommandKind.CLOSE_INSTRUMENT;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.CLOSE_INSTRUMENT.code());
        hash = Mix.pair(hash, instrumentId, 0);
        return hash;
    }
}
