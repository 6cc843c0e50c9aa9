package io.pharos.platform.trading.entry;

import io.pharos.platform.instrument.DecimalText;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Two orders of which one cancels the other, as a customer writes them: any two of limit orders and stops, but two limit
 * orders of one side.
 *
 * @param side of the first order, and of the other where that says none
 * @param type of the first order: LIMIT, STOP, STOP_LIMIT or TRAILING_STOP; absent: LIMIT
 * @param quantity decimal text, of each of the two
 * @param price of the first order: its limit, or protection price
 * @param triggerPrice of the first order, where it is a stop
 * @param other the other order
 * @param timeInForce GTC, DAY or GTD, of both; absent: GTC
 * @param expiresAt ISO 8601, with GTD only
 * @param selfTradePrevention of both; absent: none
 * @param clientOrderId unique in the account, 1 to 64 visible ASCII characters; it finds the first order, which names the
 *     other; absent: none
 */
public record OcoForm(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String symbol,

        @Schema(implementation = Side.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String side,

        @Schema(allowableValues = {"LIMIT", "STOP", "STOP_LIMIT", "TRAILING_STOP"}) @Nullable
        String type,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
        String quantity,

        @Nullable @DecimalText String price,
        @Nullable @DecimalText String triggerPrice,
        @Nullable @DecimalText String trailAmount,
        @Nullable @DecimalText String trailPercent,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Other other,

        @Schema(allowableValues = {"GTC", "DAY", "GTD"}) @Nullable
        String timeInForce,

        @Schema(format = "date-time") @Nullable String expiresAt,

        @Schema(implementation = SelfTradePrevention.class) @Nullable
        String selfTradePrevention,

        @Nullable String clientOrderId) {

    /**
     * The other order.
     *
     * @param side BUY or SELL; absent: that of the first
     * @param type LIMIT, STOP, STOP_LIMIT or TRAILING_STOP
     * @param price limit of a LIMIT or STOP_LIMIT, else the protection price, or absent
     */
    public record Other(
            @Schema(implementation = Side.class) @Nullable String side,

            @Schema(implementation = OrderType.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String type,

            @Nullable @DecimalText String triggerPrice,
            @Nullable @DecimalText String price,
            @Nullable @DecimalText String trailAmount,
            @Nullable @DecimalText String trailPercent) {}
}
