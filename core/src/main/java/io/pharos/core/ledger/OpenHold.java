package io.pharos.core.ledger;

import io.pharos.core.state.Mix;
import io.pharos.protocol.PostingCode;
import org.jspecify.annotations.Nullable;

/** An open hold. Pooled: its fields are set anew for each use. */
final class OpenHold {
    private static final long DIGEST_TAG = 4;

    long holdId;
    int slot;
    long amountMinor;
    long deadlineNanos;
    long reference;
    PostingCode code = PostingCode.NONE;

    /** Place in the heap of deadlines; -1 for a hold without one. */
    int heapPosition = -1;

    @Nullable
    OpenHold older;

    @Nullable
    OpenHold newer;

    /** Hash of what the hold says; the balance is named by its account and asset, as a slot is not state. */
    long hash(Balances balances) {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), holdId, amountMinor);
        hash = Mix.pair(hash, balances.accountIndex(slot), balances.assetIndex(slot));
        return Mix.pair(Mix.pair(hash, deadlineNanos, reference), code.code(), 0);
    }
}
