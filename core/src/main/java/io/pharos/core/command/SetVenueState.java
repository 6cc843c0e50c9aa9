package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Says whether a venue can be reached. The same again is accepted and changes nothing. */
public final class SetVenueState extends Command {
    /** Venue. */
    public int venueId;

    /** Whether orders reach it. */
    public boolean up;

    @Override
    public CommandKind commandKind() {
        return CommandKind.SET_VENUE_STATE;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.SET_VENUE_STATE.code());
        hash = Mix.pair(hash, venueId, up ? 1 : 0);
        return hash;
    }
}
