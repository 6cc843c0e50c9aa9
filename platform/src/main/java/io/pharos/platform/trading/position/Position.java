package io.pharos.platform.trading.position;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A holding and what it cost, by the moving average.
 *
 * <pre>{@code
 * buy   q for c:  quantity += q,  cost += c                      (c = notional + fee)
 * sell  q for p:  out = cost × q / quantity, rounded half even
 *                 quantity −= q,  cost −= out,  realised += p − out   (p = notional − fee − tax)
 *
 * 100 for 1000.00, 50 for 620.00, then sell 60 for 780.00:
 *   out = 1620.00 × 60 / 150 = 648.00; left 90 that cost 972.00; realised 132.00
 * }</pre>
 *
 * <p>The whole cost leaves with the last unit, so rounding never accumulates. What arrives without a price (a transfer
 * in) costs nothing.
 *
 * @param quantityMinor minor units of the asset held, not negative
 * @param costMinor minor units of the quote asset that are still invested, not negative
 * @param realisedMinor profit or loss of what was sold, in minor units of the quote asset
 */
public record Position(long quantityMinor, long costMinor, long realisedMinor) {
    public static final Position NONE = new Position(0, 0, 0);

    public Position {
        if (quantityMinor < 0 || costMinor < 0) {
            throw new IllegalArgumentException("position of " + quantityMinor + " that cost " + costMinor);
        }
    }

    /** After acquiring a quantity at a cost. Throws ArithmeticException past 64 bits. */
    public Position acquire(long quantity, long cost) {
        return new Position(Math.addExact(quantityMinor, quantity), Math.addExact(costMinor, cost), realisedMinor);
    }

    /** After selling a quantity, at most what is held, for these proceeds. */
    public Position sell(long quantity, long proceeds) {
        long out = costOf(quantity);
        return new Position(
                Math.subtractExact(quantityMinor, quantity),
                costMinor - out,
                Math.addExact(realisedMinor, Math.subtractExact(proceeds, out)));
    }

    /** After giving away a quantity, at most what is held: its cost leaves, and nothing is realised. */
    public Position release(long quantity) {
        return new Position(Math.subtractExact(quantityMinor, quantity), costMinor - costOf(quantity), realisedMinor);
    }

    /**
     * After a quantity was taken away in the place of which fewer units stand: what they cost stays with these. Where none is
     * left it leaves, as with {@link #release}.
     */
    public Position consolidate(long quantity) {
        if (quantity >= quantityMinor) {
            return release(quantity);
        }
        return new Position(quantityMinor - quantity, costMinor, realisedMinor);
    }

    private long costOf(long quantity) {
        if (quantity > quantityMinor) {
            throw new IllegalArgumentException("only " + quantityMinor + " held, not " + quantity);
        }
        if (quantity == quantityMinor) {
            return costMinor;
        }
        return new BigDecimal(BigInteger.valueOf(costMinor).multiply(BigInteger.valueOf(quantity)))
                .divide(BigDecimal.valueOf(quantityMinor), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
