package io.pharos.platform.trading.entry;

import io.pharos.platform.instrument.DecimalText;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new order as a customer writes it. What goes together: {@code docs/concepts/orders.md}.
 *
 * @param side BUY or SELL
 * @param type LIMIT, MARKET, STOP, STOP_LIMIT, TRAILING_STOP, MARKET_TO_LIMIT or PEGGED
 * @param timeInForce GTC, DAY, GTD, IOC, FOK, AT_OPEN or AT_CLOSE; absent: IOC for a market order, GTC for the others
 * @param postOnly refuse the order where it would trade at once
 * @param reprice with postOnly: where it would trade at once, rest it one tick behind the best opposite price instead
 * @param price decimal text; of a pegged order the limit that it never passes; for an order that is or becomes a market order the protection price, or absent
 * @param quantity decimal text
 * @param triggerPrice the last price that sets a stop off; of a trailing stop the first one, or absent for the distance from
 *     the last price
 * @param trailAmount how far the trigger price of a trailing stop follows the last price; or trailPercent
 * @param trailPercent the same in per cent of the last price, at most four decimals
 * @param displayQuantity what the book shows at a time; absent: all
 * @param minimumQuantity what must trade at once, or the order is refused; absent: none
 * @param expiresAt ISO 8601, with GTD only
 * @param selfTradePrevention what happens where the order would trade with one of its own account; absent: they trade
 * @param pegReference the best price that a pegged order follows: PRIMARY, its own side's; MARKET, the other side's; MIDPOINT
 * @param pegOffset how far behind that price it stands, a price; absent: at it
 * @param clientOrderId unique in the account, 1 to 64 visible ASCII characters; absent: none
 */
public record PlaceForm(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String symbol,

        @Schema(implementation = Side.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String side,

        @Schema(implementation = OrderType.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String type,

        @Schema(allowableValues = {"GTC", "DAY", "GTD", "IOC", "FOK", "AT_OPEN", "AT_CLOSE"}) @Nullable
        String timeInForce,

        @Nullable Boolean postOnly,
        @Nullable Boolean reprice,
        @Nullable @DecimalText String price,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
        String quantity,

        @Nullable @DecimalText String triggerPrice,
        @Nullable @DecimalText String trailAmount,
        @Nullable @DecimalText String trailPercent,
        @Nullable @DecimalText String displayQuantity,
        @Nullable @DecimalText String minimumQuantity,

        @Schema(format = "date-time") @Nullable String expiresAt,

        @Schema(implementation = SelfTradePrevention.class) @Nullable
        String selfTradePrevention,

        @Schema(implementation = PegReference.class) @Nullable
        String pegReference,

        @Nullable @DecimalText String pegOffset,
        @Nullable String clientOrderId) {}
