package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Posts the opposite of a past transfer, or of linked ones, once. */
public final class ReverseTransfer extends Command {
    /** The transfer, of linked ones the first. */
    public long transferId;

    /** Opaque to the core. */
    public long reference;

    @Override
    public CommandKind commandKind() {
        return CommandKind.REVERSE_TRANSFER;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.REVERSE_TRANSFER.code());
        hash = Mix.pair(hash, transferId, reference);
        return hash;
    }
}
