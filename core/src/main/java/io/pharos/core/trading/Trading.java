package io.pharos.core.trading;

import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.CloseInstrument;
import io.pharos.core.command.HaltInstrument;
import io.pharos.core.command.MassCancel;
import io.pharos.core.command.OpenInstrument;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.command.Result;
import io.pharos.core.command.SetKillSwitch;
import io.pharos.core.command.SetLimit;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.HeldTally;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/**
 * The commands of trading. A refused command changes nothing; {@code docs/reference/outcomes.md} gives the order of the
 * checks.
 */
public final class Trading {
    private static final long DIGEST_TAG = 8;

    private final Ledger ledger;
    private final Sequencer sequencer;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderChecks checks;
    private final OrderEvents events;
    private final OrderChanges changes;
    private final OrderEntry entry;
    private final Clearing clearing;
    private final RestingOrders resting;
    private final RiskRecords risk = new RiskRecords();
    private final RiskLimits limits;
    private final KillSwitches switches;

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
        instruments = new Instruments(instrumentsMax, pool, ledger, sequencer, sink);
        orders = new OpenOrders(openOrdersMax, accountOpenOrdersMax, pool);
        events = new OrderEvents(ledger.balances(), sequencer, sink);
        changes = new OrderChanges(ledger.balances(), orders, events);
        limits = new RiskLimits(ledger, instruments, orders, risk, sequencer, sink);
        switches = new KillSwitches(sweepOrdersMax, instruments, orders, changes, limits, risk, sequencer, sink);
        checks = new OrderChecks(ledger, instruments, orders, limits, switches, sequencer);
        clearing = new Clearing(ledger, sequencer, sink);
        Matching matching = new Matching(orders, clearing, changes, events);
        entry = new OrderEntry(checks, orders, changes, events, matching, clearing);
        resting = new RestingOrders(instruments, orders, ledger.accounts(), ledger.balances());
    }

    public Outcome registerInstrument(RegisterInstrument command, Result result) {
        Outcome outcome = instruments.register(command);
        if (outcome == Outcome.ACCEPTED) {
            result.entityId = command.instrumentId;
        }
        return outcome;
    }

    public Outcome openInstrument(OpenInstrument command, Result result) {
        Instrument instrument = instruments.find(command.instrumentId);
        if (instrument == null) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        Outcome outcome = Instruments.checkPhaseChange(instrument, Phase.OPEN);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        if (command.referencePriceTicks < 0) {
            return Outcome.PRICE_NOT_POSITIVE;
        }
        if (command.referencePriceTicks > Instrument.PRICE_MAX_TICKS) {
            return Outcome.PRICE_TOO_LARGE;
        }
        long referenceTicks =
                command.referencePriceTicks == 0 ? instrument.referencePriceTicks() : command.referencePriceTicks;
        if (instrument.bandPpm > 0 && referenceTicks == 0) {
            return Outcome.REFERENCE_PRICE_REQUIRED;
        }
        result.entityId = command.instrumentId;
        instruments.change(instrument, Phase.OPEN, referenceTicks);
        if (instrument.hasLimits()) {
            cancelOutsideLimits(instrument, Side.BUY);
            cancelOutsideLimits(instrument, Side.SELL);
        }
        return Outcome.ACCEPTED;
    }

    public Outcome haltInstrument(HaltInstrument command, Result result) {
        return changePhase(command.instrumentId, Phase.HALTED, result);
    }

    /** Closes an instrument and ends the orders of its trading day. */
    public Outcome closeInstrument(CloseInstrument command, Result result) {
        Outcome outcome = changePhase(command.instrumentId, Phase.CLOSED, result);
        Instrument instrument = instruments.find(command.instrumentId);
        if (outcome == Outcome.ACCEPTED && instrument != null) {
            endDay(instrument.book.side(Side.BUY));
            endDay(instrument.book.side(Side.SELL));
            endDay(instrument.book.waiting(Side.BUY));
            endDay(instrument.book.waiting(Side.SELL));
        }
        return outcome;
    }

    /** Log time at which something is to be done without a command; {@code Long.MAX_VALUE} where nothing is. */
    public long nextDeadlineNanos() {
        if (switches.isSweeping()) {
            return sequencer.timeNanos();
        }
        Order order = orders.firstToEnd();
        return order == null ? Long.MAX_VALUE : order.expiresNanos;
    }

    /** Ends every order whose time is not after log time. */
    public void expireOrders() {
        Order order = orders.firstToEnd();
        while (order != null && order.expiresNanos <= sequencer.timeNanos()) {
            changes.cancelQueued(order, CancelReason.EXPIRED);
            order = orders.firstToEnd();
        }
    }

    public Outcome setLimit(SetLimit command, Result result) {
        Outcome outcome = limits.set(command);
        result.entityId = outcome == Outcome.ACCEPTED ? command.subjectId : 0;
        return outcome;
    }

    public Outcome setKillSwitch(SetKillSwitch command, Result result) {
        return switches.set(command, result);
    }

    /** Goes on cancelling what a kill switch blocks. */
    public void sweepBlocked() {
        if (switches.isSweeping()) {
            switches.sweep();
        }
    }

    public Outcome placeOrder(PlaceOrder command, Result result) {
        Outcome outcome = checks.check(command);
        if (outcome == Outcome.ACCEPTED) {
            entry.place(command, result);
        } else {
            events.rejected(command, outcome);
        }
        return outcome;
    }

    public Outcome cancelOrder(CancelOrder command, Result result) {
        Order order = orders.find(command.orderId);
        if (order == null || order.accountId != command.accountId) {
            return Outcome.ORDER_NOT_FOUND;
        }
        result.entityId = order.orderId;
        result.filledLots = order.filledLots;
        limits.countCancel(order.accountIndex, order.instrument());
        changes.cancelQueued(order, CancelReason.USER);
        return Outcome.ACCEPTED;
    }

    public Outcome replaceOrder(ReplaceOrder command, Result result) {
        Order order = orders.find(command.orderId);
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
            if (command.instrumentId == 0 || command.instrumentId == order.instrument().instrumentId) {
                changes.cancelQueued(order, CancelReason.MASS);
                result.entityId++;
            }
            order = next;
        }
        return Outcome.ACCEPTED;
    }

    /** What may be read of trading. */
    public TradingView view() {
        return new TradingView(ledger.accounts(), instruments, orders);
    }

    /** Recomputes the books, the digest and every hold from the single orders, which it adds to the tally. */
    public void audit(HeldTally tally) {
        resting.audit(tally);
        risk.audit();
    }

    public long digest() {
        return instruments.digest()
                + orders.digest()
                + risk.digest()
                + Mix.pair(
                        Mix.pair(Mix.start(DIGEST_TAG), orders.lastOrderId(), orders.lastPriority()),
                        clearing.lastTradeId(),
                        0);
    }

    public void save(StateWriter out) {
        instruments.save(out);
        out.writeLong(clearing.lastTradeId());
        resting.save(out);
        limits.save(out);
    }

    public void load(StateReader in) {
        instruments.load(in);
        clearing.loadCounters(in.readLong());
        resting.load(in);
        limits.load(in);
        switches.loaded();
    }

    private Outcome changePhase(int instrumentId, Phase phase, Result result) {
        Instrument instrument = instruments.find(instrumentId);
        if (instrument == null) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        Outcome outcome = Instruments.checkPhaseChange(instrument, phase);
        if (outcome == Outcome.ACCEPTED) {
            result.entityId = instrumentId;
            instruments.change(instrument, phase, instrument.referencePriceTicks());
        }
        return outcome;
    }

    private void cancelOutsideLimits(Instrument instrument, Side side) {
        BookSide bookSide = instrument.book.side(side);
        PriceLevel level = bookSide.best();
        while (level != null) {
            PriceLevel next = bookSide.worse(level);
            if (instrument.isOutsideLimits(level.priceTicks)) {
                Order order = bookSide.first(level);
                while (order != null) {
                    Order behind = bookSide.behind(order);
                    changes.cancelQueued(order, CancelReason.OUTSIDE_BAND);
                    order = behind;
                }
            }
            level = next;
        }
    }

    private void endDay(BookSide side) {
        PriceLevel level = side.best();
        while (level != null) {
            PriceLevel next = side.worse(level);
            Order order = side.first(level);
            while (order != null) {
                Order behind = side.behind(order);
                if (order.timeInForce == TimeInForce.DAY) {
                    changes.cancelQueued(order, CancelReason.EXPIRED);
                }
                order = behind;
            }
            level = next;
        }
    }
}
