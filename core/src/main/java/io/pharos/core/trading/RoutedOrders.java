package io.pharos.core.trading;

import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.HeldTally;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.InvariantViolation;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.VenueOrderState;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** The open orders at venues: by id, by account, and oldest first. */
final class RoutedOrders {
    private static final class OfAccount {
        @Nullable
        RoutedOrder oldest;

        @Nullable
        RoutedOrder newest;

        int count;

        @Nullable
        OfAccount free;
    }

    private final Accounts accounts;
    private final Balances balances;
    private final Long2ObjectHashMap<RoutedOrder> byId = new Long2ObjectHashMap<>();
    private final Int2ObjectHashMap<OfAccount> byAccount = new Int2ObjectHashMap<>();

    @Nullable
    private RoutedOrder oldest;

    @Nullable
    private RoutedOrder newest;

    /** Those that are over, to be used again, one behind the other by {@code newer}. */
    @Nullable
    private RoutedOrder free;

    @Nullable
    private OfAccount freeOfAccount;

    private long digest;

    RoutedOrders(Accounts accounts, Balances balances) {
        this.accounts = accounts;
        this.balances = balances;
    }

    @Nullable
    RoutedOrder find(long orderId) {
        return byId.isEmpty() ? null : byId.get(orderId);
    }

    int size() {
        return byId.size();
    }

    int countOfAccount(int accountIndex) {
        OfAccount of = byId.isEmpty() ? null : byAccount.get(accountIndex);
        return of == null ? 0 : of.count;
    }

    @Nullable
    RoutedOrder oldest() {
        return oldest;
    }

    @Nullable
    RoutedOrder oldestOfAccount(int accountIndex) {
        OfAccount of = byId.isEmpty() ? null : byAccount.get(accountIndex);
        return of == null ? null : of.oldest;
    }

    /** An order that is nowhere yet. */
    RoutedOrder take() {
        RoutedOrder of = free;
        if (of == null) {
            return new RoutedOrder();
        }
        free = of.newer;
        of.clear();
        return of;
    }

    /** Adds the newest order. */
    void add(RoutedOrder routed) {
        byId.put(routed.order.orderId, routed);
        routed.older = newest;
        if (newest == null) {
            oldest = routed;
        } else {
            newest.newer = routed;
        }
        newest = routed;
        OfAccount of = byAccount.get(routed.order.accountIndex);
        if (of == null) {
            of = takeOfAccount();
            byAccount.put(routed.order.accountIndex, of);
        }
        routed.olderOfAccount = of.newest;
        if (of.newest == null) {
            of.oldest = routed;
        } else {
            of.newest.newerOfAccount = routed;
        }
        of.newest = routed;
        of.count++;
        routed.order.instrument().routedCount++;
        digest += routed.hash();
    }

    private OfAccount takeOfAccount() {
        OfAccount of = freeOfAccount;
        if (of == null) {
            return new OfAccount();
        }
        freeOfAccount = of.free;
        of.free = null;
        return of;
    }

    /** Takes an order out that {@link #changing} was called for. It keeps what it says until the next is taken. */
    void remove(RoutedOrder routed) {
        byId.remove(routed.order.orderId);
        if (routed.older == null) {
            oldest = routed.newer;
        } else {
            routed.older.newer = routed.newer;
        }
        if (routed.newer == null) {
            newest = routed.older;
        } else {
            routed.newer.older = routed.older;
        }
        OfAccount of = byAccount.get(routed.order.accountIndex);
        if (routed.olderOfAccount == null) {
            of.oldest = routed.newerOfAccount;
        } else {
            routed.olderOfAccount.newerOfAccount = routed.newerOfAccount;
        }
        if (routed.newerOfAccount == null) {
            of.newest = routed.olderOfAccount;
        } else {
            routed.newerOfAccount.olderOfAccount = routed.olderOfAccount;
        }
        if (--of.count == 0) {
            byAccount.remove(routed.order.accountIndex);
            of.free = freeOfAccount;
            freeOfAccount = of;
        }
        routed.order.instrument().routedCount--;
        routed.newer = free;
        free = routed;
    }

    /** To be called before an order changes. */
    void changing(RoutedOrder routed) {
        digest -= routed.hash();
    }

    /** To be called when it has changed and goes on. */
    void changed(RoutedOrder routed) {
        digest += routed.hash();
    }

    long digest() {
        return digest;
    }

    void audit(HeldTally tally) {
        long hashes = 0;
        int count = 0;
        long previousId = 0;
        for (RoutedOrder routed = oldest; routed != null; routed = routed.newer) {
            Order order = routed.order;
            Invariant.check(order.orderId > previousId, "orders at venues stand in the order of their ids");
            Invariant.check(order.holdMinor == routed.neededMinor(), "an order at a venue holds what it may cost");
            previousId = order.orderId;
            tally.add(order.holdSlot, order.holdMinor);
            hashes += routed.hash();
            count++;
        }
        Invariant.check(hashes == digest && count == byId.size(), "the digest of the routed orders is that of each");
    }

    void save(StateWriter out) {
        out.writeInt(byId.size());
        for (RoutedOrder routed = oldest; routed != null; routed = routed.newer) {
            Order order = routed.order;
            out.writeInt(order.instrument().instrumentId);
            out.writeLong(order.orderId);
            out.writeInt(order.accountIndex);
            out.writeLong(order.clientTag);
            out.writeLong(order.priceTicks);
            out.writeLong(order.quantityLots);
            out.writeLong(order.filledLots);
            out.writeLong(order.holdMinor);
            out.writeLong(order.expiresNanos);
            out.writeLong(order.flags());
            order.fee.save(out);
            order.tax.save(out);
            FeeSchedule by = order.fees;
            if (by != null) {
                out.writeInt(by.place);
                order.transferFee.save(out);
            }
            out.writeInt(routed.state.code());
            out.writeBoolean(routed.unknown);
            out.writeInt(routed.cancelWanted.code());
            out.writeInt(routed.requestNumber);
            out.writeInt(routed.acceptedNumber);
            out.writeLong(routed.pendingPriceTicks);
            out.writeLong(routed.pendingQuantityLots);
            out.writeLong(routed.finalLots);
            out.writeInt(routed.finalReason.code());
        }
    }

    void load(StateReader in, Instruments instruments, FeeSchedules schedules, long lastOrderId) {
        int count = in.readCount(Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            RoutedOrder routed = take();
            Order order = routed.order;
            Instrument of = instruments.find(in.readInt());
            if (of == null || of.listing == null) {
                throw new InvariantViolation("a routed order in the snapshot is of a listed instrument");
            }
            order.instrument = of;
            order.orderId = in.readLong();
            order.accountIndex = in.readCount(accounts.size() - 1);
            order.accountId = accounts.accountId(order.accountIndex);
            order.clientTag = in.readLong();
            order.priceTicks = in.readLong();
            order.quantityLots = in.readLong();
            order.filledLots = in.readLong();
            order.holdMinor = in.readLong();
            order.expiresNanos = in.readLong();
            long flags = in.readLong();
            order.flags(flags);
            order.fee.load(in);
            order.tax.load(in);
            if (Order.isScheduled(flags)) {
                order.fees = schedules.at(in.readInt());
                order.transferFee.load(in);
            }
            routed.state = VenueOrderState.ofCode(in.readInt());
            routed.unknown = in.readBoolean();
            routed.cancelWanted = CancelReason.ofCode(in.readInt());
            routed.requestNumber = in.readInt();
            routed.acceptedNumber = in.readInt();
            routed.pendingPriceTicks = in.readLong();
            routed.pendingQuantityLots = in.readLong();
            routed.finalLots = in.readLong();
            routed.finalReason = CancelReason.ofCode(in.readInt());
            Invariant.check(
                    order.orderId > 0
                            && order.orderId <= lastOrderId
                            && order.orderType == OrderType.LIMIT
                            && order.filledLots >= 0
                            && order.filledLots < order.quantityLots
                            && find(order.orderId) == null,
                    "a routed order in the snapshot could be open");
            order.holdSlot = balances.findOrAdd(order.accountIndex, of.spentAssetIndex(order.side));
            balances.declareHeld(of.spentAssetIndex(order.side), order.holdMinor);
            add(routed);
        }
    }
}
