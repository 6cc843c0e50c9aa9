package io.pharos.core.event;

import io.pharos.protocol.Bucket;
import io.pharos.protocol.PostingCode;

/** A transfer: the amount left a bucket of one balance and reached a bucket of another. */
public final class Posted extends Event {
    /** From 1, gapless. */
    public long transferId;

    /** Id of the first of the linked transfers; 0 for a single one. */
    public long linkId;

    /** Account that paid. */
    public long debitAccountId;

    /** Account that received. */
    public long creditAccountId;

    /** Minor units, positive. */
    public long amountMinor;

    /** Of the command; 0 for what a trade posts. */
    public long reference;

    /** Order that caused it, or 0. */
    public long orderId;

    /** Trade that caused it, or 0. */
    public long tradeId;

    /** Hold that was captured, or 0. */
    public long holdId;

    /** Transfer whose opposite this is, or 0. */
    public long reversedTransferId;

    /** Available balance of the paying account after this event. */
    public long debitAvailableAfterMinor;

    /** Held balance of the paying account after this event. */
    public long debitHeldAfterMinor;

    /** Available balance of the receiving account after this event. */
    public long creditAvailableAfterMinor;

    /** Held balance of the receiving account after this event. */
    public long creditHeldAfterMinor;

    /** Asset. */
    public int assetId;

    /** Code from the chart of accounts. */
    public PostingCode code = PostingCode.NONE;

    /** Bucket that fell. */
    public Bucket debitBucket = Bucket.NONE;

    /** Bucket that rose. */
    public Bucket creditBucket = Bucket.NONE;
}
