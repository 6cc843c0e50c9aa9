package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.simulation.check.Known;
import io.pharos.simulation.run.Seeded;
import io.pharos.simulation.run.Theme;

/**
 * Makes the commands of one business, with a chance of its own: many in the runs whose theme it is, and a few in some of the
 * others.
 */
abstract class CommandMaker {
    private static final int OTHERS_PERCENT = 25;
    private static final int OTHERS_DIVISOR = 6;

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

    /** Whether the next command of the mix is one of this business. */
    boolean isNext(Known known) {
        return random.below(1_000) < share;
    }

    /** The next command. */
    abstract CoreCommand command(Known known);
}
