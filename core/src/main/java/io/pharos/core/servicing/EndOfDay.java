package io.pharos.core.servicing;

import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.Result;
import io.pharos.core.command.RunEndOfDay;
import io.pharos.core.event.EndOfDayAdvanced;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.UnsettledProceeds;
import io.pharos.core.margin.Margin;
import io.pharos.core.settlement.Settlement;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.core.trading.Trading;
import io.pharos.protocol.EndOfDayStage;
import io.pharos.protocol.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The run that ends a business day of a calendar, in steps of any size.
 *
 * <pre>
 *   FINISHING what the present day left --> EXPIRING orders of the day --> the next business day begins
 *     --> SETTLING --> SERVICING corporate actions --> ACCRUING interest --> COMPLETED
 * </pre>
 *
 * <p>How far it is, is state: a run that was broken off goes on where it was, and one that is completed does nothing again,
 * but what corporate actions had to wait for, such as a venue that cancels orders.
 */
public final class EndOfDay {
    private static final int LIMIT_MAX = 10_000;
    private static final long DIGEST_TAG = 54;

    private final Trading trading;
    private final Settlement settlement;
    private final CorporateActions actions;
    private final Interest interest;
    private final Margin margin;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final List<Run> runs = new ArrayList<>();
    private final EndOfDayAdvanced advanced = new EndOfDayAdvanced();
    private final BeginBusinessDay begin = new BeginBusinessDay();
    private final Result ignored = new Result();

    /** The last run of a calendar. */
    private static final class Run {
        final int calendarId;
        int date;
        EndOfDayStage stage = EndOfDayStage.NONE;
        long expiredOrders;
        long servicedAccounts;
        long accruedAccounts;
        long steps;

        Run(int calendarId) {
            this.calendarId = calendarId;
        }

        boolean isUnderWay() {
            return stage != EndOfDayStage.NONE && stage != EndOfDayStage.COMPLETED;
        }

        void begin(int date) {
            this.date = date;
            stage = EndOfDayStage.FINISHING;
            expiredOrders = 0;
            servicedAccounts = 0;
            accruedAccounts = 0;
            steps = 0;
        }

        /**
         * Carries out of the present day what corporate actions had to wait for, after what is due: a day may have begun
         * without a run.
         */
        void goOn(int date) {
            if (this.date != date) {
                begin(date);
            }
            stage = EndOfDayStage.SETTLING;
        }

        long hash() {
            long hash = Mix.pair(Mix.start(DIGEST_TAG), calendarId, date);
            hash = Mix.pair(hash, stage.code(), expiredOrders);
            hash = Mix.pair(hash, servicedAccounts, accruedAccounts);
            return Mix.pair(hash, steps, 0);
        }
    }

    EndOfDay(
            Trading trading,
            CorporateActions actions,
            Interest interest,
            Margin margin,
            Sequencer sequencer,
            EventSink sink) {
        this.margin = margin;
        this.trading = trading;
        this.actions = actions;
        this.interest = interest;
        this.sequencer = sequencer;
        this.sink = sink;
        settlement = trading.settlement();
    }

    /** The result's entity is the stage that the run is in; 0 where nothing is left of it. */
    public Outcome run(RunEndOfDay command, Result result) {
        if (command.calendarId <= 0) {
            return Outcome.ID_NOT_POSITIVE;
        }
        if (command.itemsMax < 1 || command.itemsMax > LIMIT_MAX) {
            return Outcome.LIMIT_OUT_OF_RANGE;
        }
        int present = settlement.dateOf(command.calendarId);
        if (!Settlement.isDate(command.date) || command.date < present) {
            return Outcome.DATE_INVALID;
        }
        Run run = find(command.calendarId);
        boolean isUnderWay = run != null && run.isUnderWay();
        if (run != null && isUnderWay && run.date != command.date) {
            return Outcome.END_OF_DAY_RUNNING;
        }
        boolean goesOn = !isUnderWay && command.date == present;
        if (goesOn && !actions.hasWork(command.calendarId)) {
            return Outcome.ACCEPTED;
        }
        if (run == null) {
            if (runs.size() >= UnsettledProceeds.CALENDARS_MAX || !settlement.hasRoom(command.calendarId)) {
                return Outcome.CALENDARS_LIMIT;
            }
            run = new Run(command.calendarId);
            runs.add(run);
        }
        if (goesOn) {
            run.goOn(command.date);
        } else if (!isUnderWay) {
            run.begin(command.date);
        }
        step(run, command.itemsMax);
        run.steps++;
        emit(run, command.staffId);
        result.entityId = run.isUnderWay() ? run.stage.code() : 0;
        return Outcome.ACCEPTED;
    }

    /** Begins a business day without a run, where the work of the one before is done. */
    public Outcome beginDay(BeginBusinessDay command, Result result) {
        Run run = find(command.calendarId);
        boolean isBusy = (run != null && run.isUnderWay())
                || actions.hasWork(command.calendarId)
                || interest.hasWork(command.calendarId)
                || margin.hasWork(command.calendarId);
        int present = settlement.dateOf(command.calendarId);
        if (isBusy && Settlement.isDate(command.date) && command.date > present) {
            return Outcome.END_OF_DAY_RUNNING;
        }
        Outcome outcome = trading.beginBusinessDay(command, result);
        if (outcome == Outcome.ACCEPTED) {
            interest.dayBegan(command.calendarId, present, command.date);
            margin.dayBegan(command.calendarId);
            actions.dayBegan(command.calendarId, command.date);
        }
        return outcome;
    }

    private void step(Run run, int most) {
        int left = most;
        while (left > 0 && run.isUnderWay()) {
            switch (run.stage) {
                case FINISHING -> {
                    left = finish(run, left);
                    run.stage = left > 0 ? EndOfDayStage.EXPIRING : run.stage;
                }
                case EXPIRING -> {
                    int expired = trading.actions().expireDayOrders(run.calendarId, left);
                    run.expiredOrders += expired;
                    left -= expired;
                    if (left > 0) {
                        roll(run);
                        run.stage = EndOfDayStage.SETTLING;
                    }
                }
                case SETTLING -> {
                    left = settle(run, left);
                    run.stage = left > 0 ? EndOfDayStage.SERVICING : run.stage;
                }
                case SERVICING -> {
                    left = service(run, left);
                    run.stage = left > 0 ? EndOfDayStage.ACCRUING : run.stage;
                }
                default -> {
                    left = accrue(run, left);
                    run.stage = left > 0 ? EndOfDayStage.COMPLETED : run.stage;
                }
            }
        }
    }

    /** Does what is left of the present day; returns what is left of the step, 0 while something is. */
    private int finish(Run run, int most) {
        int left = settle(run, most);
        left = left > 0 ? service(run, left) : 0;
        return left > 0 ? accrue(run, left) : 0;
    }

    private int settle(Run run, int most) {
        int before = settlement.workOf(run.calendarId);
        settlement.settle(run.calendarId, most);
        int after = settlement.workOf(run.calendarId);
        return after > 0 ? 0 : Math.max(0, most - 2 * before);
    }

    private int service(Run run, int most) {
        int done = actions.step(run.calendarId, most);
        run.servicedAccounts += done;
        return actions.hasWork(run.calendarId) ? 0 : Math.max(0, most - done);
    }

    private int accrue(Run run, int most) {
        int done = interest.step(run.calendarId, most);
        boolean isLeft = interest.hasWork(run.calendarId);
        if (!isLeft && done < most) {
            done += margin.step(run.calendarId, most - done);
        }
        run.accruedAccounts += done;
        return isLeft || margin.hasWork(run.calendarId) ? 0 : Math.max(0, most - done);
    }

    private void roll(Run run) {
        begin.calendarId = run.calendarId;
        begin.date = run.date;
        int present = settlement.dateOf(run.calendarId);
        ignored.clear();
        Outcome outcome = trading.beginBusinessDay(begin, ignored);
        Invariant.check(outcome == Outcome.ACCEPTED, "a day begins that was checked and whose day before is finished");
        interest.dayBegan(run.calendarId, present, run.date);
        margin.dayBegan(run.calendarId);
        actions.dayBegan(run.calendarId, run.date);
    }

    private @Nullable Run find(int calendarId) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).calendarId == calendarId) {
                return runs.get(i);
            }
        }
        return null;
    }

    long digest() {
        long digest = 0;
        for (int i = 0; i < runs.size(); i++) {
            digest += runs.get(i).hash();
        }
        return digest;
    }

    void save(StateWriter out) {
        out.writeInt(runs.size());
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            out.writeInt(run.calendarId);
            out.writeInt(run.date);
            out.writeInt(run.stage.code());
            out.writeLong(run.expiredOrders);
            out.writeLong(run.servicedAccounts);
            out.writeLong(run.accruedAccounts);
            out.writeLong(run.steps);
        }
    }

    void load(StateReader in) {
        int count = in.readCount(UnsettledProceeds.CALENDARS_MAX);
        for (int i = 0; i < count; i++) {
            Run run = new Run(in.readInt());
            run.date = in.readInt();
            run.stage = EndOfDayStage.ofCode(in.readInt());
            run.expiredOrders = in.readLong();
            run.servicedAccounts = in.readLong();
            run.accruedAccounts = in.readLong();
            run.steps = in.readLong();
            runs.add(run);
        }
    }

    private void emit(Run run, long staffId) {
        EndOfDayAdvanced event = advanced;
        event.calendarId = run.calendarId;
        event.date = run.date;
        event.stage = run.stage;
        event.staffId = staffId;
        event.expiredOrders = run.expiredOrders;
        event.settledCount = settlement.settledOf(run.calendarId);
        event.failedCount = settlement.failedOf(run.calendarId);
        event.servicedAccounts = run.servicedAccounts;
        event.accruedAccounts = run.accruedAccounts;
        event.steps = run.steps;
        sequencer.stamp(event);
        sink.onEndOfDayAdvanced(event);
    }
}
