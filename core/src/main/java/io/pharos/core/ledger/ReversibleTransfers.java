package io.pharos.core.ledger;

import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import java.util.Arrays;

/**
 * The last transfers that commands posted, so that each can be reversed once. What trades post is not among them: a trade
 * is corrected by its parties, not by undoing one of its legs.
 *
 * <p>A ring of {@link #REVERSIBLE_MAX} records in the order of their ids. Older transfers are corrected by an ordinary
 * transfer with the code {@code ADJUSTMENT}.
 */
final class ReversibleTransfers {
    /** How many of the last transfers can be reversed. */
    static final int REVERSIBLE_MAX = 1 << 16;

    /** What {@link #find} answers where there is no such transfer. */
    static final int NOT_FOUND = -1;

    private static final int TRANSFER_ID = 0;
    private static final int LINK_ID = 1;
    private static final int DEBIT_ACCOUNT = 2;
    private static final int CREDIT_ACCOUNT = 3;
    private static final int ASSET = 4;
    private static final int AMOUNT = 5;
    private static final int REVERSED_BY = 6;
    private static final int STRIDE = 7;
    private static final int CAPACITY_MIN = 1 << 10;
    private static final long DIGEST_TAG = 31;

    private long[] records = new long[CAPACITY_MIN * STRIDE];
    private int capacity = CAPACITY_MIN;

    /** Where in the ring the oldest lies. */
    private int first;

    private int size;
    private long digest;

    /** Remembers a transfer, whose id is above all before; the oldest is forgotten where there is no more room. */
    void add(long transferId, long linkId, int debitAccount, int creditAccount, int asset, long amountMinor) {
        add(transferId, linkId, debitAccount, creditAccount, asset, amountMinor, 0);
    }

    /** The place of a transfer among those remembered, from 0 for the oldest. */
    int find(long transferId) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = get(middle, TRANSFER_ID);
            if (found == transferId) {
                return middle;
            }
            if (found < transferId) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return NOT_FOUND;
    }

    /** How many linked transfers begin at a place; 1 for a single one. */
    int legsFrom(int place) {
        long linkId = linkId(place);
        int legs = 1;
        while (linkId != 0 && place + legs < size && linkId(place + legs) == linkId) {
            legs++;
        }
        return legs;
    }

    long transferId(int place) {
        return get(place, TRANSFER_ID);
    }

    long linkId(int place) {
        return get(place, LINK_ID);
    }

    int debitAccountIndex(int place) {
        return (int) get(place, DEBIT_ACCOUNT);
    }

    int creditAccountIndex(int place) {
        return (int) get(place, CREDIT_ACCOUNT);
    }

    int assetIndex(int place) {
        return (int) get(place, ASSET);
    }

    long amountMinor(int place) {
        return get(place, AMOUNT);
    }

    /** The transfer that reversed this one; 0 for none. */
    long reversedBy(int place) {
        return get(place, REVERSED_BY);
    }

    void reverse(int place, long reversedBy) {
        digest -= hash(place);
        records[offset(place) + REVERSED_BY] = reversedBy;
        digest += hash(place);
    }

    long digest() {
        return digest;
    }

    void audit() {
        long hashes = 0;
        for (int place = 0; place < size; place++) {
            hashes += hash(place);
            Invariant.check(
                    place == 0 || transferId(place - 1) < transferId(place), "transfers are remembered in their order");
        }
        Invariant.check(hashes == digest, "the digest of the reversible transfers is that of each");
    }

    void save(StateWriter out) {
        out.writeInt(size);
        for (int place = 0; place < size; place++) {
            for (int field = 0; field < STRIDE; field++) {
                out.writeLong(get(place, field));
            }
        }
    }

    void load(StateReader in, int accountCount, int assetCount) {
        int count = in.readCount(REVERSIBLE_MAX);
        for (int i = 0; i < count; i++) {
            long transferId = in.readLong();
            long linkId = in.readLong();
            long debitAccount = in.readLong();
            long creditAccount = in.readLong();
            long asset = in.readLong();
            Invariant.check(
                    isIndex(debitAccount, accountCount)
                            && isIndex(creditAccount, accountCount)
                            && isIndex(asset, assetCount),
                    "a reversible transfer is of registered accounts and assets");
            add(transferId, linkId, (int) debitAccount, (int) creditAccount, (int) asset, in.readLong(), in.readLong());
        }
    }

    private void add(
            long transferId,
            long linkId,
            int debitAccount,
            int creditAccount,
            int asset,
            long amountMinor,
            long reversedBy) {
        if (size == REVERSIBLE_MAX) {
            digest -= hash(0);
            first = (first + 1) % capacity;
            size--;
        } else if (size == capacity) {
            // The ring has not turned yet while it grows, so what is there stays in its place.
            capacity *= 2;
            records = Arrays.copyOf(records, capacity * STRIDE);
        }
        int offset = offset(size);
        records[offset + TRANSFER_ID] = transferId;
        records[offset + LINK_ID] = linkId;
        records[offset + DEBIT_ACCOUNT] = debitAccount;
        records[offset + CREDIT_ACCOUNT] = creditAccount;
        records[offset + ASSET] = asset;
        records[offset + AMOUNT] = amountMinor;
        records[offset + REVERSED_BY] = reversedBy;
        digest += hash(size);
        size++;
    }

    private long get(int place, int field) {
        return records[offset(place) + field];
    }

    private int offset(int place) {
        return (first + place) % capacity * STRIDE;
    }

    private long hash(int place) {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), transferId(place), linkId(place));
        hash = Mix.pair(hash, debitAccountIndex(place), creditAccountIndex(place));
        hash = Mix.pair(hash, assetIndex(place), amountMinor(place));
        return Mix.pair(hash, reversedBy(place), 0);
    }

    private static boolean isIndex(long value, int count) {
        return value >= 0 && value < count;
    }
}
