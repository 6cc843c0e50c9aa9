package io.pharos.core.trading;

import io.pharos.protocol.OrderType;
import io.pharos.protocol.Side;
import org.jspecify.annotations.Nullable;

/**
 * The orders that wait for their trigger price.
 *
 * <pre>
 *   waiting --the last price reaches the trigger price--> checked as if it came now --> matched, rests or ends
 *      |  ^                                                    |
 *      +--+ trailing: the trigger price follows                +--refused--> cancelled
 * </pre>
 */
final class StopOrders {
    private final OpenOrders orders;
    private final OrderEvents events;
    private @Nullable Sessions sessions;

    StopOrders(OpenOrders orders, OrderEvents events) {
        this.orders = orders;
        this.events = events;
    }

    /** Says who knows when moved trigger prices are to be told. */
    void sessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * The trigger price of a trailing stop at this last price: below it for a sell, above it for a buy, at least 1 tick.
     * A distance in parts per million is rounded half up.
     */
    static long trailed(Side side, long lastPriceTicks, long trailTicks, int trailPpm) {
        int sign = side == Side.SELL ? -1 : 1;
        long ticks = trailPpm == 0
                ? lastPriceTicks + sign * trailTicks
                : Exact.shiftedHalfUp(lastPriceTicks, sign * trailPpm);
        return Math.max(1, Math.min(ticks, Instrument.PRICE_MAX_TICKS));
    }

    /** What a waiting order is once it has been set off. */
    static OrderType becomes(OrderType type) {
        return type == OrderType.STOP_LIMIT ? OrderType.LIMIT : OrderType.MARKET;
    }

    /**
     * Lets the trigger prices of trailing stops follow the last price: up for sells, down for buys, never back. Costs
     * something only where the price is another than the last time, which all that wait have followed.
     */
    void follow(Instrument instrument) {
        if (instrument.followedPriceTicks == instrument.lastPriceTicks) {
            return;
        }
        instrument.followedPriceTicks = instrument.lastPriceTicks;
        follow(instrument, Side.SELL);
        follow(instrument, Side.BUY);
    }

    private void follow(Instrument instrument, Side side) {
        BookSide waiting = instrument.book.waiting(side);
        if (waiting.trailingCount() == 0) {
            return;
        }
        // An order moves nearer to the last price, to where the walk has been.
        PriceLevel level = waiting.best();
        while (level != null) {
            Order order = waiting.first(level);
            PriceLevel next = waiting.worse(level);
            while (order != null) {
                Order behind = waiting.behind(order);
                if (order.trails()) {
                    follow(order, instrument.lastPriceTicks);
                }
                order = behind;
            }
            level = next;
        }
    }

    /** Lets an order that comes to wait follow the last price. Where the others have followed another one, all will again. */
    void begin(Order order) {
        Instrument instrument = order.instrument();
        if (!order.trails() || instrument.lastPriceTicks == 0) {
            return;
        }
        follow(order, instrument.lastPriceTicks);
        if (instrument.followedPriceTicks != instrument.lastPriceTicks) {
            instrument.followedPriceTicks = 0;
        }
    }

    private void follow(Order order, long lastPriceTicks) {
        long ticks = trailed(order.side, lastPriceTicks, order.trailTicks, order.trailPpm);
        boolean nearer = order.side == Side.SELL ? ticks > order.triggerTicks : ticks < order.triggerTicks;
        if (nearer) {
            orders.leaveQueue(order);
            order.triggerTicks = ticks;
            orders.queue(order);
            Sessions of = sessions;
            if (of != null) {
                of.triggersMoved(order.instrument());
            }
        }
    }

    /** Tells the trigger prices of an instrument's trailing stops that have moved since they were told. */
    void tell(Instrument instrument) {
        tell(instrument.book.waiting(Side.SELL));
        tell(instrument.book.waiting(Side.BUY));
    }

    private void tell(BookSide waiting) {
        if (waiting.trailingCount() == 0) {
            return;
        }
        for (PriceLevel level = waiting.best(); level != null; level = waiting.worse(level)) {
            for (Order order = waiting.first(level); order != null; order = waiting.behind(order)) {
                if (order.trails() && order.toldTriggerTicks != order.triggerTicks) {
                    events.triggerMoved(order);
                    orders.changed(order);
                }
            }
        }
    }
}
