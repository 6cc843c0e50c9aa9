package io.pharos.platform.market.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pharos.platform.catalogue.Catalogue.Name;
import io.pharos.platform.instrument.InstrumentKind;
import org.jspecify.annotations.Nullable;

/**
 * What can be traded, and how. Rates are decimal fractions: 0.00025 is 0.025 %.
 *
 * @param lotSize the smallest quantity
 * @param boardLot an order's quantity is a multiple of it
 * @param sandbox always true here: no price of it comes from a real market
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstrumentView(
        String symbol,
        Name name,
        InstrumentKind kind,
        String base,
        String quote,
        String tickSize,
        String lotSize,
        String boardLot,
        int quantityDecimals,
        int priceDecimals,
        @Nullable Band band,
        String maxQuantity,
        Fees fees,
        String phase,
        boolean sandbox) {
    /** The limits of the day. */
    public record Band(String lower, String upper, String reference) {}

    /** What a trade costs, as fractions of its notional. */
    public record Fees(String maker, String taker, String sellTax) {}
}
