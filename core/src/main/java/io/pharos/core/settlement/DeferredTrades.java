package io.pharos.core.settlement;

import io.pharos.core.event.EventSink;
import io.pharos.core.event.ObligationChanged;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.PostingCause;
import io.pharos.core.ledger.Postings;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import java.util.List;

/**
 * Posts the trades that settle on a later day. What is to be delivered and paid leaves what the orders hold for the
 * unsettled bucket of its owner; what is to be received is claimed of the clearing account, which falls by as much:
 *
 * <pre>
 *   buyer   held           -> buyer  unsettled out     cash
 *   clearing available     -> seller unsettled in      cash        (available, where proceeds are usable)
 *   seller  held           -> seller unsettled out     securities
 *   clearing available     -> buyer  unsettled in      securities  (available, where they may be sold the same day)
 * </pre>
 */
public final class DeferredTrades {
    private final Balances balances;
    private final Postings postings;
    private final Ledger ledger;
    private final List<BusinessCalendar> calendars;
    private final Obligations obligations;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final ObligationChanged changed = new ObligationChanged();

    DeferredTrades(
            Ledger ledger,
            List<BusinessCalendar> calendars,
            Obligations obligations,
            Sequencer sequencer,
            EventSink sink) {
        this.ledger = ledger;
        this.calendars = calendars;
        this.obligations = obligations;
        this.sequencer = sequencer;
        this.sink = sink;
        balances = ledger.balances();
        postings = ledger.postings();
    }

    /**
     * Whether an amount, which is available, may be spent on an order of the instrument: {@code ACCEPTED},
     * {@code BALANCE_OVERFLOW} where more would be claimed of clearing than can be counted, {@code PROCEEDS_UNSETTLED}
     * where it comes later than it would be needed.
     */
    public Outcome checkSpend(SettlementTerms terms, int slot, long amountMinor) {
        return checkSpend(terms, slot, amountMinor, 0);
    }

    /** The same where a part of the amount is not the account's own but lent to it, and so has settled. */
    public Outcome checkSpend(SettlementTerms terms, int slot, long amountMinor, long lentMinor) {
        boolean isOwn = amountMinor > lentMinor;
        if (terms.isImmediate()) {
            return isOwn ? ledger.proceeds().checkLeave(slot, amountMinor - lentMinor) : Outcome.ACCEPTED;
        }
        if (!hasRoom(balances.assetIndex(slot), amountMinor)) {
            return Outcome.BALANCE_OVERFLOW;
        }
        long dueDay = calendars.get(terms.calendarIndex).day + terms.lagDays;
        return isOwn
                ? ledger.proceeds().checkUse(slot, amountMinor - lentMinor, terms.calendarIndex, dueDay)
                : Outcome.ACCEPTED;
    }

    /**
     * Whether what clearing accounts are below zero stays countable if all that is held of the asset, and an amount more,
     * traded: it is what is unsettled out. A trade moves from held to unsettled out, so that the sum never grows but where
     * this is asked.
     */
    boolean hasRoom(int assetIndex, long amountMinor) {
        long roomMinor = Balances.CLEARING_MAX_MINOR - balances.totalUnsettledOutMinor(assetIndex);
        return amountMinor <= roomMinor && balances.totalHeldMinor(assetIndex) <= roomMinor - amountMinor;
    }

    /** Moves the securities of a trade: out of what the seller holds, to what the buyer claims. */
    public void deliver(SettlementTerms terms, int sellerSlot, int buyerSlot, long baseMinor, PostingCause cause) {
        postings.post(
                sellerSlot,
                Bucket.HELD,
                sellerSlot,
                Bucket.UNSETTLED_OUT,
                baseMinor,
                PostingCode.TRADE_SECURITY,
                cause);
        postings.post(
                terms.clearingBaseSlot,
                Bucket.AVAILABLE,
                buyerSlot,
                terms.sameDaySale ? Bucket.AVAILABLE : Bucket.UNSETTLED_IN,
                baseMinor,
                PostingCode.TRADE_SECURITY,
                cause);
    }

    /** Moves the cash of a trade: out of what the buyer holds, to what the seller claims. */
    public void pay(SettlementTerms terms, int buyerSlot, int sellerSlot, long quoteMinor, PostingCause cause) {
        postings.post(
                buyerSlot, Bucket.HELD, buyerSlot, Bucket.UNSETTLED_OUT, quoteMinor, PostingCode.TRADE_CASH, cause);
        postings.post(
                terms.clearingQuoteSlot,
                Bucket.AVAILABLE,
                sellerSlot,
                proceedsBucket(terms),
                quoteMinor,
                PostingCode.TRADE_CASH,
                cause);
    }

    /** The bucket into which the proceeds of a sale go, and out of which its fees are paid. */
    public Bucket proceedsBucket(SettlementTerms terms) {
        return terms.isImmediate() || terms.proceedsUsable ? Bucket.AVAILABLE : Bucket.UNSETTLED_IN;
    }

    /**
     * Notes what a trade leaves to settle.
     *
     * @param proceedsMinor what the seller claims: the notional less fees and tax
     */
    public void note(
            SettlementTerms terms,
            int buyerIndex,
            int sellerIndex,
            long baseMinor,
            long quoteMinor,
            long proceedsMinor,
            long tradeId) {
        BusinessCalendar calendar = calendars.get(terms.calendarIndex);
        Obligation buy = obligations.findOrOpen(terms, calendar, buyerIndex);
        obligations.changing(buy);
        buy.quoteOutMinor += quoteMinor;
        if (terms.sameDaySale) {
            buy.baseCreditedMinor += baseMinor;
        } else {
            buy.baseInMinor += baseMinor;
        }
        obligations.changed(buy);
        emit(buy, calendar, tradeId);

        Obligation sell = obligations.findOrOpen(terms, calendar, sellerIndex);
        obligations.changing(sell);
        sell.baseOutMinor += baseMinor;
        if (terms.proceedsUsable) {
            sell.quoteCreditedMinor += proceedsMinor;
        } else {
            sell.quoteInMinor += proceedsMinor;
        }
        obligations.changed(sell);
        emit(sell, calendar, tradeId);
    }

    private void emit(Obligation of, BusinessCalendar calendar, long tradeId) {
        ObligationChanged event = changed;
        event.accountId = ledger.accounts().accountId(of.accountIndex);
        event.dueDay = of.dueDay;
        event.baseInMinor = of.baseInMinor;
        event.baseOutMinor = of.baseOutMinor;
        event.baseCreditedMinor = of.baseCreditedMinor;
        event.quoteInMinor = of.quoteInMinor;
        event.quoteOutMinor = of.quoteOutMinor;
        event.quoteCreditedMinor = of.quoteCreditedMinor;
        event.tradeId = tradeId;
        event.instrumentId = of.terms().instrumentId;
        event.calendarId = calendar.calendarId;
        event.tradeDate = of.tradeDate;
        sequencer.stamp(event);
        sink.onObligationChanged(event);
    }
}
