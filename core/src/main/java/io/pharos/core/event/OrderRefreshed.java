package io.pharos.core.event;

import io.pharos.protocol.Side;

/** What the book shows of an order that does not show all: it came to rest, or its shown part was used up and the next came up. */
public final class OrderRefreshed extends Event {
    /** Order. */
    public long orderId;

    /** Its price. */
    public long priceTicks;

    /** What it shows now. */
    public long shownLots;

    /** What is open of it, shown or not. */
    public long remainingLots;

    /** Instrument. */
    public int instrumentId;

    /** Buy or sell. */
    public Side side = Side.NONE;
}
