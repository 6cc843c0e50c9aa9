package io.pharos.core.settlement;

import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.HeldTally;
import io.pharos.core.ledger.UnsettledProceeds;
import io.pharos.core.state.Invariant;
import java.util.ArrayDeque;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The open obligations, by instrument, account and day. Keeps what follows from them in step: the unsettled amounts that
 * are declared to the balances, the proceeds that may not leave yet, the digest.
 *
 * <p>As many as there are accounts that traded an instrument on one of three days, or failed.
 */
final class Obligations {
    private final Balances balances;
    private final UnsettledProceeds proceeds;
    private final Long2ObjectHashMap<Obligation> byKey = new Long2ObjectHashMap<>();
    private final ArrayDeque<Obligation> pool = new ArrayDeque<>();
    private long lastPosition;
    private long digest;

    Obligations(Balances balances, UnsettledProceeds proceeds) {
        this.balances = balances;
        this.proceeds = proceeds;
    }

    /** The obligation of an account on a day, which is opened where there is none. */
    Obligation findOrOpen(SettlementTerms terms, BusinessCalendar calendar, int accountIndex) {
        long dueDay = calendar.day + terms.lagDays;
        Obligation obligation = byKey.get(Obligation.key(terms.index, accountIndex, dueDay));
        if (obligation == null) {
            obligation = pool.isEmpty() ? new Obligation() : pool.pop();
            obligation.terms = terms;
            obligation.accountIndex = accountIndex;
            obligation.dueDay = dueDay;
            obligation.tradeDate = calendar.date;
            obligation.position = ++lastPosition;
            calendar.coming(dueDay).append(obligation);
            terms.openCount++;
            byKey.put(obligation.key(), obligation);
            digest += obligation.hash();
        }
        return obligation;
    }

    /** Called before an obligation changes. */
    void changing(Obligation obligation) {
        balances.changing(quoteSlot(obligation));
        declare(obligation, -1);
        digest -= obligation.hash();
    }

    /** Called when an obligation has changed. */
    void changed(Obligation obligation) {
        declare(obligation, 1);
        digest += obligation.hash();
    }

    /** Puts an obligation that failed behind all others; the caller has taken it out of its list. */
    void fail(Obligation obligation, BusinessCalendar calendar) {
        changing(obligation);
        obligation.failedDays++;
        obligation.position = ++lastPosition;
        changed(obligation);
        calendar.failed.append(obligation);
    }

    /** Ends a settled obligation; the caller has taken it out of its list and moved what it was about. */
    void close(Obligation obligation) {
        changing(obligation);
        obligation.terms().openCount--;
        byKey.remove(obligation.key());
        obligation.clear();
        pool.push(obligation);
    }

    int size() {
        return byKey.size();
    }

    long lastPosition() {
        return lastPosition;
    }

    long digest() {
        return digest;
    }

    void loadCounter(long lastPosition) {
        this.lastPosition = lastPosition;
    }

    /** Takes an obligation of a snapshot, whose list the caller chooses. */
    void loaded(Obligation obligation) {
        Invariant.check(
                obligation.position > 0
                        && obligation.position <= lastPosition
                        && (obligation.baseInMinor
                                        | obligation.baseOutMinor
                                        | obligation.baseCreditedMinor
                                        | obligation.quoteInMinor
                                        | obligation.quoteOutMinor
                                        | obligation.quoteCreditedMinor)
                                >= 0,
                "an obligation in the snapshot is one");
        obligation.terms().openCount++;
        Invariant.check(byKey.put(obligation.key(), obligation) == null, "an obligation is open once");
        changed(obligation);
    }

    /** Adds an obligation to the tally and returns its hash. */
    long audit(Obligation obligation, HeldTally tally) {
        tally.addUnsettled(baseSlot(obligation), obligation.baseInMinor, obligation.baseOutMinor);
        tally.addUnsettled(quoteSlot(obligation), obligation.quoteInMinor, obligation.quoteOutMinor);
        return obligation.hash();
    }

    int baseSlot(Obligation obligation) {
        return balances.findOrAdd(obligation.accountIndex, obligation.terms().baseAssetIndex);
    }

    int quoteSlot(Obligation obligation) {
        return balances.findOrAdd(obligation.accountIndex, obligation.terms().quoteAssetIndex);
    }

    private void declare(Obligation o, int sign) {
        SettlementTerms terms = o.terms();
        balances.declareUnsettled(terms.baseAssetIndex, sign * o.baseInMinor, sign * o.baseOutMinor);
        balances.declareUnsettled(terms.quoteAssetIndex, sign * o.quoteInMinor, sign * o.quoteOutMinor);
        bind(o, baseSlot(o), sign, o.baseCreditedMinor, o.baseOutMinor);
        bind(o, quoteSlot(o), sign, o.quoteCreditedMinor, o.quoteOutMinor);
    }

    /** What failed comes on a day not known; what it would pay then is not counted against what must not leave. */
    private void bind(Obligation o, int slot, int sign, long creditedMinor, long outMinor) {
        proceeds.addCredited(o.terms().calendarIndex, slot, sign * creditedMinor);
        if (o.failedDays > 0) {
            proceeds.addFailed(o.terms().calendarIndex, slot, sign * creditedMinor);
        } else {
            proceeds.add(o.terms().calendarIndex, slot, o.dueDay, sign * (creditedMinor - outMinor));
        }
    }
}
