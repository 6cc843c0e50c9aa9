package io.pharos.platform.catalogue;

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
 * The trading days of a market and the phases of each.
 *
 * @param calendarId the core's number for it, positive
 * @param zone where the times of day are read
 * @param days weekdays on which the market trades
 * @param holidays dates on which it does not
 * @param phases the phases of a trading day, in the order of their times
 * @param breaker when its instruments are halted together; absent: never
 */
public record TradingCalendar(
        int calendarId,
        ZoneId zone,
        Set<DayOfWeek> days,
        @DefaultValue Set<LocalDate> holidays,
        List<PhaseStart> phases,
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

    public TradingCalendar {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
        phases = List.copyOf(phases);
        if (phases.isEmpty() || phases.size() > PHASES_MAX) {
            throw new IllegalArgumentException("catalogue: calendar " + calendarId + " has " + phases.size()
                    + " phases, and a day has 1 to " + PHASES_MAX);
        }
        for (int i = 1; i < phases.size(); i++) {
            if (!phases.get(i).at().isAfter(phases.get(i - 1).at())) {
                throw new IllegalArgumentException(
                        "catalogue: the phases of calendar " + calendarId + " are not in the order of their times");
            }
        }
    }

    /** Whether the market trades on a date. */
    public boolean isTradingDay(LocalDate date) {
        return days.contains(date.getDayOfWeek()) && !holidays.contains(date);
    }

    /** The phases of a date; none where the market does not trade. */
    public List<Start> startsOf(LocalDate date) {
        List<Start> starts = new ArrayList<>();
        if (isTradingDay(date)) {
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
