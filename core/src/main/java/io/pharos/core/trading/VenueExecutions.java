package io.pharos.core.trading;

import io.pharos.core.ledger.Accounts;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * The last reports of venues, by their execution id: what makes a repeated report change nothing, and what a correction or
 * a bust takes back. An older report that comes again is not recognised; an older trade cannot be busted here, and is a
 * break.
 */
final class VenueExecutions {
    static final int EXECUTIONS_MAX = 1 << 16;
    static final int NOT_FOUND = -1;

    static final int EXECUTION_ID = 0;
    /** Index of the venue. */
    static final int VENUE = 1;

    /** Hash of what the report said. */
    static final int BODY = 2;

    /** Trade that it booked and that stands; 0 for none. */
    static final int TRADE_ID = 3;

    static final int ORDER_ID = 4;
    static final int ACCOUNT = 5;
    static final int INSTRUMENT = 6;
    static final int SIDE = 7;
    static final int PRICE = 8;

    /** Limit of the order when it traded; 0 where no customer traded. */
    static final int LIMIT = 9;

    /** Rate of the fee or commission, parts per million. */
    static final int RATE = 10;

    /** Place of the version of the fee schedule; 0 for the fees of the registration. */
    static final int SCHEDULE = 11;

    /** What the customer traded, at which notional, and was charged. */
    static final int LOTS = 12;

    static final int NOTIONAL = 13;
    static final int FEE = 14;
    static final int TAX = 15;
    static final int TRANSFER_FEE = 16;

    /** What the house took. */
    static final int HOUSE_LOTS = 17;

    static final int STRIDE = 18;

    /** Body of a trade that was busted or corrected before it came: whatever it says then is known. */
    static final long ANY_BODY = 0;

    private static final long DIGEST_TAG = 63;
    private static final int CAPACITY_MIN = 1 << 6;
    private static final long MISSING = -1;

    /** By venue: two of them may use the same ids. */
    private final Long2LongHashMap[] numbers = new Long2LongHashMap[Venues.VENUES_MAX];

    private long[] records = new long[CAPACITY_MIN * STRIDE];
    private int capacity = CAPACITY_MIN;

    /** Number of the next record: they are numbered from 0 in the order of their arrival. */
    private long next;

    private long first;
    private long digest;

    VenueExecutions() {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = new Long2LongHashMap(MISSING);
        }
    }

    /** The place of a report, valid until the next is added; {@link #NOT_FOUND} where it is not known. */
    int find(int venueIndex, long executionId) {
        long number = numbers[venueIndex].get(executionId);
        return number == MISSING ? NOT_FOUND : (int) (number % capacity);
    }

    /** Adds a report; what it booked is {@link #set} afterwards. The oldest goes where there are too many. */
    int add(int venueIndex, long executionId, long body) {
        if (next - first == EXECUTIONS_MAX) {
            int oldest = (int) (first % capacity);
            digest -= hash(oldest);
            numbers[(int) get(oldest, VENUE)].remove(get(oldest, EXECUTION_ID));
            first++;
        } else if (next - first == capacity) {
            grow();
        }
        int place = (int) (next % capacity);
        Arrays.fill(records, place * STRIDE, (place + 1) * STRIDE, 0);
        records[place * STRIDE + EXECUTION_ID] = executionId;
        records[place * STRIDE + VENUE] = venueIndex;
        records[place * STRIDE + BODY] = body;
        numbers[venueIndex].put(executionId, next);
        next++;
        digest += hash(place);
        return place;
    }

    /** Number of the oldest report that is remembered. */
    long first() {
        return first;
    }

    /** Number that the next report will get. */
    long end() {
        return next;
    }

    /** The place of a report by its number. */
    int place(long number) {
        return (int) (number % capacity);
    }

    long get(int place, int field) {
        return records[place * STRIDE + field];
    }

    void set(int place, int field, long value) {
        digest -= hash(place);
        records[place * STRIDE + field] = value;
        digest += hash(place);
    }

    long digest() {
        return digest + Mix.pair(Mix.start(DIGEST_TAG), first, next);
    }

    void audit() {
        long hashes = 0;
        for (long number = first; number < next; number++) {
            int place = (int) (number % capacity);
            hashes += hash(place);
            Invariant.check(
                    numbers[(int) get(place, VENUE)].get(get(place, EXECUTION_ID)) == number,
                    "each report is found by its execution id");
        }
        Invariant.check(hashes == digest, "the digest of the reports is that of each");
    }

    void save(StateWriter out) {
        out.writeLong(first);
        out.writeInt((int) (next - first));
        for (long number = first; number < next; number++) {
            for (int field = 0; field < STRIDE; field++) {
                out.writeLong(get((int) (number % capacity), field));
            }
        }
    }

    void load(StateReader in, Accounts accounts, Instruments instruments) {
        first = in.readLong();
        next = first;
        Invariant.check(first >= 0, "the reports in the snapshot are counted");
        int count = in.readCount(EXECUTIONS_MAX);
        while (capacity < count) {
            capacity *= 2;
        }
        records = new long[capacity * STRIDE];
        long[] fields = new long[STRIDE];
        for (int i = 0; i < count; i++) {
            for (int field = 0; field < STRIDE; field++) {
                fields[field] = in.readLong();
            }
            Invariant.check(
                    fields[VENUE] >= 0
                            && fields[VENUE] < Venues.VENUES_MAX
                            && find((int) fields[VENUE], fields[EXECUTION_ID]) == NOT_FOUND,
                    "a report in the snapshot is of a venue, once");
            Invariant.check(
                    fields[TRADE_ID] == 0
                            || (fields[ACCOUNT] >= 0
                                    && fields[ACCOUNT] < accounts.size()
                                    && instruments.find((int) fields[INSTRUMENT]) != null),
                    "a trade of a venue in the snapshot is of an account and an instrument");
            int place = add((int) fields[VENUE], fields[EXECUTION_ID], fields[BODY]);
            digest -= hash(place);
            System.arraycopy(fields, 0, records, place * STRIDE, STRIDE);
            digest += hash(place);
        }
    }

    /** Moves the records to their places in a larger ring. */
    private void grow() {
        long[] larger = new long[capacity * 2 * STRIDE];
        for (long number = first; number < next; number++) {
            System.arraycopy(
                    records,
                    (int) (number % capacity) * STRIDE,
                    larger,
                    (int) (number % (capacity * 2L)) * STRIDE,
                    STRIDE);
        }
        records = larger;
        capacity *= 2;
    }

    private long hash(int place) {
        long hash = Mix.start(DIGEST_TAG);
        for (int field = 0; field < STRIDE; field += 2) {
            hash = Mix.pair(hash, get(place, field), get(place, field + 1));
        }
        return hash;
    }
}
