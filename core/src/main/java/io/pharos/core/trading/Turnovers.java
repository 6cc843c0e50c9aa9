package io.pharos.core.trading;

import io.pharos.core.ledger.KeyedRecords;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import java.util.Arrays;

/**
 * What each account has traded under a fee schedule with tiers, by days of log time (UTC). The tier of a day follows from
 * the 30 days before it, so that it stays the same all day; what is traded today counts from tomorrow.
 *
 * <p>A ring of 31 days beside its sum. Sums stop at the largest countable amount, which is above every threshold.
 */
final class Turnovers {
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int DAYS = 30;
    private static final int RING = DAYS + 1;
    private static final int DAY = 1;
    private static final int SUM = 2;
    private static final int FIRST = 3;
    private static final int DIGEST_SHARE = FIRST + RING;
    private static final int UNDIGESTED = DIGEST_SHARE + 1;
    private static final int STRIDE = UNDIGESTED + 1;
    private static final int SCHEDULE_BITS = 8;
    private static final long DIGEST_TAG = 42;

    private final KeyedRecords records = new KeyedRecords(STRIDE);
    private int[] undigested = new int[64];
    private int undigestedCount;
    private long digest;

    /** The record of an account under a schedule, brought to the day of this log time. */
    int findOrAdd(int accountIndex, int scheduleIndex, long timeNanos) {
        long key = (long) accountIndex << SCHEDULE_BITS | scheduleIndex;
        long day = timeNanos / DAY_NANOS;
        int record = records.find(key);
        if (record < 0) {
            record = records.add(key);
            records.set(record, DAY, day);
            changed(record);
        } else if (records.get(record, DAY) != day) {
            roll(record, day);
        }
        return record;
    }

    /** What was traded on the 30 days before the day of the record, minor units. */
    long beforeTodayMinor(int record) {
        return records.get(record, SUM);
    }

    /** Adds what is traded on the day of the record. */
    void add(int record, long notionalMinor) {
        changed(record);
        int field = field(records.get(record, DAY));
        records.set(record, field, saturated(records.get(record, field), notionalMinor));
    }

    private void roll(int record, long day) {
        changed(record);
        long from = records.get(record, DAY) + 1;
        for (long d = Math.max(from, day - DAYS); d <= day; d++) {
            records.set(record, field(d), 0);
        }
        records.set(record, DAY, day);
        records.set(record, SUM, sumMinor(record));
    }

    private long sumMinor(int record) {
        int today = field(records.get(record, DAY));
        long sumMinor = 0;
        for (int field = FIRST; field < FIRST + RING; field++) {
            sumMinor = field == today ? sumMinor : saturated(sumMinor, records.get(record, field));
        }
        return sumMinor;
    }

    private static long saturated(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private static int field(long day) {
        return FIRST + (int) (day % RING);
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

    void audit() {
        long hashes = 0;
        for (int record = 0; record < records.size(); record++) {
            Invariant.check(
                    records.get(record, SUM) == sumMinor(record), "the turnover of 30 days is that of its days");
            hashes += hash(record);
        }
        Invariant.check(hashes == digest(), "the digest of the turnovers is that of each");
    }

    void save(StateWriter out) {
        out.writeInt(records.size());
        for (int record = 0; record < records.size(); record++) {
            out.writeLong(records.get(record, KeyedRecords.KEY));
            out.writeLong(records.get(record, DAY));
            for (int field = FIRST; field < FIRST + RING; field++) {
                out.writeLong(records.get(record, field));
            }
        }
    }

    void load(StateReader in, int accountCount) {
        int count = in.readCount(Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            long key = in.readLong();
            Invariant.check(
                    key >= 0 && key >> SCHEDULE_BITS < accountCount && records.find(key) < 0,
                    "a turnover in the snapshot is of an account");
            int record = records.add(key);
            records.set(record, DAY, in.readLong());
            for (int field = FIRST; field < FIRST + RING; field++) {
                records.set(record, field, in.readLong());
            }
            records.set(record, SUM, sumMinor(record));
            changed(record);
        }
    }

    private long hash(int record) {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), records.get(record, KeyedRecords.KEY), records.get(record, DAY));
        for (int field = FIRST; field < FIRST + RING; field++) {
            hash = Mix.pair(hash, records.get(record, field), field);
        }
        return hash;
    }
}
