package io.pharos.core.servicing;

import io.pharos.core.command.SetInterestTerms;
import io.pharos.core.ledger.KeyedRecords;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import java.util.Arrays;

/**
 * The interest that each account has accrued in each currency, exact: whole minor units and parts of one.
 *
 * <pre>
 *   a day's interest = balance x rate / days of a year
 *   1,000,000 fen at 2,000 ppm, 360 days: 5 fen and 5/9;  parts of a fen: 26,280,000,000, that is 10^6 x 26,280,
 *   which 360 and 365 both divide, so that a change of the day count changes no part
 * </pre>
 */
final class InterestAccruals {
    /** Parts of a minor unit. */
    static final long SCALE = 26_280_000_000L;

    private static final long DAYS = 26_280;
    private static final long WHOLE_MAX = 1L << 61;
    private static final int WHOLE = 1;
    private static final int PARTS = 2;
    private static final int RUN = 3;
    private static final int DUE = 4;
    private static final int DIGEST_SHARE = 5;
    private static final int UNDIGESTED = 6;
    private static final int STRIDE = 7;
    private static final int ASSET_BITS = 16;
    private static final long DIGEST_TAG = 52;

    private final KeyedRecords records = new KeyedRecords(STRIDE);
    private int[] undigested = new int[64];
    private int undigestedCount;
    private long digest;
    private long dayWhole;
    private long dayParts;

    int findOrAdd(int accountIndex, int assetIndex) {
        long key = (long) accountIndex << ASSET_BITS | assetIndex;
        int record = records.find(key);
        return record >= 0 ? record : records.add(key);
    }

    /** Whether an account has ever been looked at for a currency. */
    boolean has(int accountIndex, int assetIndex) {
        return records.find((long) accountIndex << ASSET_BITS | assetIndex) >= 0;
    }

    boolean isDone(int record, long run) {
        return records.get(record, RUN) == run;
    }

    long wholeMinor(int record) {
        return records.get(record, WHOLE);
    }

    long parts(int record) {
        return records.get(record, PARTS);
    }

    /** What a period that ended leaves to be paid, minor units. */
    long dueMinor(int record) {
        return records.get(record, DUE);
    }

    void paid(int record) {
        changed(record);
        records.set(record, DUE, 0);
    }

    /** Accrues the days of a run on a balance, and makes due what a period that ends in it has earned. */
    void accrue(int record, InterestTerms of, long balanceMinor) {
        changed(record);
        records.set(record, RUN, of.run);
        day(of.terms, balanceMinor);
        if (of.periodEnd != 0) {
            add(record, of.daysBefore);
            records.set(record, DUE, Math.min(WHOLE_MAX, records.get(record, DUE) + records.get(record, WHOLE)));
            records.set(record, WHOLE, 0);
        }
        add(record, of.daysAfter);
    }

    /** The interest of one day: each band of the balance at its rate. */
    private void day(SetInterestTerms terms, long balanceMinor) {
        dayWhole = 0;
        dayParts = 0;
        long firstMinor = terms.band1Minor == 0 ? balanceMinor : Math.min(balanceMinor, terms.band1Minor);
        long secondEndMinor = terms.band2Minor == 0 ? balanceMinor : Math.min(balanceMinor, terms.band2Minor);
        addDay(firstMinor, terms.ratePpm, terms.dayCount);
        addDay(Math.max(0, secondEndMinor - firstMinor), terms.band1Ppm, terms.dayCount);
        addDay(Math.max(0, balanceMinor - Math.max(firstMinor, secondEndMinor)), terms.band2Ppm, terms.dayCount);
    }

    private void addDay(long balanceMinor, int ppm, int dayCount) {
        long factor = ppm * (DAYS / dayCount);
        long product = balanceMinor % SCALE * factor;
        dayWhole += balanceMinor / SCALE * factor + product / SCALE;
        dayParts += product % SCALE;
        dayWhole += dayParts / SCALE;
        dayParts %= SCALE;
    }

    private void add(int record, int days) {
        long parts = records.get(record, PARTS) + dayParts * days;
        long whole = dayWhole * days + parts / SCALE;
        records.set(record, WHOLE, Math.min(WHOLE_MAX, records.get(record, WHOLE) + whole));
        records.set(record, PARTS, parts % SCALE);
    }

    private void changed(int record) {
        if (records.get(record, UNDIGESTED) == 0) {
            records.set(record, UNDIGESTED, 1);
            if (undigestedCount == undigested.length) {
                undigested = Arrays.copyOf(undigested, undigestedCount * 2);
            }
            undigested[undigestedCount++] = record;
        }
    }

    long digest() {
        for (int i = 0; i < undigestedCount; i++) {
            int record = undigested[i];
            long hash = hash(record);
            digest += hash - records.get(record, DIGEST_SHARE);
            records.set(record, DIGEST_SHARE, hash);
            records.set(record, UNDIGESTED, 0);
        }
        undigestedCount = 0;
        return digest;
    }

    /** Recomputes the digest and what is accrued of each currency, by its index. */
    void audit(long[] wholeMinor, long[] parts) {
        long hashes = 0;
        for (int record = 0; record < records.size(); record++) {
            int assetIndex = (int) (records.get(record, KeyedRecords.KEY) & ((1 << ASSET_BITS) - 1));
            hashes += records.get(record, RUN) == 0 ? 0 : hash(record);
            wholeMinor[assetIndex] += records.get(record, WHOLE) + records.get(record, DUE);
            parts[assetIndex] += records.get(record, PARTS);
            wholeMinor[assetIndex] += parts[assetIndex] / SCALE;
            parts[assetIndex] %= SCALE;
        }
        Invariant.check(hashes == digest(), "the digest of the interest accrued is that of each account");
    }

    void save(StateWriter out) {
        out.writeInt(records.size());
        for (int record = 0; record < records.size(); record++) {
            out.writeLong(records.get(record, KeyedRecords.KEY));
            out.writeLong(records.get(record, WHOLE));
            out.writeLong(records.get(record, PARTS));
            out.writeLong(records.get(record, RUN));
            out.writeLong(records.get(record, DUE));
        }
    }

    void load(StateReader in, int accountCount, int assetCount) {
        int count = in.readCount(Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            long key = in.readLong();
            int assetIndex = (int) (key & ((1 << ASSET_BITS) - 1));
            Invariant.check(
                    key >= 0 && key >> ASSET_BITS < accountCount && assetIndex < assetCount && records.find(key) < 0,
                    "interest in the snapshot is of an account and a currency");
            int record = records.add(key);
            records.set(record, WHOLE, in.readLong());
            records.set(record, PARTS, in.readLong());
            records.set(record, RUN, in.readLong());
            records.set(record, DUE, in.readLong());
            Invariant.check(
                    records.get(record, PARTS) >= 0
                            && records.get(record, PARTS) < SCALE
                            && records.get(record, RUN) > 0,
                    "interest in the snapshot was accrued");
            changed(record);
        }
    }

    private long hash(int record) {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), records.get(record, KeyedRecords.KEY), records.get(record, WHOLE));
        hash = Mix.pair(hash, records.get(record, PARTS), records.get(record, RUN));
        return Mix.pair(hash, records.get(record, DUE), 0);
    }
}
