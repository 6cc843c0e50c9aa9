package io.pharos.core.ledger;

/** Products and quotients of amounts by 128 bits, exact before they are rounded. */
public final class Proportion {
    private Proportion() {}

    /**
     * {@code amount x numerator / denominator}, rounded down.
     *
     * <pre>  7 x 1,000,000 / 3 = 2,333,333</pre>
     *
     * @param amount not negative
     * @param numerator not negative
     * @param denominator positive
     * @return at most {@link Balances#OUTSTANDING_MAX_MINOR}, which stands for what is more, too
     */
    public static long floor(long amount, long numerator, long denominator) {
        long high = Math.multiplyHigh(amount, numerator);
        long low = amount * numerator;
        if (high == 0 && low >= 0) {
            return Math.min(Balances.OUTSTANDING_MAX_MINOR, low / denominator);
        }
        if (high >= denominator) {
            return Balances.OUTSTANDING_MAX_MINOR;
        }
        long quotient = 0;
        long rest = high;
        for (int bit = Long.SIZE - 1; bit >= 0; bit--) {
            rest = rest << 1 | (low >>> bit & 1);
            quotient <<= 1;
            if (Long.compareUnsigned(rest, denominator) >= 0) {
                rest -= denominator;
                quotient |= 1;
            }
        }
        return quotient < 0 ? Balances.OUTSTANDING_MAX_MINOR : Math.min(Balances.OUTSTANDING_MAX_MINOR, quotient);
    }

    /** The same, rounded up. */
    public static long ceiling(long amount, long numerator, long denominator) {
        long floor = floor(amount, numerator, denominator);
        boolean isExact = floor * denominator == amount * numerator
                && Math.multiplyHigh(floor, denominator) == Math.multiplyHigh(amount, numerator);
        return isExact || floor == Balances.OUTSTANDING_MAX_MINOR ? floor : floor + 1;
    }

    /** Whether {@code a x b} is less than {@code c x d}, none of them negative. */
    public static boolean isLess(long a, long b, long c, long d) {
        long high = Math.multiplyHigh(a, b);
        long otherHigh = Math.multiplyHigh(c, d);
        return high != otherHigh ? high < otherHigh : Long.compareUnsigned(a * b, c * d) < 0;
    }

    /** The sum of two amounts that are not negative, at most {@link Balances#OUTSTANDING_MAX_MINOR}. */
    public static long sum(long a, long b) {
        return a > Balances.OUTSTANDING_MAX_MINOR - b ? Balances.OUTSTANDING_MAX_MINOR : a + b;
    }
}
