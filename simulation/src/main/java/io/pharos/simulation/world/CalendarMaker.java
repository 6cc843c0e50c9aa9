package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.Phase;
import io.pharos.simulation.check.Known;
import io.pharos.simulation.run.Theme;
import java.util.ArrayList;
import java.util.List;

/** Makes the plans of two calendars whose days last about a second, and their breakers. */
final class CalendarMaker extends CommandMaker {
    private static final int CALENDARS = 2;

    private static final List<Phase> DAY = List.of(
            Phase.PRE_OPEN,
            Phase.OPENING_AUCTION,
            Phase.HALTED,
            Phase.OPEN,
            Phase.CLOSING_AUCTION,
            Phase.POST_CLOSE,
            Phase.CLOSED);

    private static final List<Phase> PHASES = List.of(Phase.values());

    CalendarMaker(long seed) {
        super(seed, Theme.CALENDARS, 50);
    }

    @Override
    CoreCommand command(Known known) {
        int dice = random.below(100);
        if (dice < 30) {
            return rules();
        }
        if (dice < 40) {
            // What staff halt must end its day with the calendar.
            return new CoreCommand.HaltInstrument(1 + random.below(Workload.INSTRUMENTS));
        }
        return dice < 60 ? breaker() : plan(known);
    }

    private CoreCommand rules() {
        boolean collars = random.percent(25);
        return new CoreCommand.SetSessionRules(
                1 + random.below(Workload.INSTRUMENTS),
                random.percent(92) ? calendar() : random.oneOf(0, -1),
                collars ? random.oneOf(0, 20_000, 40_000) : 0,
                collars ? random.oneOf(0, 60_000) : 0,
                random.between(1_000, 1_400) * Weather.MILLI,
                random.percent(25));
    }

    private CoreCommand breaker() {
        boolean halts = random.percent(70);
        return new CoreCommand.SetMarketBreaker(
                random.percent(97) ? calendar() : random.oneOf(0, -3),
                halts ? random.oneOf(5_000, 10_000, 20_000, 30_000) : 0,
                (halts ? random.between(1_000, 1_300) : 0) * Weather.MILLI + (random.percent(3) ? 1 : 0),
                random.percent(60) ? random.oneOf(15_000, 30_000, 60_000) : random.percent(5) ? 1_000_000 : 0);
    }

    /** From where the calendar stands through the rest of the day and into the next, with phases left out. */
    private CoreCommand plan(Known known) {
        int calendarId = random.percent(97) ? calendar() : random.oneOf(0, -1, 9);
        int count = random.percent(2) ? 0 : 1 + random.below(10);
        long at = known.timeNanos() + random.between(random.percent(5) ? -50 : 20, 400) * Weather.MILLI;
        int next = DAY.indexOf(known.calendarPhase(calendarId)) + 1;
        List<CoreCommand.Transition> transitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            next += random.percent(25) ? 1 : 0;
            Phase phase = random.percent(97) ? DAY.get(next % DAY.size()) : random.oneOf(PHASES);
            transitions.add(new CoreCommand.Transition(at, phase));
            at += random.percent(99) ? random.between(20, phase == Phase.OPEN ? 600 : 150) * Weather.MILLI : 0;
            next++;
        }
        return new CoreCommand.ScheduleSession(calendarId, transitions);
    }

    private int calendar() {
        return random.percent(85) ? 1 : CALENDARS;
    }
}
