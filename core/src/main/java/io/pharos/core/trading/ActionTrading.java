package io.pharos.core.trading;

import io.pharos.core.event.EventSink;
import io.pharos.core.event.ReferencePriceAdjusted;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Asset;
import io.pharos.core.settlement.Settlement;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * What corporate actions and the end of a day do to trading. Instruments are named by their ids, which the caller has found
 * registered.
 */
public final class ActionTrading {
    private final Instruments instruments;
    private final KillSwitches switches;
    private final OrderChanges changes;
    private final Sessions sessions;
    private final Settlement settlement;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final ReferencePriceAdjusted adjusted = new ReferencePriceAdjusted();
    private @Nullable Venues venues;

    ActionTrading(
            Instruments instruments,
            KillSwitches switches,
            OrderChanges changes,
            Sessions sessions,
            Settlement settlement,
            Sequencer sequencer,
            EventSink sink) {
        this.instruments = instruments;
        this.switches = switches;
        this.changes = changes;
        this.sessions = sessions;
        this.settlement = settlement;
        this.sequencer = sequencer;
        this.sink = sink;
    }

    /** Says who knows the orders at venues. */
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

    public boolean isRegistered(int instrumentId) {
        return instruments.find(instrumentId) != null;
    }

    public int baseAssetIndex(int instrumentId) {
        return of(instrumentId).baseAssetIndex;
    }

    public int quoteAssetIndex(int instrumentId) {
        return of(instrumentId).quoteAssetIndex;
    }

    /** Minor units of the base asset in a lot. */
    public long lotMinor(int instrumentId) {
        return of(instrumentId).lotMinor;
    }

    /** Minor units of the quote asset that one tick of one lot is worth. */
    public long tickValueMinor(int instrumentId) {
        return of(instrumentId).tickValueMinor;
    }

    /** Whether another instrument trades the base asset of this one, or is paid in it. */
    public boolean sharesBaseAsset(int instrumentId) {
        Instrument of = of(instrumentId);
        for (int i = 0; i < instruments.size(); i++) {
            Instrument other = instruments.at(i);
            boolean isShared = other.baseAssetIndex == of.baseAssetIndex || other.quoteAssetIndex == of.baseAssetIndex;
            if (other != of && isShared) {
                return true;
            }
        }
        return false;
    }

    /** Whether trades of the instrument are still to be settled. */
    public boolean hasOpenObligations(int instrumentId) {
        return of(instrumentId).settlement.hasOpenObligations();
    }

    /** Whether orders of the instrument are open, here or at its venue. */
    public boolean hasOrders(int instrumentId) {
        Instrument of = of(instrumentId);
        return of.book.orderCount() + of.routedCount > 0;
    }

    /** Whether all that is left to do about its orders is up to its venue, which has been asked to cancel them. */
    public boolean waitsForVenue(int instrumentId) {
        Instrument of = of(instrumentId);
        return of.routedCount > 0 && of.book.orderCount() == 0 && !venues().canAskToCancel(of);
    }

    /** Takes no more orders, and begins to cancel the open ones; those at a venue by asking it. */
    public void restrict(int instrumentId, Outcome restriction) {
        of(instrumentId).restriction = restriction;
        switches.restricted();
        venues().beginSweep();
    }

    /** Says that holdings are about to be converted: what a venue says of trades before it cannot be booked any more. */
    public void converting(int instrumentId) {
        venues().converting(of(instrumentId));
    }

    /** Changes what an account owes of an asset, by so much more (or, negative, less). */
    public void owe(int accountIndex, Asset asset, long changeMinor) {
        venues().owe(accountIndex, asset, changeMinor);
    }

    /** Says after a state was loaded that no orders are taken, or takes orders again. */
    public void restriction(int instrumentId, Outcome restriction) {
        of(instrumentId).restriction = restriction;
        switches.loaded();
    }

    /** The price that an ex date starts from: of the last trade, or else the reference; 0 for none. */
    public long closingPriceTicks(int instrumentId) {
        Instrument of = of(instrumentId);
        return of.lastPriceTicks > 0 ? of.lastPriceTicks : of.referencePriceTicks();
    }

    /** Sets the reference price of the ex date, which stands in the place of the last price, too. */
    public void adjust(int instrumentId, long actionId, long referenceTicks) {
        Instrument of = of(instrumentId);
        ReferencePriceAdjusted event = adjusted;
        event.actionId = actionId;
        event.priceTicks = closingPriceTicks(instrumentId);
        instruments.reference(of, referenceTicks);
        if (of.lastPriceTicks > 0) {
            of.lastPriceTicks = referenceTicks;
            of.session.auctionPriceTicks = 0;
        }
        sessions.priceAdjusted(of);
        if (of.book.pegs.count() > 0) {
            changes.reprice(of);
        }
        event.referencePriceTicks = referenceTicks;
        event.lowerLimitTicks = of.lowerLimitTicks();
        event.upperLimitTicks = of.upperLimitTicks();
        event.instrumentId = instrumentId;
        sequencer.stamp(event);
        sink.onReferencePriceAdjusted(event);
    }

    /** Ends orders of the day of the instruments that settle by a calendar, so many; returns how many it ended. */
    public int expireDayOrders(int calendarId, int most) {
        int left = most;
        for (int i = 0; i < instruments.size() && left > 0; i++) {
            Instrument of = instruments.at(i);
            if (of.book.orderCount() > 0 && of.settlement.isCountedBy(calendarId)) {
                left = expire(of.book.side(Side.BUY), left);
                left = expire(of.book.side(Side.SELL), left);
                left = expire(of.book.waiting(Side.BUY), left);
                left = expire(of.book.waiting(Side.SELL), left);
                left = expire(of.book.parked(Side.BUY), left);
                left = expire(of.book.parked(Side.SELL), left);
                left = expire(of.book.unpriced(Side.BUY), left);
                left = expire(of.book.unpriced(Side.SELL), left);
            }
        }
        return most - left;
    }

    private int expire(BookSide side, int most) {
        int left = most;
        PriceLevel level = side.best();
        while (level != null && left > 0) {
            PriceLevel worse = side.worse(level);
            Order order = side.first(level);
            while (order != null && left > 0) {
                Order behind = side.behind(order);
                if (order.timeInForce == TimeInForce.DAY) {
                    changes.cancelQueued(order, CancelReason.EXPIRED);
                    left--;
                }
                order = behind;
            }
            level = worse;
        }
        return left;
    }

    /** The settlement that trading posts to. */
    public Settlement settlement() {
        return settlement;
    }

    private Instrument of(int instrumentId) {
        Instrument of = instruments.find(instrumentId);
        if (of == null) {
            throw new IllegalArgumentException("no instrument " + instrumentId);
        }
        return of;
    }
}
