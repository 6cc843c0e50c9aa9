package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.EndOfDayStage;
import io.pharos.protocol.TimeInForce;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Business days, and the run that ends one, as {@code docs/concepts/corporate-actions.md} says it: the stages in their order, none
 * skipped, each done before the next. How much a step does is taken from its events.
 */
final class RefDays {
    /** The last run of a calendar. */
    private static final class Run {
        final int date;
        EndOfDayStage stage = EndOfDayStage.FINISHING;
        boolean hasBegunDay;
        long expired;
        long paid;
        long serviced;
        long accrued;
        long accruedFinished;
        long steps;

        Run(int date) {
            this.date = date;
        }
    }

    private final RefState state;
    private final RefMatching matching;
    private final Runnable sweep;
    private final Map<Integer, Run> runs = new HashMap<>();
    private Runnable catchUp = () -> {};

    /**
     * @param sweep cancels some of the orders that nothing may be left of
     */
    RefDays(RefState state, RefMatching matching, Runnable sweep) {
        this.state = state;
        this.matching = matching;
        this.sweep = sweep;
        state.actions.sweeps(sweep);
    }

    /**
     * @param catchUp compares what is predicted so far, and counts what it moved
     */
    void begin(Runnable catchUp) {
        this.catchUp = catchUp;
    }

    /** The date of a run that is under way; 0 for none. */
    int runningDate(int calendarId) {
        Run run = runs.get(calendarId);
        return run == null || run.stage == EndOfDayStage.COMPLETED ? 0 : run.date;
    }

    /** Whether a day is left to end, so that the next cannot begin without that. */
    boolean isBusy(int calendarId) {
        return runningDate(calendarId) != 0 || state.actions.hasWork(calendarId) || state.interest.hasWork(calendarId);
    }

    void beginDay(int calendarId, int date, List<String> lines) {
        int previous = state.settlement.date(calendarId);
        state.settlement.beginDay(calendarId, date, lines);
        state.fees.dayBegan(calendarId, date, lines);
        state.followFees();
        catchUp.run();
        state.interest.dayBegan(calendarId, previous, date);
        state.actions.dayBegan(calendarId, date, lines);
    }

    /** A step of the run; returns the stage that it is in, 0 where nothing is left of it. */
    int run(CoreCommand.RunEndOfDay c, List<String> lines) {
        Run run = runs.get(c.calendarId());
        if (run == null || run.stage == EndOfDayStage.COMPLETED) {
            boolean isPresent = c.date() == state.settlement.date(c.calendarId());
            if (isPresent && !state.actions.hasWork(c.calendarId())) {
                return 0;
            }
            if (run == null || run.date != c.date()) {
                run = new Run(c.date());
                runs.put(c.calendarId(), run);
            }
            state.interest.takeLookedAt(c.calendarId());
            if (isPresent) {
                // It goes on with what is due and what corporate actions had to wait for.
                run.stage = EndOfDayStage.SETTLING;
                run.hasBegunDay = true;
            }
        }
        List<CoreEvent> events = matching.step().events();
        while (true) {
            catchUp.run();
            if (lines.size() >= events.size()) {
                throw new Violation("end of day", "a step says how far the run is: " + c);
            }
            CoreEvent next = events.get(lines.size());
            if (next instanceof CoreEvent.EndOfDayAdvanced advanced) {
                ended(run, c, advanced, lines);
                return run.stage == EndOfDayStage.COMPLETED ? 0 : run.stage.code();
            }
            one(run, c.calendarId(), next, lines);
        }
    }

    private void one(Run run, int calendarId, CoreEvent next, List<String> lines) {
        CoreEvent subject = subject(lines.size());
        switch (subject) {
            case CoreEvent.ObligationSettled e -> state.settlement.note(e, lines);
            case CoreEvent.SettlementFailed e -> state.settlement.note(e, lines);
            case CoreEvent.BuyInRecorded e -> state.settlement.note(e, lines);
            case CoreEvent.SettlementCompleted e -> state.settlement.note(e, lines);
            case CoreEvent.EntitlementPaid e -> {
                run.paid++;
                state.actions.paid(e, lines);
            }
            case CoreEvent.CorporateActionAdvanced e -> {
                if (next instanceof CoreEvent.Posted posted) {
                    state.actions.expired(e.actionId(), posted, lines);
                } else {
                    state.actions.advanced(e, state.settlement.date(calendarId), lines);
                }
            }
            case CoreEvent.InterestCredited e -> state.interest.credited(e, lines);
            case CoreEvent.InterestAccrued e -> {
                state.interest.finished(e, lines);
                run.accruedFinished += state.interest.takeLookedAt(calendarId);
            }
            case CoreEvent.OrderCancelled e -> cancelled(run, calendarId, e, lines);
            case CoreEvent.BusinessDayBegan e -> {
                requireFinished(run, calendarId, e);
                Violation.unless(dayOrder(calendarId) == null, "end of day", "orders of the day are left: " + e);
                run.hasBegunDay = true;
                beginDay(calendarId, run.date, lines);
            }
            default -> throw new Violation("end of day", "not a part of the end of a day: " + subject);
        }
    }

    private void requireFinished(Run run, int calendarId, CoreEvent event) {
        boolean isFinished = !run.hasBegunDay
                && !state.settlement.hasWork(calendarId)
                && !state.actions.hasWorkThatNeverWaits(calendarId)
                && !state.interest.hasWork(calendarId);
        Violation.unless(isFinished, "end of day", "the present day has left something to do: " + event);
    }

    private void cancelled(Run run, int calendarId, CoreEvent.OrderCancelled event, List<String> lines) {
        if (event.reason() != CancelReason.EXPIRED) {
            int before = lines.size();
            sweep.run();
            Violation.unless(lines.size() > before, "end of day", "nothing was to be cancelled: " + event);
            return;
        }
        RefOrder order = dayOrder(calendarId);
        if (order == null || run.hasBegunDay) {
            throw new Violation("end of day", "not an order of the day that ends: " + event);
        }
        run.expired++;
        matching.cancel(order, CancelReason.EXPIRED);
    }

    /** The next order of the day of the instruments that settle by a calendar. */
    private @Nullable RefOrder dayOrder(int calendarId) {
        for (RefInstrument of : state.instruments.values()) {
            CoreCommand.SetSettlementRules rules = of.deferred();
            if (rules != null && rules.calendarId() == calendarId) {
                for (RefOrder order : RefSessions.inOrder(of, true)) {
                    if (order.timeInForce == TimeInForce.DAY) {
                        return order;
                    }
                }
            }
        }
        return null;
    }

    private void ended(Run run, CoreCommand.RunEndOfDay c, CoreEvent.EndOfDayAdvanced event, List<String> lines) {
        int calendarId = c.calendarId();
        EndOfDayStage to = event.stage();
        Violation.unless(
                to.code() >= run.stage.code() && to != EndOfDayStage.NONE, "end of day", "a run goes back: " + event);
        if (to == EndOfDayStage.EXPIRING) {
            requireFinished(run, calendarId, event);
        }
        boolean isInNewDay = to.code() > EndOfDayStage.EXPIRING.code();
        Violation.unless(isInNewDay == run.hasBegunDay, "end of day", "whether the next day has begun: " + event);
        boolean isDone = (to.code() <= EndOfDayStage.SETTLING.code() || !state.settlement.hasWork(calendarId))
                && (to.code() <= EndOfDayStage.SERVICING.code() || !hasLeftActions(run, calendarId))
                && (to.code() <= EndOfDayStage.ACCRUING.code() || !state.interest.hasWork(calendarId));
        Violation.unless(isDone, "end of day", "a stage is left before it is done: " + event);
        boolean isCounted = event.servicedAccounts() >= Math.max(run.serviced, run.paid)
                && event.accruedAccounts() >= Math.max(run.accrued, run.accruedFinished)
                && (to != EndOfDayStage.COMPLETED || event.accruedAccounts() == run.accruedFinished);
        Violation.unless(
                isCounted,
                "end of day",
                run.paid + " were paid, " + run.accruedFinished + " looked at for interest: " + event);
        run.serviced = event.servicedAccounts();
        run.accrued = event.accruedAccounts();
        run.stage = to;
        run.steps++;
        lines.add(ServicingLines.endOfDay(
                calendarId + " " + run.date,
                to,
                c.staffId(),
                "expired " + run.expired,
                "settled " + state.settlement.settledToday(calendarId) + " failed "
                        + state.settlement.failedToday(calendarId),
                run.steps));
    }

    /** What waited for holds to end when actions were serviced waits for the next run, though they have ended since. */
    private boolean hasLeftActions(Run run, int calendarId) {
        boolean servicedNow = run.stage.code() <= EndOfDayStage.SERVICING.code();
        return servicedNow ? state.actions.hasWork(calendarId) : state.actions.hasWorkThatNeverWaits(calendarId);
    }

    /** What the postings from a place on are for: the event behind them. */
    private CoreEvent subject(int from) {
        List<CoreEvent> events = matching.step().events();
        int at = from;
        while (at < events.size() - 1 && events.get(at) instanceof CoreEvent.Posted) {
            at++;
        }
        return events.get(at);
    }
}
