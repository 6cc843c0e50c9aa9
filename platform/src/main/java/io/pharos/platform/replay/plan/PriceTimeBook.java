package io.pharos.platform.replay.plan;

import io.pharos.platform.replay.recording.BookSide;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the exchange's book must be if it matches by price, then time. Plain on purpose: it is the yardstick that the
 * exchange is held against.
 *
 * <p>Invariants: each order in a level has a positive remaining quantity; a level's total is their sum; no level is
 * empty; a recorded id stands for one order at most.
 */
final class PriceTimeBook {
    /** A fill of a resting order. */
    record Fill(PlannedOrder maker, long quantity) {}

    private static final class Level {
        final LinkedHashMap<Long, PlannedOrder> queue = new LinkedHashMap<>();
        long total;
    }

    private final NavigableMap<Long, Level> bids = new TreeMap<>(BookSide.BID.bestFirst());
    private final NavigableMap<Long, Level> asks = new TreeMap<>(BookSide.ASK.bestFirst());
    private final Map<Long, PlannedOrder> byRecordedId = new HashMap<>();

    void add(PlannedOrder order) {
        Level level = side(order.side).computeIfAbsent(order.price, price -> new Level());
        level.queue.put(order.key, order);
        level.total = Math.addExact(level.total, order.remainingQuantity);
        if (!order.isAnonymous()) {
            byRecordedId.put(order.recordedId, order);
        }
    }

    /** Takes quantity off an order, which keeps its place, or leaves the book when nothing remains. */
    void reduce(PlannedOrder order, long quantity) {
        Level level = level(order);
        order.remainingQuantity -= quantity;
        level.total -= quantity;
        if (order.remainingQuantity == 0) {
            level.queue.remove(order.key);
            if (!order.isAnonymous()) {
                byRecordedId.remove(order.recordedId);
            }
            if (level.queue.isEmpty()) {
                side(order.side).remove(order.price);
            }
        }
    }

    /** Adds quantity to an order, which goes to the end of its queue. */
    void raise(PlannedOrder order, long quantity) {
        Level level = level(order);
        level.queue.remove(order.key);
        level.queue.put(order.key, order);
        order.remainingQuantity = Math.addExact(order.remainingQuantity, quantity);
        level.total = Math.addExact(level.total, quantity);
    }

    /** Fills the orders of a side from the best, up to and including the limit price. */
    List<Fill> take(BookSide side, long limitPrice, long quantity) {
        List<Fill> fills = new ArrayList<>(1);
        long left = quantity;
        NavigableMap<Long, Level> levels = side(side);
        while (left > 0 && !levels.isEmpty() && side.isAtLeastAsGood(levels.firstKey(), limitPrice)) {
            PlannedOrder maker =
                    levels.firstEntry().getValue().queue.firstEntry().getValue();
            long filled = Math.min(left, maker.remainingQuantity);
            maker.filledQuantity = Math.addExact(maker.filledQuantity, filled);
            reduce(maker, filled);
            fills.add(new Fill(maker, filled));
            left -= filled;
        }
        return fills;
    }

    /** The order with a recorded id, if it rests at this price. */
    @Nullable
    PlannedOrder find(long recordedId, BookSide side, long price) {
        PlannedOrder order = byRecordedId.get(recordedId);
        return order != null && order.side == side && order.price == price ? order : null;
    }

    /** The orders at a price in the order in which they would be filled. */
    List<PlannedOrder> queue(BookSide side, long price) {
        Level level = side(side).get(price);
        return level == null ? List.of() : List.copyOf(level.queue.values());
    }

    long total(BookSide side, long price) {
        Level level = side(side).get(price);
        return level == null ? 0 : level.total;
    }

    /** The prices with orders that are at least as good as the limit, the best first. */
    List<Long> prices(BookSide side, long limitPrice) {
        return List.copyOf(side(side).headMap(limitPrice, true).keySet());
    }

    /** All prices with orders, the best first. */
    List<Long> prices(BookSide side) {
        return List.copyOf(side(side).keySet());
    }

    private NavigableMap<Long, Level> side(BookSide side) {
        return side == BookSide.BID ? bids : asks;
    }

    private Level level(PlannedOrder order) {
        Level level = side(order.side).get(order.price);
        if (level == null || !level.queue.containsKey(order.key)) {
            throw new IllegalStateException("order " + order.key + " does not rest in the book");
        }
        return level;
    }
}
