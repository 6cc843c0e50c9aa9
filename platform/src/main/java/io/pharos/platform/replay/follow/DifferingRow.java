package io.pharos.platform.replay.follow;

import io.pharos.platform.replay.plan.Difference;
import java.util.List;

/**
 * A row whose top levels the exchange's book did not equal.
 *
 * @param line of the message file
 * @param explanation why, as the data show it, or that the exchange did not do what a price-time book does
 * @param levels the levels that differ, when playing the messages explains them
 * @param detail a sentence for a person
 */
public record DifferingRow(int line, Explanation explanation, List<Difference> levels, String detail) {
    /** Why a row differs. */
    public enum Explanation {
        LEVEL_CAME_INTO_VIEW,
        ORDER_LEFT_OUT_OF_VIEW,
        ORDER_SUBMITTED_OUT_OF_VIEW,
        /** The exchange's book is not what a price-time book makes of the same commands: somebody else's orders, or a fault. */
        EXCHANGE_DIFFERS,
        UNEXPLAINED;

        static Explanation of(Difference difference) {
            return valueOf(difference.explanation().name());
        }
    }
}
