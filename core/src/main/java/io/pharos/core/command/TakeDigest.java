package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Publishes the digest of the whole state. */
public final class TakeDigest extends Command {
    @Override
    public CommandKind commandKind() {
        return CommandKind.TAKE_DIGEST;
    }

    @Override
    public long fingerprint() {
        return Mix.start(CommandKind.TAKE_DIGEST.code());
    }
}
