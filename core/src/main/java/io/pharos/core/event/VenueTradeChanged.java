package io.pharos.core.event;

import io.pharos.protocol.Side;

/** A venue busted or corrected a trade. The postings, which name the old trade as their reference, stand before it. */
public final class VenueTradeChanged extends Event {
    /** The trade as it was. */
    public long tradeId;

    /** The trade that stands for it; 0 where it was busted. */
    public long newTradeId;

    /** Of the correction or bust. */
    public long executionId;

    /** Order. */
    public long orderId;

    /** Who traded; the error account where no customer did. */
    public long accountId;

    /** What the customer traded in the old trade. */
    public long lots;

    /** And trades now. */
    public long newLots;

    /** Of the old trade. */
    public long notionalMinor;

    /** And now. */
    public long newNotionalMinor;

    /** Of the old trade. */
    public long feeMinor;

    /** And now. */
    public long newFeeMinor;

    /** Of the old trade. */
    public long taxMinor;

    /** And now. */
    public long newTaxMinor;

    /** What of the securities to give back the customer did not have, and owes. */
    public long baseShortMinor;

    /** What of the cash to give back the customer did not have, and owes. */
    public long quoteShortMinor;

    /** Price from now on; 0 where it was busted. */
    public long priceTicks;

    /** Instrument. */
    public int instrumentId;

    /** Venue. */
    public int venueId;

    /** Side of the customer. */
    public Side side = Side.NONE;
}
