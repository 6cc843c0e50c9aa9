package io.pharos.core.trading;

import io.pharos.protocol.SelfTradePrevention;
import org.jspecify.annotations.Nullable;

/**
 * What an order would trade for if it came now: the exact walk of the other side of the book, hidden lots included.
 *
 * <p>An order that prevents self-trades passes over the orders of its own account, or stops at the first of them.
 */
final class Liquidity {
    /** Lots that would trade. */
    long lots;

    /** The most that they would cost, without fees, minor units of the quote asset; or {@link Exact#OVERFLOW}. */
    long notionalMinor;

    /** Lots that would trade before the first order of the own account is met. */
    long lotsBeforeOwn;

    /** Walks the other side up to a limit and a quantity. */
    void measure(
            Instrument instrument,
            BookSide opposite,
            long limitTicks,
            long quantityLots,
            SelfTradePrevention prevention,
            long accountId) {
        lots = 0;
        notionalMinor = 0;
        lotsBeforeOwn = Long.MAX_VALUE;
        PriceLevel level = opposite.best();
        while (level != null && lots < quantityLots && opposite.isReachedBy(limitTicks, level.priceTicks)) {
            long open = level.openLots();
            if (prevention != SelfTradePrevention.NONE) {
                open -= ownLots(opposite, level, accountId);
            }
            long levelLots = Math.min(open, quantityLots - lots);
            lots += levelLots;
            notionalMinor = Exact.sum(notionalMinor, instrument.notionalMinor(level.priceTicks, levelLots));
            level = opposite.worse(level);
        }
    }

    /** Whether an order would trade whole, and meet no order of its own account before. */
    boolean fills(long quantityLots, SelfTradePrevention prevention) {
        boolean passesOver = prevention == SelfTradePrevention.CANCEL_OLDEST;
        return lots >= quantityLots && (passesOver || lotsBeforeOwn >= quantityLots);
    }

    private long ownLots(BookSide side, PriceLevel level, long accountId) {
        long own = 0;
        long before = lots;
        for (@Nullable Order order = side.first(level); order != null; order = side.behind(order)) {
            if (order.accountId == accountId) {
                lotsBeforeOwn = Math.min(lotsBeforeOwn, before);
                own += order.remainingLots();
            }
            // Only what is shown trades before the order behind it.
            before += order.openShownLots();
        }
        return own;
    }
}
