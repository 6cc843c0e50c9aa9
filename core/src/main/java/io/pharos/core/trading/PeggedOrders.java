package io.pharos.core.trading;

import io.pharos.core.command.Result;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import java.util.Arrays;

/**
 * Orders whose price follows the best prices of the book.
 *
 * <pre>
 *   parked --there is a price--> rests at it --another best price--> rests at another, behind the orders there
 *     ^                             |
 *     +--no best price, no price within the limits of the day, no continuous trading
 * </pre>
 *
 * <pre>
 *              buy                                 sell
 *   PRIMARY    best bid - offset                   best ask + offset
 *   MARKET     best ask - offset, at least 1       best bid + offset, at least 1
 *   MIDPOINT   half way, rounded down              half way, rounded up
 * </pre>
 *
 * and never past its limit. Best prices are those of orders that are not pegged: pegs do not follow each other. So a pegged
 * order never reaches one that is not pegged; two pegged ones may meet, and trade. When best prices change, the orders whose
 * price changes leave the book together and come back one by one, in the order in which they were placed. At most
 * {@link PegList#ORDERS_MAX} follow the best prices of an instrument.
 */
final class PeggedOrders {
    /** Matches a pegged order that stands in no queue at its price, and rests what is left. */
    interface Entry {
        void enter(Order order, Result result);
    }

    private final OrderPool pool;
    private final OpenOrders orders;
    private final OrderEvents events;
    private final KillSwitches switches;
    private int[] moving = new int[0];

    PeggedOrders(OrderPool pool, OpenOrders orders, OrderEvents events, KillSwitches switches) {
        this.pool = pool;
        this.orders = orders;
        this.events = events;
        this.switches = switches;
    }

    /** Lets the orders follow the best prices. The fills of the order that a result names go into it. */
    void follow(Instrument of, Entry entry, Result result, Result ignored) {
        PegList pegs = of.book.pegs;
        if (pegs.count() == 0 || of.phase() != Phase.OPEN) {
            return;
        }
        long bidTicks = bestTicks(of.book.side(Side.BUY));
        long askTicks = bestTicks(of.book.side(Side.SELL));
        boolean isKnown = bidTicks == pegs.followedBidTicks && askTicks == pegs.followedAskTicks;
        if ((isKnown && !pegs.stale) || switches.isBlocked(of)) {
            return;
        }
        pegs.followedBidTicks = bidTicks;
        pegs.followedAskTicks = askTicks;
        pegs.stale = false;
        int count = leave(pegs, bidTicks, askTicks);
        for (int i = 0; i < count; i++) {
            Order order = pool.at(moving[i]);
            long oldTicks = order.parked ? 0 : order.priceTicks;
            // A trade of an earlier one may have ended continuous trading.
            long ticks = of.phase() == Phase.OPEN ? priceTicks(order, bidTicks, askTicks) : 0;
            if (ticks == 0) {
                park(order, oldTicks);
            } else {
                order.parked = false;
                order.priceTicks = ticks;
                events.repriced(order, oldTicks, ticks);
                entry.enter(order, order.orderId == result.entityId ? result : ignored);
            }
        }
    }

    /** Takes the orders out of the book: continuous trading ends. */
    void parkAll(Instrument of) {
        PegList pegs = of.book.pegs;
        for (int i = 0; i < pegs.count(); i++) {
            Order order = pool.at(pegs.at(i));
            if (order.isQueued() && !order.parked) {
                orders.leaveQueue(order);
                park(order, order.priceTicks);
            }
        }
        pegs.stale = true;
    }

    /** Takes an order that has just left its queue out of the book; when prices are next followed it gets one. */
    void park(Order order, long oldTicks) {
        order.parked = true;
        order.priceTicks = order.limitTicks;
        if (oldTicks != 0) {
            events.repriced(order, oldTicks, 0);
        }
        orders.queue(order);
        order.instrument().book.pegs.stale |= oldTicks != 0;
    }

    /** Whether a pegged order stands where the best prices put it; for the audit. */
    static boolean isInPlace(Order order, Instrument of) {
        long ticks = of.phase() == Phase.OPEN
                ? priceTicks(order, bestTicks(of.book.side(Side.BUY)), bestTicks(of.book.side(Side.SELL)))
                : 0;
        return order.parked ? ticks == 0 && order.priceTicks == order.limitTicks : ticks == order.priceTicks;
    }

    /** The price of a pegged order at these best prices, each 0 for none; 0 where there is no price for it. */
    static long priceTicks(Order order, long bidTicks, long askTicks) {
        boolean isBuy = order.isBuy();
        PegReference reference = order.pegReference;
        boolean needsBid = reference == PegReference.MIDPOINT || (reference == PegReference.PRIMARY) == isBuy;
        boolean needsAsk = reference == PegReference.MIDPOINT || (reference == PegReference.PRIMARY) != isBuy;
        if ((needsBid && bidTicks == 0) || (needsAsk && askTicks == 0)) {
            return 0;
        }
        long followedTicks =
                needsBid && needsAsk ? (bidTicks + askTicks + (isBuy ? 0 : 1)) / 2 : needsBid ? bidTicks : askTicks;
        long ticks = isBuy
                ? Math.min(order.limitTicks, followedTicks - order.pegOffsetTicks)
                : Math.max(order.limitTicks, followedTicks + order.pegOffsetTicks);
        boolean isPrice = ticks > 0 && ticks <= Instrument.PRICE_MAX_TICKS;
        return isPrice && !order.instrument().isOutsideLimits(ticks) ? ticks : 0;
    }

    /** The best price of a side at which an order rests that is not pegged; 0 for none. Passes over pegged orders only. */
    private static long bestTicks(BookSide side) {
        for (PriceLevel level = side.best(); level != null; level = side.worse(level)) {
            for (Order order = side.first(level); order != null; order = side.behind(order)) {
                if (!order.isPegged()) {
                    return level.priceTicks;
                }
            }
        }
        return 0;
    }

    /** Takes the orders whose price changes out of their queues, and says how many there are. */
    private int leave(PegList pegs, long bidTicks, long askTicks) {
        if (moving.length < pegs.count()) {
            moving = Arrays.copyOf(moving, Math.max(8, pegs.count() * 2));
        }
        int count = 0;
        for (int i = 0; i < pegs.count(); i++) {
            Order order = pool.at(pegs.at(i));
            long ticks = priceTicks(order, bidTicks, askTicks);
            boolean stays = order.parked ? ticks == 0 : ticks == order.priceTicks;
            if (!stays) {
                orders.leaveQueue(order);
                moving[count++] = order.place;
            }
        }
        return count;
    }
}
