package io.pharos.core.trading;

import java.util.Arrays;

/** For each account its open orders: how many, the oldest and the newest. Chunked, for tens of millions of accounts. */
final class AccountOrders {
    private static final int CHUNK_SHIFT = 12;
    private static final int CHUNK_MASK = (1 << CHUNK_SHIFT) - 1;
    private static final int COUNT = 0;
    private static final int OLDEST = 1;
    private static final int NEWEST = 2;
    private static final int STRIDE = 3;

    private final OrderPool pool;
    private int[][] chunks = new int[16][];

    AccountOrders(OrderPool pool) {
        this.pool = pool;
    }

    int count(int accountIndex) {
        return get(accountIndex, COUNT);
    }

    /** Place of the oldest open order of the account, or {@link OrderPool#NONE}. */
    int oldest(int accountIndex) {
        return count(accountIndex) == 0 ? OrderPool.NONE : get(accountIndex, OLDEST);
    }

    /** Links an order behind the newest one of its account. */
    void append(Order order) {
        int accountIndex = order.accountIndex;
        makeRoom(accountIndex);
        int count = get(accountIndex, COUNT);
        order.newerOfAccount = OrderPool.NONE;
        if (count == 0) {
            order.olderOfAccount = OrderPool.NONE;
            set(accountIndex, OLDEST, order.place);
        } else {
            int newest = get(accountIndex, NEWEST);
            order.olderOfAccount = newest;
            pool.at(newest).newerOfAccount = order.place;
        }
        set(accountIndex, NEWEST, order.place);
        set(accountIndex, COUNT, count + 1);
    }

    void unlink(Order order) {
        int accountIndex = order.accountIndex;
        if (order.olderOfAccount == OrderPool.NONE) {
            set(accountIndex, OLDEST, order.newerOfAccount);
        } else {
            pool.at(order.olderOfAccount).newerOfAccount = order.newerOfAccount;
        }
        if (order.newerOfAccount == OrderPool.NONE) {
            set(accountIndex, NEWEST, order.olderOfAccount);
        } else {
            pool.at(order.newerOfAccount).olderOfAccount = order.olderOfAccount;
        }
        set(accountIndex, COUNT, count(accountIndex) - 1);
    }

    private int get(int accountIndex, int field) {
        int chunk = accountIndex >>> CHUNK_SHIFT;
        if (chunk >= chunks.length || chunks[chunk] == null) {
            return 0;
        }
        return chunks[chunk][(accountIndex & CHUNK_MASK) * STRIDE + field];
    }

    private void set(int accountIndex, int field, int value) {
        chunks[accountIndex >>> CHUNK_SHIFT][(accountIndex & CHUNK_MASK) * STRIDE + field] = value;
    }

    private void makeRoom(int accountIndex) {
        int chunk = accountIndex >>> CHUNK_SHIFT;
        if (chunk >= chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, chunks.length * 2));
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new int[STRIDE << CHUNK_SHIFT];
        }
    }
}
