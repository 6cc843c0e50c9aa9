package io.pharos.core.trading;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The orders and price levels that exist, used or free. They name each other by their places here: a link is a number, not
 * a reference, so that a million linked orders cost the garbage collector nothing.
 */
final class OrderPool {
    /** Stands for "no order" and "no level". */
    static final int NONE = -1;

    private Order[] orders = new Order[1 << 10];
    private int[] freeOrders = new int[1 << 10];
    private int freeOrderCount;
    private int orderCount;
    private PriceLevel[] levels = new PriceLevel[1 << 8];
    private int[] freeLevels = new int[1 << 8];
    private int freeLevelCount;
    private int levelCount;

    Order at(int place) {
        return orders[place];
    }

    @Nullable
    Order atOrNull(int place) {
        return place == NONE ? null : orders[place];
    }

    PriceLevel levelAt(int place) {
        return levels[place];
    }

    @Nullable
    PriceLevel levelAtOrNull(int place) {
        return place == NONE ? null : levels[place];
    }

    /** An order that is not in use, its fills and its hold cleared. */
    Order take() {
        if (freeOrderCount > 0) {
            return orders[freeOrders[--freeOrderCount]];
        }
        if (orderCount == orders.length) {
            orders = Arrays.copyOf(orders, orderCount * 2);
        }
        Order order = new Order(orderCount);
        orders[orderCount++] = order;
        return order;
    }

    /** Gives back an order that is in no book and unknown to its account. */
    void giveBack(Order order) {
        order.clear();
        if (freeOrderCount == freeOrders.length) {
            freeOrders = Arrays.copyOf(freeOrders, freeOrderCount * 2);
        }
        freeOrders[freeOrderCount++] = order.place;
    }

    /** An empty level at a price. */
    PriceLevel takeLevel(long priceTicks) {
        PriceLevel level;
        if (freeLevelCount > 0) {
            level = levels[freeLevels[--freeLevelCount]];
        } else {
            if (levelCount == levels.length) {
                levels = Arrays.copyOf(levels, levelCount * 2);
            }
            level = new PriceLevel(levelCount);
            levels[levelCount++] = level;
        }
        level.priceTicks = priceTicks;
        return level;
    }

    /** Gives back a level that has become empty. */
    void giveBack(PriceLevel level) {
        if (freeLevelCount == freeLevels.length) {
            freeLevels = Arrays.copyOf(freeLevels, freeLevelCount * 2);
        }
        freeLevels[freeLevelCount++] = level.place;
    }
}
