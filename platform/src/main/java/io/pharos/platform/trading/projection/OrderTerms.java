package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent.OrderAccepted;
import io.pharos.protocol.OrderType;

/**
 * What few orders have; 0 for what an order does not.
 *
 * @param orderedType what the order was placed as: a stop that was set off, and a market-to-limit order, have become
 *     something else
 * @param triggerPriceTicks price that sets it off, or that has set it off; of a trailing stop that waits the one of its last
 *     event, which the last price may have moved since
 * @param trailTicks how far the trigger price of a trailing stop follows the last price
 * @param trailPpm the same in parts per million of the last price
 * @param displayLots quantity that the book shows at a time
 * @param expiresNanos log time at which it ends
 * @param linkedOrderId the order that is cancelled with it
 */
public record OrderTerms(
        OrderType orderedType,
        long triggerPriceTicks,
        long trailTicks,
        int trailPpm,
        long displayLots,
        long expiresNanos,
        long linkedOrderId) {

    static OrderTerms of(OrderAccepted e) {
        return new OrderTerms(
                e.orderType(),
                e.triggerPriceTicks(),
                e.trailTicks(),
                e.trailPpm(),
                e.displayLots(),
                e.expiresNanos(),
                0);
    }

    /** The terms of an order of which only the type is known. */
    static OrderTerms only(OrderType type) {
        return new OrderTerms(type, 0, 0, 0, 0, 0, 0);
    }

    OrderTerms triggerPrice(long ticks) {
        return new OrderTerms(orderedType, ticks, trailTicks, trailPpm, displayLots, expiresNanos, linkedOrderId);
    }

    OrderTerms linkedTo(long orderId) {
        return new OrderTerms(orderedType, triggerPriceTicks, trailTicks, trailPpm, displayLots, expiresNanos, orderId);
    }
}
