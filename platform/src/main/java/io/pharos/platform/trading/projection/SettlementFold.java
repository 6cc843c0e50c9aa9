package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent.BusinessDayBegan;
import io.pharos.cluster.message.CoreEvent.BuyInRecorded;
import io.pharos.cluster.message.CoreEvent.ObligationChanged;
import io.pharos.cluster.message.CoreEvent.ObligationSettled;
import io.pharos.cluster.message.CoreEvent.Posted;
import io.pharos.cluster.message.CoreEvent.SettlementCompleted;
import io.pharos.cluster.message.CoreEvent.SettlementFailed;
import io.pharos.cluster.message.CoreEvent.SettlementRulesSet;
import io.pharos.protocol.Bucket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the events of settlement, and the unsettled legs of postings, do to the rows of a batch. */
final class SettlementFold {
    /** An open obligation. */
    record ObligationKey(int instrumentId, long accountId, long dueDay) {}

    /** How the unsettled buckets of a balance changed. */
    record Change(long inMinor, long outMinor) {
        Change plus(Change other) {
            return new Change(Math.addExact(inMinor, other.inMinor), Math.addExact(outMinor, other.outMinor));
        }
    }

    final Map<HoldingKey, Change> unsettled = new LinkedHashMap<>();
    final Map<Integer, SettlementRulesSet> rules = new LinkedHashMap<>();
    final List<BusinessDayBegan> began = new ArrayList<>();
    final List<SettlementCompleted> completed = new ArrayList<>();
    final Map<ObligationKey, ObligationChanged> changed = new LinkedHashMap<>();
    final Map<ObligationKey, SettlementFailed> failed = new LinkedHashMap<>();
    final Set<ObligationKey> settled = new LinkedHashSet<>();
    final List<SettlementFailed> fails = new ArrayList<>();
    final List<BuyInRecorded> buyIns = new ArrayList<>();

    /** Whether a bucket is part of what an account can see as its own: available and held. */
    static boolean isOwned(Bucket bucket) {
        return bucket == Bucket.AVAILABLE || bucket == Bucket.HELD;
    }

    void fold(Posted e) {
        change(e.debitAccountId(), e.assetId(), e.debitBucket(), -e.amountMinor());
        change(e.creditAccountId(), e.assetId(), e.creditBucket(), e.amountMinor());
    }

    void fold(SettlementRulesSet e) {
        rules.put(e.instrumentId(), e);
    }

    void fold(BusinessDayBegan e) {
        began.add(e);
    }

    void fold(SettlementCompleted e) {
        completed.add(e);
    }

    void fold(ObligationChanged e) {
        changed.put(new ObligationKey(e.instrumentId(), e.accountId(), e.dueDay()), e);
    }

    void fold(SettlementFailed e) {
        failed.put(new ObligationKey(e.instrumentId(), e.accountId(), e.dueDay()), e);
        fails.add(e);
    }

    void fold(ObligationSettled e) {
        ObligationKey key = new ObligationKey(e.instrumentId(), e.accountId(), e.dueDay());
        changed.remove(key);
        failed.remove(key);
        settled.add(key);
    }

    void fold(BuyInRecorded e) {
        buyIns.add(e);
    }

    private void change(long accountId, int assetId, Bucket bucket, long changeMinor) {
        if (!isOwned(bucket)) {
            boolean in = bucket == Bucket.UNSETTLED_IN;
            unsettled.merge(
                    new HoldingKey(accountId, assetId),
                    new Change(in ? changeMinor : 0, in ? 0 : changeMinor),
                    Change::plus);
        }
    }
}
