package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Opens continuous trading. A new reference price cancels the orders outside the new band. */
public final class OpenInstrument extends Command {
    /** New reference price; 0 keeps the old one. */
    public long referencePriceTicks;

    /** Instrument. */
    public int instrumentId;

    @Override
    public CommandKind commandKind() {
        return CommandKind.OPEN_INSTRUMENT;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.OPEN_INSTRUMENT.code());
        hash = Mix.pair(hash, referencePriceTicks, instrumentId);
        return hash;
    }
}
