package io.pharos.core.event;

/** Two orders that were just accepted are linked: one cancels the other. */
public final class OrdersLinked extends Event {
    /** The limit order. */
    public long orderId;

    /** The stop. */
    public long linkedOrderId;

    /** Owner of both. */
    public long accountId;

    /** Instrument of both. */
    public int instrumentId;
}
