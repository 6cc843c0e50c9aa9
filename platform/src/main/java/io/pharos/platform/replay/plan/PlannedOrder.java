package io.pharos.platform.replay.plan;

import io.pharos.platform.replay.recording.BookSide;

/** An order of ours that rests in the book. */
final class PlannedOrder {
    /** The recorded id of orders of which the record shows the quantity and no message. */
    static final long ANONYMOUS = 0;

    final long key;
    final long recordedId;
    final BookSide side;
    final long price;
    long filledQuantity;
    long remainingQuantity;

    PlannedOrder(long key, long recordedId, BookSide side, long price, long quantity) {
        this.key = key;
        this.recordedId = recordedId;
        this.side = side;
        this.price = price;
        this.remainingQuantity = quantity;
    }

    boolean isAnonymous() {
        return recordedId == ANONYMOUS;
    }

    long totalQuantity() {
        return Math.addExact(filledQuantity, remainingQuantity);
    }
}
