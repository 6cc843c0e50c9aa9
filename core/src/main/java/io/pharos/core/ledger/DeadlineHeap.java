package io.pharos.core.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The open holds that have a deadline: a binary heap, earliest deadline first, then lowest id. */
final class DeadlineHeap {
    private @Nullable OpenHold[] heap = new OpenHold[64];
    private int size;

    /** The hold with the earliest deadline, or null. */
    @Nullable
    OpenHold first() {
        return heap[0];
    }

    void add(OpenHold hold) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        rise(hold, size++);
    }

    void remove(OpenHold hold) {
        int position = hold.heapPosition;
        hold.heapPosition = -1;
        OpenHold last = heap[--size];
        heap[size] = null;
        if (last != null && last != hold) {
            if (isBefore(last, hold)) {
                rise(last, position);
            } else {
                sink(last, position);
            }
        }
    }

    private void rise(OpenHold hold, int from) {
        int position = from;
        while (position > 0) {
            OpenHold parent = heap[(position - 1) >>> 1];
            if (parent == null || isBefore(parent, hold)) {
                break;
            }
            put(parent, position);
            position = (position - 1) >>> 1;
        }
        put(hold, position);
    }

    private void sink(OpenHold hold, int from) {
        int position = from;
        while (2 * position + 1 < size) {
            int childPosition = 2 * position + 1;
            OpenHold child = heap[childPosition];
            OpenHold right = childPosition + 1 < size ? heap[childPosition + 1] : null;
            if (child != null && right != null && isBefore(right, child)) {
                child = right;
                childPosition++;
            }
            if (child == null || isBefore(hold, child)) {
                break;
            }
            put(child, position);
            position = childPosition;
        }
        put(hold, position);
    }

    private void put(OpenHold hold, int position) {
        heap[position] = hold;
        hold.heapPosition = position;
    }

    private static boolean isBefore(OpenHold a, OpenHold b) {
        return a.deadlineNanos < b.deadlineNanos || (a.deadlineNanos == b.deadlineNanos && a.holdId < b.holdId);
    }
}
