package io.pharos.platform.trading.projection;

import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * An order as its events so far have left it.
 *
 * @param orderId the core's; for an order that the core refused, minus the sequence of the refusal
 * @param clientTag names the customer's own order id; 0 = none
 * @param priceTicks the limit, or a market order's protection price; 0 = none
 * @param quantityLots the total, what is filled included
 * @param notionalMinor sum over the trades so far, in quote minor units
 * @param createdSequence of the event that began it: the order of the lists
 * @param sequence of the last event that changed it
 */
public record OrderRow(
        long orderId,
        long accountId,
        int instrumentId,
        long clientTag,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        boolean postOnly,
        long priceTicks,
        long quantityLots,
        long filledLots,
        long notionalMinor,
        long feeMinor,
        long taxMinor,
        OrderStatus status,
        @Nullable String reason,
        long createdNanos,
        long updatedNanos,
        long createdSequence,
        long sequence) {

    OrderRow replaced(long price, long quantity, long atNanos, long atSequence) {
        return with(
                price, quantity, filledLots, notionalMinor, feeMinor, taxMinor, status, reason, atNanos, atSequence);
    }

    /** Set off by the last price: open now, or refused by a rule, which the cancellation that follows keeps. */
    OrderRow setOff(Outcome outcome, long atNanos, long atSequence) {
        return with(
                priceTicks,
                quantityLots,
                filledLots,
                notionalMinor,
                feeMinor,
                taxMinor,
                outcome.isAccepted() ? OrderStatus.NEW : status,
                outcome.isAccepted() ? null : outcome.name(),
                atNanos,
                atSequence);
    }

    OrderRow cancelled(String why, long atNanos, long atSequence) {
        return with(
                priceTicks,
                quantityLots,
                filledLots,
                notionalMinor,
                feeMinor,
                taxMinor,
                OrderStatus.CANCELLED,
                why,
                atNanos,
                atSequence);
    }

    OrderRow traded(long lots, long notional, long fee, long tax, long remaining, long atNanos, long atSequence) {
        return with(
                priceTicks,
                quantityLots,
                filledLots + lots,
                notionalMinor + notional,
                feeMinor + fee,
                taxMinor + tax,
                remaining == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED,
                reason,
                atNanos,
                atSequence);
    }

    private OrderRow with(
            long price,
            long quantity,
            long filled,
            long notional,
            long fee,
            long tax,
            OrderStatus next,
            @Nullable String why,
            long atNanos,
            long atSequence) {
        return new OrderRow(
                orderId,
                accountId,
                instrumentId,
                clientTag,
                side,
                type,
                timeInForce,
                postOnly,
                price,
                quantity,
                filled,
                notional,
                fee,
                tax,
                next,
                why,
                createdNanos,
                atNanos,
                createdSequence,
                atSequence);
    }
}
