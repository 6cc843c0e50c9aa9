package io.pharos.core.trading;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.VenueOrderState;
import org.jspecify.annotations.Nullable;

/**
 * An open order of an instrument that is matched elsewhere. It stands in no book. Of its requests only one waits for an
 * answer at a time; a cancellation that comes meanwhile is wanted, and follows the answer.
 *
 * <pre>
 *   PENDING_NEW --accepted, or a fill--> WORKING --change--> PENDING_REPLACE --answer--> WORKING
 *       |                                   |  ---cancel--> PENDING_CANCEL  --refused--> WORKING
 *       |                                   |                     |
 *       +--refused, not known there---------+--filled, cancelled, expired--> ended
 *                                           +--the venue says that more was traded--> AWAITING_FILLS --all are there--> ended
 * </pre>
 *
 * <p>Invariant: it holds what its open quantity may still cost, and while a change is not answered, the greater open
 * quantity at the dearer price.
 */
final class RoutedOrder {
    private static final long DIGEST_TAG = 62;

    final Order order = new Order(OrderPool.NONE);

    VenueOrderState state = VenueOrderState.NONE;

    /** Whether the venue did not answer the last request in time. */
    boolean unknown;

    /** Who wants it cancelled; NONE where nobody does. */
    CancelReason cancelWanted = CancelReason.NONE;

    /** The last request, from 1. */
    int requestNumber;

    /** The request that the venue accepted last; 0 for none. */
    int acceptedNumber;

    // What a change that is not answered asks for; 0 where there is none.
    long pendingPriceTicks;
    long pendingQuantityLots;

    /** What the venue says was traded in all while fills are missing; 0 where none are. */
    long finalLots;

    /** Why it ends when they are all there. */
    CancelReason finalReason = CancelReason.NONE;

    // Place among all, and among those of its account, oldest first.
    @Nullable
    RoutedOrder older;

    @Nullable
    RoutedOrder newer;

    @Nullable
    RoutedOrder olderOfAccount;

    @Nullable
    RoutedOrder newerOfAccount;

    /** Forgets all, to be used for another order. */
    void clear() {
        order.clear();
        order.fee.clear();
        order.tax.clear();
        order.transferFee.clear();
        state = VenueOrderState.NONE;
        unknown = false;
        cancelWanted = CancelReason.NONE;
        requestNumber = 0;
        acceptedNumber = 0;
        pendingPriceTicks = 0;
        pendingQuantityLots = 0;
        finalLots = 0;
        finalReason = CancelReason.NONE;
        older = null;
        newer = null;
        olderOfAccount = null;
        newerOfAccount = null;
    }

    /** What the venue may still trade of it. */
    long openLots() {
        return finalLots > 0 ? finalLots - order.filledLots : order.remainingLots();
    }

    /** What it must hold. */
    long neededMinor() {
        if (pendingQuantityLots == 0) {
            return OrderCost.limit(order, order.priceTicks, openLots());
        }
        return pendingCostMinor(pendingPriceTicks, pendingQuantityLots);
    }

    /** What it must hold while a change to this price and quantity is not answered, or {@link Exact#OVERFLOW}. */
    long pendingCostMinor(long priceTicks, long quantityLots) {
        return OrderCost.limit(
                order,
                Math.max(order.priceTicks, priceTicks),
                Math.max(order.remainingLots(), quantityLots - order.filledLots));
    }

    boolean isBeyondLimit(long priceTicks) {
        return order.isBuy() ? priceTicks > order.priceTicks : priceTicks < order.priceTicks;
    }

    boolean mayCancel() {
        return cancelWanted == CancelReason.NONE
                && state != VenueOrderState.PENDING_CANCEL
                && state != VenueOrderState.AWAITING_FILLS;
    }

    long hash() {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), order.hash(), state.code());
        hash = Mix.pair(hash, requestNumber, acceptedNumber);
        hash = Mix.pair(hash, cancelWanted.code(), finalReason.code() + (unknown ? 256 : 0));
        hash = Mix.pair(hash, pendingPriceTicks, pendingQuantityLots);
        return order.transferFee.mixInto(order.tax.mixInto(order.fee.mixInto(Mix.pair(hash, finalLots, 0))));
    }
}
