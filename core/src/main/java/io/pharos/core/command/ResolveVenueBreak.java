package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Staff have dealt with a break: what was to be posted has been posted by commands of its own. */
public final class ResolveVenueBreak extends Command {
    /** Break. */
    public long breakId;

    /** Who does it; opaque to the core. */
    public long staffId;

    /** How; opaque to the core. */
    public int reasonCode;

    @Override
    public CommandKind commandKind() {
        return CommandKind.RESOLVE_VENUE_BREAK;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.RESOLVE_VENUE_BREAK.code());
        hash = Mix.pair(hash, breakId, staffId);
        hash = Mix.pair(hash, reasonCode, 0);
        return hash;
    }
}
