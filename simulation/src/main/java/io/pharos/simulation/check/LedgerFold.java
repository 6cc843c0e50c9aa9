package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.Bucket;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The balances, added up from what each event says to have moved; each balance that an event states must be the one added
 * up. Nothing else is known of the ledger here.
 */
final class LedgerFold {
    /** A balance. */
    static final class Balance {
        final long accountId;
        final int assetId;
        long available;
        long held;
        long unsettledIn;
        long unsettledOut;

        Balance(long accountId, int assetId) {
            this.accountId = accountId;
            this.assetId = assetId;
        }
    }

    private final Map<Long, Map<Integer, Balance>> balances = new TreeMap<>();

    private final Set<Balance> touched = new LinkedHashSet<>();

    /** What each open order holds, as its events say. */
    private final Map<Long, Long> orderHolds = new HashMap<>();

    long available(long accountId, int assetId) {
        return of(accountId, assetId).available;
    }

    long held(long accountId, int assetId) {
        return of(accountId, assetId).held;
    }

    long unsettledIn(long accountId, int assetId) {
        return of(accountId, assetId).unsettledIn;
    }

    /** The balances that events have touched since the last call. */
    List<Balance> takeTouched() {
        List<Balance> taken = List.copyOf(touched);
        touched.clear();
        return taken;
    }

    List<Balance> all() {
        return balances.values().stream().flatMap(of -> of.values().stream()).toList();
    }

    private Balance of(long accountId, int assetId) {
        return balances.computeIfAbsent(accountId, unused -> new TreeMap<>())
                .computeIfAbsent(assetId, unused -> new Balance(accountId, assetId));
    }

    /** Adds an event. */
    void fold(CoreEvent event) {
        switch (event) {
            case CoreEvent.Posted e -> posted(e);
            case CoreEvent.HoldPlaced e ->
                hold(e, e.accountId(), e.assetId(), e.amountMinor(), e.availableAfterMinor(), e.heldAfterMinor());
            case CoreEvent.HoldReleased e ->
                hold(e, e.accountId(), e.assetId(), -e.amountMinor(), e.availableAfterMinor(), e.heldAfterMinor());
            case CoreEvent.HoldExpired e ->
                hold(e, e.accountId(), e.assetId(), -e.amountMinor(), e.availableAfterMinor(), e.heldAfterMinor());
            case CoreEvent.HoldCaptured e ->
                hold(e, e.accountId(), e.assetId(), -e.releasedMinor(), e.availableAfterMinor(), e.heldAfterMinor());
            case CoreEvent.BalanceChanged e -> {
                orderHolds.merge(e.orderId(), -e.releasedMinor(), Long::sum);
                hold(e, e.accountId(), e.assetId(), -e.releasedMinor(), e.availableAfterMinor(), e.heldAfterMinor());
            }
            case CoreEvent.OrderAccepted e -> {
                orderHolds.put(e.orderId(), e.holdMinor());
                hold(e, e.accountId(), e.holdAssetId(), e.holdMinor(), e.availableAfterMinor(), e.heldAfterMinor());
            }
            case CoreEvent.OrderTriggered e ->
                holdOf(
                        e,
                        e.orderId(),
                        e.accountId(),
                        e.holdAssetId(),
                        e.holdMinor(),
                        e.availableAfterMinor(),
                        e.heldAfterMinor());
            case CoreEvent.OrderReplaced e ->
                holdOf(
                        e,
                        e.orderId(),
                        e.accountId(),
                        e.holdAssetId(),
                        e.holdMinor(),
                        e.availableAfterMinor(),
                        e.heldAfterMinor());
            case CoreEvent.OrderReduced e -> {
                orderHolds.merge(e.orderId(), -e.releasedMinor(), Long::sum);
                hold(
                        e,
                        e.accountId(),
                        e.holdAssetId(),
                        -e.releasedMinor(),
                        e.availableAfterMinor(),
                        e.heldAfterMinor());
            }
            case CoreEvent.OrderCancelled e -> {
                orderHolds.remove(e.orderId());
                hold(
                        e,
                        e.accountId(),
                        e.holdAssetId(),
                        -e.releasedMinor(),
                        e.availableAfterMinor(),
                        e.heldAfterMinor());
            }
            default -> {}
        }
    }

    private void posted(CoreEvent.Posted e) {
        Balance debit = of(e.debitAccountId(), e.assetId());
        add(debit, e.debitBucket(), -e.amountMinor());
        if (e.debitBucket() == Bucket.HELD && e.orderId() != 0) {
            orderHolds.merge(e.orderId(), -e.amountMinor(), Long::sum);
        }
        // Both balances are stated as the whole transfer left them: an account may trade with itself.
        Balance credit = of(e.creditAccountId(), e.assetId());
        add(credit, e.creditBucket(), e.amountMinor());
        require(e, debit, e.debitAvailableAfterMinor(), e.debitHeldAfterMinor());
        require(e, credit, e.creditAvailableAfterMinor(), e.creditHeldAfterMinor());
    }

    private static void add(Balance balance, Bucket bucket, long amount) {
        switch (bucket) {
            case AVAILABLE -> balance.available += amount;
            case HELD -> balance.held += amount;
            case UNSETTLED_IN -> balance.unsettledIn += amount;
            case UNSETTLED_OUT -> balance.unsettledOut += amount;
            case NONE -> throw new Violation("conservation", "a posting names its buckets");
        }
    }

    /** An order holds another amount from now on. */
    private void holdOf(
            CoreEvent event, long orderId, long accountId, int assetId, long hold, long available, long held) {
        Long before = orderHolds.put(orderId, hold);
        hold(event, accountId, assetId, hold - (before == null ? 0 : before), available, held);
    }

    private void hold(CoreEvent event, long accountId, int assetId, long change, long available, long held) {
        Balance balance = of(accountId, assetId);
        balance.available -= change;
        balance.held += change;
        require(event, balance, available, held);
    }

    private void require(CoreEvent event, Balance balance, long available, long held) {
        touched.add(balance);
        if (balance.available != available || balance.held != held) {
            throw new Violation(
                    "conservation",
                    "account " + balance.accountId + " has " + balance.available + " available and " + balance.held
                            + " held of " + balance.assetId + " by all that moved, " + available + " and " + held
                            + " as the event says: " + event);
        }
    }
}
