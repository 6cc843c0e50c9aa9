package io.pharos.core.event;

/** The exits of a bracket's entry were just accepted. */
public final class ExitsPlaced extends Event {
    /** The entry. */
    public long orderId;

    /** Owner. */
    public long accountId;

    /** The take-profit order; 0 where its price was outside the limits of the day. */
    public long takeProfitOrderId;

    /** The stop. */
    public long stopOrderId;

    /** Instrument. */
    public int instrumentId;
}
