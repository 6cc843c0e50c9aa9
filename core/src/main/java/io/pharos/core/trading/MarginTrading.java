package io.pharos.core.trading;

import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.Result;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.Proportion;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/**
 * What lending to margin accounts sees of trading, and does to it. Instruments are named by their ids, which the caller has
 * found registered.
 */
public final class MarginTrading {
    private final BuyingPower power;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final Ledger ledger;
    private final OrderChecks checks;
    private final KillSwitches switches;
    private final OrderChanges changes;
    private final OrderEntry entry;
    private final Venues venues;
    private final PlaceOrder sale = new PlaceOrder();

    MarginTrading(
            BuyingPower power,
            Instruments instruments,
            OpenOrders orders,
            Ledger ledger,
            OrderChecks checks,
            KillSwitches switches,
            OrderChanges changes,
            OrderEntry entry,
            Venues venues) {
        this.venues = venues;
        this.power = power;
        this.instruments = instruments;
        this.orders = orders;
        this.ledger = ledger;
        this.checks = checks;
        this.switches = switches;
        this.changes = changes;
        this.entry = entry;
    }

    /** Says who lends. */
    public void credit(Credit credit) {
        power.credit(credit);
    }

    public boolean isRegistered(int instrumentId) {
        return instruments.find(instrumentId) != null;
    }

    public int baseAssetIndex(int instrumentId) {
        return of(instrumentId).baseAssetIndex;
    }

    public int quoteAssetIndex(int instrumentId) {
        return of(instrumentId).quoteAssetIndex;
    }

    /** Whether a corporate action is changing the holdings of the instrument, or cancels its orders, now. */
    public boolean isInAction(int instrumentId) {
        return of(instrumentId).restriction == Outcome.INSTRUMENT_IN_ACTION;
    }

    /** Market value of a quantity at the last price, or else the reference price; 0 without either. Rounded down. */
    public long valueMinor(int instrumentId, long quantityMinor) {
        Instrument of = of(instrumentId);
        long perLotMinor = Exact.product(markTicks(of), of.tickValueMinor);
        return perLotMinor == Exact.OVERFLOW
                ? Balances.OUTSTANDING_MAX_MINOR
                : Proportion.floor(quantityMinor, perLotMinor, of.lotMinor);
    }

    /** Lots, whole ones, that an account could sell now; 0 where nothing can be sold. */
    public long sellableLots(int accountIndex, int instrumentId) {
        Instrument of = of(instrumentId);
        int slot = ledger.balances().find(accountIndex, of.baseAssetIndex);
        boolean isOpen = of.phase() == Phase.OPEN
                && of.listing == null
                && switches.check(accountIndex, of) == Outcome.ACCEPTED
                && !ledger.balances().isFrozen(of.baseAssetIndex);
        return slot == Balances.NOT_FOUND || !isOpen || markTicks(of) == 0
                ? 0
                : ledger.balances().availableMinor(slot) / of.lotMinor;
    }

    /** Market value of so many lots that an account has. */
    public long lotsValueMinor(int instrumentId, long lots) {
        return valueMinor(instrumentId, lots * of(instrumentId).lotMinor);
    }

    /** The fewest lots, in board lots, that are worth an amount; all where they are worth no more, but no more than one order may have. */
    public long lotsWorth(int instrumentId, long amountMinor, long sellableLots) {
        Instrument of = of(instrumentId);
        long perLotMinor = Exact.product(markTicks(of), of.tickValueMinor);
        long lots = perLotMinor == Exact.OVERFLOW ? 1 : Math.ceilDiv(amountMinor, perLotMinor);
        long boards = Math.ceilDiv(lots, of.boardLotLots);
        long mostLots = of.quantityMaxLots();
        if (boards > sellableLots / of.boardLotLots) {
            return sellableLots <= mostLots ? sellableLots : mostLots / of.boardLotLots * of.boardLotLots;
        }
        return Math.min(boards, mostLots / of.boardLotLots) * of.boardLotLots;
    }

    /** The worst price of a sale that may lose so much against the last price, within the limits of the day. */
    public long protectionTicks(int instrumentId, int protectionPpm) {
        Instrument of = of(instrumentId);
        long lowestTicks = Math.max(1, Exact.shiftedHalfUp(markTicks(of), -protectionPpm));
        return of.hasLimits()
                ? Math.min(of.upperLimitTicks(), Math.max(of.lowerLimitTicks(), lowestTicks))
                : lowestTicks;
    }

    /** Sells at once what finds a buyer at a price or better; the checks of any order come first. */
    public Outcome sell(int accountIndex, int instrumentId, long lots, long lowestTicks, Result result) {
        sale.accountId = ledger.accounts().accountId(accountIndex);
        sale.instrumentId = instrumentId;
        sale.side = Side.SELL;
        sale.orderType = OrderType.MARKET;
        sale.timeInForce = TimeInForce.IOC;
        sale.quantityLots = lots;
        sale.priceTicks = lowestTicks;
        result.clear();
        Outcome outcome = checks.check(sale);
        if (outcome == Outcome.ACCEPTED) {
            entry.place(sale, null, result);
        }
        return outcome;
    }

    /**
     * Cancels so many open orders of an account, the oldest first; those of an instrument that locks them stay.
     *
     * @param buysOnly whether its sales stay
     * @return how many were cancelled
     */
    public int cancel(int accountIndex, boolean buysOnly, int most) {
        int cancelled = 0;
        Order order = orders.oldestOfAccount(accountIndex);
        while (order != null && cancelled < most) {
            Order next = orders.newerOfAccount(order);
            if (!order.instrument().isLocked() && (order.isBuy() || !buysOnly)) {
                changes.cancelQueued(order, CancelReason.MARGIN_CALL);
                cancelled++;
            }
            order = next;
        }
        return cancelled;
    }

    /** Asks venues to cancel the orders of an account there. */
    public void cancelAtVenues(int accountIndex) {
        venues.cancelAll(accountIndex, 0, CancelReason.MARGIN_CALL);
    }

    /** What the open orders of an account in an instrument have borrowed. Takes time. */
    public long borrowedMinor(int accountIndex, int instrumentId) {
        long sumMinor = 0;
        for (Order order = orders.oldestOfAccount(accountIndex); order != null; order = orders.newerOfAccount(order)) {
            sumMinor += order.instrument().instrumentId == instrumentId ? order.borrowedMinor : 0;
        }
        return sumMinor;
    }

    private static long markTicks(Instrument of) {
        return of.lastPriceTicks > 0 ? of.lastPriceTicks : of.referencePriceTicks();
    }

    private Instrument of(int instrumentId) {
        Instrument of = instruments.find(instrumentId);
        if (of == null) {
            throw new IllegalArgumentException("no instrument " + instrumentId);
        }
        return of;
    }
}
