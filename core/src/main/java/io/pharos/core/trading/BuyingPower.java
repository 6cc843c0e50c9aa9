package io.pharos.core.trading;

import io.pharos.core.ledger.Balances;
import io.pharos.core.settlement.DeferredTrades;
import io.pharos.core.state.Invariant;
import io.pharos.protocol.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What the orders of accounts with a margin agreement borrow. An order spends the account's own cash first and gives
 * borrowed cash back first, so that it borrows no more than it must.
 *
 * <p>Invariant: what an order has borrowed is a part of what it holds.
 */
final class BuyingPower {
    private final Balances balances;
    private final DeferredTrades deferred;
    private @Nullable Credit credit;

    BuyingPower(Balances balances, DeferredTrades deferred) {
        this.balances = balances;
        this.deferred = deferred;
    }

    /** Says who lends. */
    void credit(Credit credit) {
        this.credit = credit;
    }

    /**
     * Whether an account with a margin agreement may hold an amount for a purchase, borrowing what it lacks. Nothing is lent
     * for what a venue matches: it may take trades back.
     */
    Outcome check(int accountIndex, Instrument of, int slot, long amountMinor) {
        long missingMinor = Math.max(0, amountMinor - balances.availableMinor(slot));
        if (missingMinor > 0 && of.listing != null) {
            return Outcome.INSUFFICIENT_FUNDS;
        }
        Outcome outcome = credit().checkBuy(accountIndex, of.instrumentId, amountMinor, missingMinor);
        return outcome == Outcome.ACCEPTED
                ? deferred.checkSpend(of.settlement, slot, amountMinor, missingMinor)
                : outcome;
    }

    /** Borrows what the account lacks of an amount that an order is about to hold; the checks have allowed it. */
    void borrow(Order order, long amountMinor) {
        long missingMinor = amountMinor - balances.availableMinor(order.holdSlot);
        if (missingMinor > 0) {
            credit().reserve(order.accountIndex, order.instrument().instrumentId, order.orderId, missingMinor);
            order.borrowedMinor += missingMinor;
        }
    }

    /** Gives back what an order has borrowed, out of an amount that it does not hold any more. */
    void giveBack(Order order, long releasedMinor) {
        long backMinor = Math.min(order.borrowedMinor, releasedMinor);
        order.borrowedMinor -= backMinor;
        credit().release(order.accountIndex, order.instrument().instrumentId, order.orderId, backMinor);
    }

    /** Counts what a purchase has spent of what it borrowed. */
    void spent(Order buy, long tradeId) {
        long drawnMinor = buy.borrowedMinor - buy.holdMinor;
        Invariant.check(drawnMinor > 0, "a purchase draws what it has spent of what it borrowed");
        buy.borrowedMinor = buy.holdMinor;
        credit().draw(buy.accountIndex, buy.instrument().instrumentId, buy.orderId, tradeId, drawnMinor);
    }

    /** Tells of the proceeds of a sale. */
    void sold(Order sell, long tradeId, long proceedsMinor) {
        credit().sold(sell.accountIndex, sell.instrument().instrumentId, sell.orderId, tradeId, proceedsMinor);
    }

    private Credit credit() {
        Credit of = credit;
        if (of == null) {
            throw new IllegalStateException("an account is pledged, and nobody lends");
        }
        return of;
    }
}
