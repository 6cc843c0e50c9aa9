package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/** The phases of the reference: by command, at the end of their time, after a collar; and the auctions between them. */
final class RefSessions {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long INTERRUPTION_NANOS = 120 * SECOND_NANOS;

    private final RefState state;
    private final RefMatching matching;

    RefSessions(RefState state, RefMatching matching) {
        this.state = state;
        this.matching = matching;
    }

    /** When something is due next without a command; {@code Long.MAX_VALUE} for never. */
    long nextNanos() {
        long next = Long.MAX_VALUE;
        for (RefInstrument of : state.instruments.values()) {
            next = Math.min(next, of.endsNanos == 0 ? Long.MAX_VALUE : of.endsNanos);
            next = Math.min(next, nextIndicationNanos(of));
        }
        return next;
    }

    private static long nextIndicationNanos(RefInstrument of) {
        return of.phase.isCall() ? (of.indicatedNanos / SECOND_NANOS + 1) * SECOND_NANOS : Long.MAX_VALUE;
    }

    /** Does what is due next; tells of each instrument that opened. */
    void advance(java.util.function.Consumer<RefInstrument> opened) {
        long due = nextNanos();
        for (RefInstrument of : List.copyOf(state.instruments.values())) {
            if (of.endsNanos != 0 && of.endsNanos <= due) {
                Phase to = after(of.phase);
                long ends = of.phase == Phase.HALTED ? state.timeNanos + interruptionNanos(of) : 0;
                enter(of, to, 0, ends);
                if (to == Phase.OPEN) {
                    opened.accept(of);
                }
            } else if (nextIndicationNanos(of) <= due) {
                indicate(of);
            }
        }
    }

    private static Phase after(Phase phase) {
        return switch (phase) {
            case CLOSING_AUCTION -> Phase.POST_CLOSE;
            case POST_CLOSE -> Phase.CLOSED;
            case HALTED -> Phase.VOLATILITY_INTERRUPTION;
            default -> Phase.OPEN;
        };
    }

    private static long interruptionNanos(RefInstrument of) {
        return of.rules == null || of.rules.interruptionNanos() == 0
                ? INTERRUPTION_NANOS
                : of.rules.interruptionNanos();
    }

    /** An order would have traded outside the collars. */
    void interrupt(RefInstrument of) {
        enter(of, Phase.VOLATILITY_INTERRUPTION, 0, state.timeNanos + interruptionNanos(of));
    }

    void setRules(CoreCommand.SetSessionRules rules, RefInstrument of) {
        of.rules = rules;
        matching.say(Lines.rules(rules.instrumentId(), rules.dynamicCollarPpm(), rules.staticCollarPpm()));
    }

    /** Brings an instrument into a phase; a reference of 0 keeps the old one. */
    void enter(RefInstrument of, Phase to, long newReference, long endsNanos) {
        Phase from = of.phase;
        boolean hasNewLimits = newReference != 0 && newReference != of.reference;
        of.reference = newReference == 0 ? of.reference : newReference;
        boolean uncrosses = to == Phase.OPEN
                ? from.isCall() || isCrossed(of)
                : from == Phase.CLOSING_AUCTION && (to == Phase.POST_CLOSE || to == Phase.CLOSED);
        if (uncrosses) {
            if (hasNewLimits) {
                cancelOutside(of);
            }
            uncross(of);
        }
        of.phase = to;
        of.endsNanos = endsNanos;
        of.indicatedNanos = to.isCall() ? state.timeNanos : 0;
        of.indicated = new RefAuction(0, 0, 0);
        if (from == Phase.PENDING || from == Phase.CLOSED || from == Phase.POST_CLOSE) {
            of.auctionPrice = 0;
        }
        matching.say(Lines.phase(
                of.terms.instrumentId(), from + "->" + to, of.reference, of.lower(), of.upper(), endsNanos));
        if (hasNewLimits || to == Phase.OPEN) {
            cancelOutside(of);
        }
        switch (to) {
            case OPEN -> {
                end(of, TimeInForce.AT_OPEN);
                park(of);
            }
            case CLOSING_AUCTION -> unpark(of);
            case POST_CLOSE -> end(of, TimeInForce.AT_CLOSE);
            case CLOSED -> {
                end(of, TimeInForce.AT_OPEN);
                end(of, TimeInForce.AT_CLOSE);
                end(of, TimeInForce.DAY);
            }
            default -> {}
        }
    }

    private static boolean isCrossed(RefInstrument of) {
        long bid = of.best(Side.BUY);
        long ask = of.best(Side.SELL);
        return bid != 0 && ask != 0 && bid >= ask;
    }

    private void uncross(RefInstrument of) {
        RefAuction auction = RefAuction.of(of);
        matching.say(Lines.uncrossed(of.terms.instrumentId(), auction, of.phase));
        if (auction.quantity() > 0) {
            of.lastPrice = auction.price();
            of.auctionPrice = auction.price();
            matching.uncross(of, auction.price());
        }
    }

    private void indicate(RefInstrument of) {
        of.indicatedNanos = state.timeNanos;
        RefAuction auction = RefAuction.of(of);
        if (!auction.equals(of.indicated)) {
            of.indicated = auction;
            matching.say(Lines.indicated(of.terms.instrumentId(), auction));
        }
    }

    /** The orders at the close are kept for it again, where a closing auction did not lead to it. */
    private void park(RefInstrument of) {
        for (Side side : new Side[] {Side.BUY, Side.SELL}) {
            for (RefOrder order : of.resting(side)) {
                if (order.timeInForce == TimeInForce.AT_CLOSE) {
                    of.orders.remove(order);
                    order.parked = true;
                    matching.queue(order);
                }
            }
        }
    }

    /** The orders at the close come behind those that rest at their prices. */
    private void unpark(RefInstrument of) {
        for (Side side : new Side[] {Side.BUY, Side.SELL}) {
            for (RefOrder order : of.parked(side)) {
                of.orders.remove(order);
                order.parked = false;
                matching.queue(order);
            }
        }
    }

    private void cancelOutside(RefInstrument of) {
        for (RefOrder order : inOrder(of, false)) {
            if (of.outside(order.price)) {
                matching.cancel(order, CancelReason.OUTSIDE_BAND);
            }
        }
    }

    private void end(RefInstrument of, TimeInForce time) {
        for (RefOrder order : inOrder(of, true)) {
            if (order.timeInForce == time) {
                matching.cancel(order, CancelReason.EXPIRED);
            }
        }
    }

    /** All orders of an instrument: those that rest, wait, are parked; of each buys first, best first. */
    private static List<RefOrder> inOrder(RefInstrument of, boolean waitingToo) {
        List<RefOrder> orders = new ArrayList<>(of.resting(Side.BUY));
        orders.addAll(of.resting(Side.SELL));
        if (waitingToo) {
            orders.addAll(of.waiting(Side.BUY));
            orders.addAll(of.waiting(Side.SELL));
        }
        orders.addAll(of.parked(Side.BUY));
        orders.addAll(of.parked(Side.SELL));
        return orders;
    }
}
