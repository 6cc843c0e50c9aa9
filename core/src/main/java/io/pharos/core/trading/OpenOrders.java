package io.pharos.core.trading;

import io.pharos.core.command.PlaceOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The orders that rest or wait: by id, by account, by the time at which they end and, in the book of their instrument, by
 * price and time.
 *
 * <p>An order is taken from the pool, matched, and either queues or goes back. The digest covers the queued ones, which
 * between commands are all there are; an order that changes is hashed when the digest is next asked for.
 */
final class OpenOrders {
    private final int openOrdersMax;
    private final int accountOpenOrdersMax;
    private final OrderPool pool;
    private final RoutedOrders routed;
    private final IdIndex byId;
    private final AccountOrders byAccount;
    private final OrderDeadlines deadlines;
    private long lastOrderId;
    private long lastPriority;
    private int[] undigested = new int[1 << 10];
    private int undigestedCount;
    private long[] touchedPartners = new long[16];
    private int touchedPartnerCount;
    private Bracket[] touchedBrackets = new Bracket[0];
    private int touchedBracketCount;
    private int completedBracketCount;
    private Instrument[] touchedInstruments = new Instrument[0];
    private int touchedInstrumentCount;
    private int reservedCount;
    private long digest;

    OpenOrders(int openOrdersMax, int accountOpenOrdersMax, OrderPool pool, RoutedOrders routed) {
        this.routed = routed;
        this.openOrdersMax = openOrdersMax;
        this.accountOpenOrdersMax = accountOpenOrdersMax;
        this.pool = pool;
        byId = new IdIndex(pool);
        byAccount = new AccountOrders(pool);
        deadlines = new OrderDeadlines(pool);
    }

    @Nullable
    Order find(long orderId) {
        return pool.atOrNull(byId.find(orderId));
    }

    /** The order at a place in the pool, which is in use. */
    Order at(int place) {
        return pool.at(place);
    }

    int size() {
        return byId.size();
    }

    int sizeMax() {
        return openOrdersMax;
    }

    /** Whether another order of an instrument may be pegged. */
    boolean hasRoomForPeg(Instrument of) {
        return of.book.pegs.count() < Math.min(PegList.ORDERS_MAX, openOrdersMax / PegList.ORDERS_SHARE);
    }

    /** Whether so many orders more of the account may rest, wait or be at a venue. */
    boolean hasRoom(int accountIndex, int count) {
        return sizeEverywhere() + reservedCount <= openOrdersMax - count
                && countOfAccountEverywhere(accountIndex) <= accountOpenOrdersMax - count;
    }

    /** Keeps room for orders that the core will place itself, or gives it free; those of the account are not counted. */
    void reserve(int count) {
        reservedCount += count;
    }

    /** An instrument of which there is to be looked at what changed, once each; or null. */
    @Nullable
    Instrument takeTouchedInstrument() {
        if (touchedInstrumentCount == 0) {
            return null;
        }
        Instrument of = touchedInstruments[--touchedInstrumentCount];
        of.touched = false;
        return of;
    }

    /** Has it looked at what changed in an instrument. */
    void touch(Instrument of) {
        if (!of.touched) {
            of.touched = true;
            if (touchedInstrumentCount == touchedInstruments.length) {
                touchedInstruments = Arrays.copyOf(touchedInstruments, Math.max(8, touchedInstrumentCount * 2));
            }
            touchedInstruments[touchedInstrumentCount++] = of;
        }
    }

    /** A bracket whose entry has changed or ended since it was asked for, once each, in the order of the changes; or null. */
    @Nullable
    Bracket takeTouchedBracket() {
        if (completedBracketCount == touchedBracketCount) {
            completedBracketCount = 0;
            touchedBracketCount = 0;
            return null;
        }
        Bracket bracket = touchedBrackets[completedBracketCount++];
        bracket.touched = false;
        return bracket;
    }

    private void touch(Bracket bracket, Order entry) {
        bracket.filledLots = entry.filledLots;
        if (!bracket.touched) {
            bracket.touched = true;
            if (touchedBracketCount == touchedBrackets.length) {
                touchedBrackets = Arrays.copyOf(touchedBrackets, Math.max(8, touchedBracketCount * 2));
            }
            touchedBrackets[touchedBracketCount++] = bracket;
        }
    }

    /** Open orders here and at venues. */
    int sizeEverywhere() {
        return byId.size() + routed.size();
    }

    /** Open orders of an account here and at venues. */
    int countOfAccountEverywhere(int accountIndex) {
        return byAccount.count(accountIndex) + routed.countOfAccount(accountIndex);
    }

    RoutedOrders routed() {
        return routed;
    }

    /** Gives an id to an order that does not come into a book. */
    long takeOrderId() {
        return ++lastOrderId;
    }

    /** The partner of an order that has changed or ended since it was asked for, once each; 0 for none. */
    long takeTouchedPartner() {
        return touchedPartnerCount == 0 ? 0 : touchedPartners[--touchedPartnerCount];
    }

    private void touch(long partnerId) {
        if (touchedPartnerCount == touchedPartners.length) {
            touchedPartners = Arrays.copyOf(touchedPartners, touchedPartnerCount * 2);
        }
        touchedPartners[touchedPartnerCount++] = partnerId;
    }

    int countOfAccount(int accountIndex) {
        return byAccount.count(accountIndex);
    }

    /** The oldest open order of an account, or null. */
    @Nullable
    Order oldestOfAccount(int accountIndex) {
        return pool.atOrNull(byAccount.oldest(accountIndex));
    }

    /** The next younger open order of the same account, or null. */
    @Nullable
    Order newerOfAccount(Order order) {
        return pool.atOrNull(order.newerOfAccount);
    }

    /** Takes an order from the pool and gives it the next id. It is nowhere until it comes to rest. */
    Order take(PlaceOrder command, int accountIndex, Instrument instrument) {
        Order order = pool.take();
        order.begin(command, ++lastOrderId, accountIndex, instrument);
        return order;
    }

    /** The order that ends first, or null. */
    @Nullable
    Order firstToEnd() {
        return deadlines.first();
    }

    /** Queues an order behind those of its price, or of its trigger price where it waits. */
    void queue(Order order) {
        order.priority = ++lastPriority;
        order.shownLots = Math.min(order.displayLots, order.remainingLots());
        OrderBook book = order.instrument().book;
        book.sideOf(order).add(order);
        changed(order);
        if (!order.known) {
            learn(order);
        }
        if (book.pegs.count() != 0) {
            touch(order.instrument());
        }
    }

    /** Takes an order out of its queue; it stays known by its id and to its account. */
    void leaveQueue(Order order) {
        OrderBook book = order.instrument().book;
        book.sideOf(order).remove(order);
        if (book.pegs.count() != 0) {
            touch(order.instrument());
        }
    }

    /** Forgets an order that stands in no queue. */
    void end(Order order) {
        if (order.linkedOrderId != 0) {
            touch(order.linkedOrderId);
        }
        Bracket bracket = order.bracket;
        if (bracket != null) {
            bracket.ended = true;
            touch(bracket, order);
        }
        if (order.known) {
            digest -= order.digestShare;
            order.digestShare = 0;
            byId.remove(order);
            byAccount.unlink(order);
            deadlines.remove(order);
            if (order.isPegged()) {
                order.instrument().book.pegs.remove(order);
            }
        }
        pool.giveBack(order);
    }

    /** Makes an order findable that will come to stay in this command, or end: orders that stay are known in the order of their ids. */
    void know(Order order) {
        learn(order);
    }

    private void learn(Order order) {
        order.known = true;
        byId.add(order);
        byAccount.append(order);
        if (order.expiresNanos != 0) {
            deadlines.add(order);
        }
        if (order.isPegged()) {
            order.instrument().book.pegs.add(order);
        }
    }

    /** Notes a change to a queued order. */
    void changed(Order order) {
        if (order.linkedOrderId != 0) {
            touch(order.linkedOrderId);
        }
        Bracket bracket = order.bracket;
        if (bracket != null) {
            touch(bracket, order);
        }
        if (!order.undigested) {
            order.undigested = true;
            if (undigestedCount == undigested.length) {
                undigested = Arrays.copyOf(undigested, undigestedCount * 2);
            }
            undigested[undigestedCount++] = order.place;
        }
    }

    /** Digest of the queued orders, which costs the hashes of those that changed since it was asked for last. */
    long digest() {
        for (int i = 0; i < undigestedCount; i++) {
            Order order = pool.at(undigested[i]);
            order.undigested = false;
            if (order.isQueued()) {
                digest -= order.digestShare;
                order.digestShare = order.hash();
                digest += order.digestShare;
            }
        }
        undigestedCount = 0;
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
        return pool.take();
    }

    /** Queues a loaded order, whose priority is set, at the end of its price. */
    void loaded(Order order) {
        order.instrument().book.sideOf(order).add(order);
        changed(order);
    }

    /** Makes a loaded order known: called in the order of the ids. */
    void loadedOfAccount(Order order) {
        learn(order);
    }
}
