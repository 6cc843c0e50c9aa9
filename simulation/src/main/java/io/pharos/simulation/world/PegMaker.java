package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.OrderConditions;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.simulation.check.Known;
import io.pharos.simulation.run.Theme;
import java.util.List;

/** Makes orders that follow the best prices, and changes of them. */
final class PegMaker extends CommandMaker {
    private static final List<PegReference> REFERENCES =
            List.of(PegReference.PRIMARY, PegReference.MARKET, PegReference.MIDPOINT, PegReference.MIDPOINT);
    private static final List<TimeInForce> TIMES = List.of(TimeInForce.GTC, TimeInForce.DAY, TimeInForce.GTD);
    private static final List<SelfTradePrevention> PREVENTIONS = List.of(SelfTradePrevention.values());

    private final OrderMaker orders;

    PegMaker(long seed, OrderMaker orders) {
        super(seed, Theme.PEGS, 160);
        this.orders = orders;
    }

    @Override
    CoreCommand command(Known known) {
        List<Known.OpenOrder> pegs =
                known.orders().stream().filter(Known.OpenOrder::isPegged).toList();
        if (!pegs.isEmpty() && random.percent(22)) {
            Known.OpenOrder peg = random.oneOf(pegs);
            return random.percent(40)
                    ? new CoreCommand.CancelOrder(peg.accountId(), peg.orderId())
                    : new CoreCommand.ReplaceOrder(
                            peg.accountId(),
                            peg.orderId(),
                            random.percent(50) ? peg.limitTicks() : limit(known, peg.instrumentId(), peg.side()),
                            random.percent(60) ? Math.max(1, peg.quantityLots() - random.between(0, 9)) : quantity(),
                            0);
        }
        int instrument = orders.instrument();
        Side side = random.percent(50) ? Side.BUY : Side.SELL;
        PegReference reference = random.percent(98) ? random.oneOf(REFERENCES) : PegReference.NONE;
        boolean hasOffset =
                reference == PegReference.MARKET || (reference == PegReference.PRIMARY && random.percent(50));
        TimeInForce time = random.percent(98) ? random.oneOf(TIMES) : TimeInForce.IOC;
        return new CoreCommand.PlaceOrder(
                orders.account(),
                instrument,
                side,
                random.percent(98) ? OrderType.PEGGED : OrderType.LIMIT,
                time,
                false,
                orders.odd(limit(known, instrument, side)),
                orders.odd(quantity()),
                orders.nextKey(),
                new OrderConditions(
                        0,
                        0,
                        0,
                        0,
                        0,
                        time == TimeInForce.GTD ? known.timeNanos() + random.between(1, 900) * Weather.MILLI : 0,
                        random.percent(45) ? random.oneOf(PREVENTIONS) : SelfTradePrevention.NONE,
                        false,
                        reference,
                        random.percent(97) ? hasOffset ? random.between(1, 3) : 0 : random.between(-1, 1)));
    }

    /** Mostly beyond the market, so that the peg goes where it is led. */
    private long limit(Known known, int instrument, Side side) {
        long last = known.lastPrice(instrument) == 0 ? 100 : known.lastPrice(instrument);
        long beyond = random.percent(75) ? random.between(0, 8) : random.between(-4, 0);
        return Math.max(1, side == Side.BUY ? last + beyond : last - beyond);
    }

    private long quantity() {
        return random.percent(50) ? 10 * random.between(1, 6) : random.between(2, 40);
    }
}
