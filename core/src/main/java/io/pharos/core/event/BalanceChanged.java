package io.pharos.core.event;

/** An order's hold shrank at a fill: price improvement, the reserve for the dearer fee, or what its last fill left over. */
public final class BalanceChanged extends Event {
    /** Account. */
    public long accountId;

    /** Order. */
    public long orderId;

    /** Trade. */
    public long tradeId;

    /** What moved from held to available, positive. */
    public long releasedMinor;

    /** Available balance after this event. */
    public long availableAfterMinor;

    /** Held balance after this event. */
    public long heldAfterMinor;

    /** Asset. */
    public int assetId;
}
