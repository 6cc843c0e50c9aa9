package io.pharos.core.servicing;

import io.pharos.core.ledger.Balances;
import io.pharos.protocol.Rounding;
import java.math.BigInteger;

/** A share of an amount: whole units and what is left of one, exact. */
final class Fraction {
    /** The largest numerator and denominator: their product with a remainder is countable. */
    static final long TERM_MAX = 1_000_000_000L;

    /** Stands for what cannot be counted. */
    static final long OVERFLOW = -1;

    /** Whole units; {@link #OVERFLOW} where they are too many. */
    long whole;

    /** What is left, in parts of a unit, as many as the denominator. */
    long parts;

    /**
     * {@code amount x numerator / denominator}.
     *
     * <pre>  107 shares, 3 for 10: 321 / 10 = 32 and 1 part of 10</pre>
     *
     * @param amount 0 to 2^62
     * @param numerator 0 to 10^9
     * @param denominator 1 to 10^9
     */
    void of(long amount, long numerator, long denominator) {
        long quotient = amount / denominator;
        long product = amount % denominator * numerator;
        parts = product % denominator;
        boolean isCountable = Math.multiplyHigh(quotient, numerator) == 0 && quotient * numerator >= 0;
        whole = isCountable && quotient * numerator <= Balances.OUTSTANDING_MAX_MINOR - product / denominator
                ? quotient * numerator + product / denominator
                : OVERFLOW;
    }

    /** The whole units, and one more where the parts are rounded up. */
    long rounded(long denominator, Rounding rounding) {
        long twice = 2 * parts;
        boolean isUp = switch (rounding) {
            case UP -> parts > 0;
            case HALF_UP -> twice >= denominator;
            case HALF_EVEN -> twice > denominator || (twice == denominator && (whole & 1) == 1);
            case DOWN, NONE -> false;
        };
        return isUp ? whole + 1 : whole;
    }

    /** A quotient of positive numbers, rounded half up, within bounds. */
    static long halfUp(BigInteger dividend, BigInteger divisor, long lowest, long highest) {
        BigInteger rounded = dividend.shiftLeft(1).add(divisor).divide(divisor.shiftLeft(1));
        return rounded.max(BigInteger.valueOf(lowest))
                .min(BigInteger.valueOf(highest))
                .longValueExact();
    }
}
