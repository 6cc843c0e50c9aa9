package io.pharos.cluster.message;

import io.pharos.protocol.PegReference;
import io.pharos.protocol.SelfTradePrevention;

/**
 * What few orders have; 0 for what an order does not.
 *
 * @param triggerPriceTicks price that sets a stop off; of a trailing stop the first one, or 0 for the distance from the
 *     last price
 * @param trailTicks how far the trigger price of a trailing stop follows the last price
 * @param trailPpm the same in parts per million of the last price; one of the two is given
 * @param displayLots quantity that the book shows at a time; 0 for all
 * @param minimumLots quantity that must trade at once, or the order is refused
 * @param expiresNanos log time at which a good-till-date order ends
 * @param selfTradePrevention what happens where it would trade with its own account
 * @param reprice for a post-only order: rest one tick behind the best opposite price where it would take
 * @param pegReference the best price that a pegged order follows
 * @param pegOffsetTicks how far behind that price it stands
 */
public record OrderConditions(
        long triggerPriceTicks,
        long trailTicks,
        int trailPpm,
        long displayLots,
        long minimumLots,
        long expiresNanos,
        SelfTradePrevention selfTradePrevention,
        boolean reprice,
        PegReference pegReference,
        long pegOffsetTicks) {
    /** An order of which nothing of this is asked. */
    public static final OrderConditions NONE = new OrderConditions(0, 0, 0, 0, 0, 0, SelfTradePrevention.NONE, false);

    /** What an order has that is not pegged. */
    public OrderConditions(
            long triggerPriceTicks,
            long trailTicks,
            int trailPpm,
            long displayLots,
            long minimumLots,
            long expiresNanos,
            SelfTradePrevention selfTradePrevention,
            boolean reprice) {
        this(
                triggerPriceTicks,
                trailTicks,
                trailPpm,
                displayLots,
                minimumLots,
                expiresNanos,
                selfTradePrevention,
                reprice,
                PegReference.NONE,
                0);
    }
}
