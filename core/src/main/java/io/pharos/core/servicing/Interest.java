package io.pharos.core.servicing;

import io.pharos.core.command.Result;
import io.pharos.core.command.SetInterestTerms;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.InterestAccrued;
import io.pharos.core.event.InterestCredited;
import io.pharos.core.event.InterestTermsSet;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Asset;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.PostingCause;
import io.pharos.core.settlement.Settlement;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Interest on the settled cash of customers: accrued when a business day begins, for each day since the one before, on what
 * the account had at that moment; paid on the first business day after a period ended, in whole minor units. What is left of
 * one stays accrued.
 *
 * <p>Settled is what is available, held for orders, or sold for and not yet delivered against, less what may be used
 * although it has not settled.
 */
public final class Interest {
    private static final int PPM_MAX = 1_000_000;
    private static final int DAYS_MAX = 366;

    private final Ledger ledger;
    private final Balances balances;
    private final Settlement settlement;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final List<InterestTerms> currencies = new ArrayList<>();
    private final InterestAccruals accruals = new InterestAccruals();
    private final PostingCause cause = new PostingCause();
    private final InterestTermsSet termsSet = new InterestTermsSet();
    private final InterestCredited credited = new InterestCredited();
    private final InterestAccrued accrued = new InterestAccrued();

    Interest(Ledger ledger, Settlement settlement, Sequencer sequencer, EventSink sink) {
        this.ledger = ledger;
        this.settlement = settlement;
        this.sequencer = sequencer;
        this.sink = sink;
        balances = ledger.balances();
    }

    public Outcome set(SetInterestTerms command, Result result) {
        Outcome outcome = check(command);
        if (outcome == Outcome.ACCEPTED && settlement.dateOf(command.calendarId) == 0) {
            outcome = Outcome.CALENDAR_NOT_FOUND;
        }
        InterestTerms known = find(command.assetId);
        if (outcome == Outcome.ACCEPTED && known != null && known.accruing) {
            outcome = Outcome.END_OF_DAY_RUNNING;
        }
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        result.entityId = command.assetId;
        if (known == null || known.terms.fingerprint() != command.fingerprint()) {
            if (known == null) {
                add(InterestTerms.copyOf(command));
            } else {
                known.terms = InterestTerms.copyOf(command);
            }
            emit(command);
        }
        return Outcome.ACCEPTED;
    }

    private Outcome check(SetInterestTerms terms) {
        if (ledger.assets().find(terms.assetId) == null) {
            return Outcome.ASSET_NOT_FOUND;
        }
        boolean isKnown = (terms.dayCount == 360 || terms.dayCount == 365)
                && terms.creditDay >= 1
                && terms.creditDay <= 28
                && (terms.creditMonths == 1
                        || terms.creditMonths == 3
                        || terms.creditMonths == 6
                        || terms.creditMonths == 12);
        boolean areRates = isRate(terms.ratePpm) && isRate(terms.band1Ppm) && isRate(terms.band2Ppm);
        boolean areBands = terms.band1Minor >= 0
                && terms.band1Minor <= Balances.OUTSTANDING_MAX_MINOR
                && terms.band2Minor <= Balances.OUTSTANDING_MAX_MINOR
                && (terms.band1Minor > 0 || terms.band1Ppm == 0)
                && (terms.band2Minor == 0
                        ? terms.band2Ppm == 0
                        : terms.band1Minor > 0 && terms.band2Minor > terms.band1Minor);
        if (!isKnown || !areRates || !areBands) {
            return Outcome.INTEREST_TERMS_INVALID;
        }
        int payer = ledger.accounts().find(terms.payerAccountId);
        return payer != Accounts.NOT_FOUND && ledger.accounts().isHouse(payer)
                ? Outcome.ACCEPTED
                : Outcome.SOURCE_ACCOUNT_INVALID;
    }

    private static boolean isRate(int ppm) {
        return ppm >= 0 && ppm <= PPM_MAX;
    }

    /** Begins the run of a business day that has just begun; the first day of a calendar accrues nothing. */
    void dayBegan(int calendarId, int previousDate, int date) {
        for (int i = 0; i < currencies.size(); i++) {
            InterestTerms of = currencies.get(i);
            if (of.terms.calendarId == calendarId && previousDate != 0) {
                int days = Math.min(DAYS_MAX, Settlement.daysBetween(previousDate, date));
                of.begin(previousDate, date, days, ledger.accounts().size());
                balances.watch(of.assetIndex, true);
            }
        }
    }

    /** Whether a run of a calendar is not finished. */
    boolean hasWork(int calendarId) {
        for (int i = 0; i < currencies.size(); i++) {
            if (currencies.get(i).accruing && currencies.get(i).terms.calendarId == calendarId) {
                return true;
            }
        }
        return false;
    }

    /** Looks at so many accounts; returns at how many. */
    int step(int calendarId, int most) {
        int done = 0;
        for (int i = 0; i < currencies.size(); i++) {
            InterestTerms of = currencies.get(i);
            if (of.accruing && of.terms.calendarId == calendarId) {
                for (; done < most && of.cursor < of.accountsEnd; done++) {
                    look(of, of.cursor++);
                }
                if (of.cursor == of.accountsEnd) {
                    of.accruing = false;
                    balances.watch(of.assetIndex, false);
                    emit(of);
                }
            }
        }
        return done;
    }

    /** Accrues an account whose balance is about to change. */
    void beforeChange(int slot) {
        for (int i = 0; i < currencies.size(); i++) {
            InterestTerms of = currencies.get(i);
            if (of.accruing && of.assetIndex == balances.assetIndex(slot)) {
                accrue(of, slot);
            }
        }
    }

    /**
     * Accrues and pays an account that has something settled or has borne interest before. A balance of zero may not be there
     * after a restart: whether it is must not count.
     */
    private void look(InterestTerms of, int accountIndex) {
        if (ledger.accounts().isHouse(accountIndex)) {
            return;
        }
        int found = balances.find(accountIndex, of.assetIndex);
        boolean bears =
                accruals.has(accountIndex, of.assetIndex) || (found != Balances.NOT_FOUND && settledMinor(found) > 0);
        if (bears) {
            int slot = balances.findOrAdd(accountIndex, of.assetIndex);
            accrue(of, slot);
            pay(of, slot);
        }
    }

    private long settledMinor(int slot) {
        return Math.max(
                0,
                balances.availableMinor(slot)
                        + balances.heldMinor(slot)
                        + balances.unsettledOutMinor(slot)
                        - ledger.proceeds().creditedMinor(slot));
    }

    private void accrue(InterestTerms of, int slot) {
        int accountIndex = balances.accountIndex(slot);
        if (balances.isHouse(slot) || accountIndex >= of.accountsEnd) {
            return;
        }
        int record = accruals.findOrAdd(accountIndex, of.assetIndex);
        if (!accruals.isDone(record, of.run)) {
            long settledMinor = settledMinor(slot);
            long beforeMinor = accruals.wholeMinor(record) + accruals.dueMinor(record);
            long beforeParts = accruals.parts(record);
            accruals.accrue(record, of, settledMinor);
            of.accruedMinor += accruals.wholeMinor(record) + accruals.dueMinor(record) - beforeMinor;
            of.accruedParts += accruals.parts(record) - beforeParts;
            of.accruedMinor += Math.floorDiv(of.accruedParts, InterestAccruals.SCALE);
            of.accruedParts = Math.floorMod(of.accruedParts, InterestAccruals.SCALE);
            of.accounts += settledMinor > 0 ? 1 : 0;
            of.balanceMinor += settledMinor;
        }
    }

    private void pay(InterestTerms of, int slot) {
        int record = accruals.findOrAdd(balances.accountIndex(slot), of.assetIndex);
        long dueMinor = accruals.dueMinor(record);
        int payer = balances.findOrAdd(ledger.accounts().find(of.terms.payerAccountId), of.assetIndex);
        if (dueMinor == 0 || balances.checkSpend(payer, dueMinor) != Outcome.ACCEPTED) {
            return;
        }
        accruals.paid(record);
        of.accruedMinor -= dueMinor;
        of.creditedMinor += dueMinor;
        cause.clear();
        ledger.postings().post(payer, Bucket.AVAILABLE, slot, dueMinor, PostingCode.INTEREST, cause);
        credited.accountId = ledger.accounts().accountId(balances.accountIndex(slot));
        credited.amountMinor = dueMinor;
        credited.carriedParts = accruals.parts(record);
        credited.assetId = of.terms.assetId;
        credited.date = of.periodEnd;
        sequencer.stamp(credited);
        sink.onInterestCredited(credited);
    }

    private @Nullable InterestTerms find(int assetId) {
        for (int i = 0; i < currencies.size(); i++) {
            if (currencies.get(i).terms.assetId == assetId) {
                return currencies.get(i);
            }
        }
        return null;
    }

    private InterestTerms add(SetInterestTerms terms) {
        Asset asset = ledger.assets().find(terms.assetId);
        if (asset == null) {
            throw new IllegalStateException("the asset of interest terms has been checked");
        }
        InterestTerms of = new InterestTerms(asset.index(), terms);
        currencies.add(of);
        return of;
    }

    long digest() {
        long digest = accruals.digest();
        for (int i = 0; i < currencies.size(); i++) {
            digest += currencies.get(i).hash();
        }
        return digest;
    }

    void audit() {
        long[] wholeMinor = new long[ledger.assets().size()];
        long[] parts = new long[ledger.assets().size()];
        accruals.audit(wholeMinor, parts);
        for (int i = 0; i < currencies.size(); i++) {
            InterestTerms of = currencies.get(i);
            Invariant.check(
                    of.accruedMinor == wholeMinor[of.assetIndex] && of.accruedParts == parts[of.assetIndex],
                    "the interest accrued of a currency is that of its accounts");
        }
    }

    void save(StateWriter out) {
        out.writeInt(currencies.size());
        for (int i = 0; i < currencies.size(); i++) {
            currencies.get(i).save(out);
        }
        accruals.save(out);
    }

    void load(StateReader in) {
        int count = in.readCount(ledger.assets().size());
        for (int i = 0; i < count; i++) {
            SetInterestTerms terms = InterestTerms.loadTerms(in);
            Invariant.check(
                    check(terms) == Outcome.ACCEPTED && find(terms.assetId) == null,
                    "interest terms in the snapshot could be set");
            InterestTerms of = add(terms);
            of.load(in);
            if (of.accruing) {
                balances.watch(of.assetIndex, true);
            }
        }
        accruals.load(in, ledger.accounts().size(), ledger.assets().size());
        long[] wholeMinor = new long[ledger.assets().size()];
        long[] parts = new long[ledger.assets().size()];
        accruals.audit(wholeMinor, parts);
        for (int i = 0; i < currencies.size(); i++) {
            InterestTerms of = currencies.get(i);
            of.accruedMinor = wholeMinor[of.assetIndex];
            of.accruedParts = parts[of.assetIndex];
        }
    }

    private void emit(SetInterestTerms terms) {
        InterestTermsSet event = termsSet;
        event.assetId = terms.assetId;
        event.calendarId = terms.calendarId;
        event.payerAccountId = terms.payerAccountId;
        event.dayCount = terms.dayCount;
        event.creditDay = terms.creditDay;
        event.creditMonths = terms.creditMonths;
        event.ratePpm = terms.ratePpm;
        event.band1Minor = terms.band1Minor;
        event.band1Ppm = terms.band1Ppm;
        event.band2Minor = terms.band2Minor;
        event.band2Ppm = terms.band2Ppm;
        sequencer.stamp(event);
        sink.onInterestTermsSet(event);
    }

    private void emit(InterestTerms of) {
        InterestAccrued event = accrued;
        event.accounts = of.accounts;
        event.balanceMinor = of.balanceMinor;
        event.accruedMinor = of.accruedMinor;
        event.accruedParts = of.accruedParts;
        event.creditedMinor = of.creditedMinor;
        event.assetId = of.terms.assetId;
        event.calendarId = of.terms.calendarId;
        event.date = of.date;
        event.days = of.daysBefore + of.daysAfter;
        sequencer.stamp(event);
        sink.onInterestAccrued(event);
    }
}
