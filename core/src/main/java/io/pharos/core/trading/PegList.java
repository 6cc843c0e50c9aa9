package io.pharos.core.trading;

import java.util.Arrays;

/**
 * The pegged orders of one instrument, in the order in which they were placed, and the best prices that they have followed.
 * Which prices these were is not part of the state: between commands every pegged order stands where they put it.
 */
final class PegList {
    /** How many orders at most follow the best prices of one instrument: what a change of them may cost. */
    static final int ORDERS_MAX = 256;

    /** Of all open orders, the part that may follow the best prices of one instrument: a fiftieth. */
    static final int ORDERS_SHARE = 50;

    private int[] places = new int[0];
    private int count;

    /** The best prices of orders that are not pegged, when the orders last followed them; 0 for none. */
    long followedBidTicks;

    long followedAskTicks;

    /** Whether an order is to be priced though the best prices are what they were. */
    boolean stale;

    int count() {
        return count;
    }

    /** Place in the pool of one of the orders, from 0, in the order in which they were placed. */
    int at(int i) {
        return places[i];
    }

    void add(Order order) {
        if (count == places.length) {
            places = Arrays.copyOf(places, Math.max(8, count * 2));
        }
        places[count++] = order.place;
        stale = true;
    }

    void remove(Order order) {
        for (int i = 0; i < count; i++) {
            if (places[i] == order.place) {
                count--;
                System.arraycopy(places, i + 1, places, i, count - i);
                return;
            }
        }
    }
}
