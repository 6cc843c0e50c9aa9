package io.pharos.core.trading;

import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * The checks before an order may enter the book, in the order that {@code docs/reference/outcomes.md} publishes: the first
 * failing rule wins, and nothing has changed. What the checks found on their way is kept for the execution that follows.
 */
final class OrderChecks {
    private final Ledger ledger;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final Liquidity liquidity = new Liquidity();

    // What the last accepted check found.
    int accountIndex;
    int holdSlot;
    long effectivePriceTicks;
    long holdMinor;
    private @Nullable Instrument instrument;

    OrderChecks(Ledger ledger, Instruments instruments, OpenOrders orders) {
        this.ledger = ledger;
        this.instruments = instruments;
        this.orders = orders;
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
        Outcome outcome = Instruments.checkOpen(of);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        boolean mayRest = order.orderType == OrderType.LIMIT && order.timeInForce == TimeInForce.GTC;
        if (order.postOnly && !mayRest) {
            return Outcome.POST_ONLY_NOT_ALLOWED;
        }
        boolean isLimit = order.orderType == OrderType.LIMIT;
        outcome = checkPrice(of, order.priceTicks, isLimit);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        holdSlot = ledger.balances().find(accountIndex, of.spentAssetIndex(order.side));
        outcome = checkQuantity(of, order.side, order.quantityLots, order.quantityLots, 0);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        if (isLimit) {
            effectivePriceTicks = order.priceTicks;
            holdMinor = holdOfNewLimit(of, order);
            if (holdMinor == Exact.OVERFLOW) {
                return Outcome.NOTIONAL_OVERFLOW;
            }
        }
        if (mayRest && !orders.hasRoom(accountIndex)) {
            return Outcome.OPEN_ORDERS_LIMIT;
        }
        outcome = checkLiquidity(of, order);
        return outcome == Outcome.ACCEPTED ? checkMeans(of, order.side, holdMinor) : outcome;
    }

    Outcome check(ReplaceOrder command, Order order) {
        Instrument of = order.instrument();
        instrument = of;
        accountIndex = order.accountIndex;
        holdSlot = order.holdSlot;
        Outcome outcome = Instruments.checkOpen(of);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        outcome = checkPrice(of, command.priceTicks, true);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        long remainingLots = command.quantityLots - order.filledLots;
        long ownHoldMinor = order.isBuy() ? 0 : order.holdMinor;
        outcome = checkQuantity(of, order.side, command.quantityLots, remainingLots, ownHoldMinor);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        if (command.priceTicks == order.priceTicks && command.quantityLots == order.quantityLots) {
            return Outcome.NO_CHANGE;
        }
        effectivePriceTicks = command.priceTicks;
        holdMinor = holdOf(order, command.priceTicks, remainingLots);
        if (holdMinor == Exact.OVERFLOW) {
            return Outcome.NOTIONAL_OVERFLOW;
        }
        if (order.postOnly && of.book.opposite(order.side).wouldTrade(command.priceTicks)) {
            return Outcome.WOULD_TAKE;
        }
        return holdMinor <= order.holdMinor
                ? Outcome.ACCEPTED
                : checkMeans(of, order.side, holdMinor - order.holdMinor);
    }

    /** The instrument that the last accepted check found. */
    Instrument instrument() {
        Instrument found = instrument;
        if (found == null) {
            throw new IllegalStateException("no order has been accepted");
        }
        return found;
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

    private static long holdOfNewLimit(Instrument of, PlaceOrder order) {
        long notionalMinor = of.notionalMinor(order.priceTicks, order.quantityLots);
        if (order.side == Side.SELL || notionalMinor == Exact.OVERFLOW) {
            return notionalMinor == Exact.OVERFLOW ? Exact.OVERFLOW : order.quantityLots * of.lotMinor;
        }
        return Exact.sum(notionalMinor, Exact.shareRoundedUp(notionalMinor, of.dearerFeePpm()));
    }

    /**
     * What an order must hold to be filled for its remaining lots at its limit: for a sell the lots, for a buy
     *
     * <pre>  notional + ceil(fees accrued so far + notional x dearer fee) - fees charged so far</pre>
     *
     * @return minor units, or {@link Exact#OVERFLOW}
     */
    static long holdOf(Order order, long priceTicks, long remainingLots) {
        Instrument of = order.instrument();
        long notionalMinor = of.notionalMinor(priceTicks, remainingLots);
        if (!order.isBuy() || notionalMinor == Exact.OVERFLOW) {
            return notionalMinor == Exact.OVERFLOW ? Exact.OVERFLOW : remainingLots * of.lotMinor;
        }
        int feePpm = of.dearerFeePpm();
        return Exact.sum(
                notionalMinor,
                order.filledLots == 0
                        ? Exact.shareRoundedUp(notionalMinor, feePpm)
                        : order.fee.dueWithMinor(notionalMinor, feePpm));
    }

    private Outcome checkLiquidity(Instrument of, PlaceOrder order) {
        BookSide opposite = of.book.opposite(order.side);
        if (order.orderType == OrderType.MARKET) {
            return checkMarket(of, opposite, order);
        }
        if (order.timeInForce == TimeInForce.FOK) {
            liquidity.measure(of, opposite, order.priceTicks, order.quantityLots);
            return liquidity.lots == order.quantityLots ? Outcome.ACCEPTED : Outcome.CANNOT_FILL;
        }
        return order.postOnly && opposite.wouldTrade(order.priceTicks) ? Outcome.WOULD_TAKE : Outcome.ACCEPTED;
    }

    /** A market buy holds exactly what it is about to spend, a market sell what it is about to deliver. */
    private Outcome checkMarket(Instrument of, BookSide opposite, PlaceOrder order) {
        PriceLevel best = opposite.best();
        if (best == null) {
            return Outcome.NO_LIQUIDITY;
        }
        effectivePriceTicks = protectionTicks(of, order, best.priceTicks);
        liquidity.measure(of, opposite, effectivePriceTicks, order.quantityLots);
        if (liquidity.lots == 0) {
            return Outcome.NO_LIQUIDITY;
        }
        if (order.timeInForce == TimeInForce.FOK && liquidity.lots < order.quantityLots) {
            return Outcome.CANNOT_FILL;
        }
        if (order.side == Side.SELL) {
            holdMinor = order.quantityLots * of.lotMinor;
            return Outcome.ACCEPTED;
        }
        long notionalMinor = liquidity.notionalMinor;
        holdMinor = notionalMinor == Exact.OVERFLOW
                ? Exact.OVERFLOW
                : Exact.sum(notionalMinor, Exact.shareRoundedUp(notionalMinor, of.takerFeePpm));
        return holdMinor == Exact.OVERFLOW ? Outcome.NOTIONAL_OVERFLOW : Outcome.ACCEPTED;
    }

    /** The worst price of a market order: its own protection price, the limit of the day, the collar, or any. */
    private static long protectionTicks(Instrument of, PlaceOrder order, long bestTicks) {
        if (order.priceTicks > 0) {
            return order.priceTicks;
        }
        boolean isBuy = order.side == Side.BUY;
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

    private Outcome checkMeans(Instrument of, Side side, long amountMinor) {
        if (holdSlot == Balances.NOT_FOUND) {
            holdSlot = ledger.balances().findOrAdd(accountIndex, of.spentAssetIndex(side));
        }
        Outcome outcome = ledger.balances().checkSpend(holdSlot, amountMinor);
        return outcome == Outcome.INSUFFICIENT_FUNDS && side == Side.SELL ? Outcome.INSUFFICIENT_HOLDINGS : outcome;
    }
}
