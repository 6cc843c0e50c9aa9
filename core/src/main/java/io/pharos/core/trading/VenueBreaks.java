package io.pharos.core.trading;

import io.pharos.core.command.ResolveVenueBreak;
import io.pharos.core.command.VenueReport;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.Sequencer;
import io.pharos.core.event.VenueBreakFound;
import io.pharos.core.event.VenueBreakResolved;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.VenueBreakKind;

/**
 * Reports that do not match, numbered from 1. The events tell of them; here it is only known which of the last are open. One
 * that is older than the window cannot be resolved any more, and stays open in the journal.
 */
final class VenueBreaks {
    static final int BREAKS_MAX = 1 << 16;
    private static final int WORDS = BREAKS_MAX / Long.SIZE;
    private static final long DIGEST_TAG = 64;

    private final Sequencer sequencer;
    private final EventSink sink;
    private final VenueBreakFound found = new VenueBreakFound();
    private final VenueBreakResolved resolved = new VenueBreakResolved();

    /** A bit for each of the last breaks, set where it is resolved. */
    private final long[] resolvedBits = new long[WORDS];

    private long lastBreakId;

    VenueBreaks(Sequencer sequencer, EventSink sink) {
        this.sequencer = sequencer;
        this.sink = sink;
    }

    void find(VenueBreakKind kind, VenueReport report, long tradeId) {
        lastBreakId++;
        resolvedBits[word(lastBreakId)] &= ~bit(lastBreakId);
        VenueBreakFound event = found;
        event.breakId = lastBreakId;
        event.executionId = report.executionId;
        event.orderId = report.orderId;
        event.tradeId = tradeId;
        event.lots = report.lots;
        event.priceTicks = report.priceTicks;
        event.instrumentId = report.instrumentId;
        event.venueId = report.venueId;
        event.kind = kind;
        event.reportKind = report.kind;
        event.side = report.side;
        sequencer.stamp(event);
        sink.onVenueBreakFound(event);
    }

    Outcome resolve(ResolveVenueBreak command) {
        boolean isOpen = command.breakId >= 1
                && command.breakId <= lastBreakId
                && command.breakId > lastBreakId - BREAKS_MAX
                && (resolvedBits[word(command.breakId)] & bit(command.breakId)) == 0;
        if (!isOpen) {
            return Outcome.BREAK_NOT_FOUND;
        }
        resolvedBits[word(command.breakId)] |= bit(command.breakId);
        VenueBreakResolved event = resolved;
        event.breakId = command.breakId;
        event.staffId = command.staffId;
        event.reasonCode = command.reasonCode;
        sequencer.stamp(event);
        sink.onVenueBreakResolved(event);
        return Outcome.ACCEPTED;
    }

    long digest() {
        if (lastBreakId == 0) {
            return 0;
        }
        long hash = Mix.pair(Mix.start(DIGEST_TAG), lastBreakId, 0);
        for (int i = 0; i < WORDS; i += 2) {
            hash = Mix.pair(hash, resolvedBits[i], resolvedBits[i + 1]);
        }
        return hash;
    }

    void save(StateWriter out) {
        out.writeLong(lastBreakId);
        if (lastBreakId > 0) {
            for (long bits : resolvedBits) {
                out.writeLong(bits);
            }
        }
    }

    void load(StateReader in) {
        lastBreakId = in.readLong();
        Invariant.check(lastBreakId >= 0, "the breaks in the snapshot are counted");
        if (lastBreakId > 0) {
            for (int i = 0; i < WORDS; i++) {
                resolvedBits[i] = in.readLong();
            }
        }
    }

    private static int word(long breakId) {
        return (int) (breakId % BREAKS_MAX) / Long.SIZE;
    }

    private static long bit(long breakId) {
        return 1L << (breakId % Long.SIZE);
    }
}
