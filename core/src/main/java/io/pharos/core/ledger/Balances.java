package io.pharos.core.ledger;

import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.Outcome;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The balances: one for each pair of account and asset that ever had one, in four buckets.
 *
 * <p>Invariants, for each asset, after every command:
 *
 * <ul>
 *   <li>all buckets of all accounts add to zero;
 *   <li>no bucket is below zero, but the available one of a house account;
 *   <li>what is held equals what the open orders and holds declared to hold;
 *   <li>what is unsettled equals what the open obligations declared to claim and to owe;
 *   <li>what house accounts are below zero, and so the sum of all that is above, is at most {@link #OUTSTANDING_MAX_MINOR}
 *       and what is unsettled out: no sum of balances overflows.
 * </ul>
 *
 * <p>A balance is addressed by its slot, which stays the same while the engine lives but is not part of the state.
 */
public final class Balances {
    /** The most of one asset that may be outstanding, minor units. */
    public static final long OUTSTANDING_MAX_MINOR = 1L << 62;

    /** The most of one asset that may be unsettled out, and so the most that clearing accounts are below zero for it. */
    public static final long CLEARING_MAX_MINOR = 1L << 61;

    /** What {@link #find} answers where the account has never had the asset. */
    public static final int NOT_FOUND = -1;

    private static final int OWNER = 1;
    private static final int AVAILABLE = 2;
    private static final int HELD = 3;
    private static final int UNSETTLED_IN = 4;
    private static final int UNSETTLED_OUT = 5;

    /** Hash that the digest contains for this balance. */
    private static final int DIGEST_SHARE = 6;

    /** 1 where the digest does not contain the last change. */
    private static final int UNDIGESTED = 7;

    private static final int STRIDE = 8;

    // Owners.
    private static final int CUSTOMER = 0;
    private static final int HOUSE = 1;

    /** A customer with a margin agreement. */
    private static final int PLEDGOR = 2;

    private static final long DIGEST_TAG = 3;

    private final KeyedRecords records = new KeyedRecords(STRIDE);
    private final Accounts accounts;
    private final long[] sumMinor;
    private final long[] heldMinor;
    private final long[] declaredHeldMinor;
    private final long[] unsettledInMinor;
    private final long[] unsettledOutMinor;
    private final long[] declaredUnsettledInMinor;
    private final long[] declaredUnsettledOutMinor;
    private final long[] overdrawnMinor;
    private final int[] touchedAssets;
    private final boolean[] touched;
    private int touchedCount;
    private int[] undigested = new int[1 << 10];
    private int undigestedCount;
    private long digest;
    private final int[] watchers;
    private final boolean[] frozen;
    private boolean isWatched;
    private @Nullable BalanceWatch watch;

    Balances(Accounts accounts, int assetsMax) {
        this.accounts = accounts;
        sumMinor = new long[assetsMax];
        heldMinor = new long[assetsMax];
        declaredHeldMinor = new long[assetsMax];
        unsettledInMinor = new long[assetsMax];
        unsettledOutMinor = new long[assetsMax];
        declaredUnsettledInMinor = new long[assetsMax];
        declaredUnsettledOutMinor = new long[assetsMax];
        overdrawnMinor = new long[assetsMax];
        touchedAssets = new int[assetsMax];
        touched = new boolean[assetsMax];
        watchers = new int[assetsMax];
        frozen = new boolean[assetsMax];
    }

    /** Says who hears of changes to come of the assets that are watched. */
    public void watch(BalanceWatch watch) {
        this.watch = watch;
    }

    /** Watches an asset once more, or once less. */
    public void watch(int assetIndex, boolean more) {
        watchers[assetIndex] += more ? 1 : -1;
        isWatched = false;
        for (int watching : watchers) {
            isWatched |= watching > 0;
        }
    }

    /** Lets nothing of an asset move by transfers and holds, or lets it again. */
    public void freeze(int assetIndex, boolean isFrozen) {
        frozen[assetIndex] = isFrozen;
    }

    /** Whether nothing of an asset may move by transfers and holds. */
    public boolean isFrozen(int assetIndex) {
        return frozen[assetIndex];
    }

    /** Tells the watch that something is about to change which it counts with the balance. */
    public void changing(int slot) {
        if (isWatched && watch != null && watchers[assetIndex(slot)] > 0) {
            watch.beforeChange(slot);
        }
    }

    /** The slot of a balance; {@link #NOT_FOUND} where the account has never had the asset. */
    public int find(int accountIndex, int assetIndex) {
        return records.find(key(accountIndex, assetIndex));
    }

    /** The slot of a balance, which is made where there is none. */
    public int findOrAdd(int accountIndex, int assetIndex) {
        long key = key(accountIndex, assetIndex);
        int slot = records.find(key);
        if (slot == NOT_FOUND) {
            slot = records.add(key);
            int customer = accounts.isPledged(accountIndex) ? PLEDGOR : CUSTOMER;
            records.set(slot, OWNER, accounts.isHouse(accountIndex) ? HOUSE : customer);
        }
        return slot;
    }

    /** How many slots there are. */
    int size() {
        return records.size();
    }

    /** Whether the balance is of an account of the house. */
    public boolean isHouse(int slot) {
        return records.get(slot, OWNER) == HOUSE;
    }

    /** Whether the balance is of an account with a margin agreement. */
    public boolean isPledged(int slot) {
        return records.get(slot, OWNER) == PLEDGOR;
    }

    /** Says that what a customer has, and will have, is collateral, or is not any more. */
    public void pledge(int accountIndex, boolean isPledged, int assetCount) {
        accounts.pledge(accountIndex, isPledged);
        for (int assetIndex = 0; assetIndex < assetCount; assetIndex++) {
            int slot = find(accountIndex, assetIndex);
            if (slot != NOT_FOUND) {
                records.set(slot, OWNER, isPledged ? PLEDGOR : CUSTOMER);
            }
        }
    }

    public int accountIndex(int slot) {
        return (int) (records.get(slot, KeyedRecords.KEY) >>> 32);
    }

    public int assetIndex(int slot) {
        return (int) records.get(slot, KeyedRecords.KEY);
    }

    public long availableMinor(int slot) {
        return records.get(slot, AVAILABLE);
    }

    public long heldMinor(int slot) {
        return records.get(slot, HELD);
    }

    public long unsettledInMinor(int slot) {
        return records.get(slot, UNSETTLED_IN);
    }

    public long unsettledOutMinor(int slot) {
        return records.get(slot, UNSETTLED_OUT);
    }

    /**
     * Whether an amount, positive, may leave the available bucket: {@code ACCEPTED}, {@code INSUFFICIENT_FUNDS} for a
     * customer, {@code BALANCE_OVERFLOW} for the house.
     */
    public Outcome checkSpend(int slot, long amountMinor) {
        long availableMinor = availableMinor(slot);
        if (availableMinor >= amountMinor) {
            return Outcome.ACCEPTED;
        }
        if (records.get(slot, OWNER) != HOUSE) {
            return Outcome.INSUFFICIENT_FUNDS;
        }
        if (amountMinor > OUTSTANDING_MAX_MINOR) {
            return Outcome.BALANCE_OVERFLOW;
        }
        long increaseMinor = overdraft(availableMinor - amountMinor) - overdraft(availableMinor);
        return overdrawnMinor[assetIndex(slot)] <= OUTSTANDING_MAX_MINOR - increaseMinor
                ? Outcome.ACCEPTED
                : Outcome.BALANCE_OVERFLOW;
    }

    /** Whether accounts of the house may go below zero by so much more of an asset. */
    public boolean canOverdraw(int assetIndex, long amountMinor) {
        return amountMinor <= OUTSTANDING_MAX_MINOR
                && overdrawnMinor[assetIndex] <= OUTSTANDING_MAX_MINOR - amountMinor;
    }

    /** Moves an amount from available to held; the caller has asked {@link #checkSpend}. */
    public void hold(int slot, long amountMinor) {
        changed(slot);
        changeAvailable(slot, -amountMinor);
        changeHeld(slot, amountMinor);
    }

    /** Moves an amount from held to available. */
    public void unhold(int slot, long amountMinor) {
        changed(slot);
        changeHeld(slot, -amountMinor);
        changeAvailable(slot, amountMinor);
    }

    /**
     * Moves an amount from a bucket of one balance to the available bucket of another of the same asset; where it leaves
     * an available bucket, the caller has asked {@link #checkSpend}.
     */
    void move(int debitSlot, Bucket debitBucket, int creditSlot, long amountMinor) {
        move(debitSlot, debitBucket, creditSlot, Bucket.AVAILABLE, amountMinor);
    }

    /** Moves an amount from a bucket of one balance to a bucket of another of the same asset, or of the same balance. */
    void move(int debitSlot, Bucket debitBucket, int creditSlot, Bucket creditBucket, long amountMinor) {
        Invariant.check(
                amountMinor > 0 && assetIndex(debitSlot) == assetIndex(creditSlot),
                "a transfer moves a positive amount of one asset");
        changed(debitSlot);
        change(debitSlot, debitBucket, -amountMinor);
        sumMinor[assetIndex(debitSlot)] -= amountMinor;

        changed(creditSlot);
        change(creditSlot, creditBucket, amountMinor);
        sumMinor[assetIndex(creditSlot)] += amountMinor;
    }

    private void change(int slot, Bucket bucket, long changeMinor) {
        switch (bucket) {
            case HELD -> changeHeld(slot, changeMinor);
            case UNSETTLED_IN -> changeUnsettled(slot, UNSETTLED_IN, unsettledInMinor, changeMinor);
            case UNSETTLED_OUT -> changeUnsettled(slot, UNSETTLED_OUT, unsettledOutMinor, changeMinor);
            default -> changeAvailable(slot, changeMinor);
        }
    }

    /** What is held of an asset by all accounts together. */
    public long totalHeldMinor(int assetIndex) {
        return heldMinor[assetIndex];
    }

    /** What of an asset is outstanding: what accounts of the house are below zero. */
    public long outstandingMinor(int assetIndex) {
        return overdrawnMinor[assetIndex];
    }

    /** What is unsettled out of an asset of all accounts together. */
    public long totalUnsettledOutMinor(int assetIndex) {
        return unsettledOutMinor[assetIndex];
    }

    /** Says that open obligations now claim and owe more (or, negative, less) of an asset; see {@link #declareHeld}. */
    public void declareUnsettled(int assetIndex, long inChangeMinor, long outChangeMinor) {
        declaredUnsettledInMinor[assetIndex] += inChangeMinor;
        declaredUnsettledOutMinor[assetIndex] += outChangeMinor;
        touch(assetIndex);
    }

    /**
     * Says that an open order or hold now holds more (or, negative, less) of an asset. Kept apart from the balances, so
     * that a hold that leaks on either side is seen after the very command that leaked it.
     */
    public void declareHeld(int assetIndex, long changeMinor) {
        declaredHeldMinor[assetIndex] += changeMinor;
        touch(assetIndex);
    }

    /** Checks the assets that changed since the last check. */
    void checkTouched() {
        for (int i = 0; i < touchedCount; i++) {
            int assetIndex = touchedAssets[i];
            touched[assetIndex] = false;
            checkAsset(assetIndex);
        }
        touchedCount = 0;
    }

    /** Recomputes sums and digest from all balances and compares them with those kept. Takes time. */
    void audit(int assetCount) {
        long[] sums = new long[assetCount];
        long[] held = new long[assetCount];
        long[] in = new long[assetCount];
        long[] out = new long[assetCount];
        long hashes = 0;
        for (int slot = 0; slot < records.size(); slot++) {
            checkBuckets(slot);
            sums[assetIndex(slot)] +=
                    availableMinor(slot) + heldMinor(slot) + unsettledInMinor(slot) + unsettledOutMinor(slot);
            held[assetIndex(slot)] += heldMinor(slot);
            in[assetIndex(slot)] += unsettledInMinor(slot);
            out[assetIndex(slot)] += unsettledOutMinor(slot);
            hashes += hash(slot);
        }
        for (int assetIndex = 0; assetIndex < assetCount; assetIndex++) {
            checkAsset(assetIndex);
            Invariant.check(sums[assetIndex] == 0, "the balances of an asset add to zero");
            Invariant.check(held[assetIndex] == heldMinor[assetIndex], "the held balances add to what is held");
            Invariant.check(
                    in[assetIndex] == unsettledInMinor[assetIndex] && out[assetIndex] == unsettledOutMinor[assetIndex],
                    "the unsettled balances add to what is unsettled");
        }
        Invariant.check(hashes == digest(), "the digest of the balances is that of each balance");
    }

    /** Digest of the balances, which costs the hashes of those that changed since it was asked for last. */
    long digest() {
        for (int i = 0; i < undigestedCount; i++) {
            int slot = undigested[i];
            long hash = hash(slot);
            digest += hash - records.get(slot, DIGEST_SHARE);
            records.set(slot, DIGEST_SHARE, hash);
            records.set(slot, UNDIGESTED, 0);
        }
        undigestedCount = 0;
        return digest;
    }

    void save(StateWriter out) {
        int count = 0;
        for (int slot = 0; slot < records.size(); slot++) {
            count += isZero(slot) ? 0 : 1;
        }
        out.writeInt(count);
        for (int slot = 0; slot < records.size(); slot++) {
            if (!isZero(slot)) {
                out.writeLong(records.get(slot, KeyedRecords.KEY));
                out.writeLong(availableMinor(slot));
                out.writeLong(heldMinor(slot));
                out.writeLong(unsettledInMinor(slot));
                out.writeLong(unsettledOutMinor(slot));
            }
        }
    }

    void load(StateReader in, int assetCount) {
        int count = in.readCount(Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            long key = in.readLong();
            Invariant.check(
                    (key >>> 32) < accounts.size() && (int) key >= 0 && (int) key < assetCount,
                    "a balance belongs to a registered account and asset");
            int slot = findOrAdd((int) (key >>> 32), (int) key);
            changeAvailable(slot, in.readLong());
            changeHeld(slot, in.readLong());
            changeUnsettled(slot, UNSETTLED_IN, unsettledInMinor, in.readLong());
            changeUnsettled(slot, UNSETTLED_OUT, unsettledOutMinor, in.readLong());
            sumMinor[assetIndex(slot)] +=
                    availableMinor(slot) + heldMinor(slot) + unsettledInMinor(slot) + unsettledOutMinor(slot);
            changed(slot);
        }
    }

    private void changed(int slot) {
        changing(slot);
        if (records.get(slot, UNDIGESTED) == 0) {
            records.set(slot, UNDIGESTED, 1);
            if (undigestedCount == undigested.length) {
                undigested = Arrays.copyOf(undigested, undigestedCount * 2);
            }
            undigested[undigestedCount++] = slot;
        }
    }

    private void changeAvailable(int slot, long changeMinor) {
        int assetIndex = assetIndex(slot);
        long beforeMinor = records.get(slot, AVAILABLE);
        long afterMinor = beforeMinor + changeMinor;
        if (records.get(slot, OWNER) != HOUSE) {
            Invariant.check(afterMinor >= 0, "the available balance of a customer is not below zero");
        } else {
            overdrawnMinor[assetIndex] += overdraft(afterMinor) - overdraft(beforeMinor);
        }
        records.set(slot, AVAILABLE, afterMinor);
        touch(assetIndex);
    }

    private void changeHeld(int slot, long changeMinor) {
        int assetIndex = assetIndex(slot);
        long afterMinor = records.get(slot, HELD) + changeMinor;
        Invariant.check(afterMinor >= 0, "a held balance is not below zero");
        records.set(slot, HELD, afterMinor);
        heldMinor[assetIndex] += changeMinor;
        touch(assetIndex);
    }

    private void changeUnsettled(int slot, int field, long[] totalMinor, long changeMinor) {
        int assetIndex = assetIndex(slot);
        long afterMinor = records.get(slot, field) + changeMinor;
        Invariant.check(afterMinor >= 0, "an unsettled balance is not below zero");
        records.set(slot, field, afterMinor);
        totalMinor[assetIndex] += changeMinor;
        touch(assetIndex);
    }

    private void touch(int assetIndex) {
        if (!touched[assetIndex]) {
            touched[assetIndex] = true;
            touchedAssets[touchedCount++] = assetIndex;
        }
    }

    private void checkAsset(int assetIndex) {
        Invariant.check(sumMinor[assetIndex] == 0, "the balances of an asset add to zero");
        Invariant.check(
                heldMinor[assetIndex] == declaredHeldMinor[assetIndex], "what is held is what orders and holds hold");
        Invariant.check(
                unsettledInMinor[assetIndex] == declaredUnsettledInMinor[assetIndex]
                        && unsettledOutMinor[assetIndex] == declaredUnsettledOutMinor[assetIndex],
                "what is unsettled is what open obligations claim and owe");
        Invariant.check(
                overdrawnMinor[assetIndex] >= 0
                        && overdrawnMinor[assetIndex] <= OUTSTANDING_MAX_MINOR + CLEARING_MAX_MINOR,
                "what is outstanding of an asset can be counted");
    }

    private void checkBuckets(int slot) {
        Invariant.check(
                (availableMinor(slot) >= 0 || isHouse(slot))
                        && heldMinor(slot) >= 0
                        && unsettledInMinor(slot) >= 0
                        && unsettledOutMinor(slot) >= 0,
                "no bucket is below zero but the available one of the house");
    }

    private boolean isZero(int slot) {
        return (availableMinor(slot) | heldMinor(slot) | unsettledInMinor(slot) | unsettledOutMinor(slot)) == 0;
    }

    /** A balance of zero hashes to zero: whether it was ever touched is not part of the state. */
    private long hash(int slot) {
        if (isZero(slot)) {
            return 0;
        }
        long hash = Mix.pair(DIGEST_TAG, records.get(slot, KeyedRecords.KEY), availableMinor(slot));
        return Mix.pair(Mix.pair(hash, heldMinor(slot), unsettledInMinor(slot)), unsettledOutMinor(slot), 0);
    }

    private static long overdraft(long availableMinor) {
        return availableMinor < 0 ? -availableMinor : 0;
    }

    private static long key(int accountIndex, int assetIndex) {
        return (long) accountIndex << 32 | assetIndex;
    }
}
