package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.Phase;
import io.pharos.protocol.PhaseReason;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The phases of the reference: by command, at the end of their time, after a collar; and the auctions between them. */
final class RefSessions {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long INTERRUPTION_NANOS = 120 * SECOND_NANOS;

    private final RefState state;
    private final RefMatching matching;
    private final Consumer<RefInstrument> opened;
    private final Consumer<RefInstrument> parkPegs;

    /**
     * @param opened is told of each instrument that has begun to trade
     * @param parkPegs takes the pegged orders of an instrument out of the book
     */
    RefSessions(
            RefState state, RefMatching matching, Consumer<RefInstrument> opened, Consumer<RefInstrument> parkPegs) {
        this.parkPegs = parkPegs;
        this.opened = opened;
        this.state = state;
        this.matching = matching;
    }

    /** When something is due next without a command; {@code Long.MAX_VALUE} for never. */
    long nextNanos() {
        long next = Long.MAX_VALUE;
        for (RefInstrument of : state.instruments.values()) {
            next = Math.min(next, of.endsNanos == 0 ? Long.MAX_VALUE : of.endsNanos);
            next = Math.min(next, nextIndicationNanos(of));
            next = Math.min(next, of.triggersNanos == 0 ? Long.MAX_VALUE : of.triggersNanos);
        }
        for (RefCalendar calendar : state.calendars.values()) {
            next = Math.min(next, calendar.nextNanos() == 0 ? Long.MAX_VALUE : calendar.nextNanos());
        }
        return next;
    }

    private static long nextIndicationNanos(RefInstrument of) {
        return of.phase.isCall() ? (of.indicatedNanos / SECOND_NANOS + 1) * SECOND_NANOS : Long.MAX_VALUE;
    }

    /** Does what is due next. */
    void advance() {
        long due = nextNanos();
        for (RefCalendar calendar : List.copyOf(state.calendars.values())) {
            if (calendar.nextNanos() != 0 && calendar.nextNanos() <= due) {
                transition(calendar);
            }
        }
        for (RefInstrument of : List.copyOf(state.instruments.values())) {
            if (of.endsNanos != 0 && of.endsNanos <= due) {
                long ends = of.phase == Phase.HALTED ? state.timeNanos + interruptionNanos(of) : 0;
                enter(of, after(of.phase), 0, ends, PhaseReason.TIME_OVER);
            } else if (nextIndicationNanos(of) <= due) {
                indicate(of);
            }
            if (of.triggersNanos != 0 && of.triggersNanos <= due) {
                matching.tellTriggers(of);
            }
        }
    }

    /** The instruments of a calendar that may follow do; what staff halted only ends its day. */
    private void transition(RefCalendar calendar) {
        Phase from = calendar.phase;
        Phase to = calendar.plan.removeFirst().phase();
        calendar.phase = to;
        if (to == from) {
            return;
        }
        boolean opens = to == Phase.PRE_OPEN || to == Phase.OPENING_AUCTION || to == Phase.OPEN;
        boolean beginsDay = opens && (from == Phase.CLOSED || from == Phase.NONE);
        calendar.tripped = beginsDay ? 0 : calendar.tripped;
        for (RefInstrument of : List.copyOf(state.instruments.values())) {
            boolean staysHalted = calendar.tripped == 2 && to != Phase.CLOSED && of.phase == Phase.HALTED;
            if (of.calendarId() != calendar.calendarId || staysHalted) {
                continue;
            }
            if (of.suspended) {
                if (to == Phase.CLOSED) {
                    endDay(of);
                }
                continue;
            }
            long reference = beginsDay && of.lastPrice > 0 ? of.lastPrice : of.reference;
            if (SessionRules.mayFollow(of.phase, to) && (of.terms.bandPpm() == 0 || reference != 0)) {
                change(of, to, reference, 0, PhaseReason.CALENDAR);
            }
        }
        afterTransition(calendar, to);
    }

    /** Once all stand where the calendar wants them, stops are set off, and the breaker looks where orders come. */
    private void afterTransition(RefCalendar calendar, Phase to) {
        for (RefInstrument of : List.copyOf(state.instruments.values())) {
            if (of.calendarId() == calendar.calendarId && of.phase == Phase.OPEN) {
                opened.accept(of);
            }
        }
        if (to == Phase.OPEN || to.isCall()) {
            moved(calendar);
        }
    }

    void schedule(CoreCommand.ScheduleSession command) {
        state.calendar(command.calendarId()).replace(command);
        boolean replaces = true;
        for (CoreCommand.Transition planned : command.transitions()) {
            matching.say(Lines.planned(command.calendarId(), planned.phase(), planned.startNanos(), replaces));
            replaces = false;
        }
    }

    void setBreaker(CoreCommand.SetMarketBreaker command) {
        RefCalendar calendar = state.calendar(command.calendarId());
        calendar.haltMovePpm = command.haltMovePpm();
        calendar.closeMovePpm = command.closeMovePpm();
        calendar.haltNanos = command.haltNanos();
        matching.say(Lines.breaker(command));
    }

    /** Looks whether the market has moved too far: at each threshold once a day. */
    void moved(RefInstrument of) {
        RefCalendar calendar = state.calendars.get(of.calendarId());
        if (calendar != null) {
            moved(calendar);
        }
    }

    private void moved(RefCalendar calendar) {
        long mean = calendar.meanMovePpm(state.instruments.values());
        if (calendar.closeMovePpm != 0 && Math.abs(mean) >= calendar.closeMovePpm && calendar.tripped < 2) {
            trip(calendar, 2, mean, 0);
        } else if (calendar.haltMovePpm != 0 && Math.abs(mean) >= calendar.haltMovePpm && calendar.tripped < 1) {
            trip(calendar, 1, mean, state.timeNanos + calendar.haltNanos);
        }
    }

    private void trip(RefCalendar calendar, int level, long mean, long endsNanos) {
        calendar.tripped = level;
        matching.say(Lines.tripped(calendar.calendarId, mean, endsNanos));
        for (RefInstrument of : List.copyOf(state.instruments.values())) {
            if (of.calendarId() != calendar.calendarId) {
                continue;
            }
            if (SessionRules.mayFollow(of.phase, Phase.HALTED)) {
                enter(of, Phase.HALTED, 0, endsNanos, PhaseReason.MARKET_BREAKER);
            } else if (of.phase == Phase.HALTED && !of.suspended) {
                of.endsNanos = endsNanos;
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
        enter(of, Phase.VOLATILITY_INTERRUPTION, 0, state.timeNanos + interruptionNanos(of), PhaseReason.COLLAR);
    }

    void setRules(CoreCommand.SetSessionRules rules, RefInstrument of) {
        of.rules = rules;
        if (rules.calendarId() > 0) {
            state.calendar(rules.calendarId());
        }
        matching.say(Lines.rules(rules.instrumentId(), rules.dynamicCollarPpm(), rules.staticCollarPpm()));
    }

    /** Brings an instrument into a phase; a reference of 0 keeps the old one. */
    void enter(RefInstrument of, Phase to, long newReference, long endsNanos, PhaseReason reason) {
        change(of, to, newReference, endsNanos, reason);
        moved(of);
        if (to == Phase.OPEN && of.phase == Phase.OPEN) {
            opened.accept(of);
        }
    }

    private void change(RefInstrument of, Phase to, long newReference, long endsNanos, PhaseReason reason) {
        Phase from = of.phase;
        if (from == Phase.OPEN) {
            parkPegs.accept(of);
        }
        boolean hasNewLimits = newReference != 0 && newReference != of.reference;
        of.reference = newReference == 0 ? of.reference : newReference;
        boolean uncrosses = to == Phase.OPEN
                ? from.isCall() || isCrossed(of)
                : from == Phase.CLOSING_AUCTION && (to == Phase.POST_CLOSE || to == Phase.CLOSED);
        // The calendar's break after the opening auction.
        uncrosses |= from == Phase.OPENING_AUCTION && to == Phase.HALTED && reason == PhaseReason.CALENDAR;
        if (uncrosses) {
            if (hasNewLimits) {
                cancelOutside(of);
            }
            uncross(of);
        }
        of.phase = to;
        of.endsNanos = endsNanos;
        of.suspended = to == Phase.HALTED && reason == PhaseReason.STAFF;
        of.indicatedNanos = to.isCall() ? state.timeNanos : 0;
        of.indicated = new RefAuction(0, 0, 0);
        if (from == Phase.PENDING || from == Phase.CLOSED || from == Phase.POST_CLOSE) {
            of.auctionPrice = 0;
        }
        RefCalendar calendar = state.calendars.get(of.calendarId());
        long planned = calendar == null ? 0 : calendar.nextNanos();
        long until = endsNanos != 0 && (planned == 0 || endsNanos < planned) ? endsNanos : planned;
        matching.say(Lines.phase(
                of.terms.instrumentId(),
                from + "->" + to + " by " + reason,
                of.reference,
                of.lower(),
                of.upper(),
                until));
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
            case CLOSED -> endDay(of);
            default -> {}
        }
    }

    private void endDay(RefInstrument of) {
        end(of, TimeInForce.AT_OPEN);
        end(of, TimeInForce.AT_CLOSE);
        end(of, TimeInForce.DAY);
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
                    matching.leave(order);
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
                matching.leave(order);
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

    /** All orders of an instrument: those that rest, wait, are parked, have no price; of each buys first, best first. */
    static List<RefOrder> inOrder(RefInstrument of, boolean waitingToo) {
        List<RefOrder> orders = new ArrayList<>(of.resting(Side.BUY));
        orders.addAll(of.resting(Side.SELL));
        if (waitingToo) {
            orders.addAll(of.waiting(Side.BUY));
            orders.addAll(of.waiting(Side.SELL));
        }
        orders.addAll(of.parked(Side.BUY));
        orders.addAll(of.parked(Side.SELL));
        if (waitingToo) {
            orders.addAll(of.unpriced(Side.BUY));
            orders.addAll(of.unpriced(Side.SELL));
        }
        return orders;
    }
}
