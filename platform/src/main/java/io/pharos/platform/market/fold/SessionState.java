package io.pharos.platform.market.fold;

/**
 * What is known of the phase of an instrument and of the auction that its call leads to.
 *
 * @param endsNanos when the phase is planned to end; 0 where that is not known
 * @param auctionTicks price at which the call would uncross now; 0 where nothing would trade, or outside a call
 * @param auctionLots quantity that would trade at it
 * @param surplusLots what would be left at it: above 0 to buy, below 0 to sell
 */
public record SessionState(long endsNanos, long auctionTicks, long auctionLots, long surplusLots) {
    /** Nothing is known. */
    public static final SessionState NONE = new SessionState(0, 0, 0, 0);
}
