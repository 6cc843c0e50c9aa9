package io.pharos.core.trading;

import io.pharos.protocol.Side;
import org.jspecify.annotations.Nullable;

/**
 * Price levels from the first to the last, each a queue of orders: a side of a book, or the orders of a side that wait for
 * their trigger price.
 *
 * <pre>
 *                 first level      reached by a price that is
 *   bids          the highest      at or below it
 *   asks          the lowest       at or above it
 *   waiting sells the highest      at or below it, as bids
 *   waiting buys  the lowest       at or above it, as asks
 * </pre>
 */
final class BookSide {
    private final boolean isBid;
    private final boolean isWaiting;
    private final OrderPool pool;
    private final LevelIndex index;
    private int best = OrderPool.NONE;
    private int orderCount;
    private int trailingCount;

    private BookSide(boolean isBid, boolean isWaiting, OrderPool pool) {
        this.isBid = isBid;
        this.isWaiting = isWaiting;
        this.pool = pool;
        index = new LevelIndex(pool);
    }

    /** The resting orders of a side, by price. */
    static BookSide resting(Side side, OrderPool pool) {
        return new BookSide(side == Side.BUY, false, pool);
    }

    /** The waiting orders of a side, by trigger price. */
    static BookSide waiting(Side side, OrderPool pool) {
        return new BookSide(side == Side.SELL, true, pool);
    }

    /** Whether the best price is the highest. */
    boolean isBid() {
        return isBid;
    }

    int orderCount() {
        return orderCount;
    }

    /** How many of the orders follow the last price. */
    int trailingCount() {
        return trailingCount;
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

    /** The next level with a better price, which there is. */
    PriceLevel better(PriceLevel level) {
        return pool.levelAt(level.better);
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
        long priceTicks = isWaiting ? order.triggerTicks : order.priceTicks;
        PriceLevel level = find(priceTicks);
        if (level == null) {
            level = pool.takeLevel(priceTicks);
            index.add(key(priceTicks), level);
            best = index.best();
        }
        level.append(order, pool);
        orderCount++;
        trailingCount += isWaiting && order.trails() ? 1 : 0;
    }

    /** Takes an order out, and its level with it where it was the last. */
    void remove(Order order) {
        PriceLevel level = pool.levelAt(order.level);
        level.unlink(order, pool);
        orderCount--;
        trailingCount -= isWaiting && order.trails() ? 1 : 0;
        if (level.orderCount == 0) {
            index.remove(key(level.priceTicks), level);
            best = index.best();
            pool.giveBack(level);
        }
    }

    /** Takes lots that are about to be filled off what an order shows. */
    void fill(Order order, long lots) {
        pool.levelAt(order.level).totalLots -= lots;
        if (order.displayLots != 0) {
            order.shownLots -= lots;
        }
    }

    /** Makes the total quantity of an order smaller; it keeps its place. */
    void reduce(Order order, long quantityLots) {
        PriceLevel level = pool.levelAt(order.level);
        level.totalLots -= order.openShownLots();
        level.hiddenLots -= order.openHiddenLots();
        order.quantityLots = quantityLots;
        order.shownLots = Math.min(order.shownLots, order.remainingLots());
        level.totalLots += order.openShownLots();
        level.hiddenLots += order.openHiddenLots();
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
