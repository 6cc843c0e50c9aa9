package io.pharos.core.trading;

import io.pharos.core.command.Result;
import io.pharos.core.command.VenueReport;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.Sequencer;
import io.pharos.core.event.Traded;
import io.pharos.core.event.VenueTradeChanged;
import io.pharos.core.event.VenueTraded;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Ledger;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Side;
import io.pharos.protocol.VenueBreakKind;
import io.pharos.protocol.VenueReportKind;
import org.jspecify.annotations.Nullable;

/**
 * Books the trades that venues report, their corrections and busts. What the venue traded is always booked: for the customer
 * as far as the order allows, for the house's error account beyond. Each report counts once.
 */
final class VenueReports {
    private final Ledger ledger;
    private final RoutedOrders routed;
    private final VenueExecutions executions;
    private final VenueBreaks breaks;
    private final VenueClearing clearing;
    private final VenueCharges charges;
    private final VenueRequests requests;
    private final Clearing trades;
    private final OpenOrders orders;
    private final OrderEvents events;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final Traded traded = new Traded();
    private final VenueTraded venueTraded = new VenueTraded();
    private final VenueTradeChanged changed = new VenueTradeChanged();

    VenueReports(
            Ledger ledger,
            RoutedOrders routed,
            VenueExecutions executions,
            VenueBreaks breaks,
            VenueClearing clearing,
            VenueCharges charges,
            VenueRequests requests,
            Clearing trades,
            OpenOrders orders,
            OrderEvents events,
            Sequencer sequencer,
            EventSink sink) {
        this.ledger = ledger;
        this.routed = routed;
        this.executions = executions;
        this.breaks = breaks;
        this.clearing = clearing;
        this.charges = charges;
        this.requests = requests;
        this.trades = trades;
        this.orders = orders;
        this.events = events;
        this.sequencer = sequencer;
        this.sink = sink;
    }

    /** Whether what a report says can be taken at all. */
    static Outcome checkForm(VenueReport report) {
        boolean isTrade = report.kind == VenueReportKind.FILL || report.kind == VenueReportKind.CORRECT;
        boolean isReference = report.kind == VenueReportKind.CORRECT || report.kind == VenueReportKind.BUST;
        boolean isValid = report.kind != VenueReportKind.NONE
                && report.executionId != 0
                && report.cumulativeLots >= 0
                && (!isReference || (report.referenceId != 0 && report.referenceId != report.executionId))
                && (!isTrade
                        || (report.lots > 0
                                && report.priceTicks > 0
                                && report.priceTicks <= Instrument.PRICE_MAX_TICKS))
                && (report.kind != VenueReportKind.FILL || report.side != Side.NONE);
        return isValid ? Outcome.ACCEPTED : Outcome.REPORT_INVALID;
    }

    /** Takes a report whose form is right, of an instrument that is matched at its venue. */
    void take(VenueReport report, int venueIndex, Instrument of, Listing listing, Result result) {
        long body = body(report);
        int known = executions.find(venueIndex, report.executionId);
        if (known != VenueExecutions.NOT_FOUND) {
            long firstBody = executions.get(known, VenueExecutions.BODY);
            if (firstBody != body && firstBody != VenueExecutions.ANY_BODY) {
                breaks.find(VenueBreakKind.DUPLICATE_DIFFERS, report, 0);
            }
            result.entityId = executions.get(known, VenueExecutions.TRADE_ID);
            return;
        }
        int place = executions.add(venueIndex, report.executionId, body);
        switch (report.kind) {
            case FILL -> result.entityId = fill(report, place, of, listing, 0);
            case CORRECT, BUST -> result.entityId = change(report, place, venueIndex, of, listing);
            default -> requests.answered(report, of);
        }
    }

    private long fill(VenueReport report, int place, Instrument of, Listing listing, long correctedTradeId) {
        RoutedOrder order = routed.find(report.orderId);
        boolean isOther = order != null && (order.order.instrument() != of || order.order.side != report.side);
        if (order != null && !isOther) {
            requests.inferFrom(order, report);
        }
        long lots = order == null || isOther ? 0 : Math.min(report.lots, order.openLots());
        long houseLots = report.lots - lots;
        long notionalMinor = of.notionalMinor(report.priceTicks, report.lots);
        long boundedTicks =
                lots == 0 ? 0 : bounded(report.side, report.priceTicks, order == null ? 0 : order.order.priceTicks);
        long ownMinor = lots == 0 ? 0 : of.notionalMinor(boundedTicks, lots);
        long baseMinor = Exact.product(report.lots, of.lotMinor);
        if (isOfOldUnits(of, report.orderId)
                || !clearing.canPost(of, Exact.product(baseMinor, 2), Exact.sum(notionalMinor, ownMinor))) {
            breaks.find(VenueBreakKind.NOT_POSTABLE, report, 0);
            return 0;
        }
        long tradeId = trades.takeTradeId();
        clearing.cause.clear();
        clearing.cause.tradeId = tradeId;
        clearing.cause.reference = correctedTradeId;
        clearing.charges.clear();
        clearing.ratePpm = 0;
        if (order != null && lots > 0) {
            of.lastPriceTicks = report.priceTicks;
            routed.changing(order);
            clearing.trade(order, lots, ownMinor);
            emitTraded(order.order, listing, report, lots, ownMinor, tradeId);
            clearing.fill(order, listing, lots, ownMinor);
        }
        long housePaysMinor = notionalMinor - ownMinor;
        clearing.cause.orderId = report.orderId > 0 ? report.orderId : 0;
        clearing.house(
                listing,
                VenueClearing.signed(report.side, Exact.product(houseLots, of.lotMinor), true),
                VenueClearing.signed(report.side, housePaysMinor, false));
        boolean isCustomers = order != null && lots > 0;
        executions.set(place, VenueExecutions.TRADE_ID, tradeId);
        executions.set(place, VenueExecutions.ORDER_ID, report.orderId);
        executions.set(
                place,
                VenueExecutions.ACCOUNT,
                isCustomers && order != null ? order.order.accountIndex : errorIndex(listing));
        executions.set(place, VenueExecutions.INSTRUMENT, of.instrumentId);
        executions.set(place, VenueExecutions.SIDE, report.side.code());
        executions.set(place, VenueExecutions.PRICE, report.priceTicks);
        executions.set(place, VenueExecutions.LIMIT, isCustomers && order != null ? order.order.priceTicks : 0);
        executions.set(place, VenueExecutions.RATE, clearing.ratePpm);
        executions.set(place, VenueExecutions.SCHEDULE, isCustomers && order != null ? placeOf(order.order.fees) : 0);
        executions.set(place, VenueExecutions.LOTS, lots);
        executions.set(place, VenueExecutions.HOUSE_LOTS, houseLots);
        executions.set(place, VenueExecutions.NOTIONAL, ownMinor);
        executions.set(place, VenueExecutions.FEE, clearing.charges.feeMinor);
        executions.set(place, VenueExecutions.TAX, clearing.charges.taxMinor);
        executions.set(place, VenueExecutions.TRANSFER_FEE, clearing.charges.transferFeeMinor);
        emitVenueTraded(place, report.executionId, correctedTradeId, of, listing);
        if (order != null && lots > 0) {
            clearing.releaseToNeed(order, tradeId);
            requests.traded(order);
        }
        if (houseLots > 0) {
            breaks.find(kindOf(report, order, isOther), report, tradeId);
        }
        if (lots > 0 && boundedTicks != report.priceTicks) {
            breaks.find(VenueBreakKind.PRICE_BEYOND_LIMIT, report, tradeId);
        }
        return tradeId;
    }

    private static int placeOf(@Nullable FeeSchedule by) {
        return by == null ? 0 : by.place;
    }

    /** Whether a report is of an order from before the holdings were converted, or comes while they are. */
    private boolean isOfOldUnits(Instrument of, long orderId) {
        boolean isConverting = of.routedCount == 0 && ledger.balances().isFrozen(of.baseAssetIndex);
        return isConverting || (orderId > 0 && orderId <= of.convertedOrderId);
    }

    private VenueBreakKind kindOf(VenueReport report, @Nullable RoutedOrder order, boolean isOther) {
        if (order != null) {
            return isOther ? VenueBreakKind.MISMATCH : VenueBreakKind.OVERFILL;
        }
        return report.orderId > 0 && report.orderId <= orders.lastOrderId()
                ? VenueBreakKind.FILL_AFTER_END
                : VenueBreakKind.UNKNOWN_ORDER;
    }

    /** A correction or a bust: posts by what the new trade differs from the old one. */
    private long change(VenueReport report, int place, int venueIndex, Instrument of, Listing listing) {
        boolean isBust = report.kind == VenueReportKind.BUST;
        int old = executions.find(venueIndex, report.referenceId);
        if (old == VenueExecutions.NOT_FOUND) {
            breaks.find(VenueBreakKind.UNKNOWN_EXECUTION, report, 0);
            // Should the trade come after its correction, it is known by then.
            executions.add(venueIndex, report.referenceId, VenueExecutions.ANY_BODY);
            int own = executions.find(venueIndex, report.executionId);
            return isBust || report.side == Side.NONE ? 0 : fill(report, own, of, listing, 0);
        }
        long oldTradeId = executions.get(old, VenueExecutions.TRADE_ID);
        Side side = Side.ofCode((int) executions.get(old, VenueExecutions.SIDE));
        boolean isOther = oldTradeId == 0 || executions.get(old, VenueExecutions.INSTRUMENT) != of.instrumentId;
        if (isOther) {
            breaks.find(VenueBreakKind.UNKNOWN_EXECUTION, report, 0);
            return 0;
        }
        RoutedOrder order = routed.find(executions.get(old, VenueExecutions.ORDER_ID));
        long oldLots = executions.get(old, VenueExecutions.LOTS);
        long oldHouseLots = executions.get(old, VenueExecutions.HOUSE_LOTS);
        long oldOwnMinor = executions.get(old, VenueExecutions.NOTIONAL);
        long limitTicks = executions.get(old, VenueExecutions.LIMIT);
        long lots = 0;
        if (!isBust) {
            long moreLots = report.lots - oldLots - oldHouseLots;
            lots = moreLots <= 0
                    ? Math.min(oldLots, report.lots)
                    : oldLots + (order == null || oldLots == 0 ? 0 : Math.min(moreLots, order.openLots()));
        }
        long houseLots = isBust ? 0 : report.lots - lots;
        long notionalMinor = isBust ? 0 : of.notionalMinor(report.priceTicks, report.lots);
        long boundedTicks = lots == 0 ? 0 : bounded(side, report.priceTicks, limitTicks);
        long ownMinor = lots == 0 ? 0 : of.notionalMinor(boundedTicks, lots);
        long oldNotionalMinor = of.notionalMinor(executions.get(old, VenueExecutions.PRICE), oldLots + oldHouseLots);
        long baseMinor = Exact.product(isBust ? 0 : report.lots, of.lotMinor);
        long oldBaseMinor = (oldLots + oldHouseLots) * of.lotMinor;
        long chargesMinor = oldLots == 0 ? charges.lookAtNone() : charges.look(old, ownMinor, of);
        // More than any account of the house can pay in all of it.
        boolean canPost = clearing.canPost(
                of,
                Exact.product(Exact.sum(baseMinor, oldBaseMinor), 2),
                Exact.product(Exact.sum(chargesMinor, Exact.sum(notionalMinor, oldNotionalMinor)), 6));
        if (oldTradeId <= of.convertedTradeId || !canPost) {
            breaks.find(VenueBreakKind.NOT_POSTABLE, report, oldTradeId);
            return 0;
        }
        int accountIndex = (int) executions.get(old, VenueExecutions.ACCOUNT);
        long tradeId = isBust ? 0 : trades.takeTradeId();
        clearing.cause.clear();
        clearing.cause.tradeId = isBust ? oldTradeId : tradeId;
        clearing.cause.reference = oldTradeId;
        clearing.cause.orderId = Math.max(0, executions.get(old, VenueExecutions.ORDER_ID));
        clearing.baseShortMinor = 0;
        clearing.quoteShortMinor = 0;
        boolean holdsMore = false;
        if (oldLots > 0) {
            if (order != null) {
                resize(order, lots - oldLots);
            }
            charges.charge(of, side, order);
            if (order != null) {
                clearing.release(order, 0);
            }
            clearing.adjust(
                    listing,
                    of,
                    accountIndex,
                    VenueClearing.signed(side, (lots - oldLots) * of.lotMinor, true),
                    VenueClearing.signed(side, ownMinor - oldOwnMinor, false),
                    charges,
                    oldTradeId);
            long missingMinor = order == null ? 0 : VenueClearing.missingMinor(order);
            if (order != null && missingMinor > 0) {
                clearing.lend(listing, order.order, missingMinor, oldTradeId);
                requests.holdMore(order);
                holdsMore = true;
            }
        }
        clearing.house(
                listing,
                VenueClearing.signed(side, (houseLots - oldHouseLots) * of.lotMinor, true),
                VenueClearing.signed(side, (notionalMinor - ownMinor) - (oldNotionalMinor - oldOwnMinor), false));
        // Adding the report may have moved nothing: places stay while none is added.
        executions.set(old, VenueExecutions.TRADE_ID, 0);
        if (isBust) {
            charges.moveKept();
        } else {
            for (int field = VenueExecutions.ORDER_ID; field <= VenueExecutions.SCHEDULE; field++) {
                executions.set(place, field, executions.get(old, field));
            }
            executions.set(place, VenueExecutions.TRADE_ID, tradeId);
            executions.set(place, VenueExecutions.PRICE, report.priceTicks);
            executions.set(place, VenueExecutions.LOTS, lots);
            executions.set(place, VenueExecutions.HOUSE_LOTS, houseLots);
            executions.set(place, VenueExecutions.NOTIONAL, ownMinor);
            charges.keepAt(place);
        }
        emitChanged(report, old, tradeId, oldTradeId, lots, ownMinor, of, listing, side);
        if (order != null && oldLots > 0) {
            requests.traded(order);
            if (holdsMore) {
                requests.tell(order);
            }
        }
        if (clearing.baseShortMinor + clearing.quoteShortMinor > 0) {
            breaks.find(VenueBreakKind.SHORTFALL, report, oldTradeId);
        }
        if (!isBust && houseLots > oldHouseLots) {
            breaks.find(VenueBreakKind.OVERFILL, report, tradeId);
        }
        if (lots > 0 && boundedTicks != report.priceTicks) {
            breaks.find(VenueBreakKind.PRICE_BEYOND_LIMIT, report, tradeId);
        }
        return tradeId;
    }

    /**
     * Changes what an open order has filled. What is taken back does not come to life again: the order becomes smaller by as
     * much, and its open quantity stays.
     */
    private void resize(RoutedOrder order, long changeLots) {
        routed.changing(order);
        order.order.filledLots += changeLots;
        if (changeLots < 0) {
            order.order.quantityLots += changeLots;
            if (order.finalLots > 0) {
                order.finalLots += changeLots;
            }
            if (order.pendingQuantityLots > 0) {
                order.pendingQuantityLots = Math.max(1, order.pendingQuantityLots + changeLots);
            }
            events.reduced(order.order, -changeLots, 0);
        }
    }

    /** The price at which a customer trades: no worse than the limit; 0 for none. */
    private static long bounded(Side side, long priceTicks, long limitTicks) {
        if (limitTicks == 0) {
            return priceTicks;
        }
        return side == Side.BUY ? Math.min(priceTicks, limitTicks) : Math.max(priceTicks, limitTicks);
    }

    private int errorIndex(Listing listing) {
        int index = ledger.accounts().find(listing.errorAccountId);
        return index == Accounts.NOT_FOUND ? 0 : index;
    }

    private void emitTraded(Order order, Listing listing, VenueReport report, long lots, long ownMinor, long tradeId) {
        Traded event = traded;
        event.tradeId = tradeId;
        event.priceTicks = report.priceTicks;
        event.quantityLots = lots;
        event.notionalMinor = ownMinor;
        event.makerOrderId = 0;
        event.makerAccountId = listing.clearingAccountId;
        event.makerRemainingLots = 0;
        event.takerOrderId = order.orderId;
        event.takerAccountId = order.accountId;
        event.takerClientTag = order.clientTag;
        event.takerRemainingLots = order.remainingLots();
        event.takerFeeMinor = clearing.charges.feesMinor();
        event.takerTaxMinor = clearing.charges.taxMinor;
        event.instrumentId = order.instrument().instrumentId;
        event.takerSide = order.side;
        sequencer.stamp(event);
        sink.onTraded(event);
    }

    private void emitVenueTraded(int place, long executionId, long correctedTradeId, Instrument of, Listing listing) {
        VenueTraded event = venueTraded;
        event.tradeId = executions.get(place, VenueExecutions.TRADE_ID);
        event.executionId = executionId;
        event.correctedTradeId = correctedTradeId;
        event.orderId = executions.get(place, VenueExecutions.ORDER_ID);
        event.accountId = ledger.accounts().accountId((int) executions.get(place, VenueExecutions.ACCOUNT));
        event.priceTicks = executions.get(place, VenueExecutions.PRICE);
        event.lots = executions.get(place, VenueExecutions.LOTS);
        event.houseLots = executions.get(place, VenueExecutions.HOUSE_LOTS);
        event.notionalMinor = executions.get(place, VenueExecutions.NOTIONAL);
        event.feeMinor = feesMinor(place);
        event.taxMinor = executions.get(place, VenueExecutions.TAX);
        event.instrumentId = of.instrumentId;
        event.venueId = listing.venueId;
        event.side = Side.ofCode((int) executions.get(place, VenueExecutions.SIDE));
        sequencer.stamp(event);
        sink.onVenueTraded(event);
    }

    private void emitChanged(
            VenueReport report,
            int old,
            long tradeId,
            long oldTradeId,
            long lots,
            long ownMinor,
            Instrument of,
            Listing listing,
            Side side) {
        VenueTradeChanged event = changed;
        event.tradeId = oldTradeId;
        event.newTradeId = tradeId;
        event.executionId = report.executionId;
        event.orderId = executions.get(old, VenueExecutions.ORDER_ID);
        event.accountId = ledger.accounts().accountId((int) executions.get(old, VenueExecutions.ACCOUNT));
        event.lots = executions.get(old, VenueExecutions.LOTS);
        event.newLots = lots;
        event.notionalMinor = executions.get(old, VenueExecutions.NOTIONAL);
        event.newNotionalMinor = ownMinor;
        event.feeMinor = feesMinor(old);
        event.newFeeMinor = charges.kept.feesMinor();
        event.taxMinor = executions.get(old, VenueExecutions.TAX);
        event.newTaxMinor = charges.kept.taxMinor;
        event.baseShortMinor = clearing.baseShortMinor;
        event.quoteShortMinor = clearing.quoteShortMinor;
        event.priceTicks = report.kind == VenueReportKind.BUST ? 0 : report.priceTicks;
        event.instrumentId = of.instrumentId;
        event.venueId = listing.venueId;
        event.side = side;
        sequencer.stamp(event);
        sink.onVenueTradeChanged(event);
    }

    private long feesMinor(int place) {
        return executions.get(place, VenueExecutions.FEE) + executions.get(place, VenueExecutions.TRANSFER_FEE);
    }

    private static long body(VenueReport report) {
        long hash = report.fingerprint();
        return hash == VenueExecutions.ANY_BODY ? 1 : hash;
    }
}
