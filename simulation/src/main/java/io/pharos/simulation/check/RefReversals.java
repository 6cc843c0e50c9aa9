package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.PostingCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The transfers that commands posted, which can be reversed once; linked ones together, the last first. */
final class RefReversals {
    private final Map<Long, CoreEvent.Posted> transfers = new TreeMap<>();
    private final Set<Long> reversed = new HashSet<>();

    void note(CoreEvent event) {
        if (event instanceof CoreEvent.Posted e
                && e.tradeId() == 0
                && !isOfTheCore(e.code())
                && e.code() != PostingCode.REVERSAL) {
            transfers.put(e.transferId(), e);
        }
    }

    /** Whether a code is that of what the core posts by itself, or in the name of a corporate action. */
    static boolean isOfTheCore(PostingCode code) {
        return code.code() >= PostingCode.SETTLEMENT.code();
    }

    CoreEvent.@Nullable Posted find(long transferId) {
        return transfers.get(transferId);
    }

    boolean isReversed(long transferId) {
        return reversed.contains(transferId);
    }

    /** Some transfer, for a workload. */
    List<Long> ids() {
        return new ArrayList<>(transfers.keySet());
    }

    /** A transfer and what is linked to it, in the order in which they were posted. */
    List<CoreEvent.Posted> legs(long transferId) {
        CoreEvent.Posted first = transfers.get(transferId);
        List<CoreEvent.Posted> legs = new ArrayList<>();
        for (CoreEvent.Posted leg : transfers.values()) {
            boolean isLinked = first != null && first.linkId() != 0 && leg.linkId() == first.linkId();
            if (leg.transferId() == transferId || isLinked) {
                legs.add(leg);
            }
        }
        return legs;
    }

    void reverse(long transferId, List<String> lines) {
        CoreEvent.Posted first = transfers.get(transferId);
        if (first == null) {
            throw new Violation("rules", "reversed what was never posted: " + transferId);
        }
        reversed.add(transferId);
        for (CoreEvent.Posted leg : legs(transferId).reversed()) {
            lines.add(Lines.posted(
                    leg.creditAccountId(),
                    "AVAILABLE",
                    leg.debitAccountId(),
                    "AVAILABLE",
                    leg.assetId(),
                    leg.amountMinor(),
                    PostingCode.REVERSAL,
                    0));
        }
    }
}
