package io.pharos.platform.market.book;

/**
 * One order that the fold knows.
 *
 * @param remainingLots open lots that the book shows
 * @param resting false for an order that never shows in the book (market, immediate-or-cancel, fill-or-kill) or waits for its trigger price
 */
public record RestingOrder(long orderId, BookSide side, long priceTicks, long remainingLots, boolean resting) {
    RestingOrder remaining(long lots) {
        return new RestingOrder(orderId, side, priceTicks, lots, resting);
    }
}
