package io.pharos.core.ledger;

import io.pharos.core.event.EventSink;
import io.pharos.core.event.Posted;
import io.pharos.core.event.Sequencer;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.PostingCode;

/** Posts transfers: moves the amount, gives the transfer its id, and emits it. Everything that moves value ends here. */
public final class Postings {
    private final Assets assets;
    private final Accounts accounts;
    private final Balances balances;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final Posted posted = new Posted();
    private long lastTransferId;

    Postings(Assets assets, Accounts accounts, Balances balances, Sequencer sequencer, EventSink sink) {
        this.assets = assets;
        this.accounts = accounts;
        this.balances = balances;
        this.sequencer = sequencer;
        this.sink = sink;
    }

    /**
     * Posts one transfer to the available bucket of the receiver; where it leaves an available bucket, the caller has
     * asked {@link Balances#checkSpend}.
     *
     * @param amountMinor positive
     * @return the id of the transfer
     */
    public long post(
            int debitSlot, Bucket debitBucket, int creditSlot, long amountMinor, PostingCode code, PostingCause cause) {
        return post(debitSlot, debitBucket, creditSlot, Bucket.AVAILABLE, amountMinor, code, cause);
    }

    /** Posts one transfer to any bucket of the receiver, who may be the payer. */
    public long post(
            int debitSlot,
            Bucket debitBucket,
            int creditSlot,
            Bucket creditBucket,
            long amountMinor,
            PostingCode code,
            PostingCause cause) {
        balances.move(debitSlot, debitBucket, creditSlot, creditBucket, amountMinor);
        posted.creditBucket = creditBucket;
        return emit(
                debitSlot,
                debitBucket,
                creditSlot,
                amountMinor,
                code,
                cause,
                balances.availableMinor(debitSlot),
                balances.heldMinor(debitSlot),
                balances.availableMinor(creditSlot),
                balances.heldMinor(creditSlot));
    }

    /** Emits a transfer to an available bucket that has moved already, with the balances that it left behind. */
    long emitMoved(
            int debitSlot,
            int creditSlot,
            long amountMinor,
            PostingCode code,
            PostingCause cause,
            long debitAvailableAfterMinor,
            long debitHeldAfterMinor,
            long creditAvailableAfterMinor,
            long creditHeldAfterMinor) {
        posted.creditBucket = Bucket.AVAILABLE;
        return emit(
                debitSlot,
                Bucket.AVAILABLE,
                creditSlot,
                amountMinor,
                code,
                cause,
                debitAvailableAfterMinor,
                debitHeldAfterMinor,
                creditAvailableAfterMinor,
                creditHeldAfterMinor);
    }

    private long emit(
            int debitSlot,
            Bucket debitBucket,
            int creditSlot,
            long amountMinor,
            PostingCode code,
            PostingCause cause,
            long debitAvailableAfterMinor,
            long debitHeldAfterMinor,
            long creditAvailableAfterMinor,
            long creditHeldAfterMinor) {
        Posted event = posted;
        event.transferId = ++lastTransferId;
        event.linkId = cause.linkId;
        event.debitAccountId = accounts.accountId(balances.accountIndex(debitSlot));
        event.creditAccountId = accounts.accountId(balances.accountIndex(creditSlot));
        event.amountMinor = amountMinor;
        event.reference = cause.reference;
        event.orderId = cause.orderId;
        event.tradeId = cause.tradeId;
        event.holdId = cause.holdId;
        event.reversedTransferId = cause.reversedTransferId;
        event.debitAvailableAfterMinor = debitAvailableAfterMinor;
        event.debitHeldAfterMinor = debitHeldAfterMinor;
        event.creditAvailableAfterMinor = creditAvailableAfterMinor;
        event.creditHeldAfterMinor = creditHeldAfterMinor;
        event.assetId = assets.at(balances.assetIndex(debitSlot)).assetId();
        event.code = code;
        event.debitBucket = debitBucket;
        sequencer.stamp(event);
        sink.onPosted(event);
        return lastTransferId;
    }

    /** Id that the next transfer will get. */
    long nextTransferId() {
        return lastTransferId + 1;
    }

    void save(StateWriter out) {
        out.writeLong(lastTransferId);
    }

    void load(StateReader in) {
        lastTransferId = in.readLong();
    }
}
