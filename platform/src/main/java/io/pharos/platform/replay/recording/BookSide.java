package io.pharos.platform.replay.recording;

import java.util.Comparator;

/** The side of a resting order. */
public enum BookSide {
    BID,
    ASK;

    public BookSide opposite() {
        return this == BID ? ASK : BID;
    }

    /** Orders prices from the best to the worst: the highest bid first, the lowest ask first. */
    public Comparator<Long> bestFirst() {
        return this == BID ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    /** Whether a resting order at {@code price} is at least as good for the other side as one at {@code limit}. */
    public boolean isAtLeastAsGood(long price, long limit) {
        return this == BID ? price >= limit : price <= limit;
    }
}
