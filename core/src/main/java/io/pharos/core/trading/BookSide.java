package io.pharos.core.trading;

import io.pharos.protocol.Side;
import org.jspecify.annotations.Nullable;

/** One side of a book: price levels from the best to the worst, each a queue of orders. */
final class BookSide {
    private final boolean isBid;
    private final OrderPool pool;
    private final LevelIndex index;
    private int best = OrderPool.NONE;
    private int orderCount;

    BookSide(Side side, OrderPool pool) {
        isBid = side == Side.BUY;
        this.pool = pool;
        index = new LevelIndex(pool);
    }

    /** Whether the best price is the highest. */
    boolean isBid() {
        return isBid;
    }

    int orderCount() {
        return orderCount;
    }

    /** The level with the best price, or null. */
    @Nullable
    PriceLevel best() {
        return pool.levelAtOrNull(best);
    }

    /** The next level with a worse price, or null. */
    @Nullable
    PriceLevel worse(PriceLevel level) {
        return pool.levelAtOrNull(level.worse);
    }

    /** The order of a level that came first, or null. */
    @Nullable
    Order first(PriceLevel level) {
        return pool.atOrNull(level.first);
    }

    /** The next order of the same level, or null. */
    @Nullable
    Order behind(Order order) {
        return pool.atOrNull(order.behind);
    }

    /** Whether an order of the other side with this limit trades with orders of this side at the given price. */
    boolean isReachedBy(long limitTicks, long priceTicks) {
        return isBid ? limitTicks <= priceTicks : limitTicks >= priceTicks;
    }

    /** Whether an order of the other side with this limit would trade at once. */
    boolean wouldTrade(long limitTicks) {
        return best != OrderPool.NONE && isReachedBy(limitTicks, pool.levelAt(best).priceTicks);
    }

    /** The order that comes first, where an order of the other side with this limit would trade with it; or null. */
    @Nullable
    Order firstReachedBy(long limitTicks) {
        return wouldTrade(limitTicks) ? pool.at(pool.levelAt(best).first) : null;
    }

    /** Queues an order behind those of its price. */
    void add(Order order) {
        PriceLevel level = find(order.priceTicks);
        if (level == null) {
            level = pool.takeLevel(order.priceTicks);
            index.add(key(order.priceTicks), level);
            best = index.best();
        }
        level.append(order, pool);
        orderCount++;
    }

    /** Takes an order out, and its level with it where it was the last. */
    void remove(Order order) {
        PriceLevel level = pool.levelAt(order.level);
        level.unlink(order, pool);
        orderCount--;
        if (level.orderCount == 0) {
            index.remove(key(level.priceTicks), level);
            best = index.best();
            pool.giveBack(level);
        }
    }

    /** Makes the open quantity of a resting order smaller; it keeps its place. */
    void reduce(Order order, long byLots) {
        pool.levelAt(order.level).totalLots -= byLots;
    }

    private @Nullable PriceLevel find(long priceTicks) {
        if (best == OrderPool.NONE) {
            return null;
        }
        PriceLevel level = pool.levelAt(best);
        return level.priceTicks == priceTicks ? level : index.find(key(priceTicks));
    }

    private long key(long priceTicks) {
        return isBid ? priceTicks : -priceTicks;
    }
}
