package io.pharos.platform.catalogue;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreCommand.Transition;
import io.pharos.platform.catalogue.BusinessCalendar.Start;
import io.pharos.platform.core.CoreCalls;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the core the phases of the days to come, so that they begin in log time on every member, whether this process lives
 * then or not. Planning the same again changes nothing.
 *
 * <p>The first plan after a start begins with the phase that the market should be in: a market whose opening was missed
 * opens late. The core passes over it where the calendar is in that phase.
 */
public final class SessionPlanner implements SmartLifecycle {
    /** Days planned ahead: a process may be away for a long weekend. */
    static final int DAYS_AHEAD = 5;

    private static final Logger LOG = LoggerFactory.getLogger(SessionPlanner.class);
    /** A plan that came too late, or that the core could not take, must not keep a market closed for long. */
    private static final int PERIOD_MINUTES = 1;

    /** Until the command is in the log its times must still be to come. */
    private static final int LEAD_SECONDS = 2;

    private final List<BusinessCalendar> calendars;
    private final CoreCalls core;
    private final Clock clock;
    private final Map<Integer, LocalDate> plannedUntil = new HashMap<>();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("session-planner").daemon().factory());

    private @Nullable Future<?> running;

    SessionPlanner(List<BusinessCalendar> calendars, CoreCalls core, Clock clock) {
        this.calendars = calendars;
        this.core = core;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = rounds.scheduleWithFixedDelay(this::round, 0, PERIOD_MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void stop() {
        running = null;
        rounds.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private void round() {
        for (BusinessCalendar calendar : calendars) {
            try {
                plan(calendar);
            } catch (RuntimeException e) {
                LOG.warn(
                        "calendar {} could not be planned; next try in {} minutes",
                        calendar.calendarId(),
                        PERIOD_MINUTES,
                        e);
            }
        }
    }

    /** Plans the days that are not planned yet, oldest first. */
    void plan(BusinessCalendar calendar) {
        Instant earliest = clock.instant().plusSeconds(LEAD_SECONDS);
        LocalDate today = earliest.atZone(calendar.zone()).toLocalDate();
        LocalDate planned = plannedUntil.get(calendar.calendarId());
        LocalDate last = today.plusDays(DAYS_AHEAD);
        LocalDate date = planned == null ? today : planned.plusDays(1);
        boolean isFirst = planned == null;
        for (; !date.isAfter(last); date = date.plusDays(1)) {
            List<Transition> transitions = new ArrayList<>();
            if (isFirst) {
                transitions.add(new Transition(nanos(earliest), calendar.phaseAt(earliest)));
                isFirst = false;
            }
            for (Start start : calendar.startsOf(date)) {
                if (start.at().isAfter(earliest)) {
                    transitions.add(new Transition(nanos(start.at()), start.phase()));
                }
            }
            if (!transitions.isEmpty()) {
                CommandReply reply = core.run(new CoreCommand.ScheduleSession(calendar.calendarId(), transitions));
                if (!reply.isAccepted()) {
                    LOG.warn(
                            "the core did not take the plan of calendar {} for {}: {}",
                            calendar.calendarId(),
                            date,
                            reply.outcome());
                    return;
                }
            }
            plannedUntil.put(calendar.calendarId(), date);
        }
    }

    private static long nanos(Instant at) {
        return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
    }
}
