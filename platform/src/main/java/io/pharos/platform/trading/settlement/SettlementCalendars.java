package io.pharos.platform.trading.settlement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The business calendars of an installation.
 *
 * @param calendars at most 16
 */
@ConfigurationProperties("pharos.settlement")
public record SettlementCalendars(@Nullable List<Calendar> calendars) {
    public SettlementCalendars {
        calendars = calendars == null ? List.of() : List.copyOf(calendars);
    }

    /** All calendars. */
    public List<Calendar> all() {
        return calendars == null ? List.of() : calendars;
    }

    /** The calendar of a number. */
    public Optional<Calendar> find(int calendarId) {
        return all().stream()
                .filter(calendar -> calendar.calendarId() == calendarId)
                .findFirst();
    }

    /**
     * A business calendar: Monday to Friday without the holidays.
     *
     * @param calendarId the core's number for it; never reused
     * @param zone whose midnight begins a day
     */
    public record Calendar(
            int calendarId,
            String name,
            ZoneId zone,
            @Nullable Set<LocalDate> holidays) {
        private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

        /** Whether business is done on a date. */
        public boolean isBusinessDay(LocalDate date) {
            return !WEEKEND.contains(date.getDayOfWeek()) && (holidays == null || !holidays.contains(date));
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
    }
}
