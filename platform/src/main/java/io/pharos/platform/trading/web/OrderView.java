package io.pharos.platform.trading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pharos.platform.instrument.DecimalText;
import io.pharos.platform.instrument.Money;
import io.pharos.platform.trading.projection.OrderStatus;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as the API shows it.
 *
 * @param id {@code ord_…}; {@code rej_…} for an order that the core refused
 * @param type what it is now: a stop that was set off is a limit or market order, as is a market-to-limit order
 * @param orderedType what it was placed as
 * @param price absent for a market order without a protection price
 * @param quantity the total, what is filled included
 * @param triggerPrice price that sets it off, or that has set it off; of a trailing stop that waits the one that
 *     was told last, at most a second ago
 * @param trailAmount how far the trigger price of a trailing stop follows the last price; or trailPercent
 * @param displayQuantity what the book shows at a time; absent: all
 * @param linkedOrderId the order that is, or was, cancelled with it
 * @param entryOrderId the entry of the bracket whose exit it is
 * @param pegReference the best price that a pegged order follows; its price is the limit that it never passes
 * @param pegOffset how far behind that price it stands
 * @param pegPrice where a pegged order stands now; absent where it is parked
 * @param exits what the entry of a bracket brings forth
 * @param expiresAt when a good-till-date order ends
 * @param averagePrice absent before the first fill
 * @param status PENDING_TRIGGER, NEW, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED or REJECTED
 * @param reason why it was cancelled or rejected
 * @param fees fees and tax so far; absent when the tables have not caught up with a fill of this moment
 * @param venueState of an open order that is matched elsewhere: PENDING_NEW, WORKING, PENDING_REPLACE, PENDING_CANCEL,
 *     AWAITING_FILLS, or UNKNOWN while the venue does not answer
 * @param sequence of the last event that changed it; also its ETag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderView(
        String id,
        @Nullable String clientOrderId,
        String symbol,
        @Schema(implementation = Side.class) String side,
        @Schema(implementation = OrderType.class) String type,
        @Schema(implementation = OrderType.class) String orderedType,
        @Schema(implementation = TimeInForce.class) String timeInForce,
        boolean postOnly,
        @Nullable @DecimalText String price,
        @Nullable @DecimalText String triggerPrice,
        @Nullable @DecimalText String trailAmount,
        @Nullable @DecimalText String trailPercent,
        @DecimalText String quantity,
        @Nullable @DecimalText String displayQuantity,
        @DecimalText String filledQuantity,
        @DecimalText String remainingQuantity,
        @Nullable @DecimalText String averagePrice,
        @Schema(implementation = OrderStatus.class) String status,
        @Nullable String reason,
        @Nullable Money fees,
        @Nullable String linkedOrderId,
        @Nullable String entryOrderId,

        @Schema(implementation = PegReference.class) @Nullable
        String pegReference,

        @Nullable @DecimalText String pegOffset,
        @Nullable @DecimalText String pegPrice,
        @Nullable Exits exits,
        @Nullable Instant expiresAt,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        long sequence,
        @Nullable String venueState) {

    /** What the entry of a bracket brings forth as it is filled. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Exits(
            @DecimalText String takeProfitPrice,
            @Schema(implementation = OrderType.class) String stopType,
            @Nullable @DecimalText String triggerPrice,
            @Nullable @DecimalText String price,
            @Nullable @DecimalText String trailAmount,
            @Nullable @DecimalText String trailPercent) {}
}
