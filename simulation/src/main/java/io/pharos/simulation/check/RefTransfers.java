package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Transfers by command: the amount, or as much of it as brings the balancing side to zero; each leg after the one before. */
final class RefTransfers {
    private record Key(long accountId, int assetId) {}

    private final LedgerFold ledger;

    RefTransfers(LedgerFold ledger) {
        this.ledger = ledger;
    }

    void post(List<CoreCommand.Transfer> legs, List<String> lines) {
        Map<Key, Long> moved = new HashMap<>();
        for (CoreCommand.Transfer leg : legs) {
            Key debit = new Key(leg.debitAccountId(), leg.assetId());
            Key credit = new Key(leg.creditAccountId(), leg.assetId());
            long amount = amount(leg, available(debit, moved), available(credit, moved));
            lines.add(Lines.posted(
                    leg.debitAccountId(),
                    "AVAILABLE",
                    leg.creditAccountId(),
                    "AVAILABLE",
                    leg.assetId(),
                    amount,
                    leg.code(),
                    0));
            moved.merge(debit, -amount, Long::sum);
            moved.merge(credit, amount, Long::sum);
        }
    }

    /** How much a transfer moves that comes alone; 0 where there is nothing to balance. */
    long amount(CoreCommand.Transfer c) {
        return amount(
                c,
                ledger.available(c.debitAccountId(), c.assetId()),
                ledger.available(c.creditAccountId(), c.assetId()));
    }

    private static long amount(CoreCommand.Transfer c, long debitAvailable, long creditAvailable) {
        return switch (c.balancing()) {
            case NONE -> c.amountMinor();
            case DEBIT -> Math.min(c.amountMinor(), Math.max(0, debitAvailable));
            case CREDIT -> Math.min(c.amountMinor(), Math.max(0, -creditAvailable));
        };
    }

    private long available(Key key, Map<Key, Long> moved) {
        return ledger.available(key.accountId, key.assetId) + moved.getOrDefault(key, 0L);
    }
}
