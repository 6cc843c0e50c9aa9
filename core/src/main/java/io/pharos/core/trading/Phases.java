package io.pharos.core.trading;

import io.pharos.core.event.AuctionUncrossed;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.Sequencer;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.PhaseReason;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/**
 * The phases of an instrument: which may follow which, and what happens on the way from one to the next.
 *
 * <pre>
 *   PENDING, CLOSED, POST_CLOSE --> PRE_OPEN --> OPENING_AUCTION --uncross--> OPEN
 *   OPEN --collar--> VOLATILITY_INTERRUPTION --uncross--> OPEN
 *   OPEN, VOLATILITY_INTERRUPTION --> CLOSING_AUCTION --uncross--> POST_CLOSE --> CLOSED
 *   OPEN and every call --> HALTED --> any of them
 * </pre>
 *
 * A book that is crossed is uncrossed before it opens, wherever it comes from. Orders at the open end with the opening,
 * orders at the close with the close, orders of the day when the instrument closes. Pegged orders are in the book in
 * continuous trading only: they take part in no auction.
 */
final class Phases {
    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderChanges changes;
    private final Matching matching;
    private final PeggedOrders pegged;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final CallPrice callPrice = new CallPrice();
    private final AuctionUncrossed uncrossed = new AuctionUncrossed();

    Phases(
            Instruments instruments,
            OpenOrders orders,
            OrderChanges changes,
            Matching matching,
            PeggedOrders pegged,
            Sequencer sequencer,
            EventSink sink) {
        this.instruments = instruments;
        this.orders = orders;
        this.changes = changes;
        this.matching = matching;
        this.pegged = pegged;
        this.sequencer = sequencer;
        this.sink = sink;
    }

    /** The outcome of a wish to change the phase. */
    static Outcome check(Phase from, Phase to) {
        if (from == to) {
            return Outcome.ALREADY_IN_PHASE;
        }
        boolean mayFollow = switch (to) {
            case OPEN -> true;
            case PRE_OPEN -> isBeforeTheDay(from) || from == Phase.HALTED;
            case OPENING_AUCTION -> isBeforeTheDay(from) || from == Phase.HALTED || from == Phase.PRE_OPEN;
            case VOLATILITY_INTERRUPTION -> from == Phase.OPEN || from == Phase.HALTED;
            case CLOSING_AUCTION -> isDuringTheDay(from);
            case POST_CLOSE -> isDuringTheDay(from) || from == Phase.CLOSING_AUCTION;
            case HALTED -> from == Phase.OPEN || from.isCall();
            case CLOSED -> from != Phase.PENDING;
            case PENDING, NONE -> false;
        };
        return mayFollow ? Outcome.ACCEPTED : Outcome.PHASE_CHANGE_NOT_ALLOWED;
    }

    /** The phase that follows one which ends by itself. */
    static Phase after(Phase phase) {
        return switch (phase) {
            case PRE_OPEN, OPENING_AUCTION, VOLATILITY_INTERRUPTION -> Phase.OPEN;
            case CLOSING_AUCTION -> Phase.POST_CLOSE;
            case POST_CLOSE -> Phase.CLOSED;
            case HALTED -> Phase.VOLATILITY_INTERRUPTION;
            case NONE, PENDING, OPEN, CLOSED ->
                throw new IllegalArgumentException("a phase that does not end by itself: " + phase);
        };
    }

    /**
     * Brings an instrument into a phase that may follow its own.
     *
     * @param endsNanos when the phase ends by itself; 0 for never
     * @param untilNanos when it is planned to end in any way; 0 where that is not known
     */
    void enter(Instrument of, Phase to, long referenceTicks, long endsNanos, long untilNanos, PhaseReason reason) {
        Phase from = of.phase();
        if (from == Phase.OPEN) {
            pegged.parkAll(of);
        }
        boolean hasNewLimits = referenceTicks != of.referencePriceTicks();
        if (hasNewLimits) {
            instruments.reference(of, referenceTicks);
        }
        if (uncrosses(of, from, to) || (from == Phase.OPENING_AUCTION && isBreak(to, reason))) {
            if (hasNewLimits) {
                cancelOutsideLimits(of);
            }
            uncross(of, from);
        }
        of.session.beginPhase(to.isCall() ? sequencer.timeNanos() : 0, endsNanos);
        of.session.suspended = to == Phase.HALTED && reason == PhaseReason.STAFF;
        if (isBeforeTheDay(from)) {
            of.session.auctionPriceTicks = 0;
        }
        instruments.change(of, to, untilNanos, reason);
        if (hasNewLimits || to == Phase.OPEN) {
            cancelOutsideLimits(of);
        }
        switch (to) {
            case OPEN -> {
                end(of, TimeInForce.AT_OPEN);
                park(of.book.side(Side.BUY));
                park(of.book.side(Side.SELL));
            }
            case CLOSING_AUCTION -> unpark(of);
            case POST_CLOSE -> end(of, TimeInForce.AT_CLOSE);
            case CLOSED -> endDay(of);
            default -> {
                // The orders stay as they are.
            }
        }
    }

    /** Ends the orders of the trading day of an instrument. */
    void endDay(Instrument of) {
        end(of, TimeInForce.AT_OPEN);
        end(of, TimeInForce.AT_CLOSE);
        end(of, TimeInForce.DAY);
    }

    private static boolean isBeforeTheDay(Phase phase) {
        return phase == Phase.PENDING || phase == Phase.CLOSED || phase == Phase.POST_CLOSE;
    }

    private static boolean isDuringTheDay(Phase phase) {
        return phase == Phase.OPEN || phase == Phase.VOLATILITY_INTERRUPTION || phase == Phase.HALTED;
    }

    /** A halt by the calendar: the pause after the opening auction, or at noon. */
    private static boolean isBreak(Phase to, PhaseReason reason) {
        return to == Phase.HALTED && reason == PhaseReason.CALENDAR;
    }

    private static boolean uncrosses(Instrument of, Phase from, Phase to) {
        return switch (to) {
            case OPEN -> from.isCall() || of.book.isCrossed();
            case POST_CLOSE, CLOSED -> from == Phase.CLOSING_AUCTION;
            default -> false;
        };
    }

    private void uncross(Instrument of, Phase ending) {
        callPrice.find(of);
        AuctionUncrossed event = uncrossed;
        event.instrumentId = of.instrumentId;
        event.phase = ending;
        event.priceTicks = callPrice.priceTicks;
        event.quantityLots = callPrice.quantityLots;
        event.surplusLots = callPrice.surplusLots;
        sequencer.stamp(event);
        sink.onAuctionUncrossed(event);
        if (callPrice.quantityLots > 0) {
            of.lastPriceTicks = callPrice.priceTicks;
            of.session.auctionPriceTicks = callPrice.priceTicks;
            matching.uncross(of.book, callPrice.priceTicks);
        }
        of.book.checkNotCrossed();
    }

    /** Keeps the orders at the close for it again, where a closing auction did not lead to it. */
    private void park(BookSide side) {
        PriceLevel level = side.best();
        while (level != null) {
            PriceLevel next = side.worse(level);
            Order order = side.first(level);
            while (order != null) {
                Order behind = side.behind(order);
                if (order.timeInForce == TimeInForce.AT_CLOSE) {
                    orders.leaveQueue(order);
                    order.parked = true;
                    orders.queue(order);
                }
                order = behind;
            }
            level = next;
        }
    }

    /** Brings the orders at the close into the book, behind those that rest at their prices. */
    private void unpark(Instrument of) {
        unpark(of.book.parked(Side.BUY));
        unpark(of.book.parked(Side.SELL));
    }

    private void unpark(BookSide parked) {
        for (PriceLevel level = parked.best(); level != null; level = parked.best()) {
            for (Order order = parked.first(level); order != null; ) {
                Order behind = parked.behind(order);
                orders.leaveQueue(order);
                order.parked = false;
                orders.queue(order);
                order = behind;
            }
        }
    }

    private void cancelOutsideLimits(Instrument of) {
        if (of.hasLimits()) {
            cancelOutsideLimits(of, of.book.side(Side.BUY));
            cancelOutsideLimits(of, of.book.side(Side.SELL));
            cancelOutsideLimits(of, of.book.parked(Side.BUY));
            cancelOutsideLimits(of, of.book.parked(Side.SELL));
        }
    }

    private void cancelOutsideLimits(Instrument of, BookSide side) {
        PriceLevel level = side.best();
        while (level != null) {
            PriceLevel next = side.worse(level);
            if (of.isOutsideLimits(level.priceTicks)) {
                Order order = side.first(level);
                while (order != null) {
                    Order behind = side.behind(order);
                    changes.cancelQueued(order, CancelReason.OUTSIDE_BAND);
                    order = behind;
                }
            }
            level = next;
        }
    }

    private void end(Instrument of, TimeInForce timeInForce) {
        end(of.book.side(Side.BUY), timeInForce);
        end(of.book.side(Side.SELL), timeInForce);
        end(of.book.waiting(Side.BUY), timeInForce);
        end(of.book.waiting(Side.SELL), timeInForce);
        end(of.book.parked(Side.BUY), timeInForce);
        end(of.book.parked(Side.SELL), timeInForce);
        end(of.book.unpriced(Side.BUY), timeInForce);
        end(of.book.unpriced(Side.SELL), timeInForce);
    }

    private void end(BookSide side, TimeInForce timeInForce) {
        PriceLevel level = side.best();
        while (level != null) {
            PriceLevel next = side.worse(level);
            Order order = side.first(level);
            while (order != null) {
                Order behind = side.behind(order);
                if (order.timeInForce == timeInForce) {
                    changes.cancelQueued(order, CancelReason.EXPIRED);
                }
                order = behind;
            }
            level = next;
        }
    }
}
