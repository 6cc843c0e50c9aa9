package io.pharos.core.ledger;

import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Outcome;

/**
 * What customers owe the house, by account and asset: a venue took a trade back, and the customer no longer had what it
 * brought. The house has paid out of its error account, so no balance is below zero; what is owed is counted here, beside
 * the balances, until it is collected. Who owes anything takes nothing out.
 */
public final class Receivables {
    private static final int OWED = 1;
    private static final int STRIDE = 2;
    private static final long DIGEST_TAG = 60;

    /** By account and asset. */
    private final KeyedRecords records = new KeyedRecords(STRIDE);

    /** How many assets an account owes. */
    private final KeyedRecords counts = new KeyedRecords(STRIDE);

    private final Accounts accounts;
    private int open;
    private long digest;

    Receivables(Accounts accounts) {
        this.accounts = accounts;
    }

    /** What an account owes of an asset, minor units, not below zero. */
    public long owedMinor(int accountIndex, int assetIndex) {
        int number = open == 0 ? -1 : records.find(key(accountIndex, assetIndex));
        return number < 0 ? 0 : records.get(number, OWED);
    }

    /** Whether an account may take something out: {@code ACCEPTED} or {@code RECEIVABLE_OPEN}. */
    public Outcome checkLeave(int accountIndex) {
        return owesAnything(accountIndex) ? Outcome.RECEIVABLE_OPEN : Outcome.ACCEPTED;
    }

    /** Adds to what is owed; negative to take away. Returns what is owed from now on. */
    public long add(int accountIndex, int assetIndex, long changeMinor) {
        long key = key(accountIndex, assetIndex);
        int number = records.find(key);
        if (number < 0) {
            number = records.add(key);
        }
        long beforeMinor = records.get(number, OWED);
        long owedMinor = beforeMinor + changeMinor;
        Invariant.check(owedMinor >= 0, "nobody owes less than nothing");
        digest += hash(key, owedMinor) - hash(key, beforeMinor);
        records.set(number, OWED, owedMinor);
        int change = (owedMinor > 0 ? 1 : 0) - (beforeMinor > 0 ? 1 : 0);
        if (change != 0) {
            open += change;
            int count = counts.find(accountIndex);
            if (count < 0) {
                count = counts.add(accountIndex);
            }
            counts.set(count, OWED, counts.get(count, OWED) + change);
        }
        return owedMinor;
    }

    private boolean owesAnything(int accountIndex) {
        if (open == 0) {
            return false;
        }
        int count = counts.find(accountIndex);
        return count >= 0 && counts.get(count, OWED) > 0;
    }

    long digest() {
        return digest;
    }

    void audit() {
        long hashes = 0;
        int count = 0;
        for (int i = 0; i < records.size(); i++) {
            hashes += hash(records.get(i, KeyedRecords.KEY), records.get(i, OWED));
            count += records.get(i, OWED) > 0 ? 1 : 0;
        }
        Invariant.check(hashes == digest && count == open, "the digest of what is owed is that of each part");
    }

    public void save(StateWriter out) {
        out.writeInt(open);
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i, OWED) > 0) {
                out.writeLong(records.get(i, KeyedRecords.KEY));
                out.writeLong(records.get(i, OWED));
            }
        }
    }

    public void load(StateReader in, int assetCount) {
        int count = in.readCount(Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            long key = in.readLong();
            long owedMinor = in.readLong();
            Invariant.check(
                    owedMinor > 0
                            && (key >>> 32) < accounts.size()
                            && (int) key >= 0
                            && (int) key < assetCount
                            && records.find(key) < 0,
                    "what is owed in the snapshot is owed by an account, once");
            add((int) (key >>> 32), (int) key, owedMinor);
        }
    }

    private static long hash(long key, long owedMinor) {
        return owedMinor == 0 ? 0 : Mix.pair(Mix.start(DIGEST_TAG), key, owedMinor);
    }

    private static long key(int accountIndex, int assetIndex) {
        return (long) accountIndex << 32 | assetIndex;
    }
}
