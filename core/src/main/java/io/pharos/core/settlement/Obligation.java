package io.pharos.core.settlement;

import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * What one account is due to deliver and to receive of one instrument on one day: the trades of that account netted. A
 * pooled object, linked into a list of its calendar. All amounts in minor units, none below zero.
 */
final class Obligation {
    private static final long DIGEST_TAG = 33;
    private static final int ACCOUNT_BITS = 27;
    private static final int DAY_BITS = 21;

    @Nullable
    SettlementTerms terms;

    int accountIndex;

    /** Day of the calendar on which it is due. */
    long dueDay;

    /** Date of the first of its trades. */
    int tradeDate;

    /** Days on which it failed. */
    int failedDays;

    /** Position among all obligations: those of a list stand in its order. */
    long position;

    long baseInMinor;
    long baseOutMinor;
    long baseCreditedMinor;
    long quoteInMinor;
    long quoteOutMinor;
    long quoteCreditedMinor;

    // Of the list that it stands in; not state.
    @Nullable
    Obligation previous;

    @Nullable
    Obligation next;

    SettlementTerms terms() {
        SettlementTerms of = terms;
        if (of == null) {
            throw new IllegalStateException("an obligation in a list has terms");
        }
        return of;
    }

    /** Securities to receive less securities to deliver. */
    long netBaseMinor() {
        return baseInMinor + baseCreditedMinor - baseOutMinor;
    }

    /** Cash to receive less cash to pay. */
    long netQuoteMinor() {
        return quoteInMinor + quoteCreditedMinor - quoteOutMinor;
    }

    boolean isReceiver() {
        return netBaseMinor() > 0;
    }

    long key() {
        return key(terms().index, accountIndex, dueDay);
    }

    static long key(int termsIndex, int accountIndex, long dueDay) {
        return ((long) termsIndex << ACCOUNT_BITS | accountIndex) << DAY_BITS | dueDay;
    }

    void clear() {
        terms = null;
        accountIndex = 0;
        dueDay = 0;
        tradeDate = 0;
        failedDays = 0;
        position = 0;
        baseInMinor = 0;
        baseOutMinor = 0;
        baseCreditedMinor = 0;
        quoteInMinor = 0;
        quoteOutMinor = 0;
        quoteCreditedMinor = 0;
    }

    long hash() {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), key(), position);
        hash = Mix.pair(hash, tradeDate, failedDays);
        hash = Mix.pair(hash, baseInMinor, baseOutMinor);
        hash = Mix.pair(hash, baseCreditedMinor, quoteInMinor);
        return Mix.pair(hash, quoteOutMinor, quoteCreditedMinor);
    }

    void save(StateWriter out) {
        out.writeInt(terms().instrumentId);
        out.writeInt(accountIndex);
        out.writeLong(dueDay);
        out.writeInt(tradeDate);
        out.writeInt(failedDays);
        out.writeLong(position);
        out.writeLong(baseInMinor);
        out.writeLong(baseOutMinor);
        out.writeLong(baseCreditedMinor);
        out.writeLong(quoteInMinor);
        out.writeLong(quoteOutMinor);
        out.writeLong(quoteCreditedMinor);
    }

    /** Reads what stands after the instrument's id. */
    void load(StateReader in, int accountCount) {
        accountIndex = in.readCount(accountCount - 1);
        dueDay = in.readLong();
        Invariant.check(dueDay >>> DAY_BITS == 0, "the day of an obligation in the snapshot can be counted");
        tradeDate = in.readInt();
        failedDays = in.readInt();
        position = in.readLong();
        baseInMinor = in.readLong();
        baseOutMinor = in.readLong();
        baseCreditedMinor = in.readLong();
        quoteInMinor = in.readLong();
        quoteOutMinor = in.readLong();
        quoteCreditedMinor = in.readLong();
    }
}
