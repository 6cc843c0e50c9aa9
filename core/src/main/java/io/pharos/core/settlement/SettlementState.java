package io.pharos.core.settlement;

import io.pharos.core.command.SetSettlementRules;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.HeldTally;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.UnsettledProceeds;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** Digest, audit and snapshot of settlement. */
final class SettlementState {
    private static final long DIGEST_TAG = 35;

    private final Ledger ledger;
    private final List<SettlementTerms> terms;
    private final Int2ObjectHashMap<SettlementTerms> termsById;
    private final List<BusinessCalendar> calendars;
    private final Obligations obligations;

    SettlementState(
            Ledger ledger,
            List<SettlementTerms> terms,
            Int2ObjectHashMap<SettlementTerms> termsById,
            List<BusinessCalendar> calendars,
            Obligations obligations) {
        this.ledger = ledger;
        this.terms = terms;
        this.termsById = termsById;
        this.calendars = calendars;
        this.obligations = obligations;
    }

    void set(SettlementTerms of, SetSettlementRules rules) {
        of.set(rules);
        resolve(of);
    }

    long digest() {
        long digest = obligations.digest() + Mix.pair(Mix.start(DIGEST_TAG), obligations.lastPosition(), 0);
        for (int i = 0; i < terms.size(); i++) {
            digest += terms.get(i).hash();
        }
        for (int i = 0; i < calendars.size(); i++) {
            digest += calendars.get(i).hash();
        }
        return digest;
    }

    /** Recomputes the digest of the obligations and what each instrument's clearing account has, and fills the tally. */
    void audit(HeldTally tally) {
        long[] claimedMinor = new long[terms.size()];
        long hashes = 0;
        int count = 0;
        for (int i = 0; i < calendars.size(); i++) {
            BusinessCalendar calendar = calendars.get(i);
            for (ObligationList coming : calendar.coming) {
                hashes += audit(coming, tally, claimedMinor);
                count += coming.size();
            }
            hashes += audit(calendar.work, tally, claimedMinor) + audit(calendar.failed, tally, claimedMinor);
            count += calendar.work.size() + calendar.failed.size();
        }
        Invariant.check(hashes == obligations.digest(), "the digest of the obligations is that of each");
        Invariant.check(count == obligations.size(), "each obligation stands in one list");
        for (int i = 0; i < terms.size(); i++) {
            Invariant.check(
                    terms.get(i).poolMinor >= 0 && claimedMinor[i] == terms.get(i).poolMinor,
                    "what is claimed of an instrument is what is to be delivered and what was");
        }
    }

    void save(StateWriter out) {
        out.writeInt(calendars.size());
        for (int i = 0; i < calendars.size(); i++) {
            BusinessCalendar calendar = calendars.get(i);
            out.writeInt(calendar.calendarId);
            out.writeLong(calendar.day);
            out.writeInt(calendar.date);
            out.writeBoolean(calendar.receiving);
            out.writeInt(calendar.passed);
            out.writeLong(calendar.settledToday);
            out.writeLong(calendar.failedToday);
        }
        for (int i = 0; i < terms.size(); i++) {
            terms.get(i).save(out);
        }
        out.writeLong(obligations.lastPosition());
        for (int i = 0; i < calendars.size(); i++) {
            BusinessCalendar calendar = calendars.get(i);
            for (ObligationList coming : calendar.coming) {
                save(coming, out);
            }
            save(calendar.work, out);
            save(calendar.failed, out);
        }
    }

    void load(StateReader in) {
        int calendarCount = in.readCount(UnsettledProceeds.CALENDARS_MAX);
        for (int i = 0; i < calendarCount; i++) {
            BusinessCalendar calendar = new BusinessCalendar(i, in.readInt());
            calendar.day = in.readLong();
            calendar.date = in.readInt();
            calendar.receiving = in.readBoolean();
            calendar.passed = in.readInt();
            calendar.settledToday = in.readLong();
            calendar.failedToday = in.readLong();
            calendars.add(calendar);
            ledger.proceeds().today(i, calendar.day);
        }
        for (int i = 0; i < terms.size(); i++) {
            terms.get(i).load(in);
            resolve(terms.get(i));
        }
        obligations.loadCounter(in.readLong());
        for (int i = 0; i < calendarCount; i++) {
            BusinessCalendar calendar = calendars.get(i);
            for (ObligationList coming : calendar.coming) {
                load(coming, in);
            }
            load(calendar.work, in);
            load(calendar.failed, in);
            Invariant.check(
                    calendar.passed >= 0 && calendar.passed <= calendar.work.size(),
                    "a day in the snapshot passed over receivers that are there");
            calendar.cursor = calendar.receiving ? null : at(calendar.work, calendar.passed);
        }
    }

    /** Finds what the rules name. */
    private void resolve(SettlementTerms of) {
        of.calendarIndex = 0;
        for (int i = 0; i < calendars.size(); i++) {
            if (calendars.get(i).calendarId == of.calendarId) {
                of.calendarIndex = i;
            }
        }
        int clearing = ledger.accounts().find(of.clearingAccountId);
        Invariant.check(
                of.lagDays == 0 || (clearing != Accounts.NOT_FOUND && of.calendarIndex < calendars.size()),
                "what settles later has a clearing account and a calendar");
        if (clearing != Accounts.NOT_FOUND) {
            of.clearingBaseSlot = ledger.balances().findOrAdd(clearing, of.baseAssetIndex);
            of.clearingQuoteSlot = ledger.balances().findOrAdd(clearing, of.quoteAssetIndex);
        }
    }

    private long audit(ObligationList list, HeldTally tally, long[] claimedMinor) {
        long hashes = 0;
        for (Obligation o = list.first; o != null; o = o.next) {
            hashes += obligations.audit(o, tally);
            claimedMinor[o.terms().index] += o.netBaseMinor();
        }
        return hashes;
    }

    private void save(ObligationList list, StateWriter out) {
        out.writeInt(list.size());
        for (Obligation o = list.first; o != null; o = o.next) {
            o.save(out);
        }
    }

    private void load(ObligationList list, StateReader in) {
        int count = in.readCount(Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            Obligation obligation = new Obligation();
            SettlementTerms of = termsById.get(in.readInt());
            Invariant.check(of != null, "an obligation in the snapshot is of an instrument");
            obligation.terms = of;
            obligation.load(in, ledger.accounts().size());
            obligations.loaded(obligation);
            list.append(obligation);
        }
    }

    private static @Nullable Obligation at(ObligationList list, int place) {
        Obligation found = list.first;
        for (int i = 0; i < place && found != null; i++) {
            found = found.next;
        }
        return found;
    }
}
