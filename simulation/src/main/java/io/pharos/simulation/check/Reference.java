package io.pharos.simulation.check;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The slow and obvious exchange: predicts for each command of the log its reply and the lines of its events. Where a command
 * is to be executed, whether it is accepted comes from the core and is judged by {@link Rules}; all that follows from it is
 * predicted.
 */
final class Reference {
    final RefState state;
    private final RefWindows windows;
    private final RefTrading trading;
    private final Rules rules;
    private long sequence;
    private long lastHoldId;

    /** Events of the step whose movements are added up. */
    private int folded;

    Reference(Limits limits) {
        state = new RefState(limits);
        windows = new RefWindows(limits);
        trading = new RefTrading(state);
        rules = new Rules(state, trading.days());
    }

    /** Checks the step against the prediction. */
    void check(Step step) {
        List<String> expected = new ArrayList<>();
        trading.begin(step, expected);
        state.timeNanos = Math.max(state.timeNanos, step.timeNanos());
        folded = 0;
        Runnable catchUp = () -> catchUp(step, expected);
        trading.days().begin(catchUp);
        trading.brackets().begin(catchUp);
        expire(expected);
        long sequenceBefore = sequence;
        for (CoreEvent event : step.events()) {
            Violation.unless(event.sequence() == ++sequence, "sequence", "the events have no gap: " + event);
            Violation.unless(
                    event.timeNanos() == state.timeNanos, "sequence", "an event has the time of the log: " + event);
        }
        // What time brought is in the balances when the command comes.
        int brought = 0;
        while (brought < step.events().size() && step.events().get(brought).commandId() == 0) {
            brought++;
        }
        catchUp.run();
        if (folded != brought) {
            compare(step, expected);
        }
        CommandReply reply = step.reply();
        if (reply != null) {
            answer(step, reply, expected, sequenceBefore + brought);
        }
        compare(step, expected);
        catchUp(step, expected);
    }

    /** Adds up what the events have moved that are predicted so far. */
    private void catchUp(Step step, List<String> expected) {
        while (folded < Math.min(expected.size(), step.events().size())) {
            CoreEvent event = step.events().get(folded);
            if (!Lines.of(event).equals(expected.get(folded))) {
                compare(step, expected);
            }
            folded++;
            state.ledger.fold(event);
            state.reversals.note(event);
        }
    }

    private void answer(Step step, CommandReply reply, List<String> expected, long sequenceBefore) {
        CoreCommand command = step.command();
        if (command == null) {
            requireReply(
                    new CommandReply(reply.clientId(), reply.commandId(), Outcome.MALFORMED, 0, 0, 0, 0),
                    reply,
                    "once");
            return;
        }
        if (command instanceof CoreCommand.AskOutcome ask) {
            requireReply(
                    windows.asked(
                            step,
                            ask.targetClientId(),
                            ask.targetCommandId(),
                            ask.fence(),
                            state.timeNanos,
                            sequenceBefore),
                    reply,
                    "once");
            return;
        }
        CommandReply known = windows.known(step, state.timeNanos, sequenceBefore);
        if (known != null) {
            requireReply(known, reply, "once");
            return;
        }
        rules.judge(command, reply.outcome());
        if (reply.outcome() == Outcome.ACCEPTED) {
            carryOut(command, step, reply, expected);
            trading.completeLinks();
        } else {
            expected.add(
                    command instanceof CoreCommand.PlaceOrder order
                            ? Lines.rejected(order, reply.outcome())
                            : Lines.rejected(step.kind(), reply.outcome(), legIndex(step.kind(), reply)));
        }
        Violation.unless(
                reply.sequence() == sequence,
                "once",
                "a reply names the last event, which is " + sequence + ": " + reply);
        windows.executed(step, reply, state.timeNanos);
    }

    private static long legIndex(CommandKind kind, CommandReply reply) {
        return kind == CommandKind.LINKED_TRANSFERS ? reply.entityId() : 0;
    }

    private static void requireReply(CommandReply expected, CommandReply actual, String checker) {
        if (!expected.equals(actual)) {
            throw new Violation(checker, "the reply must be " + expected + " but is " + actual);
        }
    }

    private void compare(Step step, List<String> expected) {
        List<String> actual = step.events().stream().map(Lines::of).toList();
        if (!actual.equals(expected)) {
            int at = 0;
            while (at < actual.size() && at < expected.size() && actual.get(at).equals(expected.get(at))) {
                at++;
            }
            String wanted = at < expected.size() ? expected.get(at) : "no further event";
            String seen = at < actual.size() ? actual.get(at) : "no further event";
            throw new Violation("book", "expected: " + wanted + "\n    but was:  " + seen);
        }
    }

    private void expire(List<String> expected) {
        List<RefState.RefHold> expired = state.holds.values().stream()
                .filter(hold -> hold.deadlineNanos() != 0 && hold.deadlineNanos() <= state.timeNanos)
                .sorted(Comparator.comparingLong(RefState.RefHold::deadlineNanos)
                        .thenComparingLong(RefState.RefHold::holdId))
                .toList();
        for (RefState.RefHold hold : expired) {
            state.holds.remove(hold.holdId());
            expected.add("hold " + hold.holdId() + " expired " + hold.amountMinor());
        }
        trading.expire();
        trading.completeLinks();
    }

    private void carryOut(CoreCommand command, Step step, CommandReply reply, List<String> expected) {
        switch (command) {
            case CoreCommand.RegisterAsset c -> {
                if (state.assets.putIfAbsent(c.assetId(), c) == null) {
                    expected.add("asset " + c.assetId() + " " + c.code());
                }
            }
            case CoreCommand.RegisterAccount c -> {
                if (state.accounts.putIfAbsent(c.accountId(), c.kind()) == null) {
                    expected.add("account " + c.accountId() + " " + c.kind());
                }
            }
            case CoreCommand.RegisterInstrument c -> {
                if (state.instruments.putIfAbsent(c.instrumentId(), new RefInstrument(c)) == null) {
                    expected.add("instrument " + c.instrumentId() + " " + c.symbol());
                }
            }
            case CoreCommand.Transfer c -> state.transfers.post(List.of(c), expected);
            case CoreCommand.LinkedTransfers c -> state.transfers.post(c.legs(), expected);
            case CoreCommand.Hold c -> {
                Violation.unless(reply.entityId() > lastHoldId, "holds", "hold ids rise: " + reply);
                lastHoldId = reply.entityId();
                state.holds.put(
                        lastHoldId,
                        new RefState.RefHold(
                                lastHoldId, c.accountId(), c.assetId(), c.amountMinor(), c.deadlineNanos(), c.code()));
                expected.add("hold placed " + c.accountId() + " " + c.assetId() + " " + c.amountMinor());
            }
            case CoreCommand.CaptureHold c -> capture(c, expected);
            case CoreCommand.ReleaseHold c -> {
                RefState.RefHold hold = state.holds.remove(c.holdId());
                expected.add("hold " + c.holdId() + " released " + (hold == null ? "nothing" : hold.amountMinor()));
            }
            case CoreCommand.TakeDigest c -> expected.add("digest");
            case CoreCommand.ReverseTransfer c -> state.reversals.reverse(c.transferId(), expected);
            case CoreCommand.BeginBusinessDay c -> {
                trading.days().beginDay(c.calendarId(), c.date(), expected);
            }
            case CoreCommand.RunEndOfDay c -> {
                int stage = trading.days().run(c, expected);
                Violation.unless(
                        reply.entityId() == stage, "end of day", "the run is in stage " + stage + ": " + reply);
            }
            case CoreCommand.AnnounceCorporateAction c -> state.actions.announce(c, expected);
            case CoreCommand.WithdrawCorporateAction c -> state.actions.withdraw(c.actionId(), expected);
            case CoreCommand.ExerciseRights c -> state.actions.exercise(c, expected);
            case CoreCommand.SetInterestTerms c -> state.interest.set(c, expected);
            case CoreCommand.SetFeeSchedule c -> {
                state.fees.set(c, expected);
                state.followFees();
            }
            case CoreCommand.AssignFeeSchedule c -> {
                RefInstrument of = instrument(c.instrumentId());
                if (of.feeScheduleId != c.scheduleId()) {
                    of.feeScheduleId = c.scheduleId();
                    expected.add(Lines.feesOf(c.instrumentId(), c.scheduleId()));
                }
                state.followFees();
            }
            case CoreCommand.SettleDue c -> state.settlement.settle(step, expected);
            case CoreCommand.SetSettlementRules c -> {
                RefInstrument of = instrument(c.instrumentId());
                if (!c.equals(of.settlement)) {
                    of.settlement = c;
                    expected.add(Lines.settlementRules(c));
                }
            }
            default -> trade(command, reply);
        }
    }

    private void capture(CoreCommand.CaptureHold c, List<String> expected) {
        RefState.RefHold hold = state.holds.remove(c.holdId());
        if (hold != null) {
            long released = hold.amountMinor() - c.amountMinor();
            expected.add("hold " + c.holdId() + " captured " + c.amountMinor() + " released " + released);
            expected.add(Lines.posted(
                    hold.accountId(),
                    "HELD",
                    c.creditAccountId(),
                    "AVAILABLE",
                    hold.assetId(),
                    c.amountMinor(),
                    hold.code(),
                    0));
        }
    }

    private void trade(CoreCommand command, CommandReply reply) {
        switch (command) {
            case CoreCommand.PlaceOrder c -> trading.place(c, instrument(c.instrumentId()));
            case CoreCommand.PlaceBracket c -> trading.placeBracket(c, instrument(c.instrumentId()));
            case CoreCommand.PlaceOco c -> trading.placePair(c, instrument(c.instrumentId()));
            case CoreCommand.ReplaceOrder c -> trading.replace(c, order(c.orderId()));
            case CoreCommand.CancelOrder c -> trading.cancel(order(c.orderId()));
            case CoreCommand.MassCancel c -> trading.massCancel(c);
            case CoreCommand.OpenInstrument c ->
                trading.phase(instrument(c.instrumentId()), Phase.OPEN, c.referencePriceTicks(), 0);
            case CoreCommand.HaltInstrument c -> trading.phase(instrument(c.instrumentId()), Phase.HALTED, 0, 0);
            case CoreCommand.CloseInstrument c -> trading.phase(instrument(c.instrumentId()), Phase.CLOSED, 0, 0);
            case CoreCommand.ChangePhase c ->
                trading.phase(instrument(c.instrumentId()), c.phase(), c.referencePriceTicks(), c.endsNanos());
            case CoreCommand.ScheduleSession c -> trading.schedule(c);
            case CoreCommand.SetMarketBreaker c -> trading.setBreaker(c);
            case CoreCommand.SetLimit c -> trading.setLimit(c);
            case CoreCommand.SetKillSwitch c -> trading.killSwitch(c);
            case CoreCommand.SetSessionRules c -> trading.rules(c, instrument(c.instrumentId()));
            default -> throw new Violation("book", "the reference does not know " + command);
        }
        trading.completeLinks();
        requireReply(
                new CommandReply(
                        reply.clientId(),
                        reply.commandId(),
                        Outcome.ACCEPTED,
                        trading.entityId,
                        trading.filled,
                        trading.remaining,
                        sequence),
                reply,
                "book");
    }

    RefDays days() {
        return trading.days();
    }

    private RefInstrument instrument(int instrumentId) {
        RefInstrument found = state.instruments.get(instrumentId);
        if (found == null) {
            throw new Violation("rules", "accepted for an instrument that is not there: " + instrumentId);
        }
        return found;
    }

    private RefOrder order(long orderId) {
        RefOrder found = state.order(orderId);
        if (found == null) {
            throw new Violation("rules", "accepted for an order that is not open: " + orderId);
        }
        return found;
    }

    /** Sequence of the last event. */
    long sequence() {
        return sequence;
    }
}
