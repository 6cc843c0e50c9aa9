package io.pharos.core.trading;

import io.pharos.protocol.Outcome;

/**
 * Lends accounts with a margin agreement what a purchase lacks. Cash that an order holds and has not spent is reserved;
 * what it spends beyond the account's own cash is drawn, and a debt from then on.
 *
 * <pre>
 *   reserve --spent--> draw --> repaid, by the sale or by command
 *      +--not spent--> release
 * </pre>
 */
public interface Credit {
    /**
     * Whether an account may buy.
     *
     * @param amountMinor what the order holds, or holds more than before
     * @param missingMinor what of it the account does not have
     * @return {@code ACCEPTED}, or why not; {@code INSUFFICIENT_FUNDS} where nothing is lent to it in this currency
     */
    Outcome checkBuy(int accountIndex, int instrumentId, long amountMinor, long missingMinor);

    /** Lends cash to an order; it is available to the account, which holds it at once. */
    void reserve(int accountIndex, int instrumentId, long orderId, long amountMinor);

    /** Takes back what an order did not spend and the account has available. */
    void release(int accountIndex, int instrumentId, long orderId, long amountMinor);

    /** Counts as a debt what an order has spent of what it was lent. */
    void draw(int accountIndex, int instrumentId, long orderId, long tradeId, long amountMinor);

    /** Hears what a sale brought the account, after fees and tax. */
    void sold(int accountIndex, int instrumentId, long orderId, long tradeId, long proceedsMinor);
}
