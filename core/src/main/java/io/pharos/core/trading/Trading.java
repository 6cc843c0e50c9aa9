package io.pharos.core.trading;

import io.pharos.core.command.AssignFeeSchedule;
import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.ChangePhase;
import io.pharos.core.command.CloseInstrument;
import io.pharos.core.command.CollectReceivable;
import io.pharos.core.command.DoubtVenueOrder;
import io.pharos.core.command.HaltInstrument;
import io.pharos.core.command.MassCancel;
import io.pharos.core.command.OpenInstrument;
import io.pharos.core.command.PlaceBracket;
import io.pharos.core.command.PlaceOco;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.command.ResolveVenueBreak;
import io.pharos.core.command.Result;
import io.pharos.core.command.ScheduleSession;
import io.pharos.core.command.SetFeeSchedule;
import io.pharos.core.command.SetKillSwitch;
import io.pharos.core.command.SetLimit;
import io.pharos.core.command.SetListing;
import io.pharos.core.command.SetMarketBreaker;
import io.pharos.core.command.SetSessionRules;
import io.pharos.core.command.SetSettlementRules;
import io.pharos.core.command.SetVenueState;
import io.pharos.core.command.VenueReport;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.HeldTally;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.settlement.Settlement;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.RiskScope;
import org.jspecify.annotations.Nullable;

/**
 * The commands of trading. A refused command changes nothing; {@code docs/reference/outcomes.md} gives the order of the
 * checks.
 */
public final class Trading {
    private static final long DIGEST_TAG = 8;

    private final Ledger ledger;
    private final Sequencer sequencer;
    private final Settlement settlement;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderChecks checks;
    private final OrderEvents events;
    private final OrderChanges changes;
    private final OrderEntry entry;
    private final Clearing clearing;
    private final FeeSchedules fees;
    private final ActionTrading actions;
    private final MarginTrading margin;
    private final RestingOrders resting;
    private final RiskRecords risk = new RiskRecords();
    private final RiskLimits limits;
    private final KillSwitches switches;
    private final LinkedOrders links;
    private final BracketOrders brackets;
    private final Sessions sessions;
    private final Venues venues;

    public Trading(
            int instrumentsMax,
            int openOrdersMax,
            int accountOpenOrdersMax,
            int sweepOrdersMax,
            Ledger ledger,
            Sequencer sequencer,
            EventSink sink) {
        this.ledger = ledger;
        this.sequencer = sequencer;
        OrderPool pool = new OrderPool();
        settlement = new Settlement(ledger, sequencer, sink);
        instruments = new Instruments(instrumentsMax, pool, ledger, settlement, sequencer, sink);
        orders = new OpenOrders(
                openOrdersMax, accountOpenOrdersMax, pool, new RoutedOrders(ledger.accounts(), ledger.balances()));
        events = new OrderEvents(ledger.balances(), sequencer, sink);
        BuyingPower power = new BuyingPower(ledger.balances(), settlement.deferred());
        changes = new OrderChanges(ledger.balances(), power, orders, events);
        limits = new RiskLimits(ledger, instruments, orders, risk, sequencer, sink);
        switches = new KillSwitches(sweepOrdersMax, instruments, orders, changes, limits, risk, sequencer, sink);
        checks =
                new OrderChecks(ledger, power, settlement.deferred(), instruments, orders, limits, switches, sequencer);
        fees = new FeeSchedules(ledger, settlement, instruments, sequencer, sink);
        clearing = new Clearing(ledger, power, settlement.deferred(), fees, sequencer, sink);
        Matching matching = new Matching(orders, clearing, changes, events);
        PeggedOrders pegged = new PeggedOrders(pool, orders, events, switches);
        Phases phases = new Phases(instruments, orders, changes, matching, pegged, sequencer, sink);
        entry = new OrderEntry(checks, orders, changes, events, matching, clearing, pegged);
        links = new LinkedOrders(checks, orders, changes, events, entry);
        BracketPool bracketPool = new BracketPool();
        brackets = new BracketOrders(checks, orders, changes, events, entry, links, bracketPool);
        entry.followers(links, brackets);
        sessions = new Sessions(instruments, phases, switches, entry, sequencer, sink);
        entry.sessions(sessions);
        actions = new ActionTrading(instruments, switches, changes, sessions, settlement, sequencer, sink);
        resting = new RestingOrders(
                instruments, orders, ledger.accounts(), ledger.balances(), fees, bracketPool, switches);
        venues = new Venues(
                sweepOrdersMax,
                ledger,
                instruments,
                orders,
                checks,
                changes,
                events,
                switches,
                clearing,
                fees,
                sequencer,
                sink);
        checks.venues(venues);
        margin = new MarginTrading(power, instruments, orders, ledger, checks, switches, changes, entry, venues);
        actions.venues(venues);
    }

    public Outcome registerInstrument(RegisterInstrument command, Result result) {
        Outcome outcome = instruments.register(command);
        if (outcome == Outcome.ACCEPTED) {
            result.entityId = command.instrumentId;
        }
        return outcome;
    }

    public Outcome openInstrument(OpenInstrument command, Result result) {
        return named(sessions.open(command), command.instrumentId, result);
    }

    public Outcome haltInstrument(HaltInstrument command, Result result) {
        return named(sessions.stop(command.instrumentId, Phase.HALTED), command.instrumentId, result);
    }

    /** Closes an instrument and ends the orders of its trading day. */
    public Outcome closeInstrument(CloseInstrument command, Result result) {
        return named(sessions.stop(command.instrumentId, Phase.CLOSED), command.instrumentId, result);
    }

    public Outcome changePhase(ChangePhase command, Result result) {
        return named(sessions.change(command), command.instrumentId, result);
    }

    public Outcome setSessionRules(SetSessionRules command, Result result) {
        return named(sessions.setRules(command), command.instrumentId, result);
    }

    public Outcome scheduleSession(ScheduleSession command, Result result) {
        return named(sessions.schedule(command), command.calendarId, result);
    }

    public Outcome setMarketBreaker(SetMarketBreaker command, Result result) {
        return named(sessions.setBreaker(command), command.calendarId, result);
    }

    /** Log time at which something is to be done without a command; {@code Long.MAX_VALUE} where nothing is. */
    public long nextDeadlineNanos() {
        return switches.isSweeping() || venues.isSweeping() ? sequencer.timeNanos() : plannedNanos();
    }

    private long plannedNanos() {
        return Math.min(endNanos(orders.firstToEnd()), sessions.nextNanos());
    }

    /**
     * Does what log time has brought, in its order; an order that ends with a phase ends before it. What a kill switch
     * cancels goes first, so many orders at a step: no auction trades what is blocked.
     */
    public void advance() {
        if (switches.isSweeping()) {
            switches.sweep();
        }
        if (venues.isSweeping()) {
            venues.sweep();
        }
        while (!switches.isSweeping() && plannedNanos() <= sequencer.timeNanos() && plannedNanos() != Long.MAX_VALUE) {
            Order order = orders.firstToEnd();
            if (order != null && order.expiresNanos <= sessions.nextNanos()) {
                changes.cancelQueued(order, CancelReason.EXPIRED);
            } else {
                sessions.advance();
            }
        }
    }

    /** Lets the reply to an accepted command name its subject. */
    private static Outcome named(Outcome outcome, long entityId, Result result) {
        if (outcome == Outcome.ACCEPTED) {
            result.entityId = entityId;
        }
        return outcome;
    }

    public Outcome setLimit(SetLimit command, Result result) {
        Outcome outcome = limits.set(command);
        result.entityId = outcome == Outcome.ACCEPTED ? command.subjectId : 0;
        return outcome;
    }

    public Outcome setKillSwitch(SetKillSwitch command, Result result) {
        Outcome outcome = switches.set(command, result);
        if (outcome == Outcome.ACCEPTED && command.engaged) {
            if (command.scope == RiskScope.ACCOUNT) {
                int accountIndex = ledger.accounts().find(command.subjectId);
                venues.cancelAll(accountIndex, 0, CancelReason.KILL_SWITCH);
            } else {
                venues.beginSweep();
            }
        }
        return outcome;
    }

    private static long endNanos(@Nullable Order order) {
        return order == null ? Long.MAX_VALUE : order.expiresNanos;
    }

    public Outcome placeOrder(PlaceOrder command, Result result) {
        Outcome outcome = checks.checkAlone(command);
        if (outcome == Outcome.ACCEPTED) {
            if (checks.instrument().listing == null) {
                entry.place(command, null, result);
            } else {
                venues.place(command, result);
            }
        } else {
            events.rejected(command, outcome);
        }
        return outcome;
    }

    /** Places two orders of which one cancels the other. */
    public Outcome placeOco(PlaceOco command, Result result) {
        return links.place(command, result);
    }

    /** Places an order that brings forth two others as it is filled. */
    public Outcome placeBracket(PlaceBracket command, Result result) {
        return brackets.place(command, result);
    }

    /**
     * Passes on to linked orders what befell their partners, places the exits of what was filled, and lets pegged orders
     * follow the best prices; called when a command or a step of time is done.
     */
    public void settleTouched() {
        entry.settleTouched();
    }

    public Outcome cancelOrder(CancelOrder command, Result result) {
        Order order = orders.find(command.orderId);
        RoutedOrder routed = order == null ? orders.routed().find(command.orderId) : null;
        if (routed != null && routed.order.accountId == command.accountId) {
            return cancel(routed, result);
        }
        if (order == null || order.accountId != command.accountId) {
            return Outcome.ORDER_NOT_FOUND;
        }
        if (order.instrument().isLocked()) {
            return Outcome.ORDERS_LOCKED;
        }
        result.entityId = order.orderId;
        result.filledLots = order.filledLots;
        limits.countCancel(order.accountIndex, order.instrument());
        changes.cancelQueued(order, CancelReason.USER);
        return Outcome.ACCEPTED;
    }

    private Outcome cancel(RoutedOrder routed, Result result) {
        limits.countCancel(routed.order.accountIndex, routed.order.instrument());
        Outcome outcome = venues.cancel(routed, CancelReason.USER);
        if (outcome == Outcome.ACCEPTED) {
            result.entityId = routed.order.orderId;
            result.filledLots = routed.order.filledLots;
            result.remainingLots = routed.order.remainingLots();
        }
        return outcome;
    }

    private Outcome replace(ReplaceOrder command, RoutedOrder routed, Result result) {
        Outcome outcome = checks.check(command, routed);
        return outcome == Outcome.ACCEPTED ? venues.replace(command, routed, result) : outcome;
    }

    public Outcome replaceOrder(ReplaceOrder command, Result result) {
        Order order = orders.find(command.orderId);
        RoutedOrder routed = order == null ? orders.routed().find(command.orderId) : null;
        if (routed != null && routed.order.accountId == command.accountId) {
            return replace(command, routed, result);
        }
        if (order == null || order.accountId != command.accountId) {
            return Outcome.ORDER_NOT_FOUND;
        }
        Outcome outcome = checks.check(command, order);
        if (outcome == Outcome.ACCEPTED) {
            result.entityId = order.orderId;
            entry.replace(command, order, result);
        }
        return outcome;
    }

    public Outcome massCancel(MassCancel command, Result result) {
        int accountIndex = ledger.accounts().find(command.accountId);
        if (accountIndex == Accounts.NOT_FOUND) {
            return Outcome.ACCOUNT_NOT_FOUND;
        }
        Instrument instrument = instruments.find(command.instrumentId);
        if (command.instrumentId != 0 && instrument == null) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        limits.countCancel(accountIndex, instrument);
        Order order = orders.oldestOfAccount(accountIndex);
        while (order != null) {
            Order next = orders.newerOfAccount(order);
            Instrument of = order.instrument();
            boolean isMeant = command.instrumentId == 0 || command.instrumentId == of.instrumentId;
            if (isMeant && !of.isLocked()) {
                changes.cancelQueued(order, CancelReason.MASS);
                result.entityId++;
            }
            order = next;
        }
        result.entityId += venues.cancelAll(accountIndex, command.instrumentId, CancelReason.MASS);
        return Outcome.ACCEPTED;
    }

    public Outcome setFeeSchedule(SetFeeSchedule command, Result result) {
        return named(fees.set(command), command.scheduleId, result);
    }

    public Outcome assignFeeSchedule(AssignFeeSchedule command, Result result) {
        return named(fees.assign(command), command.instrumentId, result);
    }

    /** Begins a business day, and brings into force what waits for it. */
    public Outcome beginBusinessDay(BeginBusinessDay command, Result result) {
        Outcome outcome = settlement.beginDay(command, result);
        if (outcome == Outcome.ACCEPTED) {
            fees.dayBegan(command.calendarId, command.date);
        }
        return outcome;
    }

    /** What corporate actions and the end of a day do to trading. */
    public ActionTrading actions() {
        return actions;
    }

    public Outcome setListing(SetListing command, Result result) {
        return named(venues.list(command), command.instrumentId, result);
    }

    public Outcome setVenueState(SetVenueState command, Result result) {
        return named(venues.setState(command), command.venueId, result);
    }

    /** Takes what a venue reported; the result's entity is the trade that it booked, if it did. */
    public Outcome venueReport(VenueReport command, Result result) {
        return venues.report(command, result);
    }

    public Outcome doubtVenueOrder(DoubtVenueOrder command, Result result) {
        return named(venues.doubt(command), command.orderId, result);
    }

    public Outcome resolveVenueBreak(ResolveVenueBreak command, Result result) {
        return named(venues.resolve(command), command.breakId, result);
    }

    /** Collects what an account owes; the result's entity is the amount. */
    public Outcome collectReceivable(CollectReceivable command, Result result) {
        return venues.collect(command, result);
    }

    /** Sets how trades settle; what is matched elsewhere is posted at once. */
    public Outcome setSettlementRules(SetSettlementRules command, Result result) {
        Instrument of = instruments.find(command.instrumentId);
        if (of != null && of.listing != null && command.lagDays != 0) {
            return Outcome.LISTING_INVALID;
        }
        return settlement.setRules(command, result);
    }

    /** What lending to margin accounts sees of trading, and does to it. */
    public MarginTrading margin() {
        return margin;
    }

    /** The commands of settlement. */
    public Settlement settlement() {
        return settlement;
    }

    /** What may be read of trading. */
    public TradingView view() {
        return new TradingView(ledger.accounts(), instruments, orders);
    }

    /** Recomputes the books, the digest and every hold from the single orders, which it adds to the tally. */
    public void audit(HeldTally tally) {
        resting.audit(tally);
        risk.audit();
        settlement.audit(tally);
        fees.audit();
        venues.audit(tally);
    }

    public long digest() {
        return instruments.digest()
                + sessions.digest()
                + orders.digest()
                + risk.digest()
                + settlement.digest()
                + fees.digest()
                + venues.digest()
                + Mix.pair(
                        Mix.pair(Mix.start(DIGEST_TAG), orders.lastOrderId(), orders.lastPriority()),
                        clearing.lastTradeId(),
                        0);
    }

    public void save(StateWriter out) {
        instruments.save(out);
        sessions.save(out);
        fees.save(out);
        out.writeLong(clearing.lastTradeId());
        resting.save(out);
        limits.save(out);
        settlement.save(out);
        venues.save(out);
    }

    public void load(StateReader in) {
        instruments.load(in);
        sessions.load(in);
        fees.load(in);
        clearing.loadCounters(in.readLong());
        resting.load(in);
        limits.load(in);
        switches.loaded();
        settlement.load(in);
        venues.load(in);
    }
}
