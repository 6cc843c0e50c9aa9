package io.pharos.core.event;

/** The price and quantity at which a call would uncross now. */
public final class AuctionIndicated extends Event {
    /** Price; 0 where nothing would trade. */
    public long priceTicks;

    /** Quantity that would trade at it. */
    public long quantityLots;

    /** What would be left at it: above 0 to buy, below 0 to sell. */
    public long surplusLots;

    /** Instrument. */
    public int instrumentId;
}
