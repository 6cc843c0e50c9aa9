package io.pharos.platform.instrument;

import io.pharos.platform.instrument.Parsed.Reason;
import io.pharos.protocol.Phase;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What can be traded, and in which units.
 *
 * <p>The price of one whole unit of the base asset, in the quote asset:
 *
 * <pre>{@code
 * tickSize = tickValueMinor × 10^(base.scale − quote.scale) / lotMinor
 * BTC (8 decimals) in CNY (2), lot 0.001 BTC = 100 000 minor, tick value 1 minor: 1 × 10^6 / 10^5 = 10 CNY
 * }</pre>
 *
 * @param lotMinor base minor units in one lot, positive
 * @param boardLotLots an order's quantity is a multiple of this many lots, positive
 * @param tickValueMinor quote minor units of one tick for one lot, positive
 * @param bandPpm allowed distance from the reference price in parts per million; 0 = none
 * @param referencePriceTicks the price that the band is measured from
 * @param lowerLimitTicks lowest allowed price; 0 = none
 * @param upperLimitTicks highest allowed price; 0 = none
 * @param makerFeePpm parts per million of the notional, likewise the next two
 * @param marketCollarPpm how far beyond the best opposite price a market order without a price may trade
 * @param maxOrderLots largest quantity of one order
 */
public record Instrument(
        int instrumentId,
        String symbol,
        Asset base,
        Asset quote,
        long lotMinor,
        long boardLotLots,
        long tickValueMinor,
        int bandPpm,
        long referencePriceTicks,
        long lowerLimitTicks,
        long upperLimitTicks,
        int makerFeePpm,
        int takerFeePpm,
        int sellTaxPpm,
        int marketCollarPpm,
        long maxOrderLots,
        Phase phase) {

    public Instrument {
        if (lotMinor <= 0 || boardLotLots <= 0 || tickValueMinor <= 0) {
            throw new IllegalArgumentException("units of " + symbol);
        }
    }

    /** The smallest step of the price, as an exact decimal. */
    public BigDecimal tickSize() {
        return BigDecimal.valueOf(tickValueMinor)
                .multiply(quote.unit())
                .divide(BigDecimal.valueOf(lotMinor).multiply(base.unit()))
                .stripTrailingZeros();
    }

    /** Decimals that every price of this instrument is shown with. */
    public int priceDecimals() {
        return Math.max(0, tickSize().scale());
    }

    /** The smallest tradable quantity, as an exact decimal of the base asset. */
    public BigDecimal lotSize() {
        return BigDecimal.valueOf(lotMinor).multiply(base.unit()).stripTrailingZeros();
    }

    /** Decimals that every quantity of this instrument is shown with. */
    public int quantityDecimals() {
        return Math.max(0, lotSize().scale());
    }

    /** Decimal text to ticks; a price between two ticks is refused as {@link Reason#OFF_TICK}. */
    public Parsed parsePrice(String text) {
        return Decimals.parseMultiple(text, tickSize(), Reason.OFF_TICK);
    }

    /** Decimal text to lots; finer than the base asset is TOO_MANY_DECIMALS, between two lots is OFF_LOT. */
    public Parsed parseQuantity(String text) {
        Parsed parsed = base.parse(text);
        if (parsed instanceof Parsed.Exact exact) {
            return exact.value() % lotMinor == 0
                    ? Parsed.exact(exact.value() / lotMinor)
                    : Parsed.refused(Reason.OFF_LOT);
        }
        return parsed;
    }

    /** Ticks as decimal text with {@link #priceDecimals()}. */
    public String formatPrice(long priceTicks) {
        return plain(BigDecimal.valueOf(priceTicks).multiply(tickSize()), priceDecimals());
    }

    /** Lots as decimal text with {@link #quantityDecimals()}. */
    public String formatQuantity(long quantityLots) {
        return plain(BigDecimal.valueOf(quantityLots).multiply(lotSize()), quantityDecimals());
    }

    /** Lots as minor units of the base asset; throws ArithmeticException past 64 bits. */
    public long quantityMinor(long quantityLots) {
        return Math.multiplyExact(quantityLots, lotMinor);
    }

    /** Price times quantity in quote minor units, exact by construction; never overflows. */
    public BigInteger notionalMinor(long priceTicks, long quantityLots) {
        return BigInteger.valueOf(priceTicks)
                .multiply(BigInteger.valueOf(quantityLots))
                .multiply(BigInteger.valueOf(tickValueMinor));
    }

    /** This instrument in another phase with other limits. */
    public Instrument inPhase(Phase next, long reference, long lower, long upper) {
        return new Instrument(
                instrumentId,
                symbol,
                base,
                quote,
                lotMinor,
                boardLotLots,
                tickValueMinor,
                bandPpm,
                reference,
                lower,
                upper,
                makerFeePpm,
                takerFeePpm,
                sellTaxPpm,
                marketCollarPpm,
                maxOrderLots,
                next);
    }

    private static String plain(BigDecimal value, int decimals) {
        return value.setScale(decimals).toPlainString();
    }
}
