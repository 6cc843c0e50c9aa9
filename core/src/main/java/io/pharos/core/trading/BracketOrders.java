package io.pharos.core.trading;

import io.pharos.core.command.PlaceBracket;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.Result;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * Entries that bring forth two exits as they are filled: a take-profit limit order and a protective stop, of which one
 * cancels the other.
 *
 * <pre>
 *   entry open --filled in part--> entry open, exits for what is filled --filled on--> exits grow
 *     |                              |
 *     |                              +--cancelled, expired, filled--> exits go on alone
 *     +--cancelled, expired--> nothing
 * </pre>
 *
 * <p>Exits that have ended, or of which the stop was set off, do not grow: what is filled after that has exits of its own. The
 * take-profit order holds what it sells, so nothing else can sell it; the stop holds nothing and takes over the hold. Where
 * the take-profit order cannot rest, because its price is outside the limits of the day by then, the stop stands alone.
 * Exits count as open orders, but nothing can refuse them: room was kept for them when the entry came.
 */
final class BracketOrders {
    /** Orders that the core places for an entry. */
    static final int EXITS = 2;

    private final OrderChecks checks;
    private final OpenOrders orders;
    private final OrderChanges changes;
    private final OrderEvents events;
    private final OrderEntry entry;
    private final LinkedOrders links;
    private final BracketPool pool;
    private final Admitted admitted = new Admitted();
    private final Result ignored = new Result();
    private final PlaceOrder form = new PlaceOrder();
    private final PlaceOrder takeProfit = new PlaceOrder();
    private final PlaceOrder stop = new PlaceOrder();

    BracketOrders(
            OrderChecks checks,
            OpenOrders orders,
            OrderChanges changes,
            OrderEvents events,
            OrderEntry entry,
            LinkedOrders links,
            BracketPool pool) {
        this.checks = checks;
        this.orders = orders;
        this.changes = changes;
        this.events = events;
        this.entry = entry;
        this.links = links;
        this.pool = pool;
    }

    Outcome place(PlaceBracket command, Result result) {
        boolean isKnown = command.side != Side.NONE
                && command.orderType != OrderType.NONE
                && command.timeInForce != TimeInForce.NONE
                && command.stopType != OrderType.NONE;
        if (!isKnown) {
            return Outcome.MALFORMED;
        }
        if (!isBracket(command)) {
            return Outcome.BRACKET_INVALID;
        }
        Instrument named = checks.find(command.instrumentId);
        Outcome outcome = named == null ? Outcome.ACCEPTED : checkExits(command, named);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        fill(command);
        outcome = checks.check(form);
        if (outcome == Outcome.ACCEPTED && !checks.hasRoom(1 + EXITS)) {
            return Outcome.OPEN_ORDERS_LIMIT;
        }
        if (outcome == Outcome.ACCEPTED) {
            Bracket bracket = pool.take();
            bracket.begin(command, checks.accountIndex, checks.instrument());
            orders.reserve(EXITS);
            entry.place(form, bracket, result);
        }
        return outcome;
    }

    /**
     * Places the exits of what has been filled of an entry.
     *
     * @return an instrument in which orders were placed, so that what they brought about is to be looked at; or null
     */
    @Nullable
    Instrument completeNext() {
        for (Bracket bracket = orders.takeTouchedBracket(); bracket != null; bracket = orders.takeTouchedBracket()) {
            Instrument of = bracket.instrument();
            long lots = bracket.filledLots - bracket.coveredLots;
            bracket.coveredLots = bracket.filledLots;
            if (lots > 0) {
                cover(bracket, of, lots);
            }
            // An exit that met its own entry may have touched it again: then it is given back when that is looked at.
            if (bracket.ended && !bracket.touched) {
                orders.reserve(-EXITS);
                pool.giveBack(bracket);
            }
            if (lots > 0) {
                return of;
            }
        }
        return null;
    }

    private void cover(Bracket bracket, Instrument of, long lots) {
        boolean canHold = checks.canHold(bracket.accountIndex, of, Side.SELL, lots * of.lotMinor);
        if (grows(bracket, lots, canHold)) {
            return;
        }
        fill(takeProfit, bracket, of, lots);
        takeProfit.orderType = OrderType.LIMIT;
        takeProfit.priceTicks = bracket.takeProfitTicks;
        fill(stop, bracket, of, lots);
        stop.orderType = bracket.stopType;
        stop.priceTicks = bracket.stopPriceTicks;
        stop.triggerPriceTicks = bracket.stopTriggerTicks;
        stop.trailTicks = bracket.stopTrailTicks;
        stop.trailPpm = bracket.stopTrailPpm;
        boolean both = canHold && !of.isOutsideLimits(bracket.takeProfitTicks);
        place(bracket, of, both);
        noteChange(bracket);
    }

    private void place(Bracket bracket, Instrument of, boolean both) {
        admitted.accountIndex = bracket.accountIndex;
        admitted.holdSlot = checks.holdSlot(bracket.accountIndex, of, Side.SELL);
        admitted.priceTicks = stop.priceTicks;
        admitted.triggerTicks = stop.triggerPriceTicks > 0
                ? stop.triggerPriceTicks
                : StopOrders.trailed(Side.SELL, of.lastPriceTicks, stop.trailTicks, stop.trailPpm);
        admitted.effectivePriceTicks = 0;
        admitted.holdMinor = 0;
        Order stopOrder = links.accept(stop, admitted, of);
        bracket.stopOrderId = stopOrder.orderId;
        bracket.takeProfitOrderId = 0;
        if (both) {
            admitted.priceTicks = takeProfit.priceTicks;
            admitted.triggerTicks = 0;
            admitted.effectivePriceTicks = takeProfit.priceTicks;
            admitted.holdMinor = takeProfit.quantityLots * of.lotMinor;
            Order profitOrder = links.accept(takeProfit, admitted, of);
            bracket.takeProfitOrderId = profitOrder.orderId;
            events.exits(bracket);
            links.enter(profitOrder, stopOrder, ignored);
        } else {
            events.exits(bracket);
            entry.await(stopOrder);
        }
    }

    /** Adds lots to the exits where they stand as they were placed. */
    private boolean grows(Bracket bracket, long lots, boolean canHold) {
        Order stopOrder = bracket.stopOrderId == 0 ? null : orders.find(bracket.stopOrderId);
        if (stopOrder == null || !stopOrder.waits) {
            return false;
        }
        if (bracket.takeProfitOrderId != 0) {
            Order profitOrder = orders.find(bracket.takeProfitOrderId);
            if (profitOrder == null || profitOrder.linkedOrderId != stopOrder.orderId || !canHold) {
                return false;
            }
            changes.growQueued(profitOrder, lots);
        }
        changes.growQueued(stopOrder, lots);
        return true;
    }

    private void noteChange(Bracket bracket) {
        Order entryOrder = bracket.ended ? null : orders.find(bracket.entryOrderId);
        if (entryOrder != null) {
            orders.changed(entryOrder);
        }
    }

    /** Whether the entry buys, and lies between its exits where it says at what price. */
    private static boolean isBracket(PlaceBracket command) {
        boolean isEntry = command.side == Side.BUY && command.orderType != OrderType.PEGGED;
        boolean hasStop = switch (command.stopType) {
            case STOP, STOP_LIMIT ->
                OrderForm.isPrice(command.stopTriggerTicks) && command.stopTrailTicks == 0 && command.stopTrailPpm == 0;
            case TRAILING_STOP ->
                (command.stopTriggerTicks == 0 || OrderForm.isPrice(command.stopTriggerTicks))
                        && OrderForm.isDistance(command.stopTrailTicks, command.stopTrailPpm);
            default -> false;
        };
        boolean hasPrice = command.stopType == OrderType.STOP_LIMIT
                ? OrderForm.isPrice(command.stopPriceTicks)
                : command.stopPriceTicks == 0 || OrderForm.isPrice(command.stopPriceTicks);
        boolean isApart = OrderForm.isPrice(command.takeProfitTicks)
                && command.stopTriggerTicks < command.takeProfitTicks
                && command.stopPriceTicks < command.takeProfitTicks;
        boolean isPriced = command.orderType == OrderType.LIMIT || command.orderType == OrderType.STOP_LIMIT;
        boolean isEnclosed = !isPriced
                || (command.priceTicks < command.takeProfitTicks && command.priceTicks > command.stopTriggerTicks);
        return isEntry && hasStop && hasPrice && isApart && isEnclosed;
    }

    private static Outcome checkExits(PlaceBracket command, Instrument of) {
        if (!of.settlement.isSellableAtOnce()) {
            return Outcome.EXIT_NOT_SELLABLE;
        }
        boolean isOutside = of.isOutsideLimits(command.takeProfitTicks)
                || (command.stopPriceTicks > 0 && of.isOutsideLimits(command.stopPriceTicks));
        if (isOutside) {
            return Outcome.PRICE_OUTSIDE_BAND;
        }
        // A quantity that is none is the entry's to refuse.
        boolean isCountable = command.quantityLots <= 0
                || of.notionalMinor(command.takeProfitTicks, command.quantityLots) != Exact.OVERFLOW;
        return isCountable ? Outcome.ACCEPTED : Outcome.NOTIONAL_OVERFLOW;
    }

    private void fill(PlaceBracket command) {
        form.accountId = command.accountId;
        form.instrumentId = command.instrumentId;
        form.side = command.side;
        form.orderType = command.orderType;
        form.timeInForce = command.timeInForce;
        form.priceTicks = command.priceTicks;
        form.triggerPriceTicks = command.triggerPriceTicks;
        form.quantityLots = command.quantityLots;
        form.expiresNanos = command.expiresNanos;
        form.clientTag = command.clientTag;
        form.selfTradePrevention = command.selfTradePrevention;
    }

    private static void fill(PlaceOrder order, Bracket bracket, Instrument of, long lots) {
        order.accountId = bracket.accountId;
        order.instrumentId = of.instrumentId;
        order.side = Side.SELL;
        order.timeInForce = TimeInForce.GTC;
        order.quantityLots = lots;
        order.clientTag = bracket.clientTag;
        order.selfTradePrevention = bracket.selfTradePrevention;
    }
}
