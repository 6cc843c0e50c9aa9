package io.pharos.core.ledger;

import io.pharos.core.command.RegisterAccount;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.Outcome;

/** The registered accounts, numbered from 0 in the order of their registration. Accounts are never removed. */
public final class Accounts {
    /** What {@link #find} answers where there is no such account. */
    public static final int NOT_FOUND = -1;

    private static final int KIND = 1;

    /** 1 where what the account has is collateral; not part of the state, margin agreements say it. */
    private static final int PLEDGED = 2;

    private static final int STRIDE = 3;
    private static final long DIGEST_TAG = 2;

    private final KeyedRecords records = new KeyedRecords(STRIDE);
    private final int accountsMax;
    private long digest;

    Accounts(int accountsMax) {
        this.accountsMax = accountsMax;
    }

    /** The index of an account; {@link #NOT_FOUND} where it is not registered. */
    public int find(long accountId) {
        return records.find(accountId);
    }

    /** The id of the account at an index. */
    public long accountId(int accountIndex) {
        return records.get(accountIndex, KeyedRecords.KEY);
    }

    /** Whether the account at an index belongs to the house, and so may go below zero. */
    public boolean isHouse(int accountIndex) {
        return records.get(accountIndex, KIND) == AccountKind.HOUSE.code();
    }

    /** Whether what the account has is collateral: it has a margin agreement. */
    public boolean isPledged(int accountIndex) {
        return records.get(accountIndex, PLEDGED) == 1;
    }

    void pledge(int accountIndex, boolean isPledged) {
        records.set(accountIndex, PLEDGED, isPledged ? 1 : 0);
    }

    public int size() {
        return records.size();
    }

    Outcome check(RegisterAccount command) {
        if (command.kind == AccountKind.NONE) {
            return Outcome.MALFORMED;
        }
        if (command.accountId <= 0) {
            return Outcome.ID_NOT_POSITIVE;
        }
        int registered = find(command.accountId);
        if (registered != NOT_FOUND) {
            return records.get(registered, KIND) == command.kind.code()
                    ? Outcome.ACCEPTED
                    : Outcome.EXISTS_WITH_OTHER_FIELDS;
        }
        return records.size() < accountsMax ? Outcome.ACCEPTED : Outcome.ACCOUNTS_LIMIT;
    }

    void add(long accountId, AccountKind kind) {
        Invariant.check(accountId > 0 && find(accountId) == NOT_FOUND, "an account is registered once");
        int accountIndex = records.add(accountId);
        records.set(accountIndex, KIND, kind.code());
        digest += Mix.pair(Mix.pair(Mix.start(DIGEST_TAG), accountId, accountIndex), kind.code(), 0);
    }

    long digest() {
        return digest;
    }

    void save(StateWriter out) {
        out.writeInt(records.size());
        for (int i = 0; i < records.size(); i++) {
            out.writeLong(accountId(i));
            out.writeInt((int) records.get(i, KIND));
        }
    }

    void load(StateReader in) {
        int count = in.readCount(accountsMax);
        for (int i = 0; i < count; i++) {
            add(in.readLong(), AccountKind.ofCode(in.readInt()));
        }
    }
}
