package io.pharos.core.ledger;

import io.pharos.core.state.Invariant;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.PostingCode;
import java.util.ArrayDeque;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** The open holds: by id, in the order in which they were placed, and by deadline. */
final class OpenHolds {
    private final Balances balances;
    private final int holdsMax;
    private final Long2ObjectHashMap<OpenHold> byId = new Long2ObjectHashMap<>();
    private final DeadlineHeap deadlines = new DeadlineHeap();
    private final ArrayDeque<OpenHold> pool = new ArrayDeque<>();
    /** What the holds of each balance hold together, by slot; follows from the holds. */
    private final KeyedRecords heldBySlot = new KeyedRecords(2);

    private @Nullable OpenHold oldest;
    private @Nullable OpenHold newest;
    private long lastHoldId;
    private long digest;

    OpenHolds(Balances balances, int holdsMax) {
        this.balances = balances;
        this.holdsMax = holdsMax;
    }

    @Nullable
    OpenHold find(long holdId) {
        return byId.get(holdId);
    }

    /** The hold that expires first, or null. */
    @Nullable
    OpenHold firstToExpire() {
        return deadlines.first();
    }

    /** What the holds of a balance hold together. */
    long heldMinor(int slot) {
        int record = heldBySlot.find(slot);
        return record < 0 ? 0 : heldBySlot.get(record, 1);
    }

    private void count(int slot, long changeMinor) {
        int record = heldBySlot.find(slot);
        if (record < 0) {
            record = heldBySlot.add(slot);
        }
        heldBySlot.set(record, 1, heldBySlot.get(record, 1) + changeMinor);
    }

    boolean isFull() {
        return byId.size() >= holdsMax;
    }

    /** Opens a hold with the next id. The caller moves the amount from available to held. */
    OpenHold open(int slot, long amountMinor, long deadlineNanos, long reference, PostingCode code) {
        return link(++lastHoldId, slot, amountMinor, deadlineNanos, reference, code);
    }

    /** Ends a hold. The caller has moved the amount out of held, and does not use the hold afterwards. */
    void close(OpenHold hold) {
        byId.remove(hold.holdId);
        if (hold.heapPosition >= 0) {
            deadlines.remove(hold);
        }
        if (hold.older == null) {
            oldest = hold.newer;
        } else {
            hold.older.newer = hold.newer;
        }
        if (hold.newer == null) {
            newest = hold.older;
        } else {
            hold.newer.older = hold.older;
        }
        digest -= hold.hash(balances);
        count(hold.slot, -hold.amountMinor);
        balances.declareHeld(balances.assetIndex(hold.slot), -hold.amountMinor);
        hold.older = null;
        hold.newer = null;
        pool.push(hold);
    }

    /** Id of the hold opened last; 0 before the first. */
    long lastHoldId() {
        return lastHoldId;
    }

    long digest() {
        return digest;
    }

    /** Recomputes the digest from all holds and adds what each holds to its balance's slot. */
    void audit(HeldTally tally) {
        long hashes = 0;
        for (OpenHold hold = oldest; hold != null; hold = hold.newer) {
            Invariant.check(hold.amountMinor > 0, "an open hold holds a positive amount");
            tally.add(hold.slot, hold.amountMinor);
            hashes += hold.hash(balances);
        }
        Invariant.check(hashes == digest, "the digest of the holds is that of each hold");
    }

    void save(StateWriter out) {
        out.writeLong(lastHoldId);
        out.writeInt(byId.size());
        for (OpenHold hold = oldest; hold != null; hold = hold.newer) {
            out.writeLong(hold.holdId);
            out.writeInt(balances.accountIndex(hold.slot));
            out.writeInt(balances.assetIndex(hold.slot));
            out.writeLong(hold.amountMinor);
            out.writeLong(hold.deadlineNanos);
            out.writeLong(hold.reference);
            out.writeInt(hold.code.code());
        }
    }

    void load(StateReader in) {
        lastHoldId = in.readLong();
        int count = in.readCount(holdsMax);
        for (int i = 0; i < count; i++) {
            long holdId = in.readLong();
            int slot = balances.find(in.readInt(), in.readInt());
            Invariant.check(slot != Balances.NOT_FOUND, "a hold has a balance");
            link(holdId, slot, in.readLong(), in.readLong(), in.readLong(), PostingCode.ofCode(in.readInt()));
        }
    }

    private OpenHold link(
            long holdId, int slot, long amountMinor, long deadlineNanos, long reference, PostingCode code) {
        OpenHold hold = pool.isEmpty() ? new OpenHold() : pool.pop();
        hold.holdId = holdId;
        hold.slot = slot;
        hold.amountMinor = amountMinor;
        hold.deadlineNanos = deadlineNanos;
        hold.reference = reference;
        hold.code = code;
        hold.older = newest;
        if (newest == null) {
            oldest = hold;
        } else {
            newest.newer = hold;
        }
        newest = hold;
        byId.put(holdId, hold);
        if (deadlineNanos != 0) {
            deadlines.add(hold);
        }
        digest += hold.hash(balances);
        count(slot, amountMinor);
        balances.declareHeld(balances.assetIndex(slot), amountMinor);
        return hold;
    }
}
