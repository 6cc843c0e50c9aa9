package io.pharos.core.trading;

import io.pharos.core.state.Invariant;
import org.jspecify.annotations.Nullable;

/** The orders of one side at one price, first come first. Pooled by its {@link BookSide}. */
final class PriceLevel {
    long priceTicks;

    /** Open lots of its orders. */
    long totalLots;

    int orderCount;

    @Nullable
    Order first;

    @Nullable
    Order last;

    /** Next level with a better price, or null at the best. */
    @Nullable
    PriceLevel better;

    /** Next level with a worse price, or null at the worst. */
    @Nullable
    PriceLevel worse;

    void append(Order order) {
        order.level = this;
        order.ahead = last;
        order.behind = null;
        if (last == null) {
            first = order;
        } else {
            last.behind = order;
        }
        last = order;
        orderCount++;
        totalLots += order.remainingLots();
    }

    void unlink(Order order) {
        if (order.ahead == null) {
            first = order.behind;
        } else {
            order.ahead.behind = order.behind;
        }
        if (order.behind == null) {
            last = order.ahead;
        } else {
            order.behind.ahead = order.ahead;
        }
        order.level = null;
        order.ahead = null;
        order.behind = null;
        orderCount--;
        totalLots -= order.remainingLots();
        Invariant.check(totalLots >= 0 && orderCount >= 0, "a level's totals are those of its orders");
    }
}
