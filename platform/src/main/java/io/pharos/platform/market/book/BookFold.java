package io.pharos.platform.market.book;

import io.pharos.platform.market.book.RestingOrder.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Folds the orders of one instrument into its price levels.
 *
 * <p>Invariants: a level's quantity is the sum of its resting orders' remaining lots and is never 0; between two
 * commands of continuous trading the best bid is below the best ask. In a call the book may be crossed. Within a command the book may be crossed for a moment (the incoming
 * order is added before its trades are taken off), so readers look only after {@link #endCommand()}.
 *
 * <p>The book keeps levels, not the order of the queue within a level: nothing that is published needs it.
 */
public final class BookFold {
    private static final class MutableLevel {
        long quantityLots;
        int orders;
    }

    private record LevelKey(BookSide side, long priceTicks) {}

    private final Map<Long, RestingOrder> orders = new HashMap<>();
    private final NavigableMap<Long, MutableLevel> bids = new TreeMap<>(BookSide.BID.bestFirst());
    private final NavigableMap<Long, MutableLevel> asks = new TreeMap<>(BookSide.ASK.bestFirst());
    private final SequencedMap<LevelKey, Long> touched = new LinkedHashMap<>();

    /** An accepted order. What it trades at once follows as {@link #remaining}, within the same command. */
    public void add(RestingOrder order) {
        if (orders.putIfAbsent(order.orderId(), order) != null) {
            throw new IllegalStateException("order " + order.orderId() + " was already accepted");
        }
        adjust(order, order.remainingLots(), 1);
    }

    /** Takes traded lots off what an order shows, and the order off where it has none left, shown or not. */
    public void traded(long orderId, long lots, boolean filled) {
        RestingOrder order = known(orderId);
        if (filled) {
            remove(orderId);
        } else {
            show(order, order.remainingLots() - lots);
        }
    }

    /** What an order shows after the core made it smaller. */
    public void reduced(long orderId, long remainingLots) {
        RestingOrder order = known(orderId);
        show(order, Math.min(order.remainingLots(), remainingLots));
    }

    /** An order that waited now takes part. */
    public void activate(long orderId, long priceTicks, boolean rests) {
        move(known(orderId), priceTicks, rests ? Place.BOOK : Place.NONE);
    }

    /** A pegged order stands at another price; at 0, out of the book. */
    public void reprice(long orderId, long priceTicks) {
        RestingOrder order = known(orderId);
        move(order, priceTicks == 0 ? order.priceTicks() : priceTicks, priceTicks == 0 ? Place.NONE : Place.PEGGED);
    }

    /** The closing auction begins: what was kept for it comes into the book. */
    public void unpark() {
        moveAll(Place.PARKED, Place.CLOSING);
    }

    /** Trading goes on where the closing auction was broken off: what came into the book for it is kept for the next. */
    public void park() {
        moveAll(Place.CLOSING, Place.PARKED);
    }

    private void moveAll(Place from, Place to) {
        for (RestingOrder order : orders()) {
            if (order.place() == from) {
                move(order, order.priceTicks(), to);
            }
        }
    }

    private void move(RestingOrder order, long priceTicks, Place to) {
        remove(order.orderId());
        add(new RestingOrder(order.orderId(), order.side(), priceTicks, order.remainingLots(), to));
    }

    /** What an order shows now; 0 takes it off. */
    public void remaining(long orderId, long remainingLots) {
        if (remainingLots == 0) {
            remove(orderId);
        } else {
            show(known(orderId), remainingLots);
        }
    }

    /** A replaced order: new price, which for a pegged one is a limit that does not show, and new remaining quantity. */
    public void replace(long orderId, long priceTicks, long remainingLots) {
        RestingOrder old = known(orderId);
        long shownTicks = old.place() == Place.PEGGED ? old.priceTicks() : priceTicks;
        remove(orderId);
        if (remainingLots > 0) {
            add(new RestingOrder(orderId, old.side(), shownTicks, remainingLots, old.place()));
        }
    }

    /** A cancelled order. One that was already filled away is gone before, and that is no error. */
    public void remove(long orderId) {
        RestingOrder order = orders.remove(orderId);
        if (order != null) {
            adjust(order, -order.remainingLots(), -1);
        }
    }

    public boolean knows(long orderId) {
        return orders.containsKey(orderId);
    }

    /** The levels that the command really changed, in the order in which they were first touched. */
    public List<LevelChange> endCommand() {
        if (touched.isEmpty()) {
            return List.of();
        }
        List<LevelChange> changes = new ArrayList<>(touched.size());
        touched.forEach((key, before) -> {
            long now = quantityAt(key.side(), key.priceTicks());
            if (now != before) {
                changes.add(new LevelChange(key.side(), key.priceTicks(), now));
            }
        });
        touched.clear();
        return changes;
    }

    /** At most this many levels, best first. */
    public List<Level> top(BookSide side, int levels) {
        List<Level> result = new ArrayList<>(Math.min(levels, levels(side).size()));
        for (Map.Entry<Long, MutableLevel> entry : levels(side).entrySet()) {
            if (result.size() == levels) {
                break;
            }
            result.add(new Level(entry.getKey(), entry.getValue().quantityLots, entry.getValue().orders));
        }
        return result;
    }

    /** The best level, or null when the side is empty. */
    public @Nullable Level best(BookSide side) {
        Map.Entry<Long, MutableLevel> first = levels(side).firstEntry();
        return first == null ? null : new Level(first.getKey(), first.getValue().quantityLots, first.getValue().orders);
    }

    /** Every order, for a checkpoint. */
    public Collection<RestingOrder> orders() {
        return List.copyOf(orders.values());
    }

    /** A book that continues from a checkpoint. */
    public static BookFold restored(Collection<RestingOrder> orders) {
        BookFold book = new BookFold();
        orders.forEach(book::add);
        book.touched.clear();
        return book;
    }

    private void show(RestingOrder order, long lots) {
        orders.put(order.orderId(), order.remaining(lots));
        adjust(order, lots - order.remainingLots(), 0);
    }

    private RestingOrder known(long orderId) {
        RestingOrder order = orders.get(orderId);
        if (order == null) {
            throw new IllegalStateException("order " + orderId + " is not in the book");
        }
        return order;
    }

    private void adjust(RestingOrder order, long lots, int count) {
        if (!order.resting()) {
            return;
        }
        NavigableMap<Long, MutableLevel> levels = levels(order.side());
        MutableLevel level = levels.get(order.priceTicks());
        touched.putIfAbsent(new LevelKey(order.side(), order.priceTicks()), level == null ? 0 : level.quantityLots);
        if (level == null) {
            level = new MutableLevel();
            levels.put(order.priceTicks(), level);
        }
        level.quantityLots = Math.addExact(level.quantityLots, lots);
        level.orders += count;
        if (level.orders == 0) {
            levels.remove(order.priceTicks());
        }
    }

    private long quantityAt(BookSide side, long priceTicks) {
        MutableLevel level = levels(side).get(priceTicks);
        return level == null ? 0 : level.quantityLots;
    }

    private NavigableMap<Long, MutableLevel> levels(BookSide side) {
        return side == BookSide.BID ? bids : asks;
    }
}
