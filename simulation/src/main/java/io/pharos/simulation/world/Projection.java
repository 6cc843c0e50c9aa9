package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A reader of the journal that keeps tables, as the production's projections do: it reads from any member, and commits what a
 * page changed together with the page's last sequence, in one transaction. It crashes anywhere and goes on from what it
 * committed.
 */
final class Projection implements Network.Node {
    private static final long POLL_NANOS = 20 * Weather.MILLI;

    /** The database: changed by {@link #commit} only, which is atomic. */
    private static final class Store {
        /** Available, held, and the sum of all postings, by account and asset. */
        final Map<String, long[]> balances = new TreeMap<>();

        long sequence;

        long[] row(String key) {
            return balances.getOrDefault(key, new long[3]).clone();
        }

        void commit(Map<String, long[]> rows, long sequence) {
            balances.putAll(rows);
            this.sequence = sequence;
        }
    }

    private final World world;
    private final String name;
    private final int members;
    private final Store store = new Store();
    private int node;

    // A transaction that was begun.
    private final Map<String, long[]> changed = new TreeMap<>();
    private long foldedTo;

    Projection(World world, String name, int members) {
        this.world = world;
        this.name = name;
        this.members = members;
    }

    void joins(int node) {
        this.node = node;
        poll();
    }

    String name() {
        return name;
    }

    long sequence() {
        return store.sequence;
    }

    Map<String, long[]> balances() {
        return store.balances;
    }

    private void poll() {
        world.network().send(node, world.random().below(members), new Message.ReadJournal(node, store.sequence));
        world.after(POLL_NANOS, this::poll);
    }

    @Override
    public void receive(Message message) {
        if (message instanceof Message.JournalPage page && page.afterSequence() == store.sequence) {
            begin();
            List<CoreEvent> events = StateMachine.decode(page.events());
            for (CoreEvent event : events) {
                if (world.faulty() && world.random().ppm(1_000)) {
                    world.count("projections crashed");
                    crash();
                    return;
                }
                fold(event);
            }
            store.commit(changed, foldedTo);
        }
    }

    private void begin() {
        changed.clear();
        foldedTo = store.sequence;
    }

    /** Loses the transaction that was begun. */
    private void crash() {
        begin();
    }

    private void fold(CoreEvent event) {
        if (event.sequence() != foldedTo + 1) {
            throw new io.pharos.simulation.check.Violation(
                    "projection", name + " was given event " + event.sequence() + " after " + foldedTo);
        }
        foldedTo = event.sequence();
        for (Change change : changes(event)) {
            String key = change.accountId + "/" + change.assetId;
            long[] row = changed.getOrDefault(key, store.row(key));
            row[0] = change.available;
            row[1] = change.held;
            row[2] += change.posted;
            changed.put(key, row);
        }
    }

    private record Change(long accountId, int assetId, long available, long held, long posted) {}

    private static List<Change> changes(CoreEvent event) {
        List<Change> changes = new ArrayList<>();
        switch (event) {
            case CoreEvent.Posted e -> {
                changes.add(new Change(
                        e.debitAccountId(),
                        e.assetId(),
                        e.debitAvailableAfterMinor(),
                        e.debitHeldAfterMinor(),
                        -e.amountMinor()));
                changes.add(new Change(
                        e.creditAccountId(),
                        e.assetId(),
                        e.creditAvailableAfterMinor(),
                        e.creditHeldAfterMinor(),
                        e.amountMinor()));
            }
            case CoreEvent.HoldPlaced e ->
                changes.add(new Change(e.accountId(), e.assetId(), e.availableAfterMinor(), e.heldAfterMinor(), 0));
            case CoreEvent.HoldReleased e ->
                changes.add(new Change(e.accountId(), e.assetId(), e.availableAfterMinor(), e.heldAfterMinor(), 0));
            case CoreEvent.HoldExpired e ->
                changes.add(new Change(e.accountId(), e.assetId(), e.availableAfterMinor(), e.heldAfterMinor(), 0));
            case CoreEvent.HoldCaptured e ->
                changes.add(new Change(e.accountId(), e.assetId(), e.availableAfterMinor(), e.heldAfterMinor(), 0));
            case CoreEvent.BalanceChanged e ->
                changes.add(new Change(e.accountId(), e.assetId(), e.availableAfterMinor(), e.heldAfterMinor(), 0));
            case CoreEvent.OrderAccepted e ->
                changes.add(new Change(e.accountId(), e.holdAssetId(), e.availableAfterMinor(), e.heldAfterMinor(), 0));
            case CoreEvent.OrderTriggered e ->
                changes.add(new Change(e.accountId(), e.holdAssetId(), e.availableAfterMinor(), e.heldAfterMinor(), 0));
            case CoreEvent.OrderReplaced e ->
                changes.add(new Change(e.accountId(), e.holdAssetId(), e.availableAfterMinor(), e.heldAfterMinor(), 0));
            case CoreEvent.OrderReduced e ->
                changes.add(new Change(e.accountId(), e.holdAssetId(), e.availableAfterMinor(), e.heldAfterMinor(), 0));
            case CoreEvent.OrderCancelled e ->
                changes.add(new Change(e.accountId(), e.holdAssetId(), e.availableAfterMinor(), e.heldAfterMinor(), 0));
            default -> {}
        }
        return changes;
    }
}
