package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.simulation.check.Known;
import io.pharos.simulation.run.Theme;

/** Makes the commands of settlement: rules, business days, and settling a part of what is due. */
final class SettlementMaker extends CommandMaker {
    private static final int CALENDAR = 1;

    /** Whether there are more calendars than fit. */
    private final boolean hasManyCalendars;

    private int calendars;

    SettlementMaker(long seed) {
        super(seed, Theme.SETTLEMENT, 90);
        hasManyCalendars = random.percent(20);
    }

    @Override
    CoreCommand command(Known known) {
        int dice = random.below(100);
        if (dice < 20) {
            return rules();
        }
        if (dice < 60) {
            boolean isOther = hasManyCalendars && random.percent(60);
            int calendar = isOther ? 2 + ++calendars % 20 : random.percent(97) ? CALENDAR : random.oneOf(0, -1);
            int date = random.percent(90) ? nextDate(known, calendar) : known.businessDate(calendar);
            return new CoreCommand.BeginBusinessDay(calendar, random.percent(98) ? date : 20260231);
        }
        return new CoreCommand.SettleDue(random.percent(95) ? CALENDAR : 9, random.oneOf(1, 2, 5, 50, 0));
    }

    CoreCommand rules() {
        boolean later = random.percent(75);
        long customer = Workload.FIRST_CUSTOMER + random.below(Workload.CUSTOMERS);
        return new CoreCommand.SetSettlementRules(
                later ? Workload.CLEARING : random.percent(90) ? 0 : customer,
                random.percent(97) ? 1 + random.below(Workload.INSTRUMENTS) : random.oneOf(3, 77),
                later ? CALENDAR : random.percent(90) ? 0 : 9,
                later ? random.oneOf(1, 1, 2) : random.percent(90) ? 0 : 3,
                random.oneOf(0, 1, 2),
                random.percent(60),
                random.percent(40),
                random.percent(10));
    }
}
