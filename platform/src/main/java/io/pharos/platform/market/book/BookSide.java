package io.pharos.platform.market.book;

import java.util.Comparator;

/** A side of the book. */
public enum BookSide {
    BID,
    ASK;

    Comparator<Long> bestFirst() {
        return this == BID ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }
}
