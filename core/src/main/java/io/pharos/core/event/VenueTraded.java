package io.pharos.core.event;

import io.pharos.protocol.Side;

/** A trade that a venue reported. The postings, and for what a customer traded a {@code Traded}, stand before it. */
public final class VenueTraded extends Event {
    /** Trade, numbered with all others. */
    public long tradeId;

    /** Of the venue. */
    public long executionId;

    /** The trade that this one stands for; 0 for none. */
    public long correctedTradeId;

    /** Order, as the venue named it. */
    public long orderId;

    /** Who traded; the error account where no customer did. */
    public long accountId;

    /** Price. */
    public long priceTicks;

    /** What the customer traded. */
    public long lots;

    /** What the error account took. */
    public long houseLots;

    /** What the customer paid or got, before fee and tax. */
    public long notionalMinor;

    /** Fee of the customer. */
    public long feeMinor;

    /** Tax of the customer. */
    public long taxMinor;

    /** Instrument. */
    public int instrumentId;

    /** Venue. */
    public int venueId;

    /** Side of the customer. */
    public Side side = Side.NONE;
}
