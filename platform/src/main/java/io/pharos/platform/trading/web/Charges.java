package io.pharos.platform.trading.web;

import io.pharos.platform.trading.query.ServicingQueries.Fees;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** What an order is charged in fees and taxes, minor units, for the ticket's estimate. */
sealed interface Charges {
    /** All together. */
    BigInteger of(BigInteger notionalMinor);

    /** The rates together, parts per million. */
    BigDecimal ratePpm();

    /** By the rates of the registration, rounded up as a whole. */
    record Registered(BigDecimal ratePpm) implements Charges {
        @Override
        public BigInteger of(BigInteger notionalMinor) {
            return share(notionalMinor, ratePpm, RoundingMode.UP);
        }
    }

    /** By a fee schedule, at the rates of no turnover: no tier is dearer. */
    record Scheduled(Fees fees, boolean buys) implements Charges {
        BigInteger commission(BigInteger notionalMinor) {
            int ppm = Math.max(fees.makerPpm(), fees.takerPpm());
            return share(notionalMinor, BigDecimal.valueOf(ppm), RoundingMode.valueOf(fees.commissionRounding()))
                    .max(
                            notionalMinor.signum() == 0
                                    ? BigInteger.ZERO
                                    : BigInteger.valueOf(fees.commissionMinimumMinor()));
        }

        BigInteger stampDuty(BigInteger notionalMinor) {
            BigDecimal ppm = BigDecimal.valueOf(buys ? 0 : fees.stampDutyPpm());
            return share(notionalMinor, ppm, RoundingMode.valueOf(fees.stampDutyRounding()));
        }

        BigInteger transferFee(BigInteger notionalMinor) {
            BigDecimal ppm = BigDecimal.valueOf(fees.transferFeePpm());
            return share(notionalMinor, ppm, RoundingMode.valueOf(fees.transferFeeRounding()));
        }

        @Override
        public BigInteger of(BigInteger notionalMinor) {
            return commission(notionalMinor).add(stampDuty(notionalMinor)).add(transferFee(notionalMinor));
        }

        @Override
        public BigDecimal ratePpm() {
            return BigDecimal.valueOf((long) Math.max(fees.makerPpm(), fees.takerPpm())
                    + (buys ? 0 : fees.stampDutyPpm())
                    + fees.transferFeePpm());
        }
    }

    private static BigInteger share(BigInteger amount, BigDecimal ppm, RoundingMode rounding) {
        return new BigDecimal(amount)
                .multiply(ppm)
                .movePointLeft(6)
                .setScale(0, rounding)
                .toBigInteger();
    }
}
