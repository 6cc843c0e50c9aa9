package io.pharos.core.servicing;

import io.pharos.core.command.SetInterestTerms;
import io.pharos.core.settlement.Settlement;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;

/** What interest one currency bears, and how far the run of a day is. */
final class InterestTerms {
    private static final long DIGEST_TAG = 53;

    final int assetIndex;
    SetInterestTerms terms;

    /** Number of the run, from 1: an account has been accrued in it or not. */
    long run;

    boolean accruing;

    /** The account that the walk looks at next. */
    int cursor;

    int accountsEnd;

    /** Business day whose run it is. */
    int date;

    /** Days of interest until the end of a period, and after it. */
    int daysBefore;

    int daysAfter;

    /** Last day of the period that ends in this run; 0 where none does. */
    int periodEnd;

    long accounts;
    long balanceMinor;
    long creditedMinor;

    /** What is accrued and not paid, over all accounts. */
    long accruedMinor;

    long accruedParts;

    InterestTerms(int assetIndex, SetInterestTerms terms) {
        this.assetIndex = assetIndex;
        this.terms = terms;
    }

    /** Begins the run of a business day. */
    void begin(int previousDate, int date, int days, int accountsEnd) {
        run++;
        accruing = true;
        cursor = 0;
        this.accountsEnd = accountsEnd;
        this.date = date;
        periodEnd = periodEnd(previousDate, date);
        daysBefore = periodEnd == 0 ? 0 : Math.min(days, daysTo(previousDate));
        daysAfter = days - daysBefore;
        accounts = 0;
        balanceMinor = 0;
        creditedMinor = 0;
    }

    private int daysTo(int previousDate) {
        return Settlement.daysBetween(previousDate, periodEnd) + 1;
    }

    /** The last day from one date to before another on which a period ends; 0 for none. */
    private int periodEnd(int from, int before) {
        int found = 0;
        int month = from / 100;
        while (month <= before / 100) {
            int end = month * 100 + terms.creditDay;
            if (month % 100 % terms.creditMonths == 0 && end >= from && end < before) {
                found = end;
            }
            month += month % 100 == 12 ? 89 : 1;
        }
        return found;
    }

    long hash() {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), terms.fingerprint(), run);
        hash = Mix.pair(hash, accruing ? 1 : 0, cursor);
        hash = Mix.pair(hash, accountsEnd, date);
        hash = Mix.pair(hash, daysBefore, daysAfter);
        hash = Mix.pair(hash, periodEnd, accounts);
        hash = Mix.pair(hash, balanceMinor, creditedMinor);
        return Mix.pair(hash, accruedMinor, accruedParts);
    }

    void save(StateWriter out) {
        out.writeInt(terms.assetId);
        out.writeInt(terms.calendarId);
        out.writeLong(terms.payerAccountId);
        out.writeInt(terms.dayCount);
        out.writeInt(terms.creditDay);
        out.writeInt(terms.creditMonths);
        out.writeInt(terms.ratePpm);
        out.writeLong(terms.band1Minor);
        out.writeInt(terms.band1Ppm);
        out.writeLong(terms.band2Minor);
        out.writeInt(terms.band2Ppm);
        out.writeLong(run);
        out.writeBoolean(accruing);
        out.writeInt(cursor);
        out.writeInt(accountsEnd);
        out.writeInt(date);
        out.writeInt(daysBefore);
        out.writeInt(daysAfter);
        out.writeInt(periodEnd);
        out.writeLong(accounts);
        out.writeLong(balanceMinor);
        out.writeLong(creditedMinor);
    }

    void load(StateReader in) {
        run = in.readLong();
        accruing = in.readBoolean();
        cursor = in.readInt();
        accountsEnd = in.readInt();
        date = in.readInt();
        daysBefore = in.readInt();
        daysAfter = in.readInt();
        periodEnd = in.readInt();
        accounts = in.readLong();
        balanceMinor = in.readLong();
        creditedMinor = in.readLong();
    }

    static SetInterestTerms loadTerms(StateReader in) {
        SetInterestTerms terms = new SetInterestTerms();
        terms.assetId = in.readInt();
        terms.calendarId = in.readInt();
        terms.payerAccountId = in.readLong();
        terms.dayCount = in.readInt();
        terms.creditDay = in.readInt();
        terms.creditMonths = in.readInt();
        terms.ratePpm = in.readInt();
        terms.band1Minor = in.readLong();
        terms.band1Ppm = in.readInt();
        terms.band2Minor = in.readLong();
        terms.band2Ppm = in.readInt();
        return terms;
    }

    static SetInterestTerms copyOf(SetInterestTerms from) {
        SetInterestTerms to = new SetInterestTerms();
        to.assetId = from.assetId;
        to.calendarId = from.calendarId;
        to.payerAccountId = from.payerAccountId;
        to.dayCount = from.dayCount;
        to.creditDay = from.creditDay;
        to.creditMonths = from.creditMonths;
        to.ratePpm = from.ratePpm;
        to.band1Minor = from.band1Minor;
        to.band1Ppm = from.band1Ppm;
        to.band2Minor = from.band2Minor;
        to.band2Ppm = from.band2Ppm;
        return to;
    }
}
