package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.simulation.check.Known;
import io.pharos.simulation.run.Theme;
import java.util.List;

/** Makes buys near the market with exits on both sides of it. */
final class BracketMaker extends CommandMaker {
    private static final List<OrderType> ENTRIES = List.of(
            OrderType.LIMIT,
            OrderType.LIMIT,
            OrderType.LIMIT,
            OrderType.MARKET,
            OrderType.STOP,
            OrderType.STOP_LIMIT,
            OrderType.MARKET_TO_LIMIT,
            OrderType.TRAILING_STOP,
            OrderType.PEGGED);
    private static final List<OrderType> STOPS = List.of(OrderType.STOP, OrderType.STOP_LIMIT, OrderType.TRAILING_STOP);
    private static final List<TimeInForce> TIMES =
            List.of(TimeInForce.GTC, TimeInForce.GTC, TimeInForce.DAY, TimeInForce.GTD, TimeInForce.IOC);
    private static final List<SelfTradePrevention> PREVENTIONS = List.of(SelfTradePrevention.values());

    private final OrderMaker orders;

    BracketMaker(long seed, OrderMaker orders) {
        super(seed, Theme.BRACKETS, 150);
        this.orders = orders;
    }

    @Override
    CoreCommand command(Known known) {
        int instrument = orders.instrument();
        long last = Math.max(20, known.lastPrice(instrument) == 0 ? 100 : known.lastPrice(instrument));
        OrderType type = random.percent(90) ? ENTRIES.get(random.below(7)) : random.oneOf(ENTRIES);
        boolean waits = type.isConditional();
        boolean isPriced = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
        TimeInForce time = type == OrderType.MARKET || (type == OrderType.LIMIT && random.percent(25))
                ? TimeInForce.IOC
                : random.percent(96) ? TIMES.get(random.below(4)) : random.oneOf(TIMES);
        long price = last + random.between(-3, 3);
        long takeProfit = random.percent(96) ? Math.max(last, price) + random.between(1, 5) : price;
        OrderType stop = random.percent(97) ? random.oneOf(STOPS) : OrderType.LIMIT;
        boolean trails = stop == OrderType.TRAILING_STOP;
        long trigger = random.percent(96) ? Math.min(last, price) - random.between(1, 5) : price;
        long distance = random.between(1, 4);
        return new CoreCommand.PlaceBracket(
                orders.account(),
                instrument,
                random.percent(98) ? Side.BUY : random.percent(50) ? Side.SELL : Side.NONE,
                type,
                time,
                isPriced || random.percent(10) ? orders.odd(price) : 0,
                waits ? last + random.between(-1, 3) : 0,
                random.percent(60) ? 10 * random.between(1, 6) : random.between(2, 40),
                time == TimeInForce.GTD ? known.timeNanos() + random.between(1, 900) * Weather.MILLI : 0,
                orders.odd(takeProfit),
                stop,
                trails && random.percent(60) ? 0 : trigger,
                stop == OrderType.STOP_LIMIT || random.percent(10) ? trigger + random.between(-2, 1) : 0,
                trails && random.percent(60) ? distance : 0,
                trails && random.percent(45) ? (int) distance * 10_000 : 0,
                random.percent(45) ? random.oneOf(PREVENTIONS) : SelfTradePrevention.NONE,
                orders.nextKey());
    }
}
