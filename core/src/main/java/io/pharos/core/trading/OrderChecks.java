package io.pharos.core.trading;

import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.settlement.DeferredTrades;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.protocol.VenueOrderState;
import org.jspecify.annotations.Nullable;

/**
 * The checks before an order may enter the book, in the order that {@code docs/reference/outcomes.md} publishes: the first
 * failing rule wins, and nothing has changed. What the checks found on their way is kept for the execution that follows.
 */
final class OrderChecks {
    private final Ledger ledger;
    private final DeferredTrades deferred;
    private final BuyingPower power;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final RiskLimits limits;
    private final KillSwitches switches;
    private final Sequencer sequencer;
    private final Liquidity liquidity = new Liquidity();

    // What the last accepted check found.
    int accountIndex;
    int holdSlot;

    /** Limit or protection price that the order gets. */
    long priceTicks;

    /** Price that sets it off; 0 for an order that does not wait. */
    long triggerTicks;

    /** Worst price at which it may trade now; 0 while it waits. */
    long effectivePriceTicks;

    /** What it holds now; 0 while it waits. */
    long holdMinor;

    private @Nullable Instrument instrument;
    private @Nullable Venues venues;

    /** Whether what is checked comes alone: linked orders and brackets cannot go to a venue. */
    private boolean mayRoute;

    /** What the order that is checked is charged by. */
    private @Nullable FeeSchedule fees;

    /** Orders of the same command that come to stay before the one that is checked. */
    private int besides;

    OrderChecks(
            Ledger ledger,
            BuyingPower power,
            DeferredTrades deferred,
            Instruments instruments,
            OpenOrders orders,
            RiskLimits limits,
            KillSwitches switches,
            Sequencer sequencer) {
        this.deferred = deferred;
        this.power = power;
        this.ledger = ledger;
        this.instruments = instruments;
        this.orders = orders;
        this.limits = limits;
        this.switches = switches;
        this.sequencer = sequencer;
    }

    /** Checks the second order of a command that has placed none of them yet. */
    Outcome checkBeside(PlaceOrder order) {
        besides = 1;
        Outcome outcome = check(order);
        besides = 0;
        return outcome;
    }

    Outcome check(PlaceOrder order) {
        if (order.side == Side.NONE || order.orderType == OrderType.NONE || order.timeInForce == TimeInForce.NONE) {
            return Outcome.MALFORMED;
        }
        accountIndex = ledger.accounts().find(order.accountId);
        if (accountIndex == Accounts.NOT_FOUND) {
            return Outcome.ACCOUNT_NOT_FOUND;
        }
        Instrument of = instruments.find(order.instrumentId);
        instrument = of;
        if (of == null) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        fees = of.fees;
        Outcome outcome = checkEntry(of);
        if (outcome == Outcome.ACCEPTED) {
            outcome = OrderForm.check(order, of, sequencer.timeNanos());
        }
        if (outcome == Outcome.ACCEPTED) {
            outcome = OrderForm.checkPhase(order, of.phase());
        }
        if (outcome == Outcome.ACCEPTED) {
            outcome = checkPrice(of, order.priceTicks, isPriced(order.orderType));
        }
        if (outcome == Outcome.ACCEPTED && order.orderType == OrderType.LIMIT) {
            outcome = limits.checkCollar(of, order.side, order.priceTicks);
        }
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        priceTicks = order.priceTicks;
        triggerTicks = 0;
        effectivePriceTicks = 0;
        holdMinor = 0;
        holdSlot = ledger.balances().find(accountIndex, of.spentAssetIndex(order.side));
        outcome = checkQuantity(of, order.side, order.quantityLots, order.quantityLots, 0);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        if (of.listing != null) {
            return checkRouted(of, of.listing, order);
        }
        if (order.orderType.isConditional()) {
            return checkWaiting(of, order);
        }
        if (order.orderType == OrderType.PEGGED && !orders.hasRoomForPeg(of)) {
            return Outcome.PEGGED_ORDERS_LIMIT;
        }
        boolean rests =
                of.phase().isCall() || order.timeInForce == TimeInForce.AT_CLOSE || order.orderType == OrderType.PEGGED;
        return rests ? checkResting(of, order) : checkActive(of, order);
    }

    /** An order for an auction rests at its limit; a market order at the worst price that it may get. A pegged one is bound by its limit. */
    private Outcome checkResting(Instrument of, PlaceOrder order) {
        if (order.orderType == OrderType.MARKET) {
            long lastTicks = of.lastPriceTicks > 0 ? of.lastPriceTicks : of.referencePriceTicks();
            boolean isProtected = priceTicks > 0 || of.hasLimits() || (of.marketCollarPpm > 0 && lastTicks > 0);
            if (!isProtected) {
                return Outcome.PROTECTION_PRICE_REQUIRED;
            }
            priceTicks = collaredTicks(of, order.side, protectionTicks(of, order.side, lastTicks));
        }
        effectivePriceTicks = priceTicks;
        holdMinor = OrderCost.limit(of, fees, order.side, priceTicks, order.quantityLots);
        if (holdMinor == Exact.OVERFLOW) {
            return Outcome.NOTIONAL_OVERFLOW;
        }
        if (!orders.hasRoom(accountIndex, besides + 1) || !limits.hasRoom(of, besides + 1)) {
            return Outcome.OPEN_ORDERS_LIMIT;
        }
        long notionalMinor = of.notionalMinor(priceTicks, order.quantityLots);
        Outcome outcome = limits.checkNotional(notionalMinor);
        return outcome == Outcome.ACCEPTED ? checkMeans(of, order.side, notionalMinor, holdMinor, null) : outcome;
    }

    /** An order for a venue holds what it may cost at its limit; a market order at the worst price that it may get. */
    private Outcome checkRouted(Instrument of, Listing listing, PlaceOrder order) {
        if (!mayRoute || !isRoutable(of, order)) {
            return Outcome.ORDER_NOT_ROUTABLE;
        }
        if (!venues().takesOrders(listing)) {
            return Outcome.VENUE_UNAVAILABLE;
        }
        return checkResting(of, order);
    }

    /** Checks an order that comes alone, and so may go to a venue. */
    Outcome checkAlone(PlaceOrder order) {
        mayRoute = true;
        Outcome outcome = check(order);
        mayRoute = false;
        return outcome;
    }

    /** Whether a venue understands the order: no condition that only the book of this core knows. */
    private static boolean isRoutable(Instrument of, PlaceOrder order) {
        return of.phase() == Phase.OPEN
                && (order.orderType == OrderType.LIMIT || order.orderType == OrderType.MARKET)
                && !OrderForm.isForAuction(order.timeInForce)
                && order.displayLots == 0
                && order.minimumLots == 0
                && !order.postOnly
                && order.selfTradePrevention == SelfTradePrevention.NONE;
    }

    /** Checks the change of an order at a venue; what it costs is checked where it is held. */
    Outcome check(ReplaceOrder command, RoutedOrder routed) {
        Order order = routed.order;
        Listing listing = order.instrument().listing;
        Outcome outcome = check(command, order);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        if (routed.state != VenueOrderState.WORKING || routed.cancelWanted != CancelReason.NONE) {
            return Outcome.REQUEST_PENDING;
        }
        return listing != null && venues().takesOrders(listing) ? Outcome.ACCEPTED : Outcome.VENUE_UNAVAILABLE;
    }

    /** Says who knows which venues can be reached. */
    void venues(Venues venues) {
        this.venues = venues;
    }

    private Venues venues() {
        Venues of = venues;
        if (of == null) {
            throw new IllegalStateException("no venues");
        }
        return of;
    }

    /** Checks an order whose trigger price has been reached as if it came now. */
    Outcome checkSetOff(Order order, OrderType becomes) {
        Instrument of = order.instrument();
        instrument = of;
        fees = order.fees;
        accountIndex = order.accountIndex;
        holdSlot = order.holdSlot;
        priceTicks = order.priceTicks;
        limits.select(accountIndex, of);
        Outcome outcome =
                isFrozen(of) ? Outcome.INSTRUMENT_IN_ACTION : checkPrice(of, priceTicks, becomes == OrderType.LIMIT);
        if (outcome == Outcome.ACCEPTED && becomes == OrderType.LIMIT) {
            outcome = limits.checkCollar(of, order.side, priceTicks);
        }
        if (outcome == Outcome.ACCEPTED) {
            outcome = limits.checkQuantity(order.quantityLots);
        }
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        if (becomes == OrderType.LIMIT) {
            effectivePriceTicks = priceTicks;
            holdMinor = OrderCost.limit(of, fees, order.side, priceTicks, order.quantityLots);
        } else {
            outcome = checkMarket(
                    of, order.side, order.quantityLots, TimeInForce.IOC, order.selfTradePrevention, order.accountId);
        }
        if (outcome == Outcome.ACCEPTED && holdMinor == Exact.OVERFLOW) {
            return Outcome.NOTIONAL_OVERFLOW;
        }
        long notionalMinor = notionalMinor(of, becomes, order.quantityLots);
        if (outcome == Outcome.ACCEPTED) {
            outcome = limits.checkNotional(notionalMinor);
        }
        return outcome == Outcome.ACCEPTED ? checkMeans(of, order.side, notionalMinor, holdMinor, order) : outcome;
    }

    Outcome check(ReplaceOrder command, Order order) {
        Instrument of = order.instrument();
        instrument = of;
        accountIndex = order.accountIndex;
        holdSlot = order.holdSlot;
        Outcome outcome = checkEntry(of);
        if (outcome == Outcome.ACCEPTED && of.isLocked()) {
            outcome = Outcome.ORDERS_LOCKED;
        }
        if (outcome == Outcome.ACCEPTED) {
            outcome = OrderForm.checkTrigger(command, order);
        }
        if (outcome == Outcome.ACCEPTED && order.linkedOrderId != 0 && !keepsLink(command, order)) {
            outcome = Outcome.LINK_INVALID;
        }
        Bracket bracket = order.bracket;
        if (outcome == Outcome.ACCEPTED && bracket != null && !bracket.encloses(order.orderType, command.priceTicks)) {
            outcome = Outcome.BRACKET_INVALID;
        }
        if (outcome == Outcome.ACCEPTED) {
            outcome = checkPrice(of, command.priceTicks, isPriced(order.orderType));
        }
        if (command.priceTicks == order.boundTicks()
                && command.quantityLots <= order.quantityLots
                && (command.triggerPriceTicks == 0 || command.triggerPriceTicks == order.triggerTicks)) {
            limits.passOver();
        }
        if (outcome == Outcome.ACCEPTED && !order.waits && !order.isPegged()) {
            outcome = limits.checkCollar(of, order.side, command.priceTicks);
        }
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        triggerTicks = command.triggerPriceTicks == 0 ? order.triggerTicks : command.triggerPriceTicks;
        long remainingLots = command.quantityLots - order.filledLots;
        long ownHoldMinor = order.isBuy() ? 0 : order.holdMinor;
        outcome = checkQuantity(of, order.side, command.quantityLots, remainingLots, ownHoldMinor);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        if (command.priceTicks == order.boundTicks()
                && command.quantityLots == order.quantityLots
                && triggerTicks == order.triggerTicks) {
            return Outcome.NO_CHANGE;
        }
        effectivePriceTicks = command.priceTicks;
        holdMinor = OrderCost.limit(order, command.priceTicks, remainingLots);
        boolean isCountable =
                bracket == null || of.notionalMinor(bracket.takeProfitTicks, command.quantityLots) != Exact.OVERFLOW;
        if (holdMinor == Exact.OVERFLOW || !isCountable) {
            return Outcome.NOTIONAL_OVERFLOW;
        }
        if (order.waits) {
            holdMinor = 0;
            return limits.checkNotional(waitingNotionalMinor(of, command.priceTicks, command.quantityLots));
        }
        outcome = limits.checkNotional(of.notionalMinor(command.priceTicks, command.quantityLots));
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        if (order.postOnly && of.book.opposite(order.side).wouldTrade(command.priceTicks)) {
            return Outcome.WOULD_TAKE;
        }
        return holdMinor <= order.holdMinor
                ? Outcome.ACCEPTED
                : checkMeans(
                        of,
                        order.side,
                        of.notionalMinor(command.priceTicks, remainingLots),
                        holdMinor - order.holdMinor,
                        order);
    }

    /** Whether so many orders more of the account and the instrument of the last check may rest. */
    boolean hasRoom(int count) {
        return orders.hasRoom(accountIndex, count) && limits.hasRoom(instrument(), count);
    }

    /** Whether an account can hold an amount for an order of a side; of the orders that the core places itself. */
    boolean canHold(int ofAccountIndex, Instrument of, Side side, long amountMinor) {
        int slot = holdSlot(ofAccountIndex, of, side);
        return ledger.balances().checkSpend(slot, amountMinor) == Outcome.ACCEPTED
                && deferred.checkSpend(of.settlement, slot, amountMinor) == Outcome.ACCEPTED;
    }

    /** Whether nothing may trade in an instrument, so that what waits is not set off: it is about to be cancelled. */
    boolean isBlocked(Instrument of) {
        return switches.isBlocked(of);
    }

    /** An instrument by its id, or null. */
    @Nullable
    Instrument find(int instrumentId) {
        return instruments.find(instrumentId);
    }

    /** The balance from which an order of a side spends. */
    int holdSlot(int ofAccountIndex, Instrument of, Side side) {
        return ledger.balances().findOrAdd(ofAccountIndex, of.spentAssetIndex(side));
    }

    /** The instrument that the last accepted check found. */
    Instrument instrument() {
        Instrument found = instrument;
        if (found == null) {
            throw new IllegalStateException("no order has been accepted");
        }
        return found;
    }

    private boolean keepsLink(ReplaceOrder command, Order order) {
        Order partner = orders.find(order.linkedOrderId);
        return command.quantityLots == order.quantityLots
                && (partner == null || LinkedOrders.staysApart(order, partner, command.priceTicks));
    }

    /** Checks whether anything of this account may be entered in this instrument now, and counts it as a message. */
    private Outcome checkEntry(Instrument of) {
        limits.select(accountIndex, of);
        Outcome outcome = limits.admit();
        if (outcome == Outcome.ACCEPTED && of.restriction == Outcome.ACCEPTED && isFrozen(of)) {
            outcome = Outcome.INSTRUMENT_IN_ACTION;
        }
        if (outcome == Outcome.ACCEPTED) {
            outcome = switches.check(accountIndex, of);
        }
        return outcome == Outcome.ACCEPTED ? Instruments.checkOpen(of) : outcome;
    }

    /** Whether a corporate action of another instrument keeps from moving what this one trades. */
    private boolean isFrozen(Instrument of) {
        return ledger.balances().isFrozen(of.baseAssetIndex)
                || ledger.balances().isFrozen(of.quoteAssetIndex);
    }

    /** What an order that may trade now is worth: of a market order, what it is about to trade for. */
    private long notionalMinor(Instrument of, OrderType type, long quantityLots) {
        return type == OrderType.MARKET ? liquidity.notionalMinor : of.notionalMinor(effectivePriceTicks, quantityLots);
    }

    /** What a waiting order is worth: at its limit or protection price, or at its trigger price. */
    private long waitingNotionalMinor(Instrument of, long limitTicks, long quantityLots) {
        return of.notionalMinor(limitTicks > 0 ? limitTicks : triggerTicks, quantityLots);
    }

    /** Whether an order of this type has a limit, now or when it is set off. */
    private static boolean isPriced(OrderType type) {
        return type == OrderType.LIMIT || type == OrderType.STOP_LIMIT || type == OrderType.PEGGED;
    }

    private static Outcome checkPrice(Instrument of, long priceTicks, boolean isLimit) {
        if (priceTicks < 0 || (isLimit && priceTicks == 0)) {
            return Outcome.PRICE_NOT_POSITIVE;
        }
        if (priceTicks > Instrument.PRICE_MAX_TICKS) {
            return Outcome.PRICE_TOO_LARGE;
        }
        return priceTicks != 0 && of.isOutsideLimits(priceTicks) ? Outcome.PRICE_OUTSIDE_BAND : Outcome.ACCEPTED;
    }

    /**
     * Checks a total quantity of which some lots remain to be traded.
     *
     * @param ownHoldMinor what the order itself holds of the asset to sell, which counts as available to it
     */
    private Outcome checkQuantity(Instrument of, Side side, long quantityLots, long remainingLots, long ownHoldMinor) {
        if (quantityLots <= 0) {
            return Outcome.QUANTITY_NOT_POSITIVE;
        }
        if (quantityLots > of.quantityMaxLots()) {
            return Outcome.QUANTITY_TOO_LARGE;
        }
        Outcome outcome = limits.checkQuantity(quantityLots);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        if (remainingLots <= 0) {
            return Outcome.QUANTITY_BELOW_FILLED;
        }
        if (of.boardLotLots == 1 || quantityLots % of.boardLotLots == 0) {
            return Outcome.ACCEPTED;
        }
        if (side == Side.BUY) {
            return Outcome.OFF_LOT;
        }
        long availableMinor =
                holdSlot == Balances.NOT_FOUND ? 0 : ledger.balances().availableMinor(holdSlot);
        long sellableLots = Math.max(0, availableMinor + ownHoldMinor) / of.lotMinor;
        return remainingLots % of.boardLotLots == sellableLots % of.boardLotLots ? Outcome.ACCEPTED : Outcome.OFF_LOT;
    }

    /** An order that waits holds nothing; what its limit would cost must be countable. */
    private Outcome checkWaiting(Instrument of, PlaceOrder order) {
        if (OrderCost.limit(of, fees, order.side, order.priceTicks, order.quantityLots) == Exact.OVERFLOW) {
            return Outcome.NOTIONAL_OVERFLOW;
        }
        if (!orders.hasRoom(accountIndex, besides + 1) || !limits.hasRoom(of, besides + 1)) {
            return Outcome.OPEN_ORDERS_LIMIT;
        }
        triggerTicks = order.triggerPriceTicks > 0
                ? order.triggerPriceTicks
                : StopOrders.trailed(order.side, of.lastPriceTicks, order.trailTicks, order.trailPpm);
        if (holdSlot == Balances.NOT_FOUND) {
            holdSlot = ledger.balances().findOrAdd(accountIndex, of.spentAssetIndex(order.side));
        }
        return limits.checkNotional(waitingNotionalMinor(of, order.priceTicks, order.quantityLots));
    }

    private Outcome checkActive(Instrument of, PlaceOrder order) {
        if (order.orderType == OrderType.LIMIT) {
            effectivePriceTicks = priceTicks;
            holdMinor = OrderCost.limit(of, fees, order.side, priceTicks, order.quantityLots);
            if (holdMinor == Exact.OVERFLOW) {
                return Outcome.NOTIONAL_OVERFLOW;
            }
        }
        boolean mayRest = order.orderType != OrderType.MARKET && !order.timeInForce.isImmediate();
        if (mayRest && !(orders.hasRoom(accountIndex, besides + 1) && limits.hasRoom(of, besides + 1))) {
            return Outcome.OPEN_ORDERS_LIMIT;
        }
        Outcome outcome = checkLiquidity(of, order);
        long notionalMinor = notionalMinor(of, order.orderType, order.quantityLots);
        if (outcome == Outcome.ACCEPTED) {
            outcome = limits.checkNotional(notionalMinor);
        }
        if (outcome == Outcome.ACCEPTED && order.minimumLots > 0) {
            liquidity.measure(
                    of,
                    of.book.opposite(order.side),
                    of.reachTicks(order.side, effectivePriceTicks),
                    order.minimumLots,
                    order.selfTradePrevention,
                    order.accountId);
            boolean isMet = order.minimumLots <= order.quantityLots
                    && liquidity.fills(order.minimumLots, order.selfTradePrevention);
            outcome = isMet ? Outcome.ACCEPTED : Outcome.MINIMUM_NOT_MET;
        }
        return outcome == Outcome.ACCEPTED ? checkMeans(of, order.side, notionalMinor, holdMinor, null) : outcome;
    }

    private Outcome checkLiquidity(Instrument of, PlaceOrder order) {
        return switch (order.orderType) {
            case MARKET ->
                checkMarket(
                        of,
                        order.side,
                        order.quantityLots,
                        order.timeInForce,
                        order.selfTradePrevention,
                        order.accountId);
            case MARKET_TO_LIMIT -> checkMarketToLimit(of, order);
            default -> checkLimit(of, order);
        };
    }

    private Outcome checkLimit(Instrument of, PlaceOrder order) {
        BookSide opposite = of.book.opposite(order.side);
        if (order.timeInForce == TimeInForce.FOK) {
            liquidity.measure(
                    of,
                    opposite,
                    of.reachTicks(order.side, order.priceTicks),
                    order.quantityLots,
                    order.selfTradePrevention,
                    order.accountId);
            return liquidity.fills(order.quantityLots, order.selfTradePrevention)
                    ? Outcome.ACCEPTED
                    : Outcome.CANNOT_FILL;
        }
        PriceLevel best = opposite.best();
        if (!order.postOnly || best == null || !opposite.wouldTrade(order.priceTicks)) {
            return Outcome.ACCEPTED;
        }
        long behindTicks = best.priceTicks + (order.side == Side.BUY ? -1 : 1);
        if (!order.reprice || behindTicks < 1 || of.isOutsideLimits(behindTicks)) {
            return Outcome.WOULD_TAKE;
        }
        priceTicks = behindTicks;
        effectivePriceTicks = behindTicks;
        holdMinor = OrderCost.limit(of, fees, order.side, behindTicks, order.quantityLots);
        return holdMinor == Exact.OVERFLOW ? Outcome.NOTIONAL_OVERFLOW : Outcome.ACCEPTED;
    }

    /** Becomes a limit order at the best opposite price. */
    private Outcome checkMarketToLimit(Instrument of, PlaceOrder order) {
        BookSide opposite = of.book.opposite(order.side);
        PriceLevel best = opposite.best();
        if (best == null
                || (order.priceTicks > 0 && !opposite.wouldTrade(order.priceTicks))
                || limits.checkCollar(of, order.side, best.priceTicks) != Outcome.ACCEPTED) {
            return Outcome.NO_LIQUIDITY;
        }
        priceTicks = best.priceTicks;
        effectivePriceTicks = best.priceTicks;
        holdMinor = OrderCost.limit(of, fees, order.side, priceTicks, order.quantityLots);
        return holdMinor == Exact.OVERFLOW ? Outcome.NOTIONAL_OVERFLOW : Outcome.ACCEPTED;
    }

    /** A market buy holds the most that it is about to spend, a market sell what it is about to deliver. */
    private Outcome checkMarket(
            Instrument of,
            Side side,
            long quantityLots,
            TimeInForce timeInForce,
            SelfTradePrevention prevention,
            long accountId) {
        BookSide opposite = of.book.opposite(side);
        PriceLevel best = opposite.best();
        if (best == null) {
            return Outcome.NO_LIQUIDITY;
        }
        effectivePriceTicks = collaredTicks(of, side, protectionTicks(of, side, best.priceTicks));
        boolean isWhole = timeInForce == TimeInForce.FOK;
        long limitTicks = isWhole ? of.reachTicks(side, effectivePriceTicks) : effectivePriceTicks;
        liquidity.measure(of, opposite, limitTicks, quantityLots, prevention, accountId);
        if (liquidity.lots == 0) {
            return Outcome.NO_LIQUIDITY;
        }
        if (isWhole && !liquidity.fills(quantityLots, prevention)) {
            return Outcome.CANNOT_FILL;
        }
        holdMinor = OrderCost.taking(of, fees, side, liquidity, quantityLots);
        return holdMinor == Exact.OVERFLOW ? Outcome.NOTIONAL_OVERFLOW : Outcome.ACCEPTED;
    }

    /** The worst price of a market order: its own protection price, the limit of the day, the collar, or any. */
    private long protectionTicks(Instrument of, Side side, long bestTicks) {
        if (priceTicks > 0) {
            return priceTicks;
        }
        boolean isBuy = side == Side.BUY;
        if (of.hasLimits()) {
            return isBuy ? of.upperLimitTicks() : of.lowerLimitTicks();
        }
        if (of.marketCollarPpm > 0) {
            return isBuy
                    ? Math.min(Instrument.PRICE_MAX_TICKS, Exact.shiftedHalfUp(bestTicks, of.marketCollarPpm))
                    : Math.max(1, Exact.shiftedHalfUp(bestTicks, -of.marketCollarPpm));
        }
        return isBuy ? Instrument.PRICE_MAX_TICKS : 1;
    }

    /** The worst price of a market order is no worse than the collar that staff have set. */
    private long collaredTicks(Instrument of, Side side, long worstTicks) {
        long boundTicks = limits.collarTicks(of, side);
        if (boundTicks == 0) {
            return worstTicks;
        }
        return side == Side.BUY ? Math.min(worstTicks, boundTicks) : Math.max(worstTicks, boundTicks);
    }

    /** Checks that the account may have, and can pay, what it asks for more. */
    private Outcome checkMeans(
            Instrument of, Side side, long notionalMinor, long amountMinor, @Nullable Order changed) {
        Outcome concentration = limits.checkConcentration(of, side, notionalMinor, effectivePriceTicks, changed);
        if (concentration != Outcome.ACCEPTED) {
            return concentration;
        }
        if (holdSlot == Balances.NOT_FOUND) {
            holdSlot = ledger.balances().findOrAdd(accountIndex, of.spentAssetIndex(side));
        }
        if (side == Side.BUY && ledger.balances().isPledged(holdSlot)) {
            return power.check(accountIndex, of, holdSlot, amountMinor);
        }
        Outcome outcome = ledger.balances().checkSpend(holdSlot, amountMinor);
        if (outcome == Outcome.ACCEPTED) {
            return deferred.checkSpend(of.settlement, holdSlot, amountMinor);
        }
        return outcome == Outcome.INSUFFICIENT_FUNDS && side == Side.SELL ? Outcome.INSUFFICIENT_HOLDINGS : outcome;
    }
}
