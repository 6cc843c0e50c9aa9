package io.pharos.platform.replay.plan;

import io.pharos.platform.replay.exchange.BookUpdate;
import io.pharos.platform.replay.exchange.BookUpdate.LevelTotal;
import io.pharos.platform.replay.exchange.OrderReply;
import io.pharos.platform.replay.plan.PriceTimeBook.Fill;
import io.pharos.platform.replay.recording.BookSide;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small exchange in memory that matches by price and time, for tests of what talks to one. */
public final class PriceTimeExchange {
    private record Touched(BookSide side, long price) {}

    private final PriceTimeBook book = new PriceTimeBook();
    private final Map<Long, PlannedOrder> orders = new HashMap<>();
    private long sequence;
    private long bookSequence;

    /** What the exchange says to one command. */
    public record Effect(OrderReply reply, List<BookUpdate> updates) {}

    public BookUpdate snapshot() {
        return new BookUpdate(true, sequence, 0, List.of());
    }

    public Effect apply(long id, Entry entry) {
        Set<Touched> touched = new LinkedHashSet<>();
        long filled = 0;
        sequence++;
        switch (entry) {
            case Entry.Place place -> {
                for (Fill fill : book.take(place.side().opposite(), place.price(), place.quantity())) {
                    filled += fill.quantity();
                    touched.add(new Touched(fill.maker().side, fill.maker().price));
                }
                if (filled < place.quantity() && !place.immediate()) {
                    PlannedOrder order = new PlannedOrder(
                            place.key(), place.key(), place.side(), place.price(), place.quantity() - filled);
                    book.add(order);
                    orders.put(place.key(), order);
                    touched.add(new Touched(place.side(), place.price()));
                }
            }
            case Entry.Replace replace -> {
                PlannedOrder order = known(replace.key());
                long change = replace.totalQuantity() - order.totalQuantity();
                if (change < 0) {
                    book.reduce(order, -change);
                } else {
                    book.raise(order, change);
                }
                touched.add(new Touched(order.side, order.price));
            }
            case Entry.Cancel cancel -> {
                PlannedOrder order = known(cancel.key());
                book.reduce(order, order.remainingQuantity);
                touched.add(new Touched(order.side, order.price));
            }
        }
        List<BookUpdate> updates = new ArrayList<>();
        if (!touched.isEmpty()) {
            List<LevelTotal> levels = touched.stream()
                    .map(t -> new LevelTotal(t.side(), t.price(), book.total(t.side(), t.price())))
                    .toList();
            updates.add(new BookUpdate(false, sequence, bookSequence, levels));
            bookSequence = sequence;
        }
        return new Effect(new OrderReply(Long.toString(id), 201, "ord_" + entry.key(), sequence, filled, ""), updates);
    }

    private PlannedOrder known(long key) {
        PlannedOrder order = orders.get(key);
        if (order == null) {
            throw new IllegalStateException("no order " + key);
        }
        return order;
    }
}
