package io.pharos.core.trading;

import io.pharos.core.ledger.KeyedRecords;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.RiskScope;
import java.util.Arrays;

/**
 * What is set over the firm, each account and each instrument: a limit of each kind, a kill switch, and how much of its
 * messages of a second have been sent.
 *
 * <p>A record that says nothing is not part of the state: it hashes to zero and is not saved. An account is named by its
 * index, an instrument by its id; number 0 of both is the default of all of them.
 */
final class RiskRecords {
    /** What {@link #find} answers where nothing was ever set. */
    static final int NOT_FOUND = -1;

    /** What {@link #limit} answers where the default counts. */
    static final long INHERIT = -1;

    // The first three records, which always exist.
    static final int FIRM = 0;
    static final int ALL_CUSTOMERS = 1;
    static final int ALL_INSTRUMENTS = 2;

    /** Fields 1 to 6 are the limits by the code of their kind, each plus 1: 0 inherits. */
    private static final int SWITCH = 7;

    private static final int SPENT = 8;
    private static final int SPENT_AT = 9;
    private static final int FIELDS = 9;
    private static final int DIGEST_SHARE = 10;
    private static final int UNDIGESTED = 11;
    private static final int STRIDE = 12;
    private static final int KIND_MAX = 6;
    private static final int SCOPE_SHIFT = 56;
    private static final long DIGEST_TAG = 21;

    private final KeyedRecords records = new KeyedRecords(STRIDE);

    /** How many records set a limit of each kind, by code; follows from the records. */
    private final int[] setCounts = new int[KIND_MAX + 1];

    private int setCount;
    private int engagedCount;
    private int[] undigested = new int[64];
    private int undigestedCount;
    private long digest;

    RiskRecords() {
        records.add(key(RiskScope.FIRM, 0));
        records.add(key(RiskScope.ACCOUNT, 0));
        records.add(key(RiskScope.INSTRUMENT, 0));
    }

    int size() {
        return records.size();
    }

    /** The record of a scope; {@link #NOT_FOUND} where nothing was ever set. */
    int find(RiskScope scope, int number) {
        return records.find(key(scope, number));
    }

    int findOrAdd(RiskScope scope, int number) {
        int found = find(scope, number);
        return found == NOT_FOUND ? records.add(key(scope, number)) : found;
    }

    /** The scope of a record. */
    RiskScope scope(int record) {
        return RiskScope.ofCode((int) (records.get(record, KeyedRecords.KEY) >>> SCOPE_SHIFT));
    }

    /** What the record's account or instrument is numbered by. */
    int number(int record) {
        return (int) records.get(record, KeyedRecords.KEY);
    }

    /** The limit of a record; {@link #INHERIT} where it sets none, or there is no record. */
    long limit(int record, LimitKind kind) {
        return record == NOT_FOUND ? INHERIT : records.get(record, kind.code()) - 1;
    }

    void limit(int record, LimitKind kind, long value) {
        count(kind.code(), records.get(record, kind.code()), -1);
        records.set(record, kind.code(), value + 1);
        count(kind.code(), value + 1, 1);
        changed(record);
    }

    /** Whether any record sets a limit. */
    boolean setsAny() {
        return setCount > 0;
    }

    /** Whether any record sets a limit of a kind. */
    boolean sets(LimitKind kind) {
        return setCounts[kind.code()] > 0;
    }

    boolean isEngaged(int record) {
        return record != NOT_FOUND && records.get(record, SWITCH) != 0;
    }

    void engaged(int record, boolean engaged) {
        engagedCount += (engaged ? 1 : 0) - (int) records.get(record, SWITCH);
        records.set(record, SWITCH, engaged ? 1 : 0);
        changed(record);
    }

    /** Whether any kill switch is engaged. */
    boolean isAnyEngaged() {
        return engagedCount > 0;
    }

    /** Billionths of a message that were spent and have not come back at a time, under a rate of so many a second. */
    long spent(int record, long perSecond, long timeNanos) {
        long capacity = perSecond * MessageRates.SECOND_NANOS;
        long elapsed = Math.min(timeNanos - records.get(record, SPENT_AT), MessageRates.SECOND_NANOS);
        return Math.max(0, Math.min(records.get(record, SPENT), capacity) - elapsed * perSecond);
    }

    void spend(int record, long spent, long timeNanos) {
        records.set(record, SPENT, spent);
        records.set(record, SPENT_AT, timeNanos);
        changed(record);
    }

    /** Digest of the records, which costs the hashes of those that changed since it was asked for last. */
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
        int set = 0;
        int engaged = 0;
        for (int record = 0; record < records.size(); record++) {
            hashes += hash(record);
            engaged += isEngaged(record) ? 1 : 0;
            for (int kind = 1; kind <= KIND_MAX; kind++) {
                set += records.get(record, kind) == 0 ? 0 : 1;
            }
        }
        Invariant.check(hashes == digest(), "the digest of the risk limits is that of each");
        Invariant.check(set == setCount && engaged == engagedCount, "what is set and engaged is counted");
    }

    void save(StateWriter out) {
        int count = 0;
        for (int record = 0; record < records.size(); record++) {
            count += isEmpty(record) ? 0 : 1;
        }
        out.writeInt(count);
        for (int record = 0; record < records.size(); record++) {
            if (!isEmpty(record)) {
                int mask = 0;
                for (int field = 1; field <= FIELDS; field++) {
                    mask |= records.get(record, field) == 0 ? 0 : 1 << field;
                }
                out.writeLong(records.get(record, KeyedRecords.KEY));
                out.writeInt(mask);
                for (int field = 1; field <= FIELDS; field++) {
                    if ((mask & 1 << field) != 0) {
                        out.writeLong(records.get(record, field));
                    }
                }
            }
        }
    }

    /** Reads the records back; the caller checks that what they name exists. */
    void load(StateReader in) {
        int count = in.readCount(Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            long key = in.readLong();
            Invariant.check(
                    key >>> SCOPE_SHIFT >= RiskScope.FIRM.code()
                            && key >>> SCOPE_SHIFT <= RiskScope.INSTRUMENT.code()
                            && (key & ((1L << SCOPE_SHIFT) - 1)) <= Integer.MAX_VALUE,
                    "a risk limit in the snapshot has a scope");
            int found = records.find(key);
            int record = found == NOT_FOUND ? records.add(key) : found;
            Invariant.check(isEmpty(record), "a scope has one record of risk limits");
            int mask = in.readInt();
            Invariant.check(mask > 1 && (mask & ~((1 << (FIELDS + 1)) - 2)) == 0, "a record says something");
            for (int field = 1; field <= FIELDS; field++) {
                if ((mask & 1 << field) != 0) {
                    long value = in.readLong();
                    Invariant.check(value > 0, "what a record of risk limits says is positive");
                    records.set(record, field, value);
                    if (field <= KIND_MAX) {
                        count(field, value, 1);
                    }
                }
            }
            Invariant.check(records.get(record, SWITCH) <= 1, "a kill switch is engaged or not");
            engagedCount += (int) records.get(record, SWITCH);
            changed(record);
        }
    }

    private void count(int kindCode, long stored, int by) {
        if (stored != 0) {
            setCounts[kindCode] += by;
            setCount += by;
        }
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

    private boolean isEmpty(int record) {
        long all = 0;
        for (int field = 1; field <= FIELDS; field++) {
            all |= records.get(record, field);
        }
        return all == 0;
    }

    private long hash(int record) {
        if (isEmpty(record)) {
            return 0;
        }
        long hash = Mix.pair(Mix.start(DIGEST_TAG), records.get(record, KeyedRecords.KEY), 0);
        for (int field = 1; field <= FIELDS; field++) {
            hash = Mix.pair(hash, records.get(record, field), field);
        }
        return hash;
    }

    private static long key(RiskScope scope, int number) {
        return (long) scope.code() << SCOPE_SHIFT | number;
    }
}
