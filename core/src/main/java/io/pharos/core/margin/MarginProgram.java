package io.pharos.core.margin;

import io.pharos.core.command.SetMarginProgram;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** A margin program, the accounts under it, and how far its valuation and its accrual are. */
final class MarginProgram {
    private static final long DIGEST_TAG = 61;

    final int assetIndex;
    final List<MarginAccount> accounts = new ArrayList<>();
    SetMarginProgram terms;

    /** What is lent to all accounts, spent or not: what the lending account is below zero for this program. */
    long lentMinor;

    /** The account that the valuation looks at next; -1 between two valuations. */
    int cursor = -1;

    /** Log time of the next valuation. */
    long nextNanos;

    /** The account whose interest accrues next; -1 where the day is done. */
    int accrualCursor = -1;

    MarginProgram(int assetIndex, SetMarginProgram terms) {
        this.assetIndex = assetIndex;
        this.terms = terms;
    }

    /** Log time at which there is something to value; {@code Long.MAX_VALUE} where there is no account. */
    long dueNanos(long nowNanos) {
        if (accounts.isEmpty()) {
            return Long.MAX_VALUE;
        }
        return cursor >= 0 ? nowNanos : nextNanos;
    }

    /** Plans the next valuation. */
    void rest(long nowNanos) {
        cursor = -1;
        nextNanos = nowNanos > Long.MAX_VALUE - terms.revalueNanos ? Long.MAX_VALUE : nowNanos + terms.revalueNanos;
    }

    /** Whether what never changes is the same in other terms. */
    boolean hasKept(SetMarginProgram other) {
        return terms.assetId == other.assetId
                && terms.calendarId == other.calendarId
                && terms.lendingAccountId == other.lendingAccountId
                && terms.dayCount == other.dayCount;
    }

    long hash() {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), terms.fingerprint(), terms.programId);
        hash = Mix.pair(hash, lentMinor, cursor);
        hash = Mix.pair(hash, nextNanos, accrualCursor);
        return Mix.pair(hash, accounts.size(), 0);
    }

    static SetMarginProgram copyOf(SetMarginProgram from) {
        SetMarginProgram to = new SetMarginProgram();
        to.programId = from.programId;
        to.assetId = from.assetId;
        to.calendarId = from.calendarId;
        to.lendingAccountId = from.lendingAccountId;
        to.incomeAccountId = from.incomeAccountId;
        to.closingPpm = from.closingPpm;
        to.warningPpm = from.warningPpm;
        to.restorePpm = from.restorePpm;
        to.withdrawalPpm = from.withdrawalPpm;
        to.concentrationPpm = from.concentrationPpm;
        to.dayCount = from.dayCount;
        to.callDays = from.callDays;
        to.protectionPpm = from.protectionPpm;
        to.creditMaxMinor = from.creditMaxMinor;
        to.revalueNanos = from.revalueNanos;
        return to;
    }

    void save(StateWriter out) {
        out.writeInt(terms.programId);
        out.writeInt(terms.assetId);
        out.writeInt(terms.calendarId);
        out.writeLong(terms.lendingAccountId);
        out.writeLong(terms.incomeAccountId);
        out.writeInt(terms.closingPpm);
        out.writeInt(terms.warningPpm);
        out.writeInt(terms.restorePpm);
        out.writeInt(terms.withdrawalPpm);
        out.writeInt(terms.concentrationPpm);
        out.writeInt(terms.dayCount);
        out.writeInt(terms.callDays);
        out.writeInt(terms.protectionPpm);
        out.writeLong(terms.creditMaxMinor);
        out.writeLong(terms.revalueNanos);
        out.writeInt(cursor);
        out.writeLong(nextNanos);
        out.writeInt(accrualCursor);
    }

    static SetMarginProgram loadTerms(StateReader in) {
        SetMarginProgram terms = new SetMarginProgram();
        terms.programId = in.readInt();
        terms.assetId = in.readInt();
        terms.calendarId = in.readInt();
        terms.lendingAccountId = in.readLong();
        terms.incomeAccountId = in.readLong();
        terms.closingPpm = in.readInt();
        terms.warningPpm = in.readInt();
        terms.restorePpm = in.readInt();
        terms.withdrawalPpm = in.readInt();
        terms.concentrationPpm = in.readInt();
        terms.dayCount = in.readInt();
        terms.callDays = in.readInt();
        terms.protectionPpm = in.readInt();
        terms.creditMaxMinor = in.readLong();
        terms.revalueNanos = in.readLong();
        return terms;
    }

    void loadProgress(StateReader in) {
        cursor = in.readInt();
        nextNanos = in.readLong();
        accrualCursor = in.readInt();
    }
}
