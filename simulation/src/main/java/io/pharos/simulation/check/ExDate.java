package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.Rounding;
import java.math.BigInteger;

/** What an ex date does to a price and to a holder, as {@code docs/concepts/corporate-actions.md} says it: exact quotients, rounded once. */
final class ExDate {
    private static final BigInteger PRICE_MAX = BigInteger.valueOf(RefInstrument.PRICE_MAX);

    private ExDate() {}

    /** A quotient of integers, the divisor above zero. */
    private record Ratio(BigInteger dividend, BigInteger divisor) {
        static Ratio of(long dividend, long divisor) {
            return new Ratio(BigInteger.valueOf(dividend), BigInteger.valueOf(divisor));
        }

        Ratio times(long factor) {
            return new Ratio(dividend.multiply(BigInteger.valueOf(factor)), divisor);
        }

        Ratio times(Ratio other) {
            return new Ratio(dividend.multiply(other.dividend), divisor.multiply(other.divisor));
        }

        Ratio over(Ratio other) {
            return new Ratio(dividend.multiply(other.divisor), divisor.multiply(other.dividend));
        }

        Ratio plus(Ratio other) {
            return new Ratio(
                    dividend.multiply(other.divisor).add(other.dividend.multiply(divisor)),
                    divisor.multiply(other.divisor));
        }

        Ratio minus(long other) {
            return new Ratio(dividend.subtract(divisor.multiply(BigInteger.valueOf(other))), divisor);
        }

        long floor() {
            return dividend.divide(divisor).longValueExact();
        }

        long rounded(Rounding rounding) {
            BigInteger whole = dividend.divide(divisor);
            int half = dividend.subtract(whole.multiply(divisor)).shiftLeft(1).compareTo(divisor);
            boolean isExact = dividend.mod(divisor).signum() == 0;
            boolean isUp = switch (rounding) {
                case UP -> !isExact;
                case HALF_UP -> half >= 0;
                case HALF_EVEN -> half > 0 || (half == 0 && whole.testBit(0));
                case DOWN, NONE -> false;
            };
            return whole.add(isUp ? BigInteger.ONE : BigInteger.ZERO).longValueExact();
        }
    }

    /**
     * What a holder gets.
     *
     * @param cash before tax, what is paid for a fraction included
     * @param lieu of it, what is paid for a fraction
     * @param units given, or below zero taken
     * @param rounding what exact arithmetic would have given more, in parts: for cash and units as many to a unit as the
     *     denominator, for cash for a fraction as many as both denominators
     */
    record Entitlement(long cash, long lieu, long tax, long units, BigInteger rounding) {}

    static Entitlement entitlement(CoreCommand.AnnounceCorporateAction terms, long position) {
        Ratio share = Ratio.of(terms.numerator(), terms.denominator()).times(position);
        return switch (terms.kind()) {
            case CASH_DIVIDEND, COUPON, REDEMPTION -> {
                long cash = share.rounded(terms.rounding());
                long tax = Ratio.of(terms.taxPpm(), 1_000_000).times(cash).rounded(terms.rounding());
                boolean ends = terms.kind() == io.pharos.protocol.CorporateActionKind.REDEMPTION;
                yield new Entitlement(cash, 0, tax, ends ? -position : 0, parts(share.minus(cash)));
            }
            case STOCK_DIVIDEND, SPLIT -> {
                long whole = share.floor();
                long units = terms.kind() == io.pharos.protocol.CorporateActionKind.SPLIT ? whole - position : whole;
                if (terms.priceNumerator() == 0) {
                    yield new Entitlement(0, 0, 0, units, parts(share.minus(whole)));
                }
                Ratio worth = share.minus(whole).times(Ratio.of(terms.priceNumerator(), terms.priceDenominator()));
                long lieu = worth.rounded(terms.rounding());
                yield new Entitlement(lieu, lieu, 0, units, parts(worth.minus(lieu)));
            }
            case RIGHTS_ISSUE -> {
                long whole = share.floor();
                yield new Entitlement(0, 0, 0, whole, parts(share.minus(whole)));
            }
            default -> new Entitlement(0, 0, 0, 0, BigInteger.ZERO);
        };
    }

    private static BigInteger parts(Ratio rest) {
        return rest.dividend;
    }

    /** What rights cost. */
    static long subscription(CoreCommand.AnnounceCorporateAction terms, long quantity) {
        return Ratio.of(terms.priceNumerator(), terms.priceDenominator())
                .times(quantity)
                .rounded(Rounding.UP);
    }

    /** The reference price of the ex date, in ticks, rounded half up, at least one. */
    static long reference(CoreCommand.AnnounceCorporateAction terms, RefInstrument of, long close) {
        Ratio newForOne = Ratio.of(terms.numerator(), terms.denominator());
        Ratio one = Ratio.of(1, 1);
        // Of a minor unit of what is traded to ticks.
        Ratio inTicks = Ratio.of(of.terms.lotMinor(), of.terms.tickValueMinor());
        Ratio before = Ratio.of(close, 1);
        Ratio price = switch (terms.kind()) {
            case CASH_DIVIDEND -> before.plus(newForOne.times(inTicks).times(-1));
            case STOCK_DIVIDEND -> before.over(one.plus(newForOne));
            case RIGHTS_ISSUE -> {
                Ratio subscribed = Ratio.of(terms.priceNumerator(), terms.priceDenominator())
                        .times(inTicks)
                        .times(newForOne);
                yield before.plus(subscribed).over(one.plus(newForOne));
            }
            case SPLIT -> before.over(newForOne);
            default -> before;
        };
        BigInteger twice = price.divisor.shiftLeft(1);
        BigInteger halfUp = price.dividend.shiftLeft(1).add(price.divisor).divide(twice);
        return halfUp.max(BigInteger.ONE).min(PRICE_MAX).longValueExact();
    }
}
