package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Says at which venue an instrument is matched: here with venue 0, or elsewhere, where its orders are sent to. The same
 * again is accepted and changes nothing. */
public final class SetListing extends Command {
    /** Account of the house that stands for the venue: what customers buy comes from it; 0 with venue 0. */
    public long clearingAccountId;

    /** Account of the house that takes what no customer owns, one for all listings; 0 with venue 0. */
    public long errorAccountId;

    /** Instrument. */
    public int instrumentId;

    /** Venue, positive; 0 for the book of this core. */
    public int venueId;

    /** Whether an order is taken while the venue is down, to be sent when it is back; else it is refused. */
    public boolean queuesWhenDown;

    @Override
    public CommandKind commandKind() {
        return CommandKind.SET_LISTING;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.SET_LISTING.code());
        hash = Mix.pair(hash, clearingAccountId, errorAccountId);
        hash = Mix.pair(hash, instrumentId, venueId);
        hash = Mix.pair(hash, queuesWhenDown ? 1 : 0, 0);
        return hash;
    }
}
