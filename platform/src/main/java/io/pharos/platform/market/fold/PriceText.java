package io.pharos.platform.market.fold;

import io.pharos.platform.instrument.Instrument;
import java.math.BigDecimal;

/**
 * Prices and quantities of one instrument as text, without the division that finds the size of a tick: a full-speed
 * replay writes hundreds of thousands of them a second.
 *
 * @param tickUnscaled one tick is this many of the last shown decimal
 */
public record PriceText(long tickUnscaled, int priceDecimals, long lotUnscaled, int quantityDecimals) {
    static PriceText of(Instrument instrument) {
        return new PriceText(
                instrument
                        .tickSize()
                        .setScale(instrument.priceDecimals())
                        .unscaledValue()
                        .longValueExact(),
                instrument.priceDecimals(),
                instrument
                        .lotSize()
                        .setScale(instrument.quantityDecimals())
                        .unscaledValue()
                        .longValueExact(),
                instrument.quantityDecimals());
    }

    public String price(long ticks) {
        return BigDecimal.valueOf(Math.multiplyExact(ticks, tickUnscaled), priceDecimals)
                .toPlainString();
    }

    public String quantity(long lots) {
        return BigDecimal.valueOf(Math.multiplyExact(lots, lotUnscaled), quantityDecimals)
                .toPlainString();
    }
}
