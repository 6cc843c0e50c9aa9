package io.pharos.core.trading;

import io.pharos.core.command.ChangePhase;
import io.pharos.core.command.OpenInstrument;
import io.pharos.core.command.ScheduleSession;
import io.pharos.core.command.SetMarketBreaker;
import io.pharos.core.command.SetSessionRules;
import io.pharos.core.event.AuctionIndicated;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.MarketBreakerSet;
import io.pharos.core.event.MarketBreakerTripped;
import io.pharos.core.event.Sequencer;
import io.pharos.core.event.SessionRulesSet;
import io.pharos.core.event.TransitionPlanned;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.PhaseReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets instruments change their phase: by command of staff, by their calendar, at the end of a phase's time, where a price
 * leaves its collar, where a market moves too far. Publishes what a call would uncross, and where trigger prices have followed
 * the last price, once a second of log time while that changes.
 */
final class Sessions {
    /** Takes an instrument that has begun continuous trading, or whose moved trigger prices are to be told. */
    interface Opened {
        void onOpened(Instrument instrument);

        void onTriggersDue(Instrument instrument);
    }

    private static final int CALENDARS_MAX = 64;
    private static final int PPM_MAX = 999_999;
    private static final long MOVE_MAX_PPM = 1_000_000_000;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long DAY_NANOS = 86_400 * SECOND_NANOS;

    private final Instruments instruments;
    private final Phases phases;
    private final KillSwitches switches;
    private final Opened opened;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final List<Calendar> calendars = new ArrayList<>();
    private final CallPrice callPrice = new CallPrice();
    private final AuctionIndicated indicated = new AuctionIndicated();
    private final SessionRulesSet rulesSet = new SessionRulesSet();
    private final TransitionPlanned planned = new TransitionPlanned();
    private final MarketBreakerSet breakerSet = new MarketBreakerSet();
    private final MarketBreakerTripped tripped = new MarketBreakerTripped();

    private long nextNanos = Long.MAX_VALUE;

    /** Whether {@link #nextNanos} is to be found anew. */
    private boolean changed;

    Sessions(
            Instruments instruments,
            Phases phases,
            KillSwitches switches,
            Opened opened,
            Sequencer sequencer,
            EventSink sink) {
        this.instruments = instruments;
        this.phases = phases;
        this.switches = switches;
        this.opened = opened;
        this.sequencer = sequencer;
        this.sink = sink;
    }

    // --- Commands ---------------------------------------------------------------------------------------------------

    Outcome open(OpenInstrument command) {
        return change(command.instrumentId, Phase.OPEN, command.referencePriceTicks, 0);
    }

    /** Halts, or closes, an instrument. */
    Outcome stop(int instrumentId, Phase to) {
        return change(instrumentId, to, 0, 0);
    }

    Outcome change(ChangePhase command) {
        boolean isForOthers = !command.phase.isCall() && command.phase != Phase.POST_CLOSE;
        if (isForOthers) {
            return instruments.find(command.instrumentId) == null
                    ? Outcome.INSTRUMENT_NOT_FOUND
                    : Outcome.PHASE_CHANGE_NOT_ALLOWED;
        }
        return change(command.instrumentId, command.phase, command.referencePriceTicks, command.endsNanos);
    }

    private Outcome change(int instrumentId, Phase to, long referencePriceTicks, long endsNanos) {
        Instrument of = instruments.find(instrumentId);
        if (of == null) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        Outcome outcome = Phases.check(of.phase(), to);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        if (referencePriceTicks < 0) {
            return Outcome.PRICE_NOT_POSITIVE;
        }
        if (referencePriceTicks > Instrument.PRICE_MAX_TICKS) {
            return Outcome.PRICE_TOO_LARGE;
        }
        long referenceTicks = referencePriceTicks == 0 ? of.referencePriceTicks() : referencePriceTicks;
        boolean takesOrders = to == Phase.OPEN || to.isCall();
        if (takesOrders && of.bandPpm > 0 && referenceTicks == 0) {
            return Outcome.REFERENCE_PRICE_REQUIRED;
        }
        if (endsNanos != 0 && !isFuture(endsNanos)) {
            return Outcome.EXPIRY_INVALID;
        }
        if (switches.isSweeping() && switches.isBlocked(of)) {
            return Outcome.CANCELS_PENDING;
        }
        enter(of, to, referenceTicks, endsNanos, PhaseReason.STAFF);
        return Outcome.ACCEPTED;
    }

    Outcome setRules(SetSessionRules command) {
        Instrument of = instruments.find(command.instrumentId);
        if (of == null) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        boolean hasCollar = (command.dynamicCollarPpm | command.staticCollarPpm) != 0;
        long shortestNanos = hasCollar ? SECOND_NANOS : 0;
        if (!isPpm(command.dynamicCollarPpm)
                || !isPpm(command.staticCollarPpm)
                || command.calendarId < 0
                || command.interruptionNanos < shortestNanos
                || (command.interruptionNanos > 0 && command.interruptionNanos < SECOND_NANOS)
                || command.interruptionNanos > DAY_NANOS) {
            return Outcome.SESSION_RULES_INVALID;
        }
        if (command.calendarId > 0 && findOrAdd(command.calendarId) == null) {
            return Outcome.CALENDARS_LIMIT;
        }
        of.session.rules(command);
        countMembers();
        SessionRulesSet event = rulesSet;
        event.interruptionNanos = command.interruptionNanos;
        event.instrumentId = command.instrumentId;
        event.calendarId = command.calendarId;
        event.dynamicCollarPpm = command.dynamicCollarPpm;
        event.staticCollarPpm = command.staticCollarPpm;
        event.locksAuctions = command.locksAuctions;
        sequencer.stamp(event);
        sink.onSessionRulesSet(event);
        return Outcome.ACCEPTED;
    }

    Outcome schedule(ScheduleSession command) {
        if (command.calendarId <= 0) {
            return Outcome.ID_NOT_POSITIVE;
        }
        if (!isPlan(command)) {
            return Outcome.SCHEDULE_INVALID;
        }
        Calendar calendar = findOrAdd(command.calendarId);
        if (calendar == null) {
            return Outcome.CALENDARS_LIMIT;
        }
        if (!calendar.hasRoomFor(command)) {
            return Outcome.SCHEDULE_INVALID;
        }
        calendar.plan(command);
        for (int i = 0; i < command.transitionCount(); i++) {
            TransitionPlanned event = planned;
            event.startNanos = command.startNanos(i);
            event.calendarId = command.calendarId;
            event.phase = command.phase(i);
            event.replaces = i == 0;
            sequencer.stamp(event);
            sink.onTransitionPlanned(event);
        }
        changed = true;
        return Outcome.ACCEPTED;
    }

    Outcome setBreaker(SetMarketBreaker command) {
        if (command.calendarId <= 0) {
            return Outcome.ID_NOT_POSITIVE;
        }
        boolean halts = command.haltMovePpm != 0;
        boolean isDurationValid =
                halts ? command.haltNanos >= SECOND_NANOS && command.haltNanos <= DAY_NANOS : command.haltNanos == 0;
        if (!isPpm(command.haltMovePpm) || !isPpm(command.closeMovePpm) || !isDurationValid) {
            return Outcome.SESSION_RULES_INVALID;
        }
        Calendar calendar = findOrAdd(command.calendarId);
        if (calendar == null) {
            return Outcome.CALENDARS_LIMIT;
        }
        calendar.breaker(command);
        MarketBreakerSet event = breakerSet;
        event.haltNanos = command.haltNanos;
        event.calendarId = command.calendarId;
        event.haltMovePpm = command.haltMovePpm;
        event.closeMovePpm = command.closeMovePpm;
        sequencer.stamp(event);
        sink.onMarketBreakerSet(event);
        return Outcome.ACCEPTED;
    }

    // --- Time and prices --------------------------------------------------------------------------------------------

    /** When the next thing is to do; {@code Long.MAX_VALUE} where there is nothing. */
    long nextNanos() {
        if (changed) {
            changed = false;
            findNext();
        }
        return nextNanos;
    }

    /** Does what is due first. The caller has seen that log time has come to {@link #nextNanos()}. */
    void advance() {
        long dueNanos = nextNanos();
        for (int i = 0; i < calendars.size(); i++) {
            if (calendars.get(i).nextNanos() <= dueNanos) {
                transition(calendars.get(i));
            }
        }
        for (int i = 0; i < instruments.size(); i++) {
            Instrument of = instruments.at(i);
            if (of.session.endsNanos != 0 && of.session.endsNanos <= dueNanos) {
                endPhase(of);
            } else if (of.phase().isCall() && of.session.nextIndicationNanos() <= dueNanos) {
                indicate(of);
            }
            if (of.session.triggersNanos != 0 && of.session.triggersNanos <= dueNanos) {
                of.session.triggersNanos = 0;
                opened.onTriggersDue(of);
            }
        }
        changed = true;
    }

    /** Trigger prices of an instrument have moved: they are told at the next whole second. */
    void triggersMoved(Instrument of) {
        if (of.session.triggersNanos == 0) {
            of.session.triggersNanos = Session.nextSecondNanos(sequencer.timeNanos());
            nextNanos = Math.min(nextNanos, of.session.triggersNanos);
        }
    }

    /** Interrupts continuous trading: an order would have traded outside the collars. */
    void interrupt(Instrument of) {
        long endsNanos = inNanos(of.session.interruptionNanos());
        enter(of, Phase.VOLATILITY_INTERRUPTION, of.referencePriceTicks(), endsNanos, PhaseReason.COLLAR);
    }

    /** Looks whether the market moved too far with the last price of an instrument. */
    void priceMoved(Instrument of) {
        Calendar calendar = find(of.session.calendarId);
        if (calendar == null) {
            return;
        }
        count(of, calendar);
        look(calendar);
    }

    /** Counts how far an instrument has moved of which both prices have become others; nothing has traded. */
    void priceAdjusted(Instrument of) {
        Calendar calendar = find(of.session.calendarId);
        if (calendar != null) {
            count(of, calendar);
        }
    }

    private static void count(Instrument of, Calendar calendar) {
        long movePpm = movePpm(of);
        calendar.sumMovePpm += movePpm - of.session.movePpm;
        of.session.movePpm = movePpm;
    }

    /** Halts the members of a calendar where they have moved too far. */
    private void look(Calendar calendar) {
        if (!calendar.hasBreaker()) {
            return;
        }
        long meanPpm = Math.abs(calendar.meanMovePpm());
        if (calendar.closeMovePpm != 0 && meanPpm >= calendar.closeMovePpm && calendar.trippedLevel < 2) {
            trip(calendar, 2, 0);
        } else if (calendar.haltMovePpm != 0 && meanPpm >= calendar.haltMovePpm && calendar.trippedLevel < 1) {
            trip(calendar, 1, inNanos(calendar.haltNanos));
        }
    }

    private void trip(Calendar calendar, int level, long endsNanos) {
        calendar.trippedLevel = level;
        MarketBreakerTripped event = tripped;
        event.endsNanos = endsNanos;
        event.calendarId = calendar.calendarId;
        event.movePpm = (int) calendar.meanMovePpm();
        sequencer.stamp(event);
        sink.onMarketBreakerTripped(event);
        for (int i = 0; i < instruments.size(); i++) {
            Instrument of = instruments.at(i);
            boolean isMember = of.session.calendarId == calendar.calendarId;
            if (isMember && Phases.check(of.phase(), Phase.HALTED) == Outcome.ACCEPTED) {
                enter(of, Phase.HALTED, of.referencePriceTicks(), endsNanos, PhaseReason.MARKET_BREAKER);
            } else if (isMember && of.phase() == Phase.HALTED && !of.session.suspended) {
                of.session.endsNanos = endsNanos;
            }
        }
        changed = true;
    }

    private void transition(Calendar calendar) {
        Phase from = calendar.phase;
        Phase to = calendar.takeNext();
        changed = true;
        if (to == from) {
            return;
        }
        boolean opens = to == Phase.PRE_OPEN || to == Phase.OPENING_AUCTION || to == Phase.OPEN;
        boolean beginsDay = opens && (from == Phase.CLOSED || from == Phase.NONE);
        if (beginsDay) {
            calendar.trippedLevel = 0;
        }
        boolean isHaltedForTheDay = calendar.trippedLevel == 2 && to != Phase.CLOSED;
        for (int i = 0; i < instruments.size(); i++) {
            Instrument of = instruments.at(i);
            if (of.session.calendarId != calendar.calendarId || (isHaltedForTheDay && of.phase() == Phase.HALTED)) {
                continue;
            }
            if (of.session.suspended) {
                if (to == Phase.CLOSED) {
                    phases.endDay(of);
                }
            } else if (Phases.check(of.phase(), to) == Outcome.ACCEPTED) {
                long referenceTicks = beginsDay && of.lastPriceTicks > 0 ? of.lastPriceTicks : of.referencePriceTicks();
                if (of.bandPpm == 0 || referenceTicks != 0) {
                    phases.enter(of, to, referenceTicks, 0, calendar.untilNanos(), PhaseReason.CALENDAR);
                }
            }
        }
        // Only now: a member that is still at yesterday's reference price would count with yesterday's move.
        countMembers();
        setOffStops(calendar);
        if (to == Phase.OPEN || to.isCall()) {
            look(calendar);
        }
    }

    /** Sets off what waits in the members of a calendar that trade continuously. */
    private void setOffStops(Calendar calendar) {
        for (int i = 0; i < instruments.size(); i++) {
            Instrument of = instruments.at(i);
            if (of.session.calendarId == calendar.calendarId && of.phase() == Phase.OPEN) {
                opened.onOpened(of);
            }
        }
    }

    private void endPhase(Instrument of) {
        Phase to = Phases.after(of.phase());
        boolean comesFromHalt = of.phase() == Phase.HALTED;
        long endsNanos = comesFromHalt ? inNanos(of.session.interruptionNanos()) : 0;
        enter(of, to, of.referencePriceTicks(), endsNanos, PhaseReason.TIME_OVER);
    }

    private void enter(Instrument of, Phase to, long referenceTicks, long endsNanos, PhaseReason reason) {
        Calendar calendar = find(of.session.calendarId);
        long plannedNanos = calendar == null ? 0 : calendar.untilNanos();
        boolean endsFirst = endsNanos != 0 && (plannedNanos == 0 || endsNanos < plannedNanos);
        phases.enter(of, to, referenceTicks, endsNanos, endsFirst ? endsNanos : plannedNanos, reason);
        changed = true;
        priceMoved(of);
        if (to == Phase.OPEN && of.phase() == Phase.OPEN) {
            opened.onOpened(of);
        }
    }

    private void indicate(Instrument of) {
        Session session = of.session;
        session.indicatedNanos = sequencer.timeNanos();
        callPrice.find(of);
        boolean isKnown = session.indicatedPriceTicks == callPrice.priceTicks
                && session.indicatedLots == callPrice.quantityLots
                && session.indicatedSurplusLots == callPrice.surplusLots;
        if (isKnown) {
            return;
        }
        session.indicatedPriceTicks = callPrice.priceTicks;
        session.indicatedLots = callPrice.quantityLots;
        session.indicatedSurplusLots = callPrice.surplusLots;
        AuctionIndicated event = indicated;
        event.priceTicks = callPrice.priceTicks;
        event.quantityLots = callPrice.quantityLots;
        event.surplusLots = callPrice.surplusLots;
        event.instrumentId = of.instrumentId;
        sequencer.stamp(event);
        sink.onAuctionIndicated(event);
    }

    private void findNext() {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < calendars.size(); i++) {
            next = Math.min(next, calendars.get(i).nextNanos());
        }
        for (int i = 0; i < instruments.size(); i++) {
            next = Math.min(next, nextNanos(instruments.at(i)));
        }
        nextNanos = next;
    }

    private static long nextNanos(Instrument of) {
        long triggersNanos = of.session.triggersNanos == 0 ? Long.MAX_VALUE : of.session.triggersNanos;
        long phaseNanos = of.session.endsNanos == 0 ? Long.MAX_VALUE : of.session.endsNanos;
        long endsNanos = Math.min(phaseNanos, triggersNanos);
        return of.phase().isCall() ? Math.min(endsNanos, of.session.nextIndicationNanos()) : endsNanos;
    }

    /** Counts the members of each calendar and sums their moves. */
    private void countMembers() {
        for (int i = 0; i < calendars.size(); i++) {
            calendars.get(i).sumMovePpm = 0;
            calendars.get(i).memberCount = 0;
        }
        for (int i = 0; i < instruments.size(); i++) {
            Instrument of = instruments.at(i);
            Calendar calendar = find(of.session.calendarId);
            if (calendar != null) {
                of.session.movePpm = movePpm(of);
                calendar.sumMovePpm += of.session.movePpm;
                calendar.memberCount++;
            }
        }
    }

    /** Move of the last price from the reference price, towards zero, to a thousandfold; 0 where there is not both. */
    private static long movePpm(Instrument of) {
        long referenceTicks = of.referencePriceTicks();
        boolean hasBoth = referenceTicks > 0 && of.lastPriceTicks > 0;
        return hasBoth
                ? Math.min(MOVE_MAX_PPM, (of.lastPriceTicks - referenceTicks) * Exact.MILLION / referenceTicks)
                : 0;
    }

    private @Nullable Calendar find(int calendarId) {
        if (calendarId != 0) {
            for (int i = 0; i < calendars.size(); i++) {
                if (calendars.get(i).calendarId == calendarId) {
                    return calendars.get(i);
                }
            }
        }
        return null;
    }

    private @Nullable Calendar findOrAdd(int calendarId) {
        Calendar calendar = find(calendarId);
        if (calendar == null && calendars.size() < CALENDARS_MAX) {
            calendar = new Calendar(calendarId);
            calendars.add(calendar);
        }
        return calendar;
    }

    private boolean isPlan(ScheduleSession command) {
        int count = command.transitionCount();
        if (count < 1 || count > ScheduleSession.TRANSITIONS_MAX) {
            return false;
        }
        long previousNanos = sequencer.timeNanos();
        for (int i = 0; i < count; i++) {
            boolean isPlannable = switch (command.phase(i)) {
                case PRE_OPEN, OPENING_AUCTION, OPEN, HALTED, CLOSING_AUCTION, POST_CLOSE, CLOSED -> true;
                case NONE, PENDING, VOLATILITY_INTERRUPTION -> false;
            };
            if (!isPlannable || command.startNanos(i) <= previousNanos) {
                return false;
            }
            previousNanos = command.startNanos(i);
        }
        return true;
    }

    /** Log time after a duration. */
    private long inNanos(long nanos) {
        return sequencer.timeNanos() > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : sequencer.timeNanos() + nanos;
    }

    private boolean isFuture(long nanos) {
        return nanos > sequencer.timeNanos();
    }

    private static boolean isPpm(int ppm) {
        return ppm >= 0 && ppm <= PPM_MAX;
    }

    // --- State ------------------------------------------------------------------------------------------------------

    long digest() {
        long digest = 0;
        for (int i = 0; i < calendars.size(); i++) {
            digest += calendars.get(i).hash();
        }
        for (int i = 0; i < instruments.size(); i++) {
            digest += instruments.at(i).session.hash(instruments.at(i).instrumentId);
        }
        return digest;
    }

    void save(StateWriter out) {
        out.writeInt(calendars.size());
        for (int i = 0; i < calendars.size(); i++) {
            calendars.get(i).save(out);
        }
        for (int i = 0; i < instruments.size(); i++) {
            instruments.at(i).session.save(out);
        }
    }

    void load(StateReader in) {
        int count = in.readCount(CALENDARS_MAX);
        for (int i = 0; i < count; i++) {
            calendars.add(Calendar.load(in));
        }
        for (int i = 0; i < instruments.size(); i++) {
            instruments.at(i).session.load(in);
        }
        countMembers();
        changed = true;
    }
}
