package io.pharos.core.trading;

import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.TimeInForce;

/**
 * Whether the attributes of an order go together.
 *
 * <pre>
 *                    GTC  DAY  GTD  IOC  FOK  auction   trigger   display   minimum   post-only
 *   LIMIT             x    x    x    x    x      x               resting      2      resting, 2
 *   MARKET            1              x    x      x                            2
 *   MARKET_TO_LIMIT   x    x    x                                   x         x
 *   STOP              x    x    x                          x
 *   STOP_LIMIT        x    x    x                          x        x
 *   TRAILING_STOP     x    x    x                          x
 *   PEGGED            x    x    x
 * </pre>
 *
 * Only a pegged order has a peg. 1: means IOC. 2: not for an auction. Auction: at the open, at the close.
 */
final class OrderForm {
    private static final int PPM_MAX = 999_999;

    private OrderForm() {}

    static Outcome check(PlaceOrder order, Instrument of, long timeNanos) {
        if (!goesWithTimeInForce(order)) {
            return Outcome.TIME_IN_FORCE_NOT_ALLOWED;
        }
        boolean isDated = order.timeInForce == TimeInForce.GTD;
        if (isDated ? order.expiresNanos <= timeNanos : order.expiresNanos != 0) {
            return Outcome.EXPIRY_INVALID;
        }
        boolean isForAuction = isForAuction(order.timeInForce);
        boolean rests = order.orderType == OrderType.LIMIT && !order.timeInForce.isImmediate();
        if ((order.postOnly && (!rests || isForAuction)) || (order.reprice && !order.postOnly)) {
            return Outcome.POST_ONLY_NOT_ALLOWED;
        }
        if (!isTriggerValid(order, of)) {
            return Outcome.TRIGGER_INVALID;
        }
        if (!isPegValid(order)) {
            return Outcome.PEG_INVALID;
        }
        boolean mayHide =
                rests || order.orderType == OrderType.MARKET_TO_LIMIT || order.orderType == OrderType.STOP_LIMIT;
        if (order.displayLots != 0
                && (!mayHide
                        || order.displayLots < 0
                        || order.displayLots >= order.quantityLots
                        || order.displayLots % of.boardLotLots != 0)) {
            return Outcome.DISPLAY_INVALID;
        }
        boolean isMinimumValid =
                order.minimumLots == 0 || (order.minimumLots > 0 && mayTradeAtOnce(order.orderType) && !isForAuction);
        return isMinimumValid ? Outcome.ACCEPTED : Outcome.MINIMUM_INVALID;
    }

    /**
     * Whether an order goes with the phase of its instrument: what must trade at once, or not at all, has no place in a
     * call; an order at the open comes before the instrument opens.
     */
    static Outcome checkPhase(PlaceOrder order, Phase phase) {
        boolean isBeforeOpen = phase == Phase.PRE_OPEN || phase == Phase.OPENING_AUCTION;
        if (order.timeInForce == TimeInForce.AT_OPEN && !isBeforeOpen) {
            return Outcome.NOT_IN_THIS_PHASE;
        }
        if (!phase.isCall() || !mayTradeAtOnce(order.orderType) || isForAuction(order.timeInForce)) {
            return Outcome.ACCEPTED;
        }
        boolean mayRest = order.orderType == OrderType.LIMIT && !order.timeInForce.isImmediate();
        return mayRest && !order.postOnly && order.minimumLots == 0 ? Outcome.ACCEPTED : Outcome.NOT_IN_THIS_PHASE;
    }

    /** Whether a time in force is one of an auction's. */
    static boolean isForAuction(TimeInForce timeInForce) {
        return timeInForce == TimeInForce.AT_OPEN || timeInForce == TimeInForce.AT_CLOSE;
    }

    /** Whether an order may get the trigger price that a command gives it. */
    static Outcome checkTrigger(ReplaceOrder command, Order order) {
        if (command.triggerPriceTicks == 0) {
            return Outcome.ACCEPTED;
        }
        boolean mayChange = order.waits && !order.trails();
        return mayChange && isPrice(command.triggerPriceTicks) ? Outcome.ACCEPTED : Outcome.TRIGGER_INVALID;
    }

    private static boolean goesWithTimeInForce(PlaceOrder order) {
        return switch (order.timeInForce) {
            case GTC -> true;
            case DAY, GTD -> order.orderType != OrderType.MARKET;
            case IOC, FOK -> order.orderType == OrderType.LIMIT || order.orderType == OrderType.MARKET;
            case AT_OPEN, AT_CLOSE -> order.orderType == OrderType.LIMIT || order.orderType == OrderType.MARKET;
            case NONE -> false;
        };
    }

    private static boolean isTriggerValid(PlaceOrder order, Instrument of) {
        return switch (order.orderType) {
            case STOP, STOP_LIMIT -> isPrice(order.triggerPriceTicks) && order.trailTicks == 0 && order.trailPpm == 0;
            case TRAILING_STOP -> {
                boolean hasDistance = isDistance(order.trailTicks, order.trailPpm);
                boolean hasStart =
                        order.triggerPriceTicks == 0 ? of.lastPriceTicks > 0 : isPrice(order.triggerPriceTicks);
                yield hasDistance && hasStart;
            }
            default -> order.triggerPriceTicks == 0 && order.trailTicks == 0 && order.trailPpm == 0;
        };
    }

    /**
     * A market peg stands behind the price that it follows, so that it waits to be taken as the others do; half way between
     * two prices there is nothing to stand behind of.
     */
    private static boolean isPegValid(PlaceOrder order) {
        long offsetTicks = order.pegOffsetTicks;
        boolean isCountable = offsetTicks >= 0 && offsetTicks <= Instrument.PRICE_MAX_TICKS;
        return switch (order.pegReference) {
            case NONE -> order.orderType != OrderType.PEGGED && offsetTicks == 0;
            case PRIMARY -> order.orderType == OrderType.PEGGED && isCountable;
            case MARKET -> order.orderType == OrderType.PEGGED && isCountable && offsetTicks > 0;
            case MIDPOINT -> order.orderType == OrderType.PEGGED && offsetTicks == 0;
        };
    }

    /** Whether an order of this type may trade when it comes: it neither waits for its trigger price nor for its price. */
    private static boolean mayTradeAtOnce(OrderType type) {
        return !type.isConditional() && type != OrderType.PEGGED;
    }

    /** Whether a trailing stop can follow at this distance: ticks, or parts per million. */
    static boolean isDistance(long trailTicks, int trailPpm) {
        return trailPpm == 0 ? isPrice(trailTicks) : trailTicks == 0 && trailPpm > 0 && trailPpm <= PPM_MAX;
    }

    static boolean isPrice(long ticks) {
        return ticks > 0 && ticks <= Instrument.PRICE_MAX_TICKS;
    }
}
