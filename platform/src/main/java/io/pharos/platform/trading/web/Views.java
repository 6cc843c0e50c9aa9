package io.pharos.platform.trading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand.PlaceOrder;
import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.DecimalText;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.entry.OrderForms.NewOrder;
import io.pharos.platform.trading.projection.BalanceRow;
import io.pharos.platform.trading.projection.ExecutionRow;
import io.pharos.platform.trading.projection.ExitTerms;
import io.pharos.platform.trading.projection.MovementRow;
import io.pharos.platform.trading.projection.OrderRow;
import io.pharos.platform.trading.projection.OrderStatus;
import io.pharos.platform.trading.projection.OrderTerms;
import io.pharos.platform.trading.query.AccountQueries.Unsettled;
import io.pharos.platform.trading.query.OrderQueries.StoredOrder;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns rows and replies into what the API shows: ids with prefixes, decimals as text, times in UTC. */
public final class Views {
    /** Decimals that an average price has beyond the instrument's own. */
    private static final int AVERAGE_DECIMALS = 2;

    /** Decimals of one per cent in parts per million. */
    private static final int PERCENT_DECIMALS = 4;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final InstrumentDirectory directory;

    public Views(InstrumentDirectory directory) {
        this.directory = directory;
    }

    /** One side of a trade. */
    public record ExecutionView(
            String id,
            String orderId,
            String symbol,
            @Schema(implementation = Side.class) String side,
            @DecimalText String price,
            @DecimalText String quantity,
            @DecimalText String notional,
            @DecimalText String fee,
            @DecimalText String tax,
            String feeAsset,
            @Schema(allowableValues = {"MAKER", "TAKER"}) String liquidity,
            Instant at,

            @Schema(allowableValues = {"BOOKED", "CORRECTED", "BUSTED"})
            String status) {}

    /**
     * What an account has of one asset.
     *
     * @param total available and held, and what was bought and is on its way
     * @param unsettledIn bought or earned and on its way; absent on the stream, like the two that follow
     * @param unsettledOut sold or spent and not yet delivered
     * @param withdrawable what of the available may leave now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BalanceView(
            String asset,
            @DecimalText String available,
            @DecimalText String held,
            @DecimalText String total,
            @Nullable @DecimalText String unsettledIn,
            @Nullable @DecimalText String unsettledOut,
            @Nullable @DecimalText String withdrawable) {}

    /** What a movement belongs to. */
    public record MovementReference(
            @Nullable String orderId,
            @Nullable String paymentId,
            @Nullable String tradeId) {}

    /** One movement of an account; the amount is signed. */
    public record MovementView(
            String id,
            String asset,
            @DecimalText String amount,
            @DecimalText String balanceAfter,

            @Schema(
                    allowableValues = {
                        "DEPOSIT",
                        "WITHDRAWAL",
                        "TRADE",
                        "FEE",
                        "TAX",
                        "ISSUANCE",
                        "ADJUSTMENT",
                        "INTERNAL",
                        "REVERSAL",
                        "SETTLEMENT"
                    })
            String kind,

            MovementReference reference,
            String receipt,
            Instant at) {}

    OrderView order(StoredOrder stored) {
        OrderRow row = stored.row();
        OrderTerms terms = row.terms();
        Instrument instrument = directory.instrument(row.instrumentId());
        boolean refused = row.status() == OrderStatus.REJECTED;
        return new OrderView(
                (refused ? "rej_" : "ord_") + Math.abs(row.orderId()),
                stored.clientOrderId(),
                instrument.symbol(),
                row.side().name(),
                row.type().name(),
                terms.orderedType().name(),
                row.timeInForce().name(),
                row.postOnly(),
                price(instrument, row.priceTicks()),
                price(instrument, terms.triggerPriceTicks()),
                price(instrument, terms.trailTicks()),
                percent(terms.trailPpm()),
                instrument.formatQuantity(row.quantityLots()),
                quantity(instrument, terms.displayLots()),
                instrument.formatQuantity(row.filledLots()),
                instrument.formatQuantity(row.status().isOpen() ? row.quantityLots() - row.filledLots() : 0),
                averagePrice(instrument, row.notionalMinor(), row.filledLots()),
                row.status().name(),
                row.reason(),
                instrument.quote().money(Math.addExact(row.feeMinor(), row.taxMinor())),
                terms.linkedOrderId() == 0 ? null : "ord_" + terms.linkedOrderId(),
                terms.entryOrderId() == 0 ? null : "ord_" + terms.entryOrderId(),
                reference(terms.peg().reference()),
                price(instrument, terms.peg().offsetTicks()),
                price(instrument, terms.peg().priceTicks()),
                exits(instrument, terms.exits()),
                expiry(terms.expiresNanos()),
                instant(row.createdNanos()),
                instant(row.updatedNanos()),
                row.sequence(),
                stored.venueState());
    }

    /** An order straight from the core's reply, when it has no fill whose fees only the tables know. */
    OrderView accepted(NewOrder order, CommandReply reply, Instant now) {
        Instrument instrument = order.instrument();
        var command = order.command();
        var conditions = command.conditions();
        long filled = reply.filledLots();
        OrderStatus status = status(command, reply);
        return new OrderView(
                "ord_" + reply.entityId(),
                order.clientOrderId(),
                instrument.symbol(),
                command.side().name(),
                command.orderType().name(),
                command.orderType().name(),
                command.timeInForce().name(),
                command.postOnly(),
                price(instrument, command.priceTicks()),
                price(instrument, conditions.triggerPriceTicks()),
                price(instrument, conditions.trailTicks()),
                percent(conditions.trailPpm()),
                instrument.formatQuantity(command.quantityLots()),
                quantity(instrument, conditions.displayLots()),
                instrument.formatQuantity(filled),
                instrument.formatQuantity(reply.remainingLots()),
                null,
                status.name(),
                status == OrderStatus.CANCELLED ? cancelReason(command, reply).name() : null,
                filled == 0 ? instrument.quote().money(0) : null,
                null,
                null,
                reference(conditions.pegReference()),
                price(instrument, conditions.pegOffsetTicks()),
                null,
                null,
                expiry(conditions.expiresNanos()),
                now,
                now,
                reply.sequence(),
                null);
    }

    /** How an order stands by the core's reply; that a stop-limit was set off at once and rests, only the tables say. */
    static OrderStatus status(PlaceOrder command, CommandReply reply) {
        boolean isUntouched = reply.filledLots() == 0 && reply.remainingLots() == command.quantityLots();
        if (command.orderType().isConditional() && isUntouched) {
            return OrderStatus.PENDING_TRIGGER;
        }
        if (reply.filledLots() == command.quantityLots()) {
            return OrderStatus.FILLED;
        }
        if (reply.remainingLots() == 0) {
            return OrderStatus.CANCELLED;
        }
        return reply.filledLots() > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.NEW;
    }

    private static CancelReason cancelReason(PlaceOrder command, CommandReply reply) {
        if (command.orderType().isConditional() && reply.filledLots() == 0) {
            return CancelReason.TRIGGER_REFUSED;
        }
        return command.orderType().isConditional()
                        || command.orderType() == OrderType.MARKET
                        || command.timeInForce().isImmediate()
                ? CancelReason.IOC_REMAINDER
                : CancelReason.SELF_TRADE;
    }

    private static @Nullable String reference(PegReference reference) {
        return reference == PegReference.NONE ? null : reference.name();
    }

    private static OrderView.@Nullable Exits exits(Instrument instrument, ExitTerms exits) {
        return exits.isBracket()
                ? new OrderView.Exits(
                        instrument.formatPrice(exits.takeProfitTicks()),
                        exits.stopType().name(),
                        price(instrument, exits.stopTriggerTicks()),
                        price(instrument, exits.stopPriceTicks()),
                        price(instrument, exits.stopTrailTicks()),
                        percent(exits.stopTrailPpm()))
                : null;
    }

    private static @Nullable String price(Instrument instrument, long ticks) {
        return ticks == 0 ? null : instrument.formatPrice(ticks);
    }

    private static @Nullable String quantity(Instrument instrument, long lots) {
        return lots == 0 ? null : instrument.formatQuantity(lots);
    }

    private static @Nullable String percent(int ppm) {
        return ppm == 0
                ? null
                : BigDecimal.valueOf(ppm, PERCENT_DECIMALS).stripTrailingZeros().toPlainString();
    }

    private static @Nullable Instant expiry(long nanos) {
        return nanos == 0 ? null : instant(nanos);
    }

    public ExecutionView execution(ExecutionRow row) {
        Instrument instrument = directory.instrument(row.instrumentId());
        Asset quote = instrument.quote();
        return new ExecutionView(
                "exe_" + row.executionId(),
                "ord_" + row.orderId(),
                instrument.symbol(),
                row.side().name(),
                instrument.formatPrice(row.priceTicks()),
                instrument.formatQuantity(row.quantityLots()),
                quote.format(row.notionalMinor()),
                quote.format(row.feeMinor()),
                quote.format(row.taxMinor()),
                quote.code(),
                row.taker() ? "TAKER" : "MAKER",
                instant(row.atNanos()),
                row.status());
    }

    public BalanceView balance(BalanceRow row) {
        Asset asset = directory.asset(row.assetId());
        return new BalanceView(
                asset.code(),
                asset.format(row.availableMinor()),
                asset.format(row.heldMinor()),
                asset.format(Math.addExact(row.availableMinor(), row.heldMinor())),
                null,
                null,
                null);
    }

    /** A balance with what of it is unsettled. */
    BalanceView balance(BalanceRow row, Unsettled unsettled) {
        Asset asset = directory.asset(row.assetId());
        return new BalanceView(
                asset.code(),
                asset.format(row.availableMinor()),
                asset.format(row.heldMinor()),
                asset.format(Math.addExact(Math.addExact(row.availableMinor(), row.heldMinor()), unsettled.inMinor())),
                asset.format(unsettled.inMinor()),
                asset.format(unsettled.outMinor()),
                asset.format(Math.max(0, row.availableMinor() - unsettled.boundMinor())));
    }

    MovementView movement(MovementRow row) {
        Asset asset = directory.asset(row.assetId());
        boolean payment = row.code() == PostingCode.DEPOSIT || row.code() == PostingCode.WITHDRAWAL;
        return new MovementView(
                "mov_" + row.movementId(),
                asset.code(),
                asset.format(row.amountMinor()),
                asset.format(row.balanceAfterMinor()),
                kind(row.code()),
                new MovementReference(
                        row.orderId() == 0 ? null : "ord_" + row.orderId(),
                        payment && row.reference() != 0 ? "pay_" + row.reference() : null,
                        row.tradeId() == 0 ? null : "trd_" + row.tradeId()),
                receipt(row.transferId()),
                instant(row.atNanos()));
    }

    /** The number of a posting, as statements and support quote it. */
    static String receipt(long transferId) {
        return String.format(Locale.ROOT, "R%012d", transferId);
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    static @Nullable String averagePrice(Instrument instrument, long notionalMinor, long lots) {
        if (lots == 0) {
            return null;
        }
        BigInteger perTick = BigInteger.valueOf(lots).multiply(BigInteger.valueOf(instrument.tickValueMinor()));
        return BigDecimal.valueOf(notionalMinor)
                .multiply(instrument.tickSize())
                .divide(new BigDecimal(perTick), instrument.priceDecimals() + AVERAGE_DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String kind(PostingCode code) {
        return switch (code) {
            case TRADE_CASH, TRADE_SECURITY -> "TRADE";
            default -> code.name();
        };
    }
}
