package io.pharos.core.event;

import io.pharos.protocol.Side;
import io.pharos.protocol.VenueBreakKind;
import io.pharos.protocol.VenueReportKind;

/** A report of a venue matched nothing, or not what is known: staff look at it. */
public final class VenueBreakFound extends Event {
    /** From 1, gapless. */
    public long breakId;

    /** Of the report. */
    public long executionId;

    /** Order, as the venue named it. */
    public long orderId;

    /** Trade that was booked; 0 for none. */
    public long tradeId;

    /** Of the report. */
    public long lots;

    /** Of the report. */
    public long priceTicks;

    /** Instrument. */
    public int instrumentId;

    /** Venue. */
    public int venueId;

    /** What does not match. */
    public VenueBreakKind kind = VenueBreakKind.NONE;

    /** What was reported. */
    public VenueReportKind reportKind = VenueReportKind.NONE;

    /** Of the report. */
    public Side side = Side.NONE;
}
