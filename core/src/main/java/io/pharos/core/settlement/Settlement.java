package io.pharos.core.settlement;

import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.Result;
import io.pharos.core.command.SetSettlementRules;
import io.pharos.core.command.SettleDue;
import io.pharos.core.event.BusinessDayBegan;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.Sequencer;
import io.pharos.core.event.SettlementRulesSet;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.HeldTally;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.UnsettledProceeds;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The commands of settlement: rules, business days, and the settling of what is due. A refused command changes nothing;
 * {@code docs/reference/outcomes.md} gives the order of the checks, {@code docs/concepts/settlement.md} the rules.
 *
 * <p>The core counts business days and knows no calendar: which days these are is said by {@link BeginBusinessDay}.
 */
public final class Settlement {
    private static final int LAG_MAX_DAYS = 2;
    private static final int BUY_IN_MAX_DAYS = 30;
    private static final int LIMIT_MAX = 10_000;

    private final Ledger ledger;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final List<SettlementTerms> terms = new ArrayList<>();
    private final Int2ObjectHashMap<SettlementTerms> termsById = new Int2ObjectHashMap<>();
    private final List<BusinessCalendar> calendars = new ArrayList<>();
    private final Obligations obligations;
    private final SettlementRun run;
    private final DeferredTrades deferred;
    private final SettlementState state;

    private final SettlementRulesSet rulesSet = new SettlementRulesSet();
    private final BusinessDayBegan dayBegan = new BusinessDayBegan();

    public Settlement(Ledger ledger, Sequencer sequencer, EventSink sink) {
        this.ledger = ledger;
        this.sequencer = sequencer;
        this.sink = sink;
        obligations = new Obligations(ledger.balances(), ledger.proceeds());
        run = new SettlementRun(ledger, obligations, sequencer, sink);
        deferred = new DeferredTrades(ledger, calendars, obligations, sequencer, sink);
        state = new SettlementState(ledger, terms, termsById, calendars, obligations);
    }

    /** Takes note of an instrument, whose trades settle at once until rules say otherwise. */
    public SettlementTerms register(int instrumentId, int baseAssetIndex, int quoteAssetIndex) {
        SettlementTerms of = new SettlementTerms(terms.size(), instrumentId, baseAssetIndex, quoteAssetIndex);
        terms.add(of);
        termsById.put(instrumentId, of);
        return of;
    }

    /** What posts the trades that settle later. */
    public DeferredTrades deferred() {
        return deferred;
    }

    public Outcome setRules(SetSettlementRules command, Result result) {
        SettlementTerms of = termsById.get(command.instrumentId);
        if (of == null) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        boolean inRange = command.lagDays >= 0
                && command.lagDays <= LAG_MAX_DAYS
                && command.buyInDays >= 0
                && command.buyInDays <= BUY_IN_MAX_DAYS;
        if (!inRange) {
            return Outcome.LAG_OUT_OF_RANGE;
        }
        BusinessCalendar calendar = calendar(command.calendarId);
        if (calendar == null && (command.lagDays > 0 || command.calendarId != 0)) {
            return Outcome.CALENDAR_NOT_FOUND;
        }
        int clearing = ledger.accounts().find(command.clearingAccountId);
        boolean isNone = command.clearingAccountId == 0 && command.lagDays == 0;
        if (!isNone && (clearing == Accounts.NOT_FOUND || !ledger.accounts().isHouse(clearing))) {
            return Outcome.CLEARING_ACCOUNT_INVALID;
        }
        boolean movesOpen = of.openCount > 0
                && (of.calendarId != command.calendarId || of.clearingAccountId != command.clearingAccountId);
        if (movesOpen) {
            return Outcome.OBLIGATIONS_OPEN;
        }
        boolean hasRoom = command.lagDays == 0
                || (deferred.hasRoom(of.baseAssetIndex, 0) && deferred.hasRoom(of.quoteAssetIndex, 0));
        if (!hasRoom) {
            return Outcome.BALANCE_OVERFLOW;
        }
        result.entityId = command.instrumentId;
        if (!of.hasRules(command)) {
            state.set(of, command);
            emit(command);
        }
        return Outcome.ACCEPTED;
    }

    public Outcome beginDay(BeginBusinessDay command, Result result) {
        if (command.calendarId <= 0) {
            return Outcome.ID_NOT_POSITIVE;
        }
        BusinessCalendar calendar = calendar(command.calendarId);
        if (!Dates.isDate(command.date) || (calendar != null && command.date <= calendar.date)) {
            return Outcome.DATE_INVALID;
        }
        if (calendar == null && calendars.size() >= UnsettledProceeds.CALENDARS_MAX) {
            return Outcome.CALENDARS_LIMIT;
        }
        if (calendar != null && calendar.work.size() > 0) {
            return Outcome.SETTLEMENT_UNFINISHED;
        }
        if (calendar == null) {
            calendar = new BusinessCalendar(calendars.size(), command.calendarId);
            calendars.add(calendar);
        }
        calendar.day++;
        calendar.date = command.date;
        ledger.proceeds().today(calendar.index, calendar.day);
        run.begin(calendar);
        result.entityId = calendar.day;
        BusinessDayBegan event = dayBegan;
        event.calendarId = calendar.calendarId;
        event.date = calendar.date;
        event.day = calendar.day;
        event.dueCount = calendar.work.size();
        sequencer.stamp(event);
        sink.onBusinessDayBegan(event);
        run.settle(calendar, 0);
        return Outcome.ACCEPTED;
    }

    /** The result's entity is the number of obligations still to look at today. */
    public Outcome settleDue(SettleDue command, Result result) {
        BusinessCalendar calendar = calendar(command.calendarId);
        if (calendar == null) {
            return Outcome.CALENDAR_NOT_FOUND;
        }
        if (command.obligationsMax < 1 || command.obligationsMax > LIMIT_MAX) {
            return Outcome.LIMIT_OUT_OF_RANGE;
        }
        if (calendar.work.size() > 0) {
            run.settle(calendar, command.obligationsMax);
        }
        result.entityId = calendar.work.size();
        return Outcome.ACCEPTED;
    }

    /** Date of the present business day of a calendar; 0 where none has begun. */
    public int dateOf(int calendarId) {
        BusinessCalendar calendar = calendar(calendarId);
        return calendar == null ? 0 : calendar.date;
    }

    /** Number of the present business day of a calendar, from 1; 0 where none has begun. */
    public long dayOf(int calendarId) {
        BusinessCalendar calendar = calendar(calendarId);
        return calendar == null ? 0 : calendar.day;
    }

    /** How many obligations are still to be looked at today. */
    public int workOf(int calendarId) {
        BusinessCalendar calendar = calendar(calendarId);
        return calendar == null ? 0 : calendar.work.size();
    }

    /** Settles so many of the obligations that are due today. */
    public void settle(int calendarId, int obligationsMax) {
        BusinessCalendar calendar = calendar(calendarId);
        if (calendar != null && calendar.work.size() > 0) {
            run.settle(calendar, obligationsMax);
        }
    }

    /** Whether a calendar exists, or could be made. */
    public boolean hasRoom(int calendarId) {
        return calendar(calendarId) != null || calendars.size() < UnsettledProceeds.CALENDARS_MAX;
    }

    /** How many obligations were settled today. */
    public long settledOf(int calendarId) {
        BusinessCalendar calendar = calendar(calendarId);
        return calendar == null ? 0 : calendar.settledToday;
    }

    /** How many obligations failed today. */
    public long failedOf(int calendarId) {
        BusinessCalendar calendar = calendar(calendarId);
        return calendar == null ? 0 : calendar.failedToday;
    }

    /** Days from a date to a later one, both valid. */
    public static int daysBetween(int from, int to) {
        return Dates.epochDay(to) - Dates.epochDay(from);
    }

    /** Whether a number of eight digits is a date of the Gregorian calendar. */
    public static boolean isDate(int date) {
        return Dates.isDate(date);
    }

    /** How many obligations are open. */
    public int openCount() {
        return obligations.size();
    }

    public long digest() {
        return state.digest();
    }

    public void audit(HeldTally tally) {
        state.audit(tally);
    }

    public void save(StateWriter out) {
        state.save(out);
    }

    public void load(StateReader in) {
        state.load(in);
        Invariant.check(calendars.size() <= UnsettledProceeds.CALENDARS_MAX, "calendars are within their limit");
    }

    private @Nullable BusinessCalendar calendar(int calendarId) {
        for (int i = 0; i < calendars.size(); i++) {
            if (calendars.get(i).calendarId == calendarId) {
                return calendars.get(i);
            }
        }
        return null;
    }

    private void emit(SetSettlementRules command) {
        SettlementRulesSet event = rulesSet;
        event.instrumentId = command.instrumentId;
        event.calendarId = command.calendarId;
        event.clearingAccountId = command.clearingAccountId;
        event.lagDays = command.lagDays;
        event.buyInDays = command.buyInDays;
        event.proceedsUsable = command.proceedsUsable;
        event.sameDaySale = command.sameDaySale;
        event.suspended = command.suspended;
        sequencer.stamp(event);
        sink.onSettlementRulesSet(event);
    }
}
