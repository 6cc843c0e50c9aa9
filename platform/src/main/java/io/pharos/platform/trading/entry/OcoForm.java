package io.pharos.platform.trading.entry;

import io.pharos.platform.instrument.DecimalText;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A limit order and a stop of which one cancels the other, as a customer writes them.
 *
 * @param quantity decimal text, of each of the two
 * @param price of the limit order
 * @param stop the other order; a sell's waits below the price, a buy's above it
 * @param timeInForce GTC, DAY or GTD, of both; absent: GTC
 * @param expiresAt ISO 8601, with GTD only
 * @param selfTradePrevention of both; absent: none
 * @param clientOrderId unique in the account, 1 to 64 visible ASCII characters; it finds the limit order, which names the
 *     stop; absent: none
 */
public record OcoForm(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String symbol,

        @Schema(implementation = Side.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String side,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
        String quantity,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
        String price,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Stop stop,

        @Schema(allowableValues = {"GTC", "DAY", "GTD"}) @Nullable
        String timeInForce,

        @Schema(format = "date-time") @Nullable String expiresAt,

        @Schema(implementation = SelfTradePrevention.class) @Nullable
        String selfTradePrevention,

        @Nullable String clientOrderId) {

    /**
     * The order that waits for its trigger price.
     *
     * @param type STOP, STOP_LIMIT or TRAILING_STOP
     * @param price limit of a STOP_LIMIT, else the protection price, or absent
     */
    public record Stop(
            @Schema(implementation = OrderType.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String type,

            @Nullable @DecimalText String triggerPrice,
            @Nullable @DecimalText String price,
            @Nullable @DecimalText String trailAmount,
            @Nullable @DecimalText String trailPercent) {}
}
