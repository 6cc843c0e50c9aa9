package io.pharos.core.margin;

import io.pharos.core.state.Invariant;
import io.pharos.protocol.MarginStatus;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** The margin accounts, by the index of the account, and their digest, which costs the hashes of those that changed. */
final class MarginAccounts {
    private final Int2ObjectHashMap<MarginAccount> byIndex = new Int2ObjectHashMap<>();
    private final List<MarginAccount> undigested = new ArrayList<>();
    private long digest;

    @Nullable
    MarginAccount find(int accountIndex) {
        return byIndex.get(accountIndex);
    }

    void add(MarginAccount account) {
        account.program().accounts.add(account);
        byIndex.put(account.accountIndex, account);
        changed(account);
    }

    int size() {
        return byIndex.size();
    }

    /** Notes a change. */
    void changed(MarginAccount account) {
        if (!account.undigested) {
            account.undigested = true;
            undigested.add(account);
        }
    }

    long digest() {
        for (int i = 0; i < undigested.size(); i++) {
            MarginAccount account = undigested.get(i);
            long hash = account.hash();
            digest += hash - account.digestShare;
            account.digestShare = hash;
            account.undigested = false;
        }
        undigested.clear();
        return digest;
    }

    /** Recomputes digest and sums from the accounts of the programs. */
    void audit(List<MarginProgram> programs) {
        long hashes = 0;
        int count = 0;
        for (int i = 0; i < programs.size(); i++) {
            MarginProgram program = programs.get(i);
            long lentMinor = 0;
            for (int j = 0; j < program.accounts.size(); j++) {
                MarginAccount account = program.accounts.get(j);
                lentMinor += account.principalMinor() + account.reservedMinor();
                hashes += account.hash();
                Invariant.check(account.program() == program, "a margin account is under one program");
                Invariant.check(
                        account.active || account.status == MarginStatus.NORMAL, "an agreement that ended has no call");
            }
            count += program.accounts.size();
            Invariant.check(lentMinor == program.lentMinor, "what a program has lent is the sum of its loans");
        }
        Invariant.check(count == byIndex.size(), "a margin account is under one program");
        Invariant.check(hashes == digest(), "the digest of the margin accounts is that of each");
    }
}
