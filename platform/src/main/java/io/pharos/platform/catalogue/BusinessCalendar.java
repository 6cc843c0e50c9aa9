package io.pharos.platform.catalogue;

import io.pharos.platform.catalogue.Catalogue.Name;
import io.pharos.protocol.Phase;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The business days of a market, by which its trades settle, and the phases of each.
 *
 * @param calendarId the core's number for it, 1 to 16; never reused
 * @param zone whose midnight begins a day, and where the times of day are read
 * @param days weekdays on which business is done
 * @param holidays dates on which it is not
 * @param phases the phases of a day, in the order of their times; none: it opens and closes no instrument
 * @param breaker when its instruments are halted together; absent: never
 */
public record BusinessCalendar(
        int calendarId,
        Name name,
        ZoneId zone,

        @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"})
        Set<DayOfWeek> days,

        @DefaultValue Set<LocalDate> holidays,
        @DefaultValue List<PhaseStart> phases,
        @Nullable Breaker breaker) {
    /** A phase and the time of day at which it begins. */
    public record PhaseStart(LocalTime at, Phase phase) {}

    /**
     * A market-wide circuit breaker.
     *
     * @param haltMovePpm mean move from the reference prices that halts for a time, parts per million; 0 for never
     * @param haltSeconds for how long
     * @param closeMovePpm mean move that halts for the rest of the day; 0 for never
     */
    public record Breaker(int haltMovePpm, int haltSeconds, int closeMovePpm) {}

    /** A phase and the moment at which it begins. */
    public record Start(Instant at, Phase phase) {}

    /** The most phases of a day: a plan of the core takes one more, and the first of a process begins with the present one. */
    static final int PHASES_MAX = 15;

    public BusinessCalendar {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
        phases = List.copyOf(phases);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("catalogue: calendar " + calendarId + " has no business days");
        }
        if (phases.size() > PHASES_MAX) {
            throw new IllegalArgumentException("catalogue: calendar " + calendarId + " has " + phases.size()
                    + " phases, and a day has at most " + PHASES_MAX);
        }
        for (int i = 1; i < phases.size(); i++) {
            if (!phases.get(i).at().isAfter(phases.get(i - 1).at())) {
                throw new IllegalArgumentException(
                        "catalogue: the phases of calendar " + calendarId + " are not in the order of their times");
            }
        }
    }

    /** Whether it opens and closes instruments. */
    public boolean hasPhases() {
        return !phases.isEmpty();
    }

    /** Whether business is done on a date. */
    public boolean isBusinessDay(LocalDate date) {
        return days.contains(date.getDayOfWeek()) && !holidays.contains(date);
    }

    /** The first business day after a date. */
    public LocalDate after(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The last business day that is not after a date. */
    public LocalDate notAfter(LocalDate date) {
        LocalDate last = date;
        while (!isBusinessDay(last)) {
            last = last.minusDays(1);
        }
        return last;
    }

    /** The phases of a date; none where no business is done. */
    public List<Start> startsOf(LocalDate date) {
        List<Start> starts = new ArrayList<>();
        if (isBusinessDay(date)) {
            for (PhaseStart phase : phases) {
                starts.add(new Start(date.atTime(phase.at()).atZone(zone).toInstant(), phase.phase()));
            }
        }
        return starts;
    }

    /** The phase at a moment: that of the last start before it, within the last 30 days; CLOSED where there is none. */
    public Phase phaseAt(Instant moment) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        for (int back = 0; back <= 30; back++) {
            for (Start start : startsOf(today.minusDays(back)).reversed()) {
                if (!start.at().isAfter(moment)) {
                    return start.phase();
                }
            }
        }
        return Phase.CLOSED;
    }
}
