package io.pharos.core.trading;

/**
 * Finds the place of an order in the pool by its id.
 *
 * <p>An entry holds 32 bits of the id's hash beside the place plus 1, so that entries move without a look at the orders
 * they stand for, and a search nearly always reads one line of the table and then the order that it was after.
 */
final class IdIndex {
    private static final int SIZE_MIN = 1 << 12;
    private static final long HASH_FACTOR = 0x9e3779b97f4a7c15L;
    private static final long PLACE_MASK = 0xffff_ffffL;

    private final OrderPool pool;
    private long[] table = new long[SIZE_MIN];
    private int size;

    IdIndex(OrderPool pool) {
        this.pool = pool;
    }

    int size() {
        return size;
    }

    /** The place of the order with this id, or {@link OrderPool#NONE}. */
    int find(long orderId) {
        int tag = tag(orderId);
        int mask = table.length - 1;
        int position = tag & mask;
        long entry = table[position];
        while (entry != 0) {
            if ((int) (entry >>> 32) == tag) {
                int place = (int) entry - 1;
                if (pool.at(place).orderId == orderId) {
                    return place;
                }
            }
            position = (position + 1) & mask;
            entry = table[position];
        }
        return OrderPool.NONE;
    }

    /** Adds an order whose id is not there yet. */
    void add(Order order) {
        if (++size * 2 > table.length) {
            grow();
        }
        insert(table, (long) tag(order.orderId) << 32 | (order.place + 1));
    }

    /** Removes an order that is there, and moves those behind it up, so that no search stops short. */
    void remove(Order order) {
        int mask = table.length - 1;
        int gap = tag(order.orderId) & mask;
        while ((table[gap] & PLACE_MASK) != order.place + 1) {
            gap = (gap + 1) & mask;
        }
        int next = (gap + 1) & mask;
        while (table[next] != 0) {
            int home = (int) (table[next] >>> 32) & mask;
            if (((next - home) & mask) >= ((next - gap) & mask)) {
                table[gap] = table[next];
                gap = next;
            }
            next = (next + 1) & mask;
        }
        table[gap] = 0;
        size--;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long entry : table) {
            if (entry != 0) {
                insert(larger, entry);
            }
        }
        table = larger;
    }

    private static void insert(long[] table, long entry) {
        int mask = table.length - 1;
        int position = (int) (entry >>> 32) & mask;
        while (table[position] != 0) {
            position = (position + 1) & mask;
        }
        table[position] = entry;
    }

    private static int tag(long orderId) {
        return (int) ((orderId * HASH_FACTOR) >>> 32);
    }
}
