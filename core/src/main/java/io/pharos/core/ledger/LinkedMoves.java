package io.pharos.core.ledger;

import io.pharos.core.command.LinkedTransfers;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.PostingCode;

/** Transfers that move one by one and are emitted together, once the last is known to be good; or are undone. */
final class LinkedMoves {
    private static final int LEGS_MAX = LinkedTransfers.LEGS_MAX;

    private final Balances balances;
    private final Postings postings;
    private final PostingCause cause = new PostingCause();
    private final int[] debitSlots = new int[LEGS_MAX];
    private final int[] creditSlots = new int[LEGS_MAX];
    private final long[] amountsMinor = new long[LEGS_MAX];
    private final PostingCode[] codes = new PostingCode[LEGS_MAX];
    private final long[] references = new long[LEGS_MAX];
    private final long[] reversedTransferIds = new long[LEGS_MAX];
    private final long[] debitAvailableAfterMinor = new long[LEGS_MAX];
    private final long[] debitHeldAfterMinor = new long[LEGS_MAX];
    private final long[] creditAvailableAfterMinor = new long[LEGS_MAX];
    private final long[] creditHeldAfterMinor = new long[LEGS_MAX];
    private int count;

    LinkedMoves(Balances balances, Postings postings) {
        this.balances = balances;
        this.postings = postings;
    }

    void begin() {
        count = 0;
    }

    /** Moves from available to available; the caller has asked {@link Balances#checkSpend}. */
    void move(
            int debitSlot,
            int creditSlot,
            long amountMinor,
            PostingCode code,
            long reference,
            long reversedTransferId) {
        balances.move(debitSlot, Bucket.AVAILABLE, creditSlot, amountMinor);
        debitSlots[count] = debitSlot;
        creditSlots[count] = creditSlot;
        amountsMinor[count] = amountMinor;
        codes[count] = code;
        references[count] = reference;
        reversedTransferIds[count] = reversedTransferId;
        debitAvailableAfterMinor[count] = balances.availableMinor(debitSlot);
        debitHeldAfterMinor[count] = balances.heldMinor(debitSlot);
        creditAvailableAfterMinor[count] = balances.availableMinor(creditSlot);
        creditHeldAfterMinor[count] = balances.heldMinor(creditSlot);
        count++;
    }

    /** Moves everything back, the last first. */
    void undo() {
        while (count > 0) {
            count--;
            balances.move(creditSlots[count], Bucket.AVAILABLE, debitSlots[count], amountsMinor[count]);
        }
    }

    /**
     * Emits everything that moved, under ids that follow each other.
     *
     * @param linked whether the transfers name the first of them
     * @return the id of the first
     */
    long emit(boolean linked) {
        long firstId = postings.nextTransferId();
        cause.clear();
        cause.linkId = linked ? firstId : 0;
        for (int leg = 0; leg < count; leg++) {
            cause.reference = references[leg];
            cause.reversedTransferId = reversedTransferIds[leg];
            postings.emitMoved(
                    debitSlots[leg],
                    creditSlots[leg],
                    amountsMinor[leg],
                    codes[leg],
                    cause,
                    debitAvailableAfterMinor[leg],
                    debitHeldAfterMinor[leg],
                    creditAvailableAfterMinor[leg],
                    creditHeldAfterMinor[leg]);
        }
        return firstId;
    }

    int count() {
        return count;
    }

    int debitSlot(int leg) {
        return debitSlots[leg];
    }

    int creditSlot(int leg) {
        return creditSlots[leg];
    }

    long amountMinor(int leg) {
        return amountsMinor[leg];
    }
}
