package io.pharos.platform.market.book;

/**
 * One order that the fold knows.
 *
 * @param remainingLots open lots that the book shows
 * @param place whether it shows in the book
 */
public record RestingOrder(long orderId, BookSide side, long priceTicks, long remainingLots, Place place) {
    /** Where an order stands. */
    public enum Place {
        /** In the book. */
        BOOK,
        /** In the book for the closing auction only. */
        CLOSING,
        /** Kept out of it until the closing auction. */
        PARKED,
        /** In the book, at a price that follows the best prices. */
        PEGGED,
        /** Nowhere: pegged without a price, market, immediate-or-cancel, fill-or-kill, or it waits for its trigger price. */
        NONE
    }

    /** Whether it shows in the book. */
    public boolean resting() {
        return place == Place.BOOK || place == Place.CLOSING || place == Place.PEGGED;
    }

    RestingOrder remaining(long lots) {
        return new RestingOrder(orderId, side, priceTicks, lots, place);
    }
}
