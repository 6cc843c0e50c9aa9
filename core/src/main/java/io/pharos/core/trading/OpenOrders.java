package io.pharos.core.trading;

import io.pharos.core.command.PlaceOrder;
import io.pharos.core.ledger.Balances;
import java.util.Arrays;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The pool of orders, and those that rest: by id, by account and, in the book of their instrument, by price and time.
 *
 * <p>An order is taken from the pool, matched, and either rests or goes back. The digest covers the resting ones, which
 * between commands are all there are.
 */
final class OpenOrders {
    private final int openOrdersMax;
    private final int accountOpenOrdersMax;
    private final Long2ObjectHashMap<Order> byId = new Long2ObjectHashMap<>(1 << 12, 0.55f);
    private final AccountOrders byAccount = new AccountOrders();
    private Order[] pool = new Order[1 << 10];
    private int[] free = new int[1 << 10];
    private int freeCount;
    private int poolSize;
    private long lastOrderId;
    private long lastPriority;
    private long digest;

    OpenOrders(int openOrdersMax, int accountOpenOrdersMax) {
        this.openOrdersMax = openOrdersMax;
        this.accountOpenOrdersMax = accountOpenOrdersMax;
    }

    @Nullable
    Order find(long orderId) {
        return byId.get(orderId);
    }

    int size() {
        return byId.size();
    }

    int sizeMax() {
        return openOrdersMax;
    }

    /** Whether another order of the account may rest. */
    boolean hasRoom(int accountIndex) {
        return byId.size() < openOrdersMax && byAccount.count(accountIndex) < accountOpenOrdersMax;
    }

    int countOfAccount(int accountIndex) {
        return byAccount.count(accountIndex);
    }

    /** The oldest open order of an account, or null. */
    @Nullable
    Order oldestOfAccount(int accountIndex) {
        return atOrNull(byAccount.oldest(accountIndex));
    }

    /** The next younger open order of the same account, or null. */
    @Nullable
    Order newerOfAccount(Order order) {
        return atOrNull(order.newerOfAccount);
    }

    /** Takes an order from the pool and gives it the next id. It is nowhere until it comes to rest. */
    Order take(PlaceOrder command, int accountIndex, Instrument instrument) {
        Order order = fromPool();
        order.orderId = ++lastOrderId;
        order.accountId = command.accountId;
        order.accountIndex = accountIndex;
        order.clientTag = command.clientTag;
        order.instrument = instrument;
        order.side = command.side;
        order.orderType = command.orderType;
        order.postOnly = command.postOnly;
        order.quantityLots = command.quantityLots;
        return order;
    }

    /** Gives back an order that never rested, or that {@link #end} has taken out. */
    void giveBack(Order order) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = order.poolIndex;
    }

    /** Brings a new order to rest, behind those of its price. */
    void rest(Order order) {
        requeue(order);
        byId.put(order.orderId, order);
        byAccount.append(order, pool);
    }

    /** Queues an order, which has left the book to be replaced, behind those of its price. */
    void requeue(Order order) {
        order.priority = ++lastPriority;
        order.instrument().book.side(order.side).add(order);
        changed(order);
    }

    /** Takes an order out of its book; it stays known to its account. */
    void leaveBook(Order order) {
        order.instrument().book.side(order.side).remove(order, order.level());
        digest -= order.digestShare;
        order.digestShare = 0;
    }

    /** Forgets an order that has left its book. */
    void end(Order order) {
        byId.remove(order.orderId);
        byAccount.unlink(order, pool);
        giveBack(order);
    }

    /** Brings the digest up to date after a change to a resting order. */
    void changed(Order order) {
        digest -= order.digestShare;
        order.digestShare = order.hash();
        digest += order.digestShare;
    }

    long digest() {
        return digest;
    }

    long lastOrderId() {
        return lastOrderId;
    }

    long lastPriority() {
        return lastPriority;
    }

    /** Sets the counters of a loaded state. */
    void loadCounters(long lastOrderId, long lastPriority) {
        this.lastOrderId = lastOrderId;
        this.lastPriority = lastPriority;
    }

    /** An order of the pool for a loaded state to fill; {@link #loaded} puts it to its place. */
    Order fromPool() {
        if (freeCount == 0) {
            grow();
        }
        Order order = pool[free[--freeCount]];
        order.filledLots = 0;
        order.holdMinor = 0;
        order.receiveSlot = Balances.NOT_FOUND;
        order.fee.clear();
        order.tax.clear();
        return order;
    }

    /** Queues a loaded order, whose priority is set, at the end of its price. */
    void loaded(Order order) {
        order.instrument().book.side(order.side).add(order);
        changed(order);
    }

    /** Makes a loaded order known by its id and to its account: called in the order of the ids. */
    void loadedOfAccount(Order order) {
        byId.put(order.orderId, order);
        byAccount.append(order, pool);
    }

    private @Nullable Order atOrNull(int poolIndex) {
        return poolIndex == AccountOrders.NONE ? null : pool[poolIndex];
    }

    private void grow() {
        if (poolSize == pool.length) {
            pool = Arrays.copyOf(pool, poolSize * 2);
        }
        Order order = new Order();
        order.poolIndex = poolSize++;
        pool[order.poolIndex] = order;
        giveBack(order);
    }
}
