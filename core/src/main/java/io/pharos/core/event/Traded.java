package io.pharos.core.event;

import io.pharos.protocol.Side;

/** Two orders met. The postings follow under the same cause, with this trade id. */
public final class Traded extends Event {
    /** From 1, gapless. */
    public long tradeId;

    /** Price of the resting order. */
    public long priceTicks;

    /** Quantity. */
    public long quantityLots;

    /** price x quantity x tick value, minor units of the quote asset. */
    public long notionalMinor;

    /** Order that rested. */
    public long makerOrderId;

    /** Its owner. */
    public long makerAccountId;

    /** Its tag. */
    public long makerClientTag;

    /** What remains of it; 0 ends it. */
    public long makerRemainingLots;

    /** Its fee for this trade. */
    public long makerFeeMinor;

    /** Its tax for this trade. */
    public long makerTaxMinor;

    /** Order that came in. */
    public long takerOrderId;

    /** Its owner. */
    public long takerAccountId;

    /** Its tag. */
    public long takerClientTag;

    /** What remains of it. */
    public long takerRemainingLots;

    /** Its fee for this trade. */
    public long takerFeeMinor;

    /** Its tax for this trade. */
    public long takerTaxMinor;

    /** Instrument. */
    public int instrumentId;

    /** Side of the incoming order. */
    public Side takerSide = Side.NONE;

    /** Whether both met in an auction: the older order is the maker then, and both pay the maker's fee. */
    public boolean auction;
}
