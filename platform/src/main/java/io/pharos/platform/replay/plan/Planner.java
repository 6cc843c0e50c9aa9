package io.pharos.platform.replay.plan;

import io.pharos.platform.replay.plan.PriceTimeBook.Fill;
import io.pharos.platform.replay.recording.BookSide;
import io.pharos.platform.replay.recording.RecordedMessage;
import io.pharos.platform.replay.recording.RecordedRow;
import io.pharos.platform.replay.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plans the replay of a recording, message by message.
 *
 * <p>A submission becomes a resting order, a reduction a replacement by less, a deletion a cancel, and a visible
 * execution an immediate order of the other side at the recorded price and size. Which order this fills, the exchange
 * decides. When its price-time priority fills another order than NASDAQ did (whose rules also know a firm's own orders,
 * and orders that are older than their display), the level is still right, and the two orders are put right behind it:
 * the passed-over order gets its quantity back at the end of the queue, and the recorded order is reduced.
 *
 * <p>Invariant: after each step each known order rests with the quantity that the messages give it, so that one
 * divergence never grows into others.
 */
public final class Planner {
    private final RecordedRow seed;
    private final RecordedMessage first;
    private final MessageIndex index;
    private final PriceTimeBook book = new PriceTimeBook();
    private final RowCheck rowCheck;
    private long keyLast;

    public Planner(Recording recording) {
        List<RecordedMessage> messages = recording.messages();
        this.seed = recording.seed();
        this.first = messages.getFirst();
        this.index = new MessageIndex(first, messages.subList(1, messages.size()));
        this.rowCheck = new RowCheck(book, index, seed);
    }

    /**
     * The orders that make the book of the seed row. A level's orders that later messages name come first, the oldest
     * id first; what is left of the level's quantity follows as one order, and the first message's own order is last.
     */
    public List<Entry> seed() {
        List<Entry> entries = new ArrayList<>();
        for (BookSide side : BookSide.values()) {
            for (int level = 0; level < seed.occupied(side); level++) {
                long price = seed.price(side, level);
                long quantity = seed.quantity(side, level);
                boolean own = first.kind() == RecordedMessage.Kind.SUBMISSION
                        && first.side() == side
                        && first.price() == price;
                appear(side, price, own ? quantity - first.quantity() : quantity, entries);
                if (own) {
                    entries.add(place(first.orderId(), side, price, first.quantity()));
                }
            }
        }
        return entries;
    }

    /** Plans the next message; call it for each one after the first, in order. */
    public Step step(RecordedMessage message, List<RecordedRow> rows) {
        List<Entry> play = new ArrayList<>(1);
        Step.@Nullable Execution execution = null;
        switch (message.kind()) {
            case SUBMISSION -> submit(message, play);
            case REDUCTION, DELETION -> withdraw(message, play);
            case VISIBLE_EXECUTION -> execution = execute(message, play);
            case HIDDEN_EXECUTION, CROSS_TRADE, HALT -> {
                // The displayed book does not change.
            }
        }
        index.pass(message);
        List<Difference> differences = rowCheck.differences(message, rows);
        List<Entry> repair = new ArrayList<>(0);
        if (!rows.isEmpty()) {
            for (Difference gap : rowCheck.gaps(message, rows.getFirst())) {
                repair(message.line(), gap, repair);
            }
            rowCheck.remember(rows.getFirst());
        }
        return new Step(message, rows, play, repair, differences, execution);
    }

    private void submit(RecordedMessage message, List<Entry> play) {
        // NASDAQ shows no crossed book: what the new order would take has left out of view.
        for (long price : book.prices(message.side().opposite(), message.price())) {
            for (PlannedOrder gone : book.queue(message.side().opposite(), price)) {
                reduce(gone, gone.remainingQuantity, play);
            }
        }
        play.add(place(message.orderId(), message.side(), message.price(), message.quantity()));
    }

    private void withdraw(RecordedMessage message, List<Entry> play) {
        long left = message.quantity();
        PlannedOrder order = book.find(message.orderId(), message.side(), message.price());
        if (order != null) {
            long quantity = Math.min(left, order.remainingQuantity);
            reduce(order, quantity, play);
            left -= quantity;
        }
        reduceAnonymous(message.side(), message.price(), left, play);
    }

    private Step.Execution execute(RecordedMessage message, List<Entry> play) {
        PlannedOrder recorded = book.find(message.orderId(), message.side(), message.price());
        long aggressorKey = ++keyLast;
        play.add(new Entry.Place(aggressorKey, message.side().opposite(), message.price(), message.quantity(), true));
        List<Fill> fills = book.take(message.side(), message.price(), message.quantity());
        long makerKey = recorded == null ? 0 : recorded.key;
        boolean same = fills.size() == 1
                && fills.getFirst().maker().key == makerKey
                && fills.getFirst().quantity() == message.quantity();
        if (same) {
            return new Step.Execution(aggressorKey, makerKey, true, "");
        }
        String evidence = evidence(message, fills);
        putRight(message, recorded, fills, play);
        return new Step.Execution(aggressorKey, makerKey, false, evidence);
    }

    /** Gives the orders that were filled instead their quantity back, and takes it from the recorded one. */
    private void putRight(
            RecordedMessage message, @Nullable PlannedOrder recorded, List<Fill> fills, List<Entry> play) {
        long due = message.quantity();
        List<Fill> instead = new ArrayList<>();
        for (Fill fill : fills) {
            boolean standsForIt = fill.maker() == recorded
                    || (recorded == null && fill.maker().isAnonymous() && fill.maker().price == message.price());
            if (standsForIt) {
                due -= fill.quantity();
            } else {
                instead.add(fill);
            }
        }
        if (recorded != null && recorded.remainingQuantity > 0) {
            long quantity = Math.min(due, recorded.remainingQuantity);
            reduce(recorded, quantity, play);
            due -= quantity;
        }
        due -= reduceAnonymous(message.side(), message.price(), due, play);
        for (Fill fill : instead.reversed()) {
            // What no order is left to bear stays with the order that was filled: the level has to fall.
            long borne = fill.maker().price == message.price() ? Math.min(due, fill.quantity()) : 0;
            due -= borne;
            if (fill.quantity() > borne) {
                giveBack(fill.maker(), fill.quantity() - borne, play);
            }
        }
    }

    private void giveBack(PlannedOrder maker, long quantity, List<Entry> play) {
        if (maker.remainingQuantity == 0) {
            play.add(place(maker.recordedId, maker.side, maker.price, quantity));
        } else {
            book.raise(maker, quantity);
            play.add(new Entry.Replace(maker.key, maker.price, maker.totalQuantity()));
        }
    }

    private void repair(int line, Difference gap, List<Entry> repair) {
        long missing = gap.recordedQuantity() - gap.playedQuantity();
        if (missing > 0) {
            appear(gap.side(), gap.price(), missing, repair);
            return;
        }
        long surplus = -missing;
        for (boolean alive : new boolean[] {false, true}) {
            for (PlannedOrder order : book.queue(gap.side(), gap.price())) {
                if (surplus > 0 && index.hasMessagesAfter(line, order.recordedId) == alive) {
                    long quantity = Math.min(surplus, order.remainingQuantity);
                    reduce(order, quantity, repair);
                    surplus -= quantity;
                }
            }
        }
    }

    /** Places orders of this total quantity, which the record shows without having shown their submission. */
    private void appear(BookSide side, long price, long quantity, List<Entry> entries) {
        long left = quantity;
        for (Map.Entry<Long, Long> order : index.unsubmitted(side, price).entrySet()) {
            if (left > 0 && book.find(order.getKey(), side, price) == null) {
                long known = Math.min(left, order.getValue());
                entries.add(place(order.getKey(), side, price, known));
                left -= known;
            }
        }
        if (left > 0) {
            entries.add(place(PlannedOrder.ANONYMOUS, side, price, left));
        }
    }

    private Entry place(long recordedId, BookSide side, long price, long quantity) {
        PlannedOrder order = new PlannedOrder(++keyLast, recordedId, side, price, quantity);
        book.add(order);
        return new Entry.Place(order.key, side, price, quantity, false);
    }

    /** Reduces orders of unknown id at a price by up to a quantity, and returns by how much. */
    private long reduceAnonymous(BookSide side, long price, long quantity, List<Entry> entries) {
        long left = quantity;
        for (PlannedOrder order : left > 0 ? book.queue(side, price) : List.<PlannedOrder>of()) {
            if (order.isAnonymous() && left > 0) {
                long taken = Math.min(left, order.remainingQuantity);
                reduce(order, taken, entries);
                left -= taken;
            }
        }
        return quantity - left;
    }

    private void reduce(PlannedOrder order, long quantity, List<Entry> entries) {
        book.reduce(order, quantity);
        entries.add(
                order.remainingQuantity == 0
                        ? new Entry.Cancel(order.key)
                        : new Entry.Replace(order.key, order.price, order.totalQuantity()));
    }

    private String evidence(RecordedMessage message, List<Fill> fills) {
        if (fills.isEmpty()) {
            return "no order rests at the recorded price: it was submitted out of view";
        }
        Fill other = fills.stream()
                .filter(fill -> fill.maker().recordedId != message.orderId())
                .findFirst()
                .orElse(fills.getFirst());
        long filledId = other.maker().recordedId;
        if (filledId == PlannedOrder.ANONYMOUS) {
            return "the order's submission is not in the recording; a resting order of unknown id was filled";
        }
        if (filledId == message.orderId()) {
            return "less of order " + message.orderId() + " rests than the record executes";
        }
        if (message.orderId() < filledId) {
            return "order " + message.orderId() + " has an older id than order " + filledId + " (line "
                    + index.submissionLine(filledId) + "), but was displayed after it (line "
                    + index.submissionLine(message.orderId()) + "); NASDAQ kept its older time";
        }
        return "NASDAQ passed over order " + filledId + " (line " + index.submissionLine(filledId)
                + "), which was first at this price";
    }
}
