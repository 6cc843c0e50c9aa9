package io.pharos.core.trading;

import io.pharos.core.ledger.Balances;
import io.pharos.protocol.Rounding;

/** Exact products of prices, quantities and rates. Rounding is named; what cannot be counted is said, never wrapped. */
final class Exact {
    /** Parts per million in a whole. */
    static final long MILLION = 1_000_000;

    /** Stands for an amount above {@link Balances#OUTSTANDING_MAX_MINOR}. */
    static final long OVERFLOW = -1;

    private Exact() {}

    /**
     * {@code price x quantity x tick value}, none of them negative.
     *
     * <pre>  58533 ticks x 200 lots x 1 minor unit = 11706600 minor units</pre>
     *
     * @return minor units, or {@link #OVERFLOW}
     */
    static long notionalMinor(long priceTicks, long quantityLots, long tickValueMinor) {
        return product(product(priceTicks, quantityLots), tickValueMinor);
    }

    /** The product of two amounts, none of them negative but for {@link #OVERFLOW}, which stays what it is. */
    static long product(long a, long b) {
        if (a == OVERFLOW || b == OVERFLOW) {
            return OVERFLOW;
        }
        long low = a * b;
        return Math.multiplyHigh(a, b) != 0 || low < 0 || low > Balances.OUTSTANDING_MAX_MINOR ? OVERFLOW : low;
    }

    /** The sum of two amounts, none of them negative but for {@link #OVERFLOW}, which stays what it is. */
    static long sum(long a, long b) {
        return a == OVERFLOW || b == OVERFLOW || a > Balances.OUTSTANDING_MAX_MINOR - b ? OVERFLOW : a + b;
    }

    /**
     * {@code amount x ppm / 1,000,000}, rounded up.
     *
     * <pre>  ceil(11706600 x 300 / 1000000) = ceil(3511.98) = 3512</pre>
     */
    static long shareRoundedUp(long amountMinor, int ppm) {
        long parts = amountMinor % MILLION * ppm;
        return amountMinor / MILLION * ppm + (parts + MILLION - 1) / MILLION;
    }

    /**
     * A whole number of minor units and some millionths of one, rounded as named.
     *
     * <pre>  2.5: DOWN 2, UP 3, HALF_UP 3, HALF_EVEN 2</pre>
     *
     * @param partsMillionth 0 to 999,999
     */
    static long rounded(long whole, long partsMillionth, Rounding rounding) {
        boolean isUp = switch (rounding) {
            case UP -> partsMillionth > 0;
            case HALF_UP -> partsMillionth >= MILLION / 2;
            case HALF_EVEN -> partsMillionth > MILLION / 2 || (partsMillionth == MILLION / 2 && (whole & 1) == 1);
            case DOWN, NONE -> false;
        };
        return isUp ? whole + 1 : whole;
    }

    /** {@code amount x ppm / 1,000,000}, rounded as named. */
    static long share(long amountMinor, int ppm, Rounding rounding) {
        long parts = amountMinor % MILLION * ppm;
        return rounded(amountMinor / MILLION * ppm + parts / MILLION, parts % MILLION, rounding);
    }

    /**
     * {@code price x (1,000,000 + ppm) / 1,000,000}, rounded half up: how the exchanges of Shanghai and Shenzhen round
     * their daily limits.
     *
     * <pre>  1055 ticks, +100000 ppm: 1160.5 = 1161;  -100000 ppm: 949.5 = 950</pre>
     *
     * @param priceTicks 0 to {@link Instrument#PRICE_MAX_TICKS}
     * @param ppm -999,999 to 999,999
     */
    static long shiftedHalfUp(long priceTicks, int ppm) {
        return (priceTicks * (MILLION + ppm) + MILLION / 2) / MILLION;
    }
}
