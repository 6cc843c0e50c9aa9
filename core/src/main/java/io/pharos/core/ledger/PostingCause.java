package io.pharos.core.ledger;

/** Why something is posted: filled anew by the caller for each posting or run of postings. */
public final class PostingCause {
    /** First of the linked transfers, or 0. */
    public long linkId;

    /** Of the command, or 0. */
    public long reference;

    /** Order, or 0. */
    public long orderId;

    /** Trade, or 0. */
    public long tradeId;

    /** Hold, or 0. */
    public long holdId;

    /** Transfer that is reversed, or 0. */
    public long reversedTransferId;

    public void clear() {
        linkId = 0;
        reference = 0;
        orderId = 0;
        tradeId = 0;
        holdId = 0;
        reversedTransferId = 0;
    }
}
