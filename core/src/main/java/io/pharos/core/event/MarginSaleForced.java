package io.pharos.core.event;

/** A close-out placed an order; the order itself is told of as any other. */
public final class MarginSaleForced extends Event {
    /** Account. */
    public long accountId;

    /** The order. */
    public long orderId;

    /** Its quantity. */
    public long quantityLots;

    /** What of it was sold. */
    public long filledLots;

    /** The worst price at which it might sell. */
    public long priceTicks;

    /** What had to be sold to restore the account. */
    public long neededMinor;

    /** Instrument. */
    public int instrumentId;
}
