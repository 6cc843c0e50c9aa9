package io.pharos.core.servicing;

import io.pharos.core.command.AnnounceCorporateAction;
import io.pharos.core.trading.ActionTrading;
import java.math.BigInteger;

/**
 * The reference price of an ex date, in ticks, rounded half up: the closing price less what the buyer no longer gets. By the
 * formula of the exchanges of Shanghai and Shenzhen (trading rules, section on ex-rights and ex-dividend prices):
 *
 * <pre>
 *   (close - dividend + subscription price x new shares for one) / (1 + new shares for one)
 *   close 10.20, 3.2 for 10 shares: 10.20 - 0.32 = 9.88;  3 new for 10 shares: 10.20 / 1.3 = 7.85
 * </pre>
 */
final class ExDatePrice {
    private static final long PRICE_MAX_TICKS = 1_000_000_000_000L;

    private ExDatePrice() {}

    /** The adjusted price, 1 to 10^12 ticks; the price itself where the kind changes none. */
    static long of(AnnounceCorporateAction terms, ActionTrading trading, long closeTicks) {
        BigInteger close = BigInteger.valueOf(closeTicks);
        BigInteger n = BigInteger.valueOf(terms.numerator);
        BigInteger d = BigInteger.valueOf(terms.denominator);
        BigInteger lot = BigInteger.valueOf(trading.lotMinor(terms.instrumentId));
        BigInteger tick = BigInteger.valueOf(trading.tickValueMinor(terms.instrumentId));
        return switch (terms.kind) {
            case CASH_DIVIDEND -> {
                BigInteger left = close.multiply(d).multiply(tick).subtract(n.multiply(lot));
                yield rounded(left.max(BigInteger.ZERO), d.multiply(tick));
            }
            case STOCK_DIVIDEND -> rounded(close.multiply(d), d.add(n));
            case RIGHTS_ISSUE -> {
                BigInteger price = BigInteger.valueOf(terms.priceNumerator).multiply(lot);
                BigInteger scale = BigInteger.valueOf(terms.priceDenominator).multiply(tick);
                yield rounded(close.multiply(d).multiply(scale).add(price.multiply(n)), scale.multiply(d.add(n)));
            }
            case SPLIT -> rounded(close.multiply(d), n);
            case COUPON, REDEMPTION, DELISTING, NONE -> closeTicks;
        };
    }

    private static long rounded(BigInteger dividend, BigInteger divisor) {
        return Fraction.halfUp(dividend, divisor, 1, PRICE_MAX_TICKS);
    }
}
