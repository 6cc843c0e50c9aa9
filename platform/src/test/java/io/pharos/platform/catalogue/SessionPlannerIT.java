package io.pharos.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.Pharos;
import io.pharos.platform.catalogue.BusinessCalendar.PhaseStart;
import io.pharos.platform.catalogue.Catalogue.Name;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.support.Browser;
import io.pharos.platform.support.RunningPharos;
import io.pharos.protocol.Phase;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A planned day takes place in the log time of the real core. */
class SessionPlannerIT {
    private static final int CALENDAR = 9;
    private static final String SYMBOL = "CGB10Y";

    private final Pharos pharos = RunningPharos.shared();

    @Test
    void leadsAnInstrumentThroughItsPlan() throws InterruptedException {
        CoreCalls core = pharos.context().getBean(CoreCalls.class);
        int instrumentId = pharos.context()
                .getBean(Catalogue.class)
                .instrument(SYMBOL)
                .orElseThrow()
                .instrumentId();
        assertThat(core.run(new CoreCommand.SetSessionRules(instrumentId, CALENDAR, 0, 0, 0, false))
                        .isAccepted())
                .isTrue();
        // Away from midnight, so that the plan lies on one date.
        LocalTime now = LocalTime.now(Clock.systemUTC());
        if (now.isAfter(LocalTime.of(23, 59, 30))) {
            Thread.sleep(40_000);
            now = LocalTime.now(Clock.systemUTC());
        }
        BusinessCalendar calendar = new BusinessCalendar(
                CALENDAR,
                new Name("测试", "test"),
                ZoneOffset.UTC,
                EnumSet.allOf(DayOfWeek.class),
                Set.of(),
                List.of(
                        new PhaseStart(now.plusSeconds(5), Phase.HALTED),
                        new PhaseStart(now.plusSeconds(9), Phase.OPEN)),
                null);
        SessionPlanner planner = new SessionPlanner(List.of(calendar), core, Clock.systemUTC());

        planner.plan(calendar);
        planner.plan(calendar);

        awaitPhase("HALTED");
        assertThat(quote().text("/phaseEndsAt")).isNotEmpty();
        awaitPhase("OPEN");
        core.run(new CoreCommand.SetSessionRules(instrumentId, 0, 0, 0, 0, false));
    }

    private void awaitPhase(String phase) throws InterruptedException {
        for (int tries = 0; tries < 400 && !quote().text("/phase").equals(phase); tries++) {
            Thread.sleep(100);
        }
        assertThat(quote().text("/phase")).isEqualTo(phase);
    }

    private Quote quote() {
        return new Quote(new Browser(pharos).get("/api/v1/quotes"));
    }

    private record Quote(Browser.Answer answer) {
        String text(String pointer) {
            for (var item : answer.json().at("/items")) {
                if (item.at("/symbol").asString().equals(SYMBOL)) {
                    return item.at(pointer).asString("");
                }
            }
            throw new AssertionError("no quote of " + SYMBOL);
        }
    }
}
