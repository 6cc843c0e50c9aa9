package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent.OrderTriggered;
import io.pharos.cluster.message.CoreEvent.VenueTradeChanged;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * An order as its events so far have left it.
 *
 * @param orderId the core's; for an order that the core refused, minus the sequence of the refusal
 * @param clientTag names the customer's own order id; 0 = none
 * @param type what it is now; {@link OrderTerms#orderedType} is what it was placed as
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
        OrderTerms terms,
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

    /** Changed by its owner. */
    OrderRow replaced(long price, long quantity, long triggerPrice, long atNanos, long atSequence) {
        OrderTerms next = status == OrderStatus.PENDING_TRIGGER ? terms.triggerPrice(triggerPrice) : terms;
        return with(type, next, price, quantity, status, reason, atNanos, atSequence);
    }

    /** Made smaller by the core. */
    OrderRow reduced(long quantity, long atNanos, long atSequence) {
        return with(type, terms, priceTicks, quantity, status, reason, atNanos, atSequence);
    }

    /** Set off by the last price: open now, or refused by a rule, which the cancellation that follows keeps. */
    OrderRow setOff(OrderTriggered e) {
        OrderTerms next = terms.triggerPrice(e.triggerPriceTicks());
        boolean isOpen = e.outcome().isAccepted();
        return with(
                e.orderType(),
                next,
                priceTicks,
                quantityLots,
                isOpen ? OrderStatus.NEW : status,
                isOpen ? null : e.outcome().name(),
                e.timeNanos(),
                e.sequence());
    }

    /** With other terms: what it waits for, where it stands, what it belongs to. */
    OrderRow with(OrderTerms next, long atNanos, long atSequence) {
        return with(type, next, priceTicks, quantityLots, status, reason, atNanos, atSequence);
    }

    OrderRow linkedTo(long otherId, long atNanos, long atSequence) {
        return with(type, terms.linkedTo(otherId), priceTicks, quantityLots, status, reason, atNanos, atSequence);
    }

    OrderRow cancelled(String why, long atNanos, long atSequence) {
        boolean isExpired = why.equals(CancelReason.EXPIRED.name());
        OrderStatus ended = isExpired ? OrderStatus.EXPIRED : OrderStatus.CANCELLED;
        return with(type, terms.standingAt(0), priceTicks, quantityLots, ended, why, atNanos, atSequence);
    }

    OrderRow traded(long lots, long notional, long fee, long tax, long remaining, long atNanos, long atSequence) {
        return new OrderRow(
                orderId,
                accountId,
                instrumentId,
                clientTag,
                side,
                type,
                timeInForce,
                postOnly,
                terms,
                priceTicks,
                quantityLots,
                filledLots + lots,
                notionalMinor + notional,
                feeMinor + fee,
                taxMinor + tax,
                remaining == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED,
                reason,
                createdNanos,
                atNanos,
                createdSequence,
                atSequence);
    }

    /** After a venue busted or corrected one of its trades. */
    OrderRow changedByVenue(VenueTradeChanged e) {
        long filled = filledLots + e.newLots() - e.lots();
        OrderStatus next = status;
        String why = reason;
        if (status.isOpen()) {
            next = filled == 0 ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
        } else if (status == OrderStatus.FILLED && filled < quantityLots) {
            next = OrderStatus.CANCELLED;
            why = e.newTradeId() == 0 ? "VENUE_BUSTED" : "VENUE_CORRECTED";
        }
        return new OrderRow(
                orderId,
                accountId,
                instrumentId,
                clientTag,
                side,
                type,
                timeInForce,
                postOnly,
                terms,
                priceTicks,
                quantityLots,
                filled,
                notionalMinor + e.newNotionalMinor() - e.notionalMinor(),
                feeMinor + e.newFeeMinor() - e.feeMinor(),
                taxMinor + e.newTaxMinor() - e.taxMinor(),
                next,
                why,
                createdNanos,
                e.timeNanos(),
                createdSequence,
                e.sequence());
    }

    private OrderRow with(
            OrderType nextType,
            OrderTerms nextTerms,
            long price,
            long quantity,
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
                nextType,
                timeInForce,
                postOnly,
                nextTerms,
                price,
                quantity,
                filledLots,
                notionalMinor,
                feeMinor,
                taxMinor,
                next,
                why,
                createdNanos,
                atNanos,
                createdSequence,
                atSequence);
    }
}
