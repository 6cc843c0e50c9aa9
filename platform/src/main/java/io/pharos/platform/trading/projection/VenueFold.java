package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.message.CoreEvent.ListingSet;
import io.pharos.cluster.message.CoreEvent.OrderRouted;
import io.pharos.cluster.message.CoreEvent.ReceivableChanged;
import io.pharos.cluster.message.CoreEvent.VenueBreakFound;
import io.pharos.cluster.message.CoreEvent.VenueBreakResolved;
import io.pharos.cluster.message.CoreEvent.VenueOrderChanged;
import io.pharos.cluster.message.CoreEvent.VenueStateChanged;
import io.pharos.cluster.message.CoreEvent.VenueTradeChanged;
import io.pharos.cluster.message.CoreEvent.VenueTraded;
import io.pharos.platform.trading.position.Position;
import io.pharos.protocol.RouteAction;
import io.pharos.protocol.Side;
import io.pharos.protocol.VenueOrderState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the events of venues do to the rows of a batch. */
final class VenueFold {
    final Map<Integer, ListingSet> listings = new LinkedHashMap<>();
    final Map<Integer, VenueStateChanged> venues = new LinkedHashMap<>();
    final Map<Long, VenueOrderChanged> orders = new LinkedHashMap<>();
    final Map<Long, OrderRouted> requests = new LinkedHashMap<>();
    final Set<Long> ended = new LinkedHashSet<>();
    final List<VenueTraded> trades = new ArrayList<>();
    final List<VenueTradeChanged> changes = new ArrayList<>();
    final List<VenueBreakFound> breaks = new ArrayList<>();
    final List<VenueBreakResolved> resolved = new ArrayList<>();
    final Map<HoldingKey, ReceivableChanged> receivables = new LinkedHashMap<>();

    void fold(ListingSet e) {
        listings.put(e.instrumentId(), e);
    }

    void fold(VenueStateChanged e) {
        venues.put(e.venueId(), e);
    }

    /** A new order waits for its venue; of the other requests {@link VenueOrderChanged} tells. */
    void fold(OrderRouted e) {
        requests.put(e.orderId(), e);
        if (e.action() == RouteAction.NEW) {
            orders.put(
                    e.orderId(),
                    new VenueOrderChanged(
                            e.sequence(),
                            e.timeNanos(),
                            e.clientId(),
                            e.commandId(),
                            e.orderId(),
                            e.accountId(),
                            e.clientTag(),
                            0,
                            0,
                            0,
                            0,
                            0,
                            e.instrumentId(),
                            e.venueId(),
                            e.requestNumber(),
                            0,
                            VenueOrderState.PENDING_NEW,
                            false,
                            false));
        }
    }

    void fold(VenueOrderChanged e) {
        if (e.state() == VenueOrderState.ENDED) {
            orders.remove(e.orderId());
            ended.add(e.orderId());
        } else {
            orders.put(e.orderId(), e);
        }
    }

    void fold(VenueTraded e) {
        trades.add(e);
    }

    void fold(VenueTradeChanged e) {
        changes.add(e);
    }

    void fold(VenueBreakFound e) {
        breaks.add(e);
    }

    void fold(VenueBreakResolved e) {
        resolved.add(e);
    }

    void fold(ReceivableChanged e) {
        receivables.put(new HoldingKey(e.accountId(), e.assetId()), e);
    }

    void foldAny(CoreEvent event) {
        switch (event) {
            case ListingSet e -> fold(e);
            case VenueStateChanged e -> fold(e);
            case OrderRouted e -> fold(e);
            case VenueTraded e -> fold(e);
            case VenueBreakFound e -> fold(e);
            case VenueBreakResolved e -> fold(e);
            case ReceivableChanged e -> fold(e);
            default -> throw new IllegalArgumentException("no event of a venue: " + event);
        }
    }

    /**
     * A holding after a trade was corrected or busted. What a bought quantity cost comes back with it, and what a sold one
     * brought is what it costs now, so that profit and loss together are what they would be without the trade.
     */
    static Position changed(Position before, VenueTradeChanged e, long lotMinor) {
        long moreLots = e.newLots() - e.lots();
        boolean buy = e.side() == Side.BUY;
        long oldCash = buy ? e.notionalMinor() + e.feeMinor() : e.notionalMinor() - e.feeMinor() - e.taxMinor();
        long newCash =
                buy ? e.newNotionalMinor() + e.newFeeMinor() : e.newNotionalMinor() - e.newFeeMinor() - e.newTaxMinor();
        // Cash that the customer gets by the change, and securities.
        long cash = buy ? oldCash - newCash : newCash - oldCash;
        long securities = (buy ? moreLots : -moreLots) * lotMinor;
        if (securities > 0) {
            long cost = Math.max(0, -cash);
            return before.acquire(securities, cost).sell(0, cash + cost);
        }
        long given = Math.min(before.quantityMinor(), -securities - e.baseShortMinor());
        return before.sell(Math.max(0, given), cash);
    }
}
