package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.simulation.check.Known;
import io.pharos.simulation.run.Seeded;
import io.pharos.simulation.run.Theme;
import java.time.LocalDate;

/**
 * Makes the commands of one business, with a chance of its own: many in the runs whose theme it is, and a few in some of the
 * others.
 */
abstract class CommandMaker {
    private static final int OTHERS_PERCENT = 25;
    private static final int OTHERS_DIVISOR = 6;

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    final Seeded random;

    /** Of 1,000 commands of the mix. */
    final int share;

    /**
     * @param most the share of the business in the runs whose theme it is, of 1,000 commands
     */
    CommandMaker(long seed, Theme theme, int most) {
        random = new Seeded(seed ^ Long.rotateLeft(theme.name().hashCode(), 32));
        int drawn = (int) random.between(most / 2, most);
        boolean isOther = random.percent(OTHERS_PERCENT);
        share = Theme.of(seed) == theme ? drawn : isOther ? drawn / OTHERS_DIVISOR : 0;
    }

    /** A date after the present business day of a calendar, the first where none has begun. */
    final int nextDate(Known known, int calendarId) {
        int present = known.businessDate(calendarId);
        return present == 0
                ? number(FIRST_DAY)
                : dayAfter(present, random.percent(85) ? random.oneOf(1, 1, 1, 3) : (int) random.between(9, 40));
    }

    /** The date so many days after another. */
    static int dayAfter(int date, int days) {
        return number(LocalDate.of(date / 10_000, date / 100 % 100, date % 100).plusDays(days));
    }

    private static int number(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /** Whether the next command of the mix is one of this business. */
    boolean isNext(Known known) {
        return random.below(1_000) < share;
    }

    /** The next command. */
    abstract CoreCommand command(Known known);
}
