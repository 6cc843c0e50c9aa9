package io.pharos.platform.replay.plan;

import io.pharos.platform.replay.recording.BookSide;

/**
 * One command of ordinary order entry. Prices are in ten-thousandths of a dollar, quantities in shares. {@code key}
 * is the replay's own number of the order, which the session turns into a client order id.
 */
public sealed interface Entry {
    /** The order that the command places, changes or cancels. */
    long key();

    /** A limit order; what an immediate one does not fill at once is cancelled. */
    record Place(long key, BookSide side, long price, long quantity, boolean immediate) implements Entry {}

    /** Changes the total quantity, filled shares included, at the same price. Less keeps the priority, more loses it. */
    record Replace(long key, long price, long totalQuantity) implements Entry {}

    /** Cancels what remains. */
    record Cancel(long key) implements Entry {}
}
