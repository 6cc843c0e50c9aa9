package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.simulation.check.Known;
import io.pharos.simulation.run.Theme;
import java.util.List;

/** Makes pairs around the last price: of a limit order and a stop, and of any two. */
final class LinkMaker extends CommandMaker {
    private static final List<OrderType> STOPS = List.of(OrderType.STOP, OrderType.STOP_LIMIT, OrderType.TRAILING_STOP);
    private static final List<TimeInForce> TIMES = List.of(TimeInForce.GTC, TimeInForce.DAY, TimeInForce.GTD);
    private static final List<SelfTradePrevention> PREVENTIONS = List.of(SelfTradePrevention.values());

    private final OrderMaker orders;

    LinkMaker(long seed, OrderMaker orders) {
        super(seed, Theme.LINKS, 90);
        this.orders = orders;
    }

    @Override
    CoreCommand command(Known known) {
        return random.percent(60) ? aroundTheMarket(known) : ofAnyTwo(known);
    }

    /** Two orders of any kinds and sides, mostly with prices that lie apart. */
    private CoreCommand ofAnyTwo(Known known) {
        int instrument = 1 + random.below(Workload.INSTRUMENTS);
        long last = Math.max(20, known.lastPrice(instrument) == 0 ? 100 : known.lastPrice(instrument));
        boolean firstWaits = random.percent(50);
        boolean otherWaits = random.percent(50);
        Side side = random.percent(50) ? Side.BUY : Side.SELL;
        Side opposite = side == Side.BUY ? Side.SELL : Side.BUY;
        Side otherSide = random.percent(65) ? opposite : side;
        OrderType first = firstWaits ? random.oneOf(STOPS) : OrderType.LIMIT;
        OrderType other = otherWaits ? random.oneOf(STOPS) : OrderType.LIMIT;
        TimeInForce time = random.oneOf(TIMES);
        long firstAct = away(last, side, firstWaits);
        long otherAct = away(last, otherSide, otherWaits);
        return new CoreCommand.PlaceOco(
                Workload.FIRST_CUSTOMER + random.below(Workload.CUSTOMERS),
                instrument,
                quantity(),
                time,
                time == TimeInForce.GTD ? known.timeNanos() + random.between(1, 900) * Weather.MILLI : 0,
                side,
                first,
                price(first, side, firstAct),
                firstWaits && first != OrderType.TRAILING_STOP ? firstAct : 0,
                first == OrderType.TRAILING_STOP ? random.between(1, 4) : 0,
                0,
                otherSide,
                other,
                price(other, otherSide, otherAct),
                otherWaits && other != OrderType.TRAILING_STOP ? otherAct : 0,
                other == OrderType.TRAILING_STOP ? random.between(1, 4) : 0,
                0,
                random.percent(45) ? random.oneOf(PREVENTIONS) : SelfTradePrevention.NONE,
                orders.nextKey());
    }

    /** Where an order acts: a limit order on its side of the market, mostly, a stop on the other. */
    private long away(long last, Side side, boolean waits) {
        long by = random.between(-1, 4);
        return (side == Side.BUY) == waits ? last + by : last - by;
    }

    private long price(OrderType type, Side side, long acts) {
        return switch (type) {
            case LIMIT -> acts;
            case STOP_LIMIT -> acts + (side == Side.BUY ? 1 : -1) * random.between(-1, 2);
            default -> 0;
        };
    }

    private CoreCommand aroundTheMarket(Known known) {
        int instrument = random.percent(98) ? 1 + random.below(Workload.INSTRUMENTS) : random.oneOf(3, 77);
        long last = Math.max(20, known.lastPrice(instrument) == 0 ? 100 : known.lastPrice(instrument));
        Side side = random.percent(50) ? Side.BUY : Side.SELL;
        int sign = side == Side.BUY ? 1 : -1;
        OrderType stop =
                random.percent(97) ? random.oneOf(STOPS) : random.percent(50) ? OrderType.LIMIT : OrderType.NONE;
        boolean trails = stop == OrderType.TRAILING_STOP;
        TimeInForce time = random.percent(97) ? random.oneOf(TIMES) : TimeInForce.IOC;
        long price = last - sign * random.between(-2, 3);
        long trigger =
                random.percent(96) ? Math.max(price * sign, last * sign) * sign + sign * random.between(1, 3) : price;
        long distance = random.between(1, 4);
        boolean hasTrigger = !trails || random.percent(40);
        Side shown = random.percent(99) ? side : Side.NONE;
        long shownPrice = random.percent(98) ? price : random.oneOf(0, -1, 1_000);
        long stopPrice = stop == OrderType.STOP_LIMIT || random.percent(5) ? trigger + sign * random.between(-1, 2) : 0;
        return new CoreCommand.PlaceOco(
                Workload.FIRST_CUSTOMER + (random.percent(98) ? random.below(Workload.CUSTOMERS) : 40),
                instrument,
                random.percent(98) ? quantity() : random.oneOf(0, -1, 100_000),
                time,
                time == TimeInForce.GTD ? known.timeNanos() + random.between(1, 900) * Weather.MILLI : 0,
                shown,
                OrderType.LIMIT,
                shownPrice,
                0,
                0,
                0,
                shown,
                stop,
                stopPrice,
                hasTrigger ? trigger : 0,
                trails && random.percent(60) ? distance : 0,
                trails && random.percent(50) ? (int) distance * 10_000 : 0,
                random.percent(45) ? random.oneOf(PREVENTIONS) : SelfTradePrevention.NONE,
                orders.nextKey());
    }

    private long quantity() {
        return random.percent(50) ? 10 * random.between(1, 6) : random.between(2, 40);
    }
}
