package io.pharos.platform.trading.entry;

import io.pharos.platform.instrument.DecimalText;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry that brings forth a take-profit limit order and a protective stop as it is filled, as a customer writes it.
 *
 * @param side of the entry: BUY
 * @param type of the entry: LIMIT, MARKET, MARKET_TO_LIMIT, STOP, STOP_LIMIT or TRAILING_STOP
 * @param timeInForce of the entry; absent: IOC for a market order, GTC for the others; the exits stay until cancelled
 * @param price limit of the entry, or its protection price, or absent
 * @param quantity decimal text
 * @param triggerPrice the last price that sets the entry off, where it is a stop
 * @param takeProfitPrice limit of the take-profit order, above the entry
 * @param stopLoss the protective stop, below the entry
 * @param expiresAt ISO 8601, of the entry, with GTD only
 * @param selfTradePrevention of all three; absent: none
 * @param clientOrderId unique in the account, 1 to 64 visible ASCII characters; it finds the entry; absent: none
 */
public record BracketForm(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String symbol,

        @Schema(implementation = Side.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String side,

        @Schema(implementation = OrderType.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String type,

        @Schema(allowableValues = {"GTC", "DAY", "GTD", "IOC", "FOK"}) @Nullable
        String timeInForce,

        @Nullable @DecimalText String price,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
        String quantity,

        @Nullable @DecimalText String triggerPrice,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
        String takeProfitPrice,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        StopLoss stopLoss,

        @Schema(format = "date-time") @Nullable String expiresAt,

        @Schema(implementation = SelfTradePrevention.class) @Nullable
        String selfTradePrevention,

        @Nullable String clientOrderId) {

    /**
     * The protective stop.
     *
     * @param type STOP, STOP_LIMIT or TRAILING_STOP; absent: STOP
     * @param price limit of a STOP_LIMIT, else the protection price, or absent
     */
    public record StopLoss(
            @Schema(allowableValues = {"STOP", "STOP_LIMIT", "TRAILING_STOP"}) @Nullable
            String type,

            @Nullable @DecimalText String triggerPrice,
            @Nullable @DecimalText String price,
            @Nullable @DecimalText String trailAmount,
            @Nullable @DecimalText String trailPercent) {}
}
