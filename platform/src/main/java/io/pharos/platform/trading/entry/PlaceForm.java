package io.pharos.platform.trading.entry;

import io.pharos.platform.instrument.DecimalText;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new order as a customer writes it.
 *
 * @param side BUY or SELL
 * @param type LIMIT or MARKET
 * @param timeInForce GTC, IOC or FOK; absent: GTC for a limit order, IOC for a market order
 * @param price decimal text; for a market order the protection price, or absent
 * @param quantity decimal text
 * @param clientOrderId unique in the account, 1 to 64 visible ASCII characters; absent: none
 */
public record PlaceForm(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String symbol,

        @Schema(implementation = Side.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String side,

        @Schema(implementation = OrderType.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String type,

        @Schema(implementation = TimeInForce.class) @Nullable
        String timeInForce,

        @Nullable Boolean postOnly,
        @Nullable @DecimalText String price,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
        String quantity,

        @Nullable String clientOrderId) {}
