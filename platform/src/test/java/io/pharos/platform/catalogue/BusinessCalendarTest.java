package io.pharos.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pharos.platform.catalogue.BusinessCalendar.PhaseStart;
import io.pharos.platform.catalogue.Catalogue.Name;
import io.pharos.protocol.Phase;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    private static final Name NAME = new Name("测试", "test");
    private static final List<PhaseStart> PHASES = List.of(
            new PhaseStart(LocalTime.of(9, 15), Phase.PRE_OPEN),
            new PhaseStart(LocalTime.of(9, 30), Phase.OPEN),
            new PhaseStart(LocalTime.of(15, 0), Phase.CLOSED));

    @Test
    void placesTheTimesOfADayInItsZone() {
        BusinessCalendar shanghai = calendar("Asia/Shanghai");

        assertThat(shanghai.startsOf(LocalDate.of(2026, 11, 23)))
                .extracting(BusinessCalendar.Start::at)
                .containsExactly(
                        Instant.parse("2026-11-23T01:15:00Z"),
                        Instant.parse("2026-11-23T01:30:00Z"),
                        Instant.parse("2026-11-23T07:00:00Z"));
    }

    @Test
    void movesWithTheClocksOfSummerTime() {
        BusinessCalendar newYork = calendar("America/New_York");

        assertThat(newYork.startsOf(LocalDate.of(2026, 10, 30)).getFirst().at())
                .isEqualTo(Instant.parse("2026-10-30T13:15:00Z"));
        assertThat(newYork.startsOf(LocalDate.of(2026, 11, 2)).getFirst().at())
                .isEqualTo(Instant.parse("2026-11-02T14:15:00Z"));
    }

    @Test
    void restsOnWeekendsAndHolidays() {
        BusinessCalendar shanghai = calendar("Asia/Shanghai");

        assertThat(shanghai.startsOf(LocalDate.of(2026, 11, 22))).isEmpty();
        assertThat(shanghai.startsOf(LocalDate.of(2026, 10, 1))).isEmpty();
    }

    @Test
    void countsBusinessDaysAcrossHolidays() {
        BusinessCalendar shanghai = calendar("Asia/Shanghai");

        assertThat(shanghai.after(LocalDate.of(2026, 9, 30))).isEqualTo(LocalDate.of(2026, 10, 2));
        assertThat(shanghai.after(LocalDate.of(2026, 11, 20))).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(shanghai.notAfter(LocalDate.of(2026, 10, 1))).isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Test
    void knowsThePhaseAtAnyMoment() {
        BusinessCalendar shanghai = calendar("Asia/Shanghai");

        assertThat(shanghai.phaseAt(Instant.parse("2026-11-23T01:29:59Z"))).isEqualTo(Phase.PRE_OPEN);
        assertThat(shanghai.phaseAt(Instant.parse("2026-11-23T01:30:00Z"))).isEqualTo(Phase.OPEN);
        assertThat(shanghai.phaseAt(Instant.parse("2026-11-22T03:00:00Z"))).isEqualTo(Phase.CLOSED);
    }

    @Test
    void refusesPhasesOutOfOrder() {
        assertThatThrownBy(() -> new BusinessCalendar(
                        1, NAME, ZoneId.of("UTC"), Set.of(DayOfWeek.MONDAY), Set.of(), PHASES.reversed(), null))
                .hasMessageContaining("order of their times");
    }

    @Test
    void refusesADayOfMorePhasesThanAPlanTakes() {
        List<PhaseStart> busy = IntStream.range(0, 16)
                .mapToObj(hour -> new PhaseStart(LocalTime.of(hour, 0), hour % 2 == 0 ? Phase.OPEN : Phase.HALTED))
                .toList();

        assertThatThrownBy(() ->
                        new BusinessCalendar(1, NAME, ZoneId.of("UTC"), Set.of(DayOfWeek.MONDAY), Set.of(), busy, null))
                .hasMessageContaining("has 16 phases");
    }

    private static BusinessCalendar calendar(String zone) {
        return new BusinessCalendar(
                1,
                NAME,
                ZoneId.of(zone),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Set.of(LocalDate.of(2026, 10, 1)),
                PHASES,
                null);
    }
}
