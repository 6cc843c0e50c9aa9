package io.pharos.core.trading;

import io.pharos.core.command.CollectReceivable;
import io.pharos.core.command.DoubtVenueOrder;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.command.ResolveVenueBreak;
import io.pharos.core.command.Result;
import io.pharos.core.command.SetListing;
import io.pharos.core.command.SetVenueState;
import io.pharos.core.command.VenueReport;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.ListingSet;
import io.pharos.core.event.Sequencer;
import io.pharos.core.event.VenueStateChanged;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Asset;
import io.pharos.core.ledger.HeldTally;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.TimeInForce;

/**
 * Instruments that are matched at a venue: hold and risk are here, the match is there. A venue exists once an instrument is
 * listed at it, and is down until it is said to be up.
 */
final class Venues {
    static final int VENUES_MAX = 16;
    private static final long DIGEST_TAG = 65;

    private final int sweepOrdersMax;
    private final Ledger ledger;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderChecks checks;
    private final OrderChanges changes;
    private final OrderEvents events;
    private final KillSwitches switches;
    private final Clearing trades;
    private final FeeSchedules schedules;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final RoutedOrders routed;
    private final VenueExecutions executions = new VenueExecutions();
    private final VenueBreaks breaks;
    private final VenueClearing clearing;
    private final VenueRequests requests;
    private final VenueReports reports;
    private final ListingSet listingSet = new ListingSet();
    private final VenueStateChanged stateChanged = new VenueStateChanged();

    private final int[] venueIds = new int[VENUES_MAX];
    private final boolean[] up = new boolean[VENUES_MAX];
    private int venueCount;

    /** Of all listings; 0 before the first. */
    private long errorAccountId;

    private boolean sweeping;

    Venues(
            int sweepOrdersMax,
            Ledger ledger,
            Instruments instruments,
            OpenOrders orders,
            OrderChecks checks,
            OrderChanges changes,
            OrderEvents events,
            KillSwitches switches,
            Clearing trades,
            FeeSchedules schedules,
            Sequencer sequencer,
            EventSink sink) {
        this.sweepOrdersMax = sweepOrdersMax;
        this.ledger = ledger;
        this.instruments = instruments;
        this.orders = orders;
        this.checks = checks;
        this.changes = changes;
        this.events = events;
        this.switches = switches;
        this.trades = trades;
        this.schedules = schedules;
        this.sequencer = sequencer;
        this.sink = sink;
        routed = orders.routed();
        breaks = new VenueBreaks(sequencer, sink);
        clearing = new VenueClearing(ledger, trades, sequencer, sink);
        requests = new VenueRequests(ledger.balances(), routed, breaks, orders, changes, events, sequencer, sink);
        reports = new VenueReports(
                ledger,
                routed,
                executions,
                breaks,
                clearing,
                new VenueCharges(executions, schedules),
                requests,
                trades,
                orders,
                events,
                sequencer,
                sink);
    }

    Outcome list(SetListing command) {
        Instrument of = instruments.find(command.instrumentId);
        if (of == null) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        Listing current = of.listing;
        if (current == null ? isUnlisting(command) : current.says(command)) {
            return Outcome.ACCEPTED;
        }
        if (!isUnlisting(command) && !isValid(command, of)) {
            return Outcome.LISTING_INVALID;
        }
        if (of.book.orderCount() > 0 || of.routedCount > 0) {
            return Outcome.ORDERS_AT_VENUE;
        }
        if (isUnlisting(command)) {
            of.listing = null;
        } else {
            set(of, command);
        }
        ListingSet event = listingSet;
        event.clearingAccountId = command.clearingAccountId;
        event.errorAccountId = command.errorAccountId;
        event.instrumentId = command.instrumentId;
        event.venueId = command.venueId;
        event.queuesWhenDown = command.queuesWhenDown;
        sequencer.stamp(event);
        sink.onListingSet(event);
        return Outcome.ACCEPTED;
    }

    private static boolean isUnlisting(SetListing command) {
        return command.venueId == 0
                && command.clearingAccountId == 0
                && command.errorAccountId == 0
                && !command.queuesWhenDown;
    }

    private boolean isValid(SetListing command, Instrument of) {
        return command.venueId > 0
                && (indexOf(command.venueId) >= 0 || venueCount < VENUES_MAX)
                && isHouse(command.clearingAccountId)
                && isHouse(command.errorAccountId)
                && command.clearingAccountId != command.errorAccountId
                && command.clearingAccountId != of.feeAccountId
                && command.clearingAccountId != of.taxAccountId
                && command.errorAccountId != of.feeAccountId
                && command.errorAccountId != of.taxAccountId
                && (errorAccountId == 0 || errorAccountId == command.errorAccountId)
                && of.settlement.isImmediate();
    }

    private boolean isHouse(long accountId) {
        int index = ledger.accounts().find(accountId);
        return index != Accounts.NOT_FOUND && ledger.accounts().isHouse(index);
    }

    private void set(Instrument of, SetListing command) {
        int clearingIndex = ledger.accounts().find(command.clearingAccountId);
        int errorIndex = ledger.accounts().find(command.errorAccountId);
        errorAccountId = command.errorAccountId;
        of.listing = new Listing(
                command,
                ledger.balances().findOrAdd(clearingIndex, of.baseAssetIndex),
                ledger.balances().findOrAdd(clearingIndex, of.quoteAssetIndex),
                ledger.balances().findOrAdd(errorIndex, of.baseAssetIndex),
                ledger.balances().findOrAdd(errorIndex, of.quoteAssetIndex));
        if (indexOf(command.venueId) < 0) {
            venueIds[venueCount++] = command.venueId;
        }
    }

    Outcome setState(SetVenueState command) {
        int venue = indexOf(command.venueId);
        if (venue < 0) {
            return Outcome.VENUE_NOT_FOUND;
        }
        if (up[venue] != command.up) {
            up[venue] = command.up;
            VenueStateChanged event = stateChanged;
            event.venueId = command.venueId;
            event.up = command.up;
            sequencer.stamp(event);
            sink.onVenueStateChanged(event);
        }
        return Outcome.ACCEPTED;
    }

    /** Whether an order of a listed instrument reaches its venue, or may wait for it. */
    boolean takesOrders(Listing listing) {
        return listing.queuesWhenDown || isUp(listing);
    }

    private boolean isUp(Listing listing) {
        int venue = indexOf(listing.venueId);
        return venue >= 0 && up[venue];
    }

    /** Sends an order that the checks have just accepted. A market order goes out as an immediate limit order. */
    void place(PlaceOrder command, Result result) {
        Instrument of = checks.instrument();
        RoutedOrder at = routed.take();
        Order order = at.order;
        order.begin(command, orders.takeOrderId(), checks.accountIndex, of);
        order.priceTicks = checks.priceTicks;
        order.holdSlot = checks.holdSlot;
        order.orderType = OrderType.LIMIT;
        if (command.orderType == OrderType.MARKET && command.timeInForce == TimeInForce.GTC) {
            order.timeInForce = TimeInForce.IOC;
        }
        changes.hold(order, checks.holdMinor);
        events.accepted(order, command.orderType, checks.effectivePriceTicks);
        result.entityId = order.orderId;
        result.remainingLots = order.remainingLots();
        requests.send(at);
    }

    /** Asks the venue to cancel; the order stays until the venue says so. */
    Outcome cancel(RoutedOrder order, CancelReason reason) {
        if (!order.mayCancel()) {
            return Outcome.REQUEST_PENDING;
        }
        requests.cancel(order, reason);
        return Outcome.ACCEPTED;
    }

    /** Asks the venue to change an order that the checks have just accepted. */
    Outcome replace(ReplaceOrder command, RoutedOrder order, Result result) {
        long neededMinor = order.pendingCostMinor(command.priceTicks, command.quantityLots);
        if (neededMinor == Exact.OVERFLOW) {
            return Outcome.NOTIONAL_OVERFLOW;
        }
        if (neededMinor > order.order.holdMinor) {
            Outcome outcome = ledger.balances().checkSpend(order.order.holdSlot, neededMinor - order.order.holdMinor);
            if (outcome == Outcome.ACCEPTED) {
                outcome = ledger.proceeds().checkLeave(order.order.holdSlot, neededMinor - order.order.holdMinor);
            }
            if (outcome != Outcome.ACCEPTED) {
                return outcome == Outcome.INSUFFICIENT_FUNDS && !order.order.isBuy()
                        ? Outcome.INSUFFICIENT_HOLDINGS
                        : outcome;
            }
        }
        result.entityId = order.order.orderId;
        result.filledLots = order.order.filledLots;
        result.remainingLots = order.order.remainingLots();
        requests.replace(order, command.priceTicks, command.quantityLots);
        return Outcome.ACCEPTED;
    }

    /** Asks for the cancellation of the orders of an account, in one instrument or all; returns how many. */
    int cancelAll(int accountIndex, int instrumentId, CancelReason reason) {
        int count = 0;
        for (RoutedOrder order = routed.oldestOfAccount(accountIndex); order != null; order = order.newerOfAccount) {
            boolean isMeant = instrumentId == 0 || order.order.instrument().instrumentId == instrumentId;
            if (isMeant && order.mayCancel()) {
                requests.cancel(order, reason);
                count++;
            }
        }
        return count;
    }

    /** Begins to ask for the cancellation of what a kill switch or a corporate action blocks. */
    void beginSweep() {
        if (routed.size() > 0) {
            sweep();
        }
    }

    boolean isSweeping() {
        return sweeping;
    }

    /** Asks for the cancellation of some of the blocked orders, oldest first. */
    void sweep() {
        int left = sweepOrdersMax;
        RoutedOrder order = routed.oldest();
        while (order != null && left > 0) {
            if (order.mayCancel() && switches.isBlocked(order.order.instrument())) {
                boolean isAction = order.order.instrument().restriction != Outcome.ACCEPTED;
                requests.cancel(order, isAction ? CancelReason.CORPORATE_ACTION : CancelReason.KILL_SWITCH);
                left--;
            }
            order = order.newer;
        }
        sweeping = left == 0 && hasLeft();
    }

    private boolean hasLeft() {
        for (RoutedOrder order = routed.oldest(); order != null; order = order.newer) {
            if (order.mayCancel() && switches.isBlocked(order.order.instrument())) {
                return true;
            }
        }
        return false;
    }

    /** Whether an order of an instrument is at its venue whose cancellation can be asked for. */
    boolean canAskToCancel(Instrument of) {
        if (of.routedCount > 0) {
            for (RoutedOrder order = routed.oldest(); order != null; order = order.newer) {
                if (order.order.instrument() == of && order.mayCancel()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** From here on the quantities of earlier orders and trades of an instrument are of units that are gone. */
    void converting(Instrument of) {
        of.convertedOrderId = orders.lastOrderId();
        of.convertedTradeId = trades.lastTradeId();
    }

    /** Changes what an account owes of an asset, as its holdings were converted. */
    void owe(int accountIndex, Asset asset, long changeMinor) {
        clearing.owe(accountIndex, asset.index(), asset.assetId(), changeMinor, 0);
    }

    Outcome report(VenueReport command, Result result) {
        Outcome outcome = VenueReports.checkForm(command);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        int venue = indexOf(command.venueId);
        if (venue < 0) {
            return Outcome.VENUE_NOT_FOUND;
        }
        Instrument of = instruments.find(command.instrumentId);
        Listing listing = of == null ? null : of.listing;
        if (of == null || listing == null || listing.venueId != command.venueId) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        reports.take(command, venue, of, listing, result);
        return Outcome.ACCEPTED;
    }

    Outcome doubt(DoubtVenueOrder command) {
        RoutedOrder order = routed.find(command.orderId);
        if (order == null) {
            return Outcome.ORDER_NOT_FOUND;
        }
        requests.doubt(order, command.requestNumber);
        return Outcome.ACCEPTED;
    }

    Outcome resolve(ResolveVenueBreak command) {
        return breaks.resolve(command);
    }

    Outcome collect(CollectReceivable command, Result result) {
        Asset asset = ledger.assets().find(command.assetId);
        if (asset == null) {
            return Outcome.ASSET_NOT_FOUND;
        }
        int accountIndex = ledger.accounts().find(command.accountId);
        if (accountIndex == Accounts.NOT_FOUND) {
            return Outcome.ACCOUNT_NOT_FOUND;
        }
        if (ledger.balances().isFrozen(asset.index())) {
            return Outcome.ASSET_FROZEN;
        }
        int errorIndex =
                errorAccountId == 0 ? Accounts.NOT_FOUND : ledger.accounts().find(errorAccountId);
        long collectedMinor = errorIndex == Accounts.NOT_FOUND
                ? 0
                : clearing.collect(accountIndex, asset.index(), asset.assetId(), errorIndex);
        result.entityId = collectedMinor;
        return collectedMinor > 0 ? Outcome.ACCEPTED : Outcome.NOTHING_OWED;
    }

    private int indexOf(int venueId) {
        for (int i = 0; i < venueCount; i++) {
            if (venueIds[i] == venueId) {
                return i;
            }
        }
        return -1;
    }

    void audit(HeldTally tally) {
        routed.audit(tally);
        executions.audit();
    }

    long digest() {
        long digest = routed.digest() + executions.digest() + breaks.digest();
        for (int i = 0; i < venueCount; i++) {
            digest += Mix.pair(Mix.start(DIGEST_TAG), venueIds[i], up[i] ? 1 : 0);
        }
        for (int i = 0; i < instruments.size(); i++) {
            Listing listing = instruments.at(i).listing;
            digest += listing == null ? 0 : listing.hash();
            digest += convertedHash(instruments.at(i));
        }
        return digest + Mix.pair(Mix.start(DIGEST_TAG), errorAccountId, sweeping ? ~(long) venueCount : venueCount);
    }

    private static long convertedHash(Instrument of) {
        boolean wasConverted = (of.convertedTradeId | of.convertedOrderId) != 0;
        return wasConverted
                ? Mix.pair(
                        Mix.pair(Mix.start(DIGEST_TAG), ~(long) of.instrumentId, of.convertedTradeId),
                        of.convertedOrderId,
                        0)
                : 0;
    }

    void save(StateWriter out) {
        out.writeLong(errorAccountId);
        out.writeInt(venueCount);
        for (int i = 0; i < venueCount; i++) {
            out.writeInt(venueIds[i]);
            out.writeBoolean(up[i]);
        }
        for (int i = 0; i < instruments.size(); i++) {
            Listing listing = instruments.at(i).listing;
            out.writeInt(listing == null ? 0 : listing.venueId);
            if (listing != null) {
                out.writeLong(listing.clearingAccountId);
                out.writeBoolean(listing.queuesWhenDown);
            }
            out.writeLong(instruments.at(i).convertedTradeId);
            out.writeLong(instruments.at(i).convertedOrderId);
        }
        out.writeBoolean(sweeping);
        routed.save(out);
        executions.save(out);
        breaks.save(out);
        ledger.receivables().save(out);
    }

    void load(StateReader in) {
        errorAccountId = in.readLong();
        venueCount = in.readCount(VENUES_MAX);
        for (int i = 0; i < venueCount; i++) {
            venueIds[i] = in.readInt();
            up[i] = in.readBoolean();
        }
        SetListing terms = new SetListing();
        for (int i = 0; i < instruments.size(); i++) {
            terms.venueId = in.readInt();
            if (terms.venueId != 0) {
                terms.instrumentId = instruments.at(i).instrumentId;
                terms.clearingAccountId = in.readLong();
                terms.errorAccountId = errorAccountId;
                terms.queuesWhenDown = in.readBoolean();
                Invariant.check(
                        indexOf(terms.venueId) >= 0 && isValid(terms, instruments.at(i)),
                        "a listing in the snapshot could be set");
                set(instruments.at(i), terms);
            }
            instruments.at(i).convertedTradeId = in.readLong();
            instruments.at(i).convertedOrderId = in.readLong();
        }
        sweeping = in.readBoolean();
        routed.load(in, instruments, schedules, orders.lastOrderId());
        executions.load(in, ledger.accounts(), instruments);
        breaks.load(in);
        ledger.receivables().load(in, ledger.assets().size());
    }
}
