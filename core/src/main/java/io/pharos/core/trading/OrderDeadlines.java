package io.pharos.core.trading;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The open orders that end at a time: a binary heap, earliest time first, then lowest id. */
final class OrderDeadlines {
    private final OrderPool pool;
    private int[] heap = new int[64];
    private int size;

    OrderDeadlines(OrderPool pool) {
        this.pool = pool;
    }

    /** The order that ends first, or null. */
    @Nullable
    Order first() {
        return size == 0 ? null : pool.at(heap[0]);
    }

    void add(Order order) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        rise(order, size++);
    }

    /** Removes an order; one that ends at no time is not here, and stays so. */
    void remove(Order order) {
        int position = order.deadlinePosition;
        if (position < 0) {
            return;
        }
        order.deadlinePosition = -1;
        Order last = pool.at(heap[--size]);
        if (last != order) {
            if (isBefore(last, order)) {
                rise(last, position);
            } else {
                sink(last, position);
            }
        }
    }

    private void rise(Order order, int from) {
        int position = from;
        while (position > 0) {
            Order parent = pool.at(heap[(position - 1) >>> 1]);
            if (isBefore(parent, order)) {
                break;
            }
            put(parent, position);
            position = (position - 1) >>> 1;
        }
        put(order, position);
    }

    private void sink(Order order, int from) {
        int position = from;
        while (2 * position + 1 < size) {
            int childPosition = 2 * position + 1;
            Order child = pool.at(heap[childPosition]);
            if (childPosition + 1 < size && isBefore(pool.at(heap[childPosition + 1]), child)) {
                child = pool.at(heap[++childPosition]);
            }
            if (isBefore(order, child)) {
                break;
            }
            put(child, position);
            position = childPosition;
        }
        put(order, position);
    }

    private void put(Order order, int position) {
        heap[position] = order.place;
        order.deadlinePosition = position;
    }

    private static boolean isBefore(Order a, Order b) {
        return a.expiresNanos < b.expiresNanos || (a.expiresNanos == b.expiresNanos && a.orderId < b.orderId);
    }
}
