package io.pharos.core.settlement;

import org.jspecify.annotations.Nullable;

/** Obligations one behind the other. */
final class ObligationList {
    @Nullable
    Obligation first;

    @Nullable
    private Obligation last;

    private int size;

    int size() {
        return size;
    }

    void append(Obligation obligation) {
        obligation.previous = last;
        obligation.next = null;
        if (last == null) {
            first = obligation;
        } else {
            last.next = obligation;
        }
        last = obligation;
        size++;
    }

    void remove(Obligation obligation) {
        if (obligation.previous == null) {
            first = obligation.next;
        } else {
            obligation.previous.next = obligation.next;
        }
        if (obligation.next == null) {
            last = obligation.previous;
        } else {
            obligation.next.previous = obligation.previous;
        }
        obligation.previous = null;
        obligation.next = null;
        size--;
    }

    /** Takes all of another list behind its own. */
    void takeAll(ObligationList other) {
        Obligation head = other.first;
        if (head != null) {
            if (last == null) {
                first = head;
            } else {
                last.next = head;
                head.previous = last;
            }
            last = other.last;
            size += other.size;
            other.first = null;
            other.last = null;
            other.size = 0;
        }
    }
}
