package io.pharos.core.event;

import io.pharos.protocol.RouteAction;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/** A request is to be sent to a venue. Of one order only one request waits for an answer at a time. */
public final class OrderRouted extends Event {
    /** Order. */
    public long orderId;

    /** Owner. */
    public long accountId;

    /** Of the order. */
    public long clientTag;

    /** Limit, also of a market order, which goes out as an immediate limit order at its protection price. */
    public long priceTicks;

    /** Total quantity. */
    public long quantityLots;

    /** Filled so far. */
    public long filledLots;

    /** When a good-till-date order ends; 0 for the others. */
    public long expiresNanos;

    /** Instrument. */
    public int instrumentId;

    /** Venue. */
    public int venueId;

    /** Number of the request within the order, from 1. */
    public int requestNumber;

    /** The request that the venue has accepted last; 0 for none. A change or a cancellation is of that one. */
    public int acceptedNumber;

    /** What to send. */
    public RouteAction action = RouteAction.NONE;

    /** Buy or sell. */
    public Side side = Side.NONE;

    /** How long it stays. */
    public TimeInForce timeInForce = TimeInForce.NONE;
}
