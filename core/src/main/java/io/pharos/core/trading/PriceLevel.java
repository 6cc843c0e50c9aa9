package io.pharos.core.trading;

import io.pharos.core.state.Invariant;

/** The orders of one side at one price, first come first. Pooled; links are places in the {@link OrderPool}. */
final class PriceLevel {
    /** Place in the pool. */
    final int place;

    long priceTicks;

    /** Open lots of its orders that the book shows. */
    long totalLots;

    /** Open lots of its orders that the book does not show. */
    long hiddenLots;

    int orderCount;
    int first = OrderPool.NONE;
    int last = OrderPool.NONE;

    /** Next level with a better price; none at the best. */
    int better = OrderPool.NONE;

    /** Next level with a worse price; none at the worst. */
    int worse = OrderPool.NONE;

    PriceLevel(int place) {
        this.place = place;
    }

    /** All open lots of its orders. */
    long openLots() {
        return totalLots + hiddenLots;
    }

    void append(Order order, OrderPool pool) {
        order.level = place;
        order.ahead = last;
        order.behind = OrderPool.NONE;
        if (last == OrderPool.NONE) {
            first = order.place;
        } else {
            pool.at(last).behind = order.place;
        }
        last = order.place;
        orderCount++;
        totalLots += order.openShownLots();
        hiddenLots += order.openHiddenLots();
    }

    void unlink(Order order, OrderPool pool) {
        if (order.ahead == OrderPool.NONE) {
            first = order.behind;
        } else {
            pool.at(order.ahead).behind = order.behind;
        }
        if (order.behind == OrderPool.NONE) {
            last = order.ahead;
        } else {
            pool.at(order.behind).ahead = order.ahead;
        }
        order.level = OrderPool.NONE;
        order.ahead = OrderPool.NONE;
        order.behind = OrderPool.NONE;
        orderCount--;
        totalLots -= order.openShownLots();
        hiddenLots -= order.openHiddenLots();
        Invariant.check(
                totalLots >= 0 && hiddenLots >= 0 && orderCount >= 0, "a level's totals are those of its orders");
    }
}
