package io.pharos.platform.market.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pharos.platform.catalogue.Catalogue.Name;
import io.pharos.platform.instrument.DecimalText;
import io.pharos.platform.instrument.InstrumentKind;
import io.pharos.protocol.Phase;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be traded, and how. Rates are decimal fractions: 0.00025 is 0.025 %.
 *
 * @param pinyin what may be typed for the Chinese name: in full, and the initials; lower case
 * @param lotSize the smallest quantity
 * @param boardLot an order's quantity is a multiple of it
 * @param sameDaySale whether what is bought may be sold at once: an entry can have exits
 * @param sandbox always true here: no price of it comes from a real market
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstrumentView(
        String symbol,
        Name name,
        List<String> pinyin,
        InstrumentKind kind,
        String base,
        String quote,
        @DecimalText String tickSize,
        @DecimalText String lotSize,
        @DecimalText String boardLot,
        int quantityDecimals,
        int priceDecimals,
        @Nullable Band band,
        @DecimalText String maxQuantity,
        Fees fees,
        @Schema(implementation = Phase.class) String phase,
        boolean sameDaySale,
        boolean sandbox) {
    /** The limits of the day. */
    public record Band(
            @DecimalText String lower,
            @DecimalText String upper,
            @DecimalText String reference) {}

    /** What a trade costs, as fractions of its notional. */
    public record Fees(
            @DecimalText String maker,
            @DecimalText String taker,
            @DecimalText String sellTax) {}
}
