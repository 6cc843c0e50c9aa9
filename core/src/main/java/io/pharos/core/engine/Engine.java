package io.pharos.core.engine;

import io.pharos.core.command.AnnounceCorporateAction;
import io.pharos.core.command.AskOutcome;
import io.pharos.core.command.AssignFeeSchedule;
import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.CaptureHold;
import io.pharos.core.command.ChangePhase;
import io.pharos.core.command.CloseInstrument;
import io.pharos.core.command.CollectReceivable;
import io.pharos.core.command.Command;
import io.pharos.core.command.DoubtVenueOrder;
import io.pharos.core.command.ExerciseRights;
import io.pharos.core.command.HaltInstrument;
import io.pharos.core.command.Hold;
import io.pharos.core.command.LinkedTransfers;
import io.pharos.core.command.MassCancel;
import io.pharos.core.command.OpenInstrument;
import io.pharos.core.command.PlaceBracket;
import io.pharos.core.command.PlaceOco;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RegisterAccount;
import io.pharos.core.command.RegisterAsset;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.ReleaseHold;
import io.pharos.core.command.RepayMarginLoan;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.command.ResolveVenueBreak;
import io.pharos.core.command.Result;
import io.pharos.core.command.ReverseTransfer;
import io.pharos.core.command.RunEndOfDay;
import io.pharos.core.command.ScheduleSession;
import io.pharos.core.command.SetFeeSchedule;
import io.pharos.core.command.SetInterestTerms;
import io.pharos.core.command.SetKillSwitch;
import io.pharos.core.command.SetLimit;
import io.pharos.core.command.SetListing;
import io.pharos.core.command.SetMarginAgreement;
import io.pharos.core.command.SetMarginProgram;
import io.pharos.core.command.SetMarginTerms;
import io.pharos.core.command.SetMarketBreaker;
import io.pharos.core.command.SetSessionRules;
import io.pharos.core.command.SetSettlementRules;
import io.pharos.core.command.SetVenueState;
import io.pharos.core.command.SettleDue;
import io.pharos.core.command.TakeDigest;
import io.pharos.core.command.Transfer;
import io.pharos.core.command.VenueReport;
import io.pharos.core.command.WithdrawCorporateAction;
import io.pharos.core.event.CommandRejected;
import io.pharos.core.event.DigestTaken;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.HeldTally;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.margin.Margin;
import io.pharos.core.servicing.Servicing;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.core.trading.Trading;
import io.pharos.protocol.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of Pharos: the same commands at the same log times give the same events, replies and digest on every
 * member, always.
 *
 * <p>{@code apply} recognises a repeated command and answers it with the first outcome, executes a new one, and remembers
 * its reply. It never throws on what a command says; an {@link io.pharos.core.state.InvariantViolation} means that this
 * replica must stop. The reply is a flyweight, valid until the next call.
 */
public final class Engine {
    private static final int STATE_FORMAT = 3;
    private static final long STATE_END = 0x504841524f534f4bL;
    private static final long DIGEST_TAG = 10;

    private final EngineSettings settings;
    private final EventSink sink;
    private final Sequencer sequencer = new Sequencer();
    private final Ledger ledger;
    private final Trading trading;
    private final Margin margin;
    private final Servicing servicing;
    private final DuplicateWindows windows;
    private final EngineView view;

    private final Reply reply = new Reply();
    private final Result result = new Result();
    private final CommandRejected rejected = new CommandRejected();
    private final DigestTaken digestTaken = new DigestTaken();

    private @Nullable DuplicateWindow window;
    private long fingerprint;
    private boolean applying;

    /** An engine with no state. */
    public Engine(EngineSettings settings, EventSink sink) {
        this.settings = settings;
        this.sink = sink;
        ledger = new Ledger(settings.assetsMax(), settings.accountsMax(), settings.holdsMax(), sequencer, sink);
        trading = new Trading(
                settings.instrumentsMax(),
                settings.openOrdersMax(),
                settings.accountOpenOrdersMax(),
                settings.sweepOrdersMax(),
                ledger,
                sequencer,
                sink);
        margin = new Margin(ledger, trading.settlement(), trading.margin(), sequencer, sink);
        servicing = new Servicing(ledger, trading, margin, sequencer, sink);
        windows = new DuplicateWindows(settings);
        view = new EngineView(ledger, trading, margin);
    }

    /**
     * Advances log time, ends the holds and orders whose time has come and changes the phases that it brings. Called before each command with the time of its
     * log entry, and when {@link #nextDeadlineNanos()} has come. Time never goes back: an earlier time changes nothing.
     */
    public void advanceTo(long timeNanos) {
        sequencer.advanceTo(timeNanos);
        if (nextDeadlineNanos() <= sequencer.timeNanos()) {
            enter();
            sequencer.cause(0, 0);
            ledger.expireHolds();
            trading.advance();
            margin.advance();
            leave();
        }
    }

    /** Log time of the earliest deadline; {@code Long.MAX_VALUE} where there is none. */
    public long nextDeadlineNanos() {
        return Math.min(Math.min(ledger.nextDeadlineNanos(), trading.nextDeadlineNanos()), margin.nextDeadlineNanos());
    }

    /** Log time, nanoseconds since the epoch. */
    public long timeNanos() {
        return sequencer.timeNanos();
    }

    /** Sequence of the last event; 0 before the first. */
    public long sequence() {
        return sequencer.sequence();
    }

    /** Read access to the state, between commands. */
    public EngineView view() {
        return view;
    }

    public Reply apply(RegisterAsset command) {
        return isNew(command) ? finish(command, ledger.registerAsset(command, result), command.assetId) : reply;
    }

    public Reply apply(RegisterInstrument command) {
        return isNew(command)
                ? finish(command, trading.registerInstrument(command, result), command.instrumentId)
                : reply;
    }

    public Reply apply(RegisterAccount command) {
        return isNew(command) ? finish(command, ledger.registerAccount(command, result), command.accountId) : reply;
    }

    public Reply apply(Transfer command) {
        return isNew(command) ? finish(command, ledger.transfer(command, result), command.debitAccountId) : reply;
    }

    public Reply apply(LinkedTransfers command) {
        return isNew(command) ? finish(command, ledger.linkedTransfers(command, result), 0) : reply;
    }

    public Reply apply(Hold command) {
        return isNew(command) ? finish(command, ledger.hold(command, result), command.accountId) : reply;
    }

    public Reply apply(CaptureHold command) {
        return isNew(command) ? finish(command, ledger.captureHold(command, result), command.holdId) : reply;
    }

    public Reply apply(ReleaseHold command) {
        return isNew(command) ? finish(command, ledger.releaseHold(command, result), command.holdId) : reply;
    }

    public Reply apply(ReverseTransfer command) {
        return isNew(command) ? finish(command, ledger.reverseTransfer(command, result), command.transferId) : reply;
    }

    public Reply apply(SetSettlementRules command) {
        return isNew(command)
                ? finish(command, trading.setSettlementRules(command, result), command.instrumentId)
                : reply;
    }

    public Reply apply(BeginBusinessDay command) {
        return isNew(command)
                ? finish(command, servicing.endOfDay().beginDay(command, result), command.calendarId)
                : reply;
    }

    public Reply apply(SettleDue command) {
        return isNew(command)
                ? finish(command, trading.settlement().settleDue(command, result), command.calendarId)
                : reply;
    }

    public Reply apply(PlaceOrder command) {
        return isNew(command) ? finish(command, trading.placeOrder(command, result)) : reply;
    }

    public Reply apply(PlaceOco command) {
        return isNew(command) ? finish(command, trading.placeOco(command, result), command.accountId) : reply;
    }

    public Reply apply(PlaceBracket command) {
        return isNew(command) ? finish(command, trading.placeBracket(command, result), command.accountId) : reply;
    }

    public Reply apply(CancelOrder command) {
        return isNew(command) ? finish(command, trading.cancelOrder(command, result), command.orderId) : reply;
    }

    public Reply apply(ReplaceOrder command) {
        return isNew(command) ? finish(command, trading.replaceOrder(command, result), command.orderId) : reply;
    }

    public Reply apply(MassCancel command) {
        return isNew(command) ? finish(command, trading.massCancel(command, result), command.accountId) : reply;
    }

    public Reply apply(OpenInstrument command) {
        return isNew(command) ? finish(command, trading.openInstrument(command, result), command.instrumentId) : reply;
    }

    public Reply apply(HaltInstrument command) {
        return isNew(command) ? finish(command, trading.haltInstrument(command, result), command.instrumentId) : reply;
    }

    public Reply apply(CloseInstrument command) {
        return isNew(command) ? finish(command, trading.closeInstrument(command, result), command.instrumentId) : reply;
    }

    public Reply apply(SetLimit command) {
        return isNew(command) ? finish(command, trading.setLimit(command, result), command.subjectId) : reply;
    }

    public Reply apply(SetKillSwitch command) {
        return isNew(command) ? finish(command, trading.setKillSwitch(command, result), command.subjectId) : reply;
    }

    public Reply apply(ChangePhase command) {
        return isNew(command) ? finish(command, trading.changePhase(command, result), command.instrumentId) : reply;
    }

    public Reply apply(SetSessionRules command) {
        return isNew(command) ? finish(command, trading.setSessionRules(command, result), command.instrumentId) : reply;
    }

    public Reply apply(ScheduleSession command) {
        return isNew(command) ? finish(command, trading.scheduleSession(command, result), command.calendarId) : reply;
    }

    public Reply apply(SetMarketBreaker command) {
        return isNew(command) ? finish(command, trading.setMarketBreaker(command, result), command.calendarId) : reply;
    }

    public Reply apply(SetFeeSchedule command) {
        return isNew(command) ? finish(command, trading.setFeeSchedule(command, result), command.scheduleId) : reply;
    }

    public Reply apply(AssignFeeSchedule command) {
        return isNew(command)
                ? finish(command, trading.assignFeeSchedule(command, result), command.instrumentId)
                : reply;
    }

    public Reply apply(AnnounceCorporateAction command) {
        return isNew(command)
                ? finish(command, servicing.actions().announce(command, result), command.actionId)
                : reply;
    }

    public Reply apply(WithdrawCorporateAction command) {
        return isNew(command)
                ? finish(command, servicing.actions().withdraw(command, result), command.actionId)
                : reply;
    }

    public Reply apply(ExerciseRights command) {
        return isNew(command)
                ? finish(command, servicing.rights().exercise(command, result), command.accountId)
                : reply;
    }

    public Reply apply(SetInterestTerms command) {
        return isNew(command) ? finish(command, servicing.interest().set(command, result), command.assetId) : reply;
    }

    public Reply apply(RunEndOfDay command) {
        return isNew(command) ? finish(command, servicing.endOfDay().run(command, result), command.calendarId) : reply;
    }

    public Reply apply(SetListing command) {
        return isNew(command) ? finish(command, trading.setListing(command, result), command.instrumentId) : reply;
    }

    public Reply apply(SetVenueState command) {
        return isNew(command) ? finish(command, trading.setVenueState(command, result), command.venueId) : reply;
    }

    public Reply apply(VenueReport command) {
        return isNew(command) ? finish(command, trading.venueReport(command, result), command.orderId) : reply;
    }

    public Reply apply(DoubtVenueOrder command) {
        return isNew(command) ? finish(command, trading.doubtVenueOrder(command, result), command.orderId) : reply;
    }

    public Reply apply(ResolveVenueBreak command) {
        return isNew(command) ? finish(command, trading.resolveVenueBreak(command, result), command.breakId) : reply;
    }

    public Reply apply(CollectReceivable command) {
        return isNew(command) ? finish(command, trading.collectReceivable(command, result), command.accountId) : reply;
    }

    public Reply apply(SetMarginProgram command) {
        return isNew(command) ? finish(command, margin.set(command, result), command.programId) : reply;
    }

    public Reply apply(SetMarginTerms command) {
        return isNew(command) ? finish(command, margin.set(command, result), command.instrumentId) : reply;
    }

    public Reply apply(SetMarginAgreement command) {
        return isNew(command) ? finish(command, margin.set(command, result), command.accountId) : reply;
    }

    public Reply apply(RepayMarginLoan command) {
        return isNew(command) ? finish(command, margin.repay(command, result), command.accountId) : reply;
    }

    public Reply apply(TakeDigest command) {
        if (!isNew(command)) {
            return reply;
        }
        digestTaken.digest = digest();
        sequencer.stamp(digestTaken);
        sink.onDigestTaken(digestTaken);
        result.entityId = digestTaken.digest;
        return finish(command, Outcome.ACCEPTED);
    }

    /**
     * Answers for another command: its own reply where it is known, otherwise {@code NOT_SEEN}, {@code COMMAND_TOO_OLD},
     * or, with a fence, {@code CANCELLED_BEFORE_ARRIVAL}. Asking leaves no trace but the fence.
     */
    public Reply apply(AskOutcome command) {
        enter();
        clearReply(command);
        reply.outcome = answer(command);
        reply.clientId = command.clientId;
        reply.commandId = command.commandId;
        leave();
        return reply;
    }

    /** Digest of the whole state. Asking for it costs the hashes of the records that changed since it was asked for last. */
    public long digest() {
        return ledger.digest()
                + trading.digest()
                + margin.digest()
                + servicing.digest()
                + windows.digest()
                + Mix.pair(Mix.start(DIGEST_TAG), sequencer.sequence(), sequencer.timeNanos());
    }

    /**
     * Recomputes every sum, book and digest from the single records and checks them against those kept; takes time in
     * proportion to the state.
     *
     * @throws io.pharos.core.state.InvariantViolation where they differ
     */
    public void audit() {
        HeldTally tally = ledger.beginAudit();
        trading.audit(tally);
        margin.audit();
        servicing.audit();
        ledger.endAudit(tally);
        windows.audit();
    }

    /** Writes the whole state, its digest last. The caller then calls {@link StateWriter#finish()}. */
    public void save(StateWriter out) {
        out.writeInt(STATE_FORMAT);
        settings.save(out);
        sequencer.save(out);
        ledger.save(out);
        trading.save(out);
        margin.save(out);
        servicing.save(out);
        windows.save(out);
        out.writeLong(digest());
        out.writeLong(STATE_END);
    }

    /**
     * Reads a state back, recomputes its digest from what was read and checks it and every invariant.
     *
     * @throws io.pharos.core.state.InvariantViolation where the digest or an invariant does not hold, the snapshot is
     *     damaged, or it was made under other settings
     */
    public static Engine load(StateReader in, EngineSettings settings, EventSink sink) {
        Invariant.check(in.readInt() == STATE_FORMAT, "the snapshot has the format that this engine reads");
        settings.requireEqual(in);
        Engine engine = new Engine(settings, sink);
        engine.sequencer.load(in);
        engine.ledger.load(in);
        engine.trading.load(in);
        engine.margin.load(in);
        engine.servicing.load(in);
        engine.windows.load(in);
        Invariant.check(in.readLong() == engine.digest(), "the digest of the snapshot is that of its state");
        Invariant.check(in.readLong() == STATE_END, "the snapshot ends where its state ends");
        engine.audit();
        engine.ledger.checkTouched();
        return engine;
    }

    /** Begins a command. Where it is not to be executed, the reply says why, or what it said the first time. */
    private boolean isNew(Command command) {
        enter();
        clearReply(command);
        reply.outcome = checkNew(command);
        if (reply.outcome == Outcome.ACCEPTED && !reply.duplicate) {
            sequencer.cause(command.clientId, command.commandId);
            result.clear();
            return true;
        }
        leave();
        return false;
    }

    private Outcome checkNew(Command command) {
        if (command.clientId <= 0 || command.commandId <= 0) {
            return Outcome.MALFORMED;
        }
        DuplicateWindow of = windowOf(command.clientId);
        window = of;
        if (of == null) {
            return Outcome.CLIENTS_LIMIT;
        }
        fingerprint = command.fingerprint();
        if (fingerprint == DuplicateWindow.ANY_BODY) {
            fingerprint++;
        }
        long number = of.find(command.commandId);
        if (number == DuplicateWindow.NOT_FOUND) {
            return of.isTooOld(command.commandId) ? Outcome.COMMAND_TOO_OLD : Outcome.ACCEPTED;
        }
        if (!of.hasBody(number, fingerprint)) {
            return Outcome.DUPLICATE_WITH_OTHER_BODY;
        }
        of.read(number, reply);
        reply.duplicate = true;
        return reply.outcome;
    }

    private Outcome answer(AskOutcome command) {
        boolean wellFormed = command.clientId > 0
                && command.commandId > 0
                && command.targetClientId > 0
                && command.targetCommandId > 0;
        if (!wellFormed) {
            return Outcome.MALFORMED;
        }
        DuplicateWindow target =
                command.fence ? windowOf(command.targetClientId) : windows.find(command.targetClientId);
        if (target == null) {
            return command.fence ? Outcome.CLIENTS_LIMIT : Outcome.NOT_SEEN;
        }
        target.advanceTo(sequencer.timeNanos());
        long number = target.find(command.targetCommandId);
        if (number != DuplicateWindow.NOT_FOUND) {
            target.read(number, reply);
            reply.duplicate = true;
            return reply.outcome;
        }
        if (target.isTooOld(command.targetCommandId)) {
            return Outcome.COMMAND_TOO_OLD;
        }
        if (!command.fence) {
            return Outcome.NOT_SEEN;
        }
        reply.outcome = Outcome.CANCELLED_BEFORE_ARRIVAL;
        target.add(command.targetCommandId, DuplicateWindow.ANY_BODY, sequencer.timeNanos(), reply);
        return reply.outcome;
    }

    private @Nullable DuplicateWindow windowOf(long clientId) {
        DuplicateWindow of = windows.find(clientId);
        if (of == null) {
            return windows.isFull() ? null : windows.add(clientId);
        }
        of.advanceTo(sequencer.timeNanos());
        return of;
    }

    private void clearReply(Command command) {
        reply.clientId = command.clientId;
        reply.commandId = command.commandId;
        reply.outcome = Outcome.ACCEPTED;
        reply.entityId = 0;
        reply.filledLots = 0;
        reply.remainingLots = 0;
        reply.sequence = sequencer.sequence();
        reply.duplicate = false;
    }

    /** Ends a command whose refusal, if it was refused, leaves an event that names its subject. */
    private Reply finish(Command command, Outcome outcome, long subjectId) {
        if (outcome != Outcome.ACCEPTED) {
            boolean isLinked = command instanceof LinkedTransfers;
            rejected.subjectId = subjectId;
            rejected.legIndex = isLinked ? (int) result.entityId : 0;
            rejected.kind = command.commandKind();
            rejected.outcome = outcome;
            sequencer.stamp(rejected);
            sink.onCommandRejected(rejected);
        }
        return finish(command, outcome);
    }

    private Reply finish(Command command, Outcome outcome) {
        trading.settleTouched();
        ledger.checkTouched();
        reply.outcome = outcome;
        reply.entityId = result.entityId;
        reply.filledLots = result.filledLots;
        reply.remainingLots = result.remainingLots;
        reply.sequence = sequencer.sequence();
        DuplicateWindow of = window;
        if (of != null) {
            of.add(command.commandId, fingerprint, sequencer.timeNanos(), reply);
        }
        applying = false;
        return reply;
    }

    private void enter() {
        Invariant.check(!applying, "the engine completed what it applied last");
        applying = true;
    }

    private void leave() {
        trading.settleTouched();
        ledger.checkTouched();
        applying = false;
    }
}
