package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.fixture.Seeded;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class ExactTest {
    private static final BigInteger MAX = BigInteger.ONE.shiftLeft(62);

    private final Seeded random = new Seeded(Seeded.seed("ExactTest", 5));

    @Test
    void multipliesExactlyOrSaysOverflow() {
        for (int i = 0; i < 100_000; i++) {
            long price = magnitude();
            long lots = magnitude();
            long tickValue = magnitude();

            BigInteger exact = BigInteger.valueOf(price)
                    .multiply(BigInteger.valueOf(lots))
                    .multiply(BigInteger.valueOf(tickValue));

            // An intermediate product may overflow where the last factor is 0; a tick value never is.
            long expected = exact.compareTo(MAX) > 0 ? Exact.OVERFLOW : exact.longValueExact();
            if (tickValue > 0) {
                assertThat(Exact.notionalMinor(price, lots, tickValue)).isEqualTo(expected);
            }
        }
    }

    @Test
    void roundsSharesUp() {
        for (int i = 0; i < 100_000; i++) {
            long amount = Math.min(magnitude(), 1L << 62);
            int ppm = random.below(1_000_001);

            assertThat(Exact.shareRoundedUp(amount, ppm))
                    .isEqualTo(share(BigInteger.valueOf(amount), ppm, RoundingMode.CEILING));
        }
        assertThat(Exact.shareRoundedUp(11_706_600, 300)).isEqualTo(3_512);
    }

    @Test
    void roundsLimitsHalfUp() {
        for (int i = 0; i < 100_000; i++) {
            long price = random.between(0, Instrument.PRICE_MAX_TICKS);
            int ppm = random.below(1_999_999) - 999_999;

            assertThat(Exact.shiftedHalfUp(price, ppm))
                    .isEqualTo(share(BigInteger.valueOf(price), 1_000_000 + ppm, RoundingMode.HALF_UP));
        }
        assertThat(Exact.shiftedHalfUp(1_055, 100_000)).isEqualTo(1_161);
        assertThat(Exact.shiftedHalfUp(1_055, -100_000)).isEqualTo(950);
    }

    @Test
    void chargesAnOrderOnceForAllItsFills() {
        for (int i = 0; i < 2_000; i++) {
            Charge charge = new Charge();
            BigInteger millionths = BigInteger.ZERO;
            for (int fill = 0; fill < 20; fill++) {
                long notional = random.percent(10) ? magnitude() >> 8 : random.below(5_000_000);
                int ppm = random.below(10_000);
                charge.accrue(notional, ppm);
                millionths = millionths.add(BigInteger.valueOf(notional).multiply(BigInteger.valueOf(ppm)));
                charge.take(random.percent(20) ? 1 : Long.MAX_VALUE);
                assertThat(charge.dueWithMinor(0, 0)).isEqualTo(charge.dueMinor());
            }
            charge.take(Long.MAX_VALUE);

            assertThat(charge.chargedMinor()).isEqualTo(share(millionths, 1, RoundingMode.CEILING));
            assertThat(charge.dueMinor()).isZero();
        }
    }

    private static long share(BigInteger amount, int ppm, RoundingMode rounding) {
        return new BigDecimal(amount.multiply(BigInteger.valueOf(ppm)))
                .divide(BigDecimal.valueOf(1_000_000), 0, rounding)
                .longValueExact();
    }

    /** A number of any magnitude, so that small and overflowing products both come up. */
    private long magnitude() {
        return (random.next() >>> 1) >>> random.below(63);
    }
}
