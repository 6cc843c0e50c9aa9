package io.pharos.core.settlement;

import io.pharos.core.event.BuyInRecorded;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.ObligationSettled;
import io.pharos.core.event.Sequencer;
import io.pharos.core.event.SettlementCompleted;
import io.pharos.core.event.SettlementFailed;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.PostingCause;
import io.pharos.core.ledger.Postings;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.SettlementFailReason;

/**
 * Settles what is due on a day, in steps of any size: first those who deliver on balance, then those who receive, as long
 * as what was delivered lasts; who failed before comes first. Each obligation is settled whole, securities versus cash in
 * one step, or fails whole and waits for the next day.
 */
final class SettlementRun {
    private final Ledger ledger;
    private final Balances balances;
    private final Postings postings;
    private final Obligations obligations;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final PostingCause cause = new PostingCause();
    private final ObligationSettled settled = new ObligationSettled();
    private final SettlementFailed failed = new SettlementFailed();
    private final BuyInRecorded buyIn = new BuyInRecorded();
    private final SettlementCompleted completed = new SettlementCompleted();

    SettlementRun(Ledger ledger, Obligations obligations, Sequencer sequencer, EventSink sink) {
        this.ledger = ledger;
        this.obligations = obligations;
        this.sequencer = sequencer;
        this.sink = sink;
        balances = ledger.balances();
        postings = ledger.postings();
    }

    /** Makes the work of a day that has just begun. */
    void begin(BusinessCalendar calendar) {
        calendar.work.takeAll(calendar.failed);
        calendar.work.takeAll(calendar.coming(calendar.day));
        calendar.cursor = calendar.work.first;
        calendar.passed = 0;
        calendar.receiving = false;
        calendar.settledToday = 0;
        calendar.failedToday = 0;
    }

    /** Looks at so many obligations, and says so when none is left. */
    void settle(BusinessCalendar calendar, int limit) {
        int left = limit;
        while (left > 0 && !calendar.receiving) {
            Obligation obligation = calendar.cursor;
            if (obligation == null) {
                calendar.receiving = true;
                calendar.passed = 0;
            } else {
                calendar.cursor = obligation.next;
                if (obligation.isReceiver()) {
                    calendar.passed++;
                } else {
                    deliver(obligation, calendar);
                }
                left--;
            }
        }
        Obligation receiver = calendar.work.first;
        while (left > 0 && receiver != null) {
            receive(receiver, calendar);
            receiver = calendar.work.first;
            left--;
        }
        if (calendar.work.size() == 0) {
            calendar.receiving = true;
            calendar.cursor = null;
            calendar.passed = 0;
            complete(calendar);
        }
    }

    private void deliver(Obligation obligation, BusinessCalendar calendar) {
        SettlementTerms terms = obligation.terms();
        int slot = obligations.baseSlot(obligation);
        boolean isShort = obligation.netBaseMinor() < 0 && balances.isHouse(slot) && balances.availableMinor(slot) < 0;
        if (terms.suspended) {
            fail(obligation, calendar, SettlementFailReason.SUSPENDED);
        } else if (isShort) {
            fail(obligation, calendar, SettlementFailReason.SELLER_SHORT);
        } else {
            settle(obligation, calendar);
        }
    }

    private void receive(Obligation obligation, BusinessCalendar calendar) {
        SettlementTerms terms = obligation.terms();
        if (terms.suspended) {
            fail(obligation, calendar, SettlementFailReason.SUSPENDED);
        } else if (terms.poolMinor < obligation.netBaseMinor()) {
            fail(obligation, calendar, SettlementFailReason.NOT_DELIVERED);
        } else {
            settle(obligation, calendar);
        }
    }

    private void settle(Obligation obligation, BusinessCalendar calendar) {
        calendar.work.remove(obligation);
        calendar.settledToday++;
        SettlementTerms terms = obligation.terms();
        terms.poolMinor -= obligation.netBaseMinor();
        int baseSlot = obligations.baseSlot(obligation);
        int quoteSlot = obligations.quoteSlot(obligation);
        cause.clear();
        move(baseSlot, Bucket.UNSETTLED_OUT, terms.clearingBaseSlot, obligation.baseOutMinor);
        move(quoteSlot, Bucket.UNSETTLED_OUT, terms.clearingQuoteSlot, obligation.quoteOutMinor);
        move(baseSlot, Bucket.UNSETTLED_IN, baseSlot, obligation.baseInMinor);
        move(quoteSlot, Bucket.UNSETTLED_IN, quoteSlot, obligation.quoteInMinor);
        ObligationSettled event = settled;
        event.accountId = ledger.accounts().accountId(obligation.accountIndex);
        event.dueDay = obligation.dueDay;
        event.baseMinor = obligation.netBaseMinor();
        event.quoteMinor = obligation.netQuoteMinor();
        event.instrumentId = terms.instrumentId;
        event.calendarId = calendar.calendarId;
        event.date = calendar.date;
        event.failedDays = obligation.failedDays;
        obligations.close(obligation);
        sequencer.stamp(event);
        sink.onObligationSettled(event);
    }

    private void move(int fromSlot, Bucket from, int toSlot, long amountMinor) {
        if (amountMinor > 0) {
            postings.post(fromSlot, from, toSlot, amountMinor, PostingCode.SETTLEMENT, cause);
        }
    }

    private void fail(Obligation obligation, BusinessCalendar calendar, SettlementFailReason reason) {
        calendar.work.remove(obligation);
        calendar.failedToday++;
        obligations.fail(obligation, calendar);
        SettlementFailed event = failed;
        event.accountId = ledger.accounts().accountId(obligation.accountIndex);
        event.dueDay = obligation.dueDay;
        event.baseMinor = obligation.netBaseMinor();
        event.quoteMinor = obligation.netQuoteMinor();
        event.instrumentId = obligation.terms().instrumentId;
        event.calendarId = calendar.calendarId;
        event.date = calendar.date;
        event.failedDays = obligation.failedDays;
        event.reason = reason;
        sequencer.stamp(event);
        sink.onSettlementFailed(event);
        boolean isDeliverer = obligation.netBaseMinor() < 0;
        if (isDeliverer && obligation.failedDays == obligation.terms().buyInDays) {
            recordBuyIn(obligation, calendar);
        }
    }

    private void recordBuyIn(Obligation obligation, BusinessCalendar calendar) {
        BuyInRecorded event = buyIn;
        event.accountId = ledger.accounts().accountId(obligation.accountIndex);
        event.dueDay = obligation.dueDay;
        event.baseMinor = -obligation.netBaseMinor();
        event.instrumentId = obligation.terms().instrumentId;
        event.calendarId = calendar.calendarId;
        event.date = calendar.date;
        event.failedDays = obligation.failedDays;
        sequencer.stamp(event);
        sink.onBuyInRecorded(event);
    }

    private void complete(BusinessCalendar calendar) {
        SettlementCompleted event = completed;
        event.calendarId = calendar.calendarId;
        event.date = calendar.date;
        event.day = calendar.day;
        event.settledCount = calendar.settledToday;
        event.failedCount = calendar.failedToday;
        sequencer.stamp(event);
        sink.onSettlementCompleted(event);
    }
}
