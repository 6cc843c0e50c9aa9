package io.pharos.core.trading;

import io.pharos.protocol.Side;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** One side of a book: price levels from the best to the worst. */
final class BookSide {
    private final boolean isBid;
    private final LevelIndex index = new LevelIndex();
    private final ArrayDeque<PriceLevel> pool = new ArrayDeque<>();
    private @Nullable PriceLevel best;
    private int orderCount;

    BookSide(Side side) {
        isBid = side == Side.BUY;
    }

    /** Whether the best price is the highest. */
    boolean isBid() {
        return isBid;
    }

    /** The level with the best price, or null. */
    @Nullable
    PriceLevel best() {
        return best;
    }

    int orderCount() {
        return orderCount;
    }

    /** Whether an order of the other side with this limit trades with orders of this side at the given price. */
    boolean isReachedBy(long limitTicks, long priceTicks) {
        return isBid ? limitTicks <= priceTicks : limitTicks >= priceTicks;
    }

    /** Whether an order of the other side with this limit would trade at once. */
    boolean wouldTrade(long limitTicks) {
        return best != null && isReachedBy(limitTicks, best.priceTicks);
    }

    /** Queues an order behind those of its price. */
    void add(Order order) {
        long key = key(order.priceTicks);
        PriceLevel level = best != null && best.priceTicks == order.priceTicks ? best : index.find(key);
        if (level == null) {
            level = pool.isEmpty() ? new PriceLevel() : pool.pop();
            level.priceTicks = order.priceTicks;
            index.add(key, level);
            best = index.best();
        }
        level.append(order);
        orderCount++;
    }

    /** Takes an order out, and its level with it where it was the last. */
    void remove(Order order, PriceLevel level) {
        level.unlink(order);
        orderCount--;
        if (level.orderCount == 0) {
            index.remove(key(level.priceTicks), level);
            best = index.best();
            pool.push(level);
        }
    }

    private long key(long priceTicks) {
        return isBid ? priceTicks : -priceTicks;
    }
}
