package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.Side;
import io.pharos.protocol.VenueReportKind;

/** What a venue reported of an order or a trade: FIX 4.4 ExecutionReport and OrderCancelReject in the units of the core.
 * Idempotent by the execution id, whatever command carries it. */
public final class VenueReport extends Command {
    /** The venue's id of the report, hashed to 64 bits by the gateway (FIX 17); not 0. */
    public long executionId;

    /** Of a correction or a bust the execution that it is about (FIX 19); 0 for the others. */
    public long referenceId;

    /** Order, as the venue names it (out of FIX 11); 0 where that is none of ours. */
    public long orderId;

    /** Traded quantity of a fill, the whole corrected quantity of a correction, the new total of a replaced order. */
    public long lots;

    /** Price of the trade, or of the replaced order. */
    public long priceTicks;

    /** What the venue says was traded of the order in all (FIX 14). */
    public long cumulativeLots;

    /** Instrument. */
    public int instrumentId;

    /** Venue. */
    public int venueId;

    /** Which request of the order the venue answers, from 1; 0 where it does not say. */
    public int requestNumber;

    /** Why, in the words of the venue; opaque to the core. */
    public int reasonCode;

    /** What is reported. */
    public VenueReportKind kind = VenueReportKind.NONE;

    /** Side of a fill. */
    public Side side = Side.NONE;

    @Override
    public CommandKind commandKind() {
        return CommandKind.VENUE_REPORT;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.VENUE_REPORT.code());
        hash = Mix.pair(hash, executionId, referenceId);
        hash = Mix.pair(hash, orderId, lots);
        hash = Mix.pair(hash, priceTicks, cumulativeLots);
        hash = Mix.pair(hash, instrumentId, venueId);
        hash = Mix.pair(hash, requestNumber, reasonCode);
        hash = Mix.pair(hash, kind.code(), side.code());
        return hash;
    }
}
