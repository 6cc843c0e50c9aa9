package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.Rounding;
import io.pharos.simulation.check.Known;
import io.pharos.simulation.run.Theme;
import java.util.List;

/** Makes fee schedules, their versions of today and of a day to come, and the days on which these come into force. */
final class FeeMaker extends CommandMaker {
    private static final int CALENDAR = 2;
    private static final int SCHEDULES = 3;
    private static final int FIRST_DATE = 20260101;
    private static final List<Rounding> ROUNDINGS =
            List.of(Rounding.DOWN, Rounding.UP, Rounding.HALF_UP, Rounding.HALF_EVEN);

    FeeMaker(long seed) {
        super(seed, Theme.FEES, 90);
    }

    @Override
    CoreCommand command(Known known) {
        int dice = random.below(100);
        if (dice < 35) {
            return new CoreCommand.AssignFeeSchedule(
                    random.percent(96) ? 1 + random.below(Workload.INSTRUMENTS) : random.oneOf(3, 77),
                    random.percent(80) ? 1 + random.below(SCHEDULES) : random.oneOf(0, 9));
        }
        return dice < 60 ? new CoreCommand.BeginBusinessDay(CALENDAR, nextDate(known, CALENDAR)) : schedule(known);
    }

    private CoreCommand schedule(Known known) {
        int present = known.businessDate(CALENDAR);
        int maker = random.below(3_000);
        int taker = random.below(5_000);
        int tiers = random.below(4);
        long threshold = random.between(300, 8_000);
        boolean waits = random.percent(45);
        boolean names = waits || random.percent(15);
        int broken = random.below(20);
        return new CoreCommand.SetFeeSchedule(
                broken == 0 ? 0 : 1 + random.below(SCHEDULES),
                broken == 1 ? 55 : broken == 2 ? Workload.SHARE : Workload.CURRENCY,
                names ? broken == 3 ? 14 : CALENDAR : 0,
                waits ? broken == 4 || present == 0 ? FIRST_DATE : dayAfter(present, random.oneOf(1, 1, 2)) : 0,
                broken == 5 ? 999 : Workload.FEES,
                Workload.TAX,
                random.percent(50) ? Workload.FEES : Workload.CLEARING,
                broken == 6 ? -1 : random.percent(60) ? random.between(1, 60) : 0,
                broken == 7 ? 1_000_001 : maker,
                taker,
                tiers > 0 ? threshold : 0,
                tiers > 0 ? broken == 8 ? maker + 1 : maker / 2 : 0,
                tiers > 0 ? taker / 2 : 0,
                tiers > 1 ? broken == 9 ? threshold : 2 * threshold : 0,
                tiers > 1 ? maker / 3 : 0,
                tiers > 1 ? taker / 3 : 0,
                tiers > 2 ? 4 * threshold : 0,
                tiers > 2 ? maker / 8 : 0,
                tiers > 2 ? taker / 8 : broken == 10 ? 1 : 0,
                random.percent(70) ? random.below(2_000) : 0,
                random.percent(70) ? random.below(400) : 0,
                broken == 11 ? Rounding.NONE : random.oneOf(ROUNDINGS),
                random.oneOf(ROUNDINGS),
                random.oneOf(ROUNDINGS));
    }
}
