package io.pharos.core.event;

import io.pharos.protocol.Phase;

/** A call ended at one price; its trades follow. */
public final class AuctionUncrossed extends Event {
    /** Price; 0 where nothing traded. */
    public long priceTicks;

    /** Quantity that trades at it. */
    public long quantityLots;

    /** What is left at it: above 0 to buy, below 0 to sell. */
    public long surplusLots;

    /** Instrument. */
    public int instrumentId;

    /** The phase that ends. */
    public Phase phase = Phase.NONE;
}
