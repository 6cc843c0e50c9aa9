package io.pharos.core.trading;

import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.HeldTally;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Snapshot and audit of the open orders: book by book, the resting, the waiting, the parked and the unpriced ones, side by side, by price and time. */
final class RestingOrders {
    private final Instruments instruments;
    private final OpenOrders orders;
    private final Accounts accounts;
    private final Balances balances;
    private final FeeSchedules fees;
    private final BracketPool brackets;
    private final KillSwitches switches;

    RestingOrders(
            Instruments instruments,
            OpenOrders orders,
            Accounts accounts,
            Balances balances,
            FeeSchedules fees,
            BracketPool brackets,
            KillSwitches switches) {
        this.fees = fees;
        this.brackets = brackets;
        this.switches = switches;
        this.instruments = instruments;
        this.orders = orders;
        this.accounts = accounts;
        this.balances = balances;
    }

    void save(StateWriter out) {
        out.writeLong(orders.lastOrderId());
        out.writeLong(orders.lastPriority());
        out.writeInt(orders.size());
        for (int i = 0; i < instruments.size(); i++) {
            OrderBook book = instruments.at(i).book;
            save(book.side(Side.BUY), out);
            save(book.side(Side.SELL), out);
            save(book.waiting(Side.BUY), out);
            save(book.waiting(Side.SELL), out);
            save(book.parked(Side.BUY), out);
            save(book.parked(Side.SELL), out);
            save(book.unpriced(Side.BUY), out);
            save(book.unpriced(Side.SELL), out);
        }
    }

    void load(StateReader in) {
        long lastOrderId = in.readLong();
        long lastPriority = in.readLong();
        orders.loadCounters(lastOrderId, lastPriority);
        Order[] loaded = new Order[in.readCount(orders.sizeMax())];
        int count = 0;
        for (int i = 0; i < instruments.size(); i++) {
            OrderBook book = instruments.at(i).book;
            count = load(instruments.at(i), book.side(Side.BUY), in, loaded, count);
            count = load(instruments.at(i), book.side(Side.SELL), in, loaded, count);
            count = load(instruments.at(i), book.waiting(Side.BUY), in, loaded, count);
            count = load(instruments.at(i), book.waiting(Side.SELL), in, loaded, count);
            count = load(instruments.at(i), book.parked(Side.BUY), in, loaded, count);
            count = load(instruments.at(i), book.parked(Side.SELL), in, loaded, count);
            count = load(instruments.at(i), book.unpriced(Side.BUY), in, loaded, count);
            count = load(instruments.at(i), book.unpriced(Side.SELL), in, loaded, count);
        }
        Invariant.check(count == loaded.length, "the books hold as many orders as there are");
        Arrays.sort(loaded, Comparator.comparingLong(order -> order.orderId));
        long previousOrderId = 0;
        for (Order order : loaded) {
            Invariant.check(
                    order.orderId > previousOrderId && order.orderId <= lastOrderId && order.priority <= lastPriority,
                    "an order's id and priority are its own and were given out");
            previousOrderId = order.orderId;
            orders.loadedOfAccount(order);
        }
        for (Order order : loaded) {
            Invariant.check(order.linkedOrderId == 0 || isLinkedBack(order), "linked orders are linked to each other");
        }
    }

    /** Checks every book against its orders, and adds what they hold to the tally. Takes time. */
    void audit(HeldTally tally) {
        long hashes = 0;
        int count = 0;
        for (int i = 0; i < instruments.size(); i++) {
            Instrument instrument = instruments.at(i);
            OrderBook book = instrument.book;
            hashes += audit(book.side(Side.BUY), tally) + audit(book.side(Side.SELL), tally);
            hashes += audit(book.waiting(Side.BUY), tally) + audit(book.waiting(Side.SELL), tally);
            hashes += audit(book.parked(Side.BUY), tally) + audit(book.parked(Side.SELL), tally);
            hashes += audit(book.unpriced(Side.BUY), tally) + audit(book.unpriced(Side.SELL), tally);
            auditPegs(instrument);
            count += book.orderCount();
            if (instrument.phase() == Phase.OPEN) {
                book.checkNotCrossed();
            }
        }
        Invariant.check(count == orders.size(), "the books hold as many orders as there are");
        Invariant.check(hashes == orders.digest(), "the digest of the orders is that of each order");
    }

    /** In continuous trading each pegged order stands where the best prices put it; else all are out of the book. */
    private void auditPegs(Instrument of) {
        PegList pegs = of.book.pegs;
        long previousId = 0;
        for (int i = 0; i < pegs.count(); i++) {
            Order order = orders.at(pegs.at(i));
            Invariant.check(
                    order.isPegged() && order.isQueued() && order.instrument() == of && order.orderId > previousId,
                    "the pegged orders of an instrument are known in the order of their ids");
            Invariant.check(
                    switches.isBlocked(of) || PeggedOrders.isInPlace(order, of),
                    "a pegged order stands where the best prices put it");
            previousId = order.orderId;
        }
    }

    private static void save(BookSide side, StateWriter out) {
        out.writeInt(side.orderCount());
        for (PriceLevel level = side.best(); level != null; level = side.worse(level)) {
            for (Order order = side.first(level); order != null; order = side.behind(order)) {
                out.writeLong(order.orderId);
                out.writeLong(order.priority);
                out.writeInt(order.accountIndex);
                out.writeLong(order.clientTag);
                out.writeLong(order.priceTicks);
                out.writeLong(order.quantityLots);
                out.writeLong(order.filledLots);
                out.writeLong(order.holdMinor);
                out.writeLong(order.triggerTicks);
                out.writeLong(order.trailTicks);
                out.writeInt(order.trailPpm);
                out.writeLong(order.displayLots);
                if (order.displayLots != 0) {
                    out.writeLong(order.shownLots);
                }
                out.writeLong(order.expiresNanos);
                out.writeLong(order.flags());
                if (order.linkedOrderId != 0) {
                    out.writeLong(order.linkedOrderId);
                }
                if (order.borrowedMinor != 0) {
                    out.writeLong(order.borrowedMinor);
                }
                if (order.trails()) {
                    out.writeLong(order.toldTriggerTicks);
                }
                if (order.isPegged()) {
                    out.writeLong(order.limitTicks);
                    out.writeLong(order.pegOffsetTicks);
                }
                Bracket bracket = order.bracket;
                if (bracket != null) {
                    bracket.save(out);
                }
                if (order.filledLots != 0) {
                    order.fee.save(out);
                    order.tax.save(out);
                }
                FeeSchedule by = order.fees;
                if (by != null) {
                    out.writeInt(by.place);
                    order.transferFee.save(out);
                }
            }
        }
    }

    private int load(Instrument instrument, BookSide of, StateReader in, Order[] loaded, int from) {
        int count = in.readCount(loaded.length - from);
        for (int i = 0; i < count; i++) {
            Order order = orders.fromPool();
            order.orderId = in.readLong();
            order.priority = in.readLong();
            order.accountIndex = in.readCount(accounts.size() - 1);
            order.accountId = accounts.accountId(order.accountIndex);
            order.clientTag = in.readLong();
            order.priceTicks = in.readLong();
            order.quantityLots = in.readLong();
            order.filledLots = in.readLong();
            order.holdMinor = in.readLong();
            order.triggerTicks = in.readLong();
            order.trailTicks = in.readLong();
            order.trailPpm = in.readInt();
            order.displayLots = in.readLong();
            order.shownLots = order.displayLots == 0 ? 0 : in.readLong();
            order.expiresNanos = in.readLong();
            order.instrument = instrument;
            long flags = in.readLong();
            order.flags(flags);
            order.linkedOrderId = Order.isLinked(flags) ? in.readLong() : 0;
            order.borrowedMinor = Order.borrows(flags) ? in.readLong() : 0;
            Invariant.check(
                    order.borrowedMinor >= 0
                            && order.borrowedMinor <= order.holdMinor
                            && (order.isBuy() || order.borrowedMinor == 0),
                    "what an order in the snapshot borrowed is a part of what it holds");
            order.toldTriggerTicks = order.trails() ? in.readLong() : 0;
            order.limitTicks = order.isPegged() ? in.readLong() : 0;
            order.pegOffsetTicks = order.isPegged() ? in.readLong() : 0;
            Invariant.check(
                    order.isPegged() == (order.pegReference != PegReference.NONE)
                            && order.isPegged() == (order.limitTicks > 0)
                            && order.limitTicks <= Instrument.PRICE_MAX_TICKS
                            && order.pegOffsetTicks >= 0,
                    "a pegged order in the snapshot has a peg and a limit");
            if (Order.hasBracket(flags)) {
                Bracket bracket = brackets.take();
                bracket.load(order, in);
                order.bracket = bracket;
                orders.reserve(BracketOrders.EXITS);
            }
            if (order.filledLots != 0) {
                order.fee.load(in);
                order.tax.load(in);
            }
            order.fees = null;
            if (Order.isScheduled(flags)) {
                order.fees = fees.at(in.readInt());
                order.transferFee.load(in);
            }
            Invariant.check(
                    order.flags() == flags && instrument.book.sideOf(order) == of,
                    "an order in the snapshot stands where it belongs");
            // A waiting order holds nothing, and its balance may be zero, which is not saved.
            order.holdSlot = balances.findOrAdd(order.accountIndex, instrument.spentAssetIndex(order.side));
            Invariant.check(
                    order.priceTicks >= (order.waits ? 0 : 1)
                            && order.priceTicks <= Instrument.PRICE_MAX_TICKS
                            && order.orderType.isConditional() == order.waits
                            && order.openShownLots() > 0
                            && order.openHiddenLots() >= 0
                            && order.filledLots >= 0
                            && order.filledLots < order.quantityLots
                            && (order.filledLots != 0
                                    || (order.fee.isClear() && order.tax.isClear() && order.transferFee.isClear())),
                    "an order in the snapshot could rest");
            balances.declareHeld(instrument.spentAssetIndex(order.side), order.holdMinor);
            orders.loaded(order);
            loaded[from + i] = order;
        }
        return from + count;
    }

    private static long audit(BookSide side, HeldTally tally) {
        long hashes = 0;
        int count = 0;
        PriceLevel better = null;
        for (PriceLevel level = side.best(); level != null; level = side.worse(level)) {
            Invariant.check(isSorted(side, better, level), "levels are sorted from the best price");
            better = level;
            long shown = 0;
            long hidden = 0;
            long previousPriority = 0;
            for (Order order = side.first(level); order != null; order = side.behind(order)) {
                Invariant.check(
                        order.priority > previousPriority
                                && level.priceTicks == (order.waits ? order.triggerTicks : order.priceTicks),
                        "orders of a price stand in the order of their priority");
                Invariant.check(
                        order.holdMinor == needMinor(order), "an order holds what its remaining quantity needs");
                Bracket bracket = order.bracket;
                Invariant.check(
                        bracket == null || bracket.coversAllOf(order), "what is filled of an entry has its exits");
                previousPriority = order.priority;
                shown += order.openShownLots();
                hidden += order.openHiddenLots();
                tally.add(order.holdSlot, order.holdMinor);
                hashes += order.hash();
                count++;
            }
            Invariant.check(
                    shown == level.totalLots && hidden == level.hiddenLots, "a level's totals are those of its orders");
        }
        Invariant.check(count == side.orderCount(), "a side has as many orders as its levels");
        return hashes;
    }

    private static long needMinor(Order order) {
        return order.waits ? 0 : OrderCost.limit(order, order.boundTicks(), order.remainingLots());
    }

    private static boolean isSorted(BookSide side, @Nullable PriceLevel better, PriceLevel level) {
        return level.better == (better == null ? OrderPool.NONE : better.place)
                && (better == null || (level.priceTicks < better.priceTicks) == side.isBid())
                && (better == null || level.priceTicks != better.priceTicks);
    }

    private boolean isLinkedBack(Order order) {
        Order partner = orders.find(order.linkedOrderId);
        return partner != null
                && partner.linkedOrderId == order.orderId
                && partner.accountIndex == order.accountIndex
                && partner.instrument == order.instrument
                && (partner.side != order.side || partner.waits || order.waits)
                && partner.remainingLots() == order.remainingLots();
    }
}
