package io.pharos.benchmarks.replay;

import io.pharos.benchmarks.core.SilentSink;
import io.pharos.core.event.OrderAccepted;
import io.pharos.core.event.OrderCancelled;
import io.pharos.core.event.OrderReplaced;
import io.pharos.core.event.Traded;
import io.pharos.platform.replay.plan.TopLevels;
import io.pharos.platform.replay.recording.BookSide;
import io.pharos.platform.replay.recording.RecordedRow;
import io.pharos.protocol.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The core's book as its events tell it. */
final class CoreBook extends SilentSink {
    /** Recorded prices are ten-thousandths, the instrument's ticks hundredths. */
    static final long PRICE_PER_TICK = 100;

    private record Order(BookSide side, long priceTicks, long remainingLots) {}

    private final Map<Long, Order> orders = new HashMap<>();
    private final NavigableMap<Long, Long> bids = new TreeMap<>(BookSide.BID.bestFirst());
    private final NavigableMap<Long, Long> asks = new TreeMap<>(BookSide.ASK.bestFirst());
    private final List<Long> filledMakers = new ArrayList<>();

    @Override
    public void onOrderAccepted(OrderAccepted event) {
        BookSide side = event.side == Side.BUY ? BookSide.BID : BookSide.ASK;
        change(event.orderId, new Order(side, event.priceTicks, event.quantityLots));
    }

    @Override
    public void onOrderReplaced(OrderReplaced event) {
        BookSide side = event.side == Side.BUY ? BookSide.BID : BookSide.ASK;
        change(event.orderId, new Order(side, event.priceTicks, event.quantityLots - event.filledLots));
    }

    @Override
    public void onOrderCancelled(OrderCancelled event) {
        remaining(event.orderId, 0);
    }

    @Override
    public void onTraded(Traded event) {
        remaining(event.makerOrderId, event.makerRemainingLots);
        remaining(event.takerOrderId, event.takerRemainingLots);
        filledMakers.add(event.makerOrderId);
    }

    /** The resting orders that were filled since the last call. */
    List<Long> takeFilledMakers() {
        List<Long> makers = List.copyOf(filledMakers);
        filledMakers.clear();
        return makers;
    }

    boolean equalsTopOf(RecordedRow row) {
        for (BookSide side : BookSide.values()) {
            int room = Math.min(TopLevels.COMPARED_MAX, row.levels());
            List<Map.Entry<Long, Long>> top =
                    levels(side).entrySet().stream().limit(room).toList();
            if (top.size() != Math.min(room, row.occupied(side))) {
                return false;
            }
            for (int i = 0; i < top.size(); i++) {
                if (top.get(i).getKey() * PRICE_PER_TICK != row.price(side, i)
                        || top.get(i).getValue() != row.quantity(side, i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void remaining(long orderId, long remainingLots) {
        Order order = orders.get(orderId);
        if (order != null) {
            change(orderId, new Order(order.side(), order.priceTicks(), remainingLots));
        }
    }

    private void change(long orderId, Order now) {
        Order before = now.remainingLots() > 0 ? orders.put(orderId, now) : orders.remove(orderId);
        if (before != null) {
            levels(before.side()).compute(before.priceTicks(), (price, total) -> sum(total, -before.remainingLots()));
        }
        levels(now.side()).compute(now.priceTicks(), (price, total) -> sum(total, now.remainingLots()));
    }

    private static @Nullable Long sum(@Nullable Long total, long change) {
        long sum = (total == null ? 0 : total) + change;
        return sum == 0 ? null : sum;
    }

    private NavigableMap<Long, Long> levels(BookSide side) {
        return side == BookSide.BID ? bids : asks;
    }
}
