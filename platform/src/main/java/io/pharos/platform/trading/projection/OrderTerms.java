package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent.OrderAccepted;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PegReference;

/**
 * What few orders have; 0 for what an order does not.
 *
 * @param orderedType what the order was placed as: a stop that was set off, and a market-to-limit order, have become
 *     something else
 * @param triggerPriceTicks price that sets it off, or that has set it off; of a trailing stop that waits the one that was
 *     told last, at most a second ago
 * @param trailTicks how far the trigger price of a trailing stop follows the last price
 * @param trailPpm the same in parts per million of the last price
 * @param displayLots quantity that the book shows at a time
 * @param expiresNanos log time at which it ends
 * @param linkedOrderId the order that is cancelled with it
 * @param entryOrderId the entry of the bracket whose exit it is
 */
public record OrderTerms(
        OrderType orderedType,
        long triggerPriceTicks,
        long trailTicks,
        int trailPpm,
        long displayLots,
        long expiresNanos,
        long linkedOrderId,
        long entryOrderId,
        PegTerms peg,
        ExitTerms exits) {

    static OrderTerms of(OrderAccepted e) {
        return new OrderTerms(
                e.orderType(),
                e.triggerPriceTicks(),
                e.trailTicks(),
                e.trailPpm(),
                e.displayLots(),
                e.expiresNanos(),
                0,
                0,
                e.pegReference() == PegReference.NONE
                        ? PegTerms.NONE
                        : new PegTerms(e.pegReference(), e.pegOffsetTicks(), 0),
                ExitTerms.NONE);
    }

    /** The terms of an order of which only the type is known. */
    static OrderTerms only(OrderType type) {
        return new OrderTerms(type, 0, 0, 0, 0, 0, 0, 0, PegTerms.NONE, ExitTerms.NONE);
    }

    OrderTerms triggerPrice(long ticks) {
        return with(ticks, linkedOrderId, entryOrderId, peg, exits);
    }

    OrderTerms linkedTo(long orderId) {
        return with(triggerPriceTicks, orderId, entryOrderId, peg, exits);
    }

    OrderTerms exitOf(long orderId) {
        return with(triggerPriceTicks, linkedOrderId, orderId, peg, exits);
    }

    OrderTerms standingAt(long ticks) {
        return with(triggerPriceTicks, linkedOrderId, entryOrderId, peg.standingAt(ticks), exits);
    }

    OrderTerms bracketed(ExitTerms next) {
        return with(triggerPriceTicks, linkedOrderId, entryOrderId, peg, next);
    }

    private OrderTerms with(long trigger, long linked, long entry, PegTerms nextPeg, ExitTerms nextExits) {
        return new OrderTerms(
                orderedType,
                trigger,
                trailTicks,
                trailPpm,
                displayLots,
                expiresNanos,
                linked,
                entry,
                nextPeg,
                nextExits);
    }
}
