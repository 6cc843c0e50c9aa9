package io.pharos.simulation.check;

import io.pharos.protocol.PegReference;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * Pegged orders as {@code docs/concepts/orders.md} says them: each stands where the best prices of orders that are not pegged put
 * it, or nowhere. All whose price changes leave the book together and come back in the order in which they were placed.
 */
final class RefPegs {
    /** The most that follow one instrument, and the part of all open orders that may. */
    private static final int ORDERS_MAX = 256;

    private static final int ORDERS_SHARE = 50;

    private final RefState state;
    private final RefMatching matching;
    private final ObjLongConsumer<RefOrder> enter;

    /**
     * @param enter matches an order up to a price, and rests what is left
     */
    RefPegs(RefState state, RefMatching matching, ObjLongConsumer<RefOrder> enter) {
        this.state = state;
        this.matching = matching;
        this.enter = enter;
    }

    /** Whether another order of an instrument may be pegged. */
    static boolean hasRoom(RefInstrument of, Limits limits) {
        return pegs(of).size() < Math.min(ORDERS_MAX, limits.openOrders() / ORDERS_SHARE);
    }

    /** The pegged orders of an instrument, in the order in which they were placed. */
    static List<RefOrder> pegs(RefInstrument of) {
        return of.orders.stream()
                .filter(RefOrder::isPegged)
                .sorted(java.util.Comparator.comparingLong(order -> order.orderId))
                .toList();
    }

    void follow(RefInstrument of) {
        if (of.phase != Phase.OPEN || state.isBlocked(of)) {
            return;
        }
        long bid = bestOfOthers(of, Side.BUY);
        long ask = bestOfOthers(of, Side.SELL);
        List<RefOrder> moving = pegs(of).stream()
                .filter(order -> !stands(order, price(order, bid, ask)))
                .toList();
        moving.forEach(matching::leave);
        for (RefOrder order : moving) {
            long to = of.phase == Phase.OPEN ? price(order, bid, ask) : 0;
            if (to == 0) {
                park(order, order.unpriced ? 0 : order.price);
            } else {
                matching.say(Lines.repriced(order.orderId, order.unpriced ? 0 : order.price, to, order.remaining()));
                order.unpriced = false;
                order.price = to;
                enter.accept(order, to);
            }
        }
    }

    private static boolean stands(RefOrder order, long price) {
        return order.unpriced ? price == 0 : price == order.price;
    }

    /** Keeps an order that stands in no queue out of the book. */
    void park(RefOrder order, long from) {
        order.unpriced = true;
        order.price = order.limit;
        if (from != 0) {
            matching.say(Lines.repriced(order.orderId, from, 0, order.remaining()));
        }
        matching.queue(order);
    }

    /** Continuous trading ends: all leave the book. */
    void parkAll(RefInstrument of) {
        for (RefOrder order : pegs(of)) {
            if (!order.unpriced) {
                matching.leave(order);
                park(order, order.price);
            }
        }
    }

    private static long bestOfOthers(RefInstrument of, Side side) {
        return of.resting(side).stream()
                .filter(order -> !order.isPegged())
                .mapToLong(order -> order.price)
                .findFirst()
                .orElse(0);
    }

    /** Where an order stands at these best prices; 0 for nowhere. */
    private static long price(RefOrder order, long bid, long ask) {
        long own = order.buys() ? bid : ask;
        long other = order.buys() ? ask : bid;
        boolean isMissing =
                (order.peg != PegReference.MARKET && own == 0) || (order.peg != PegReference.PRIMARY && other == 0);
        if (isMissing) {
            return 0;
        }
        // Away from trading: down for a buy, up for a sell.
        long behind = order.buys() ? -1 : 1;
        long wanted = switch (order.peg) {
            case PRIMARY -> own + behind * order.pegOffset;
            case MARKET -> other + behind * order.pegOffset;
            default -> Math.floorDiv(bid + ask + (order.buys() ? 0 : 1), 2);
        };
        long price = order.buys() ? Math.min(wanted, order.limit) : Math.max(wanted, order.limit);
        return price < 1 || price > RefInstrument.PRICE_MAX || order.of.outside(price) ? 0 : price;
    }
}
