package io.pharos.platform.replay.plan;

import io.pharos.platform.replay.recording.RecordedMessage;
import io.pharos.platform.replay.recording.RecordedRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do for one recorded message.
 *
 * @param message the message
 * @param rows the recorded book after the message, the deepest file first
 * @param play the commands that play the message; the exchange's book is compared after the last of them
 * @param repair the commands that, after the comparison, bring the book back to the record where no message could
 * @param differences the top levels at which a price-time book differs from the rows after {@code play}
 * @param execution for a visible execution, what it should fill
 */
public record Step(
        RecordedMessage message,
        List<RecordedRow> rows,
        List<Entry> play,
        List<Entry> repair,
        List<Difference> differences,
        @Nullable Execution execution) {

    /**
     * A visible execution, and what a price-time book makes of it.
     *
     * @param aggressorKey our aggressive order
     * @param makerKey our order that stands for the one that the record says was filled; 0 if it is unknown
     * @param sameOrder whether a price-time book fills that order and no other
     * @param evidence why not, in one sentence; empty if it does
     */
    public record Execution(long aggressorKey, long makerKey, boolean sameOrder, String evidence) {}
}
