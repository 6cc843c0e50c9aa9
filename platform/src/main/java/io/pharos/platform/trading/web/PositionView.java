package io.pharos.platform.trading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pharos.platform.instrument.DecimalText;
import org.jspecify.annotations.Nullable;

/**
 * A holding and its worth. Amounts are in the instrument's quote asset.
 *
 * @param symbol the instrument that the asset trades as
 * @param unsettled bought and not delivered yet
 * @param averageCost what one unit cost, fees included, by the moving average
 * @param costBasis what is still invested
 * @param last the last price; absent without market data, and then the values that need it are too
 * @param unrealisedProfit market value less cost basis
 * @param unrealisedProfitPercent the same in per cent of the cost basis; absent when nothing was paid
 * @param realisedProfit of what was sold so far, after fees and tax
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PositionView(
        String symbol,
        String asset,
        String quoteAsset,
        @DecimalText String quantity,
        @DecimalText String available,
        @DecimalText String held,
        @DecimalText String unsettled,
        @DecimalText String averageCost,
        @DecimalText String costBasis,
        @Nullable @DecimalText String last,
        @Nullable @DecimalText String marketValue,
        @Nullable @DecimalText String unrealisedProfit,
        @Nullable @DecimalText String unrealisedProfitPercent,
        @DecimalText String realisedProfit) {}
