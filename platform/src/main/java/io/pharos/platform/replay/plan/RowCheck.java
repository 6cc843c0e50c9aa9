package io.pharos.platform.replay.plan;

import io.pharos.platform.replay.plan.Difference.Explanation;
import io.pharos.platform.replay.recording.BookSide;
import io.pharos.platform.replay.recording.RecordedMessage;
import io.pharos.platform.replay.recording.RecordedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Compares the planned book with recorded rows, and finds in the data why they differ. */
final class RowCheck {
    private final PriceTimeBook book;
    private final MessageIndex index;
    private RecordedRow previous;

    RowCheck(PriceTimeBook book, MessageIndex index, RecordedRow seed) {
        this.book = book;
        this.index = index;
        this.previous = seed;
    }

    /** The differences in the levels that are compared. */
    List<Difference> differences(RecordedMessage message, List<RecordedRow> rows) {
        List<Difference> differences = new ArrayList<>(0);
        for (RecordedRow row : rows) {
            for (BookSide side : BookSide.values()) {
                collect(message, row, side, TopLevels.COMPARED_MAX, differences);
            }
        }
        return differences;
    }

    /** The differences in all levels of a row. */
    List<Difference> gaps(RecordedMessage message, RecordedRow row) {
        List<Difference> differences = new ArrayList<>(0);
        for (BookSide side : BookSide.values()) {
            collect(message, row, side, row.levels(), differences);
        }
        return differences;
    }

    /** The row is the last one seen: what it does not show may change without a message. */
    void remember(RecordedRow row) {
        previous = row;
    }

    private void collect(
            RecordedMessage message, RecordedRow row, BookSide side, int levelsMax, List<Difference> differences) {
        int levels = Math.min(levelsMax, row.occupied(side));
        TreeSet<Long> prices = new TreeSet<>(side.bestFirst());
        for (int i = 0; i < levels; i++) {
            prices.add(row.price(side, i));
        }
        boolean bounded = levels == Math.min(levelsMax, row.levels());
        if (!bounded) {
            prices.addAll(book.prices(side));
        } else if (levels > 0) {
            prices.addAll(book.prices(side, row.price(side, levels - 1)));
        }
        for (long price : prices) {
            long recorded = row.quantityAt(side, price);
            long played = book.total(side, price);
            if (recorded != played && differences.stream().noneMatch(d -> d.side() == side && d.price() == price)) {
                differences.add(explain(message, side, price, recorded, played));
            }
        }
    }

    private Difference explain(RecordedMessage message, BookSide side, long price, long recorded, long played) {
        OptionalLong edge = previous.edge(side);
        if (recorded < played) {
            for (PlannedOrder order : book.queue(side, price)) {
                if (!index.hasMessagesAfter(message.line(), order.recordedId) && !previous.shows(side, price)) {
                    return new Difference(
                            side, price, recorded, played, Explanation.ORDER_LEFT_OUT_OF_VIEW, gone(order));
                }
            }
        }
        if (edge.isPresent() && !previous.shows(side, price)) {
            return new Difference(
                    side,
                    price,
                    recorded,
                    played,
                    Explanation.LEVEL_CAME_INTO_VIEW,
                    "row " + previous.line() + " ends at " + edge.getAsLong()
                            + "; what happened at this price beyond it has no message");
        }
        if (message.side() == side && message.price() == price && index.submissionLine(message.orderId()) == 0) {
            return new Difference(
                    side,
                    price,
                    recorded,
                    played,
                    Explanation.ORDER_SUBMITTED_OUT_OF_VIEW,
                    "no line submits order " + message.orderId());
        }
        return new Difference(side, price, recorded, played, Explanation.UNEXPLAINED, "");
    }

    private String gone(PlannedOrder order) {
        if (order.isAnonymous()) {
            return "a resting order of unknown id has no message that removes it, and was out of view in row "
                    + previous.line();
        }
        return "order " + order.recordedId + " (line " + index.submissionLine(order.recordedId)
                + ") has no later message, and was out of view in row " + previous.line();
    }
}
