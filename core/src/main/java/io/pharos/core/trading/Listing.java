package io.pharos.core.trading;

import io.pharos.core.command.SetListing;
import io.pharos.core.state.Mix;

/**
 * Where an instrument is matched, if not here. The clearing account stands for the venue: what customers buy comes out of
 * it, and what they sell goes into it, so its balances are the opposite of all that the venue reported. The error account
 * takes what the venue traded and no customer owns.
 */
final class Listing {
    private static final long DIGEST_TAG = 61;

    final int instrumentId;
    final int venueId;
    final long clearingAccountId;
    final long errorAccountId;
    final boolean queuesWhenDown;

    // What the ledger knows these by.
    final int clearingBaseSlot;
    final int clearingQuoteSlot;
    final int errorBaseSlot;
    final int errorQuoteSlot;

    Listing(SetListing terms, int clearingBaseSlot, int clearingQuoteSlot, int errorBaseSlot, int errorQuoteSlot) {
        instrumentId = terms.instrumentId;
        venueId = terms.venueId;
        clearingAccountId = terms.clearingAccountId;
        errorAccountId = terms.errorAccountId;
        queuesWhenDown = terms.queuesWhenDown;
        this.clearingBaseSlot = clearingBaseSlot;
        this.clearingQuoteSlot = clearingQuoteSlot;
        this.errorBaseSlot = errorBaseSlot;
        this.errorQuoteSlot = errorQuoteSlot;
    }

    boolean says(SetListing terms) {
        return venueId == terms.venueId
                && clearingAccountId == terms.clearingAccountId
                && errorAccountId == terms.errorAccountId
                && queuesWhenDown == terms.queuesWhenDown;
    }

    long hash() {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), instrumentId, venueId);
        hash = Mix.pair(hash, clearingAccountId, errorAccountId);
        return Mix.pair(hash, queuesWhenDown ? 1 : 0, 0);
    }
}
