package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.OrderConditions;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Phase;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.simulation.check.Known;
import io.pharos.simulation.run.Seeded;
import java.util.List;
import java.util.stream.Stream;

/** Makes the commands of trading: mostly sensible, near the market, and now and then not at all. */
final class OrderMaker {
    private static final long[] STRANGE = {
        0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1_000_000_000_000L, 1_000_000_000_001L, 1L << 40, 1L << 62, 7
    };

    private static final List<SelfTradePrevention> PREVENTIONS = List.of(SelfTradePrevention.values());
    private static final List<TimeInForce> TIMES = List.of(TimeInForce.values());
    private static final List<OrderType> OTHER_TYPES = Stream.of(OrderType.values())
            .filter(type -> type != OrderType.NONE && type != OrderType.LIMIT && type != OrderType.PEGGED)
            .toList();

    private static final List<Phase> PHASES = List.of(Phase.values());

    private final Seeded random;
    private long lastKey;

    OrderMaker(Seeded random) {
        this.random = random;
    }

    /** An idempotency key that nobody has used. */
    long nextKey() {
        return ++lastKey;
    }

    /** Terms of an instrument: fees, tax, lots, band and collar as the seed wants them. */
    CoreCommand.RegisterInstrument terms(int instrumentId) {
        boolean isShare = instrumentId % 2 == 1;
        boolean hasBand = random.percent(40);
        return new CoreCommand.RegisterInstrument(
                instrumentId,
                "I" + instrumentId,
                isShare ? Workload.SHARE : Workload.COIN,
                Workload.CURRENCY,
                isShare ? 1 : 100,
                random.percent(30) ? 10 : 1,
                random.between(1, 4),
                hasBand ? random.oneOf(100_000, 30_000) : 0,
                random.percent(70) ? 100 : 0,
                random.percent(30) ? 0 : random.below(3_000),
                random.percent(20) ? 0 : random.below(5_000),
                random.percent(40) ? 0 : random.below(3_000),
                Workload.FEES,
                Workload.TAX,
                random.percent(50) ? 0 : 500,
                random.percent(30) ? 30_000 : 0);
    }

    CoreCommand place(Known known) {
        int instrument = instrument();
        Side side = random.percent(50) ? Side.BUY : Side.SELL;
        OrderType type = type();
        TimeInForce time = time(type);
        boolean rests = type == OrderType.LIMIT && !time.isImmediate();
        boolean postOnly = random.percent(rests ? 12 : 1);
        long quantity = quantity();
        boolean hides =
                (rests || type == OrderType.MARKET_TO_LIMIT || type == OrderType.STOP_LIMIT) && random.percent(25);
        boolean isStop = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
        boolean trails = type == OrderType.TRAILING_STOP;
        long distance = random.between(1, 4);
        OrderConditions conditions = new OrderConditions(
                isStop ? trigger(side, known.lastPrice(instrument)) : trails && random.percent(30) ? price() : odd(0),
                trails && random.percent(60) ? distance : odd(0),
                trails && random.percent(45) ? (int) distance * 10_000 : 0,
                hides ? Math.max(1, quantity / 4) : odd(0),
                random.percent(8) ? random.between(1, quantity > 1 ? quantity : 2) : odd(0),
                time == TimeInForce.GTD ? known.timeNanos() + random.between(0, 600) * Weather.MILLI : odd(0),
                random.percent(45) ? random.oneOf(PREVENTIONS) : SelfTradePrevention.NONE,
                postOnly ? random.percent(50) : random.percent(1));
        boolean isMarket = type == OrderType.MARKET || type == OrderType.STOP || type == OrderType.MARKET_TO_LIMIT;
        return new CoreCommand.PlaceOrder(
                account(),
                instrument,
                random.percent(99) ? side : Side.NONE,
                type,
                time,
                postOnly,
                odd((isMarket || trails) && random.percent(70) ? 0 : price()),
                odd(quantity),
                nextKey(),
                conditions);
    }

    CoreCommand replace(Known known) {
        List<Known.OpenOrder> open = known.orders();
        if (open.isEmpty() || random.percent(6)) {
            return new CoreCommand.ReplaceOrder(account(), random.between(-1, 400), price(), quantity());
        }
        Known.OpenOrder order = open.get(random.below(open.size()));
        long less = Math.max(1, order.quantityLots() - random.between(1, 9));
        boolean samePrice = random.percent(45);
        long price = samePrice ? order.priceTicks() : price();
        long quantity = random.percent(50) ? less : random.percent(20) ? order.quantityLots() : quantity();
        long trigger = order.waits() && random.percent(60) ? price() : odd(0);
        return new CoreCommand.ReplaceOrder(
                random.percent(96) ? order.accountId() : account(),
                order.orderId(),
                odd(price),
                odd(quantity),
                trigger);
    }

    CoreCommand cancel(Known known) {
        List<Known.OpenOrder> open = known.orders();
        if (open.isEmpty() || random.percent(15)) {
            return new CoreCommand.CancelOrder(account(), random.between(-1, 400));
        }
        Known.OpenOrder order = open.get(random.below(open.size()));
        return new CoreCommand.CancelOrder(random.percent(95) ? order.accountId() : account(), order.orderId());
    }

    CoreCommand massCancel() {
        int which = random.percent(50) ? 0 : random.percent(80) ? instrument() : 77;
        return new CoreCommand.MassCancel(random.percent(90) ? account() : 777, which);
    }

    /** Mostly back to where trading goes on. */
    CoreCommand changePhase(Known known) {
        int instrument = random.percent(80) ? instrument() : random.percent(80) ? 3 + random.below(3) : 77;
        Phase phase = known.phase(instrument);
        boolean goesOn = phase == Phase.OPEN || phase.isCall();
        int dice = random.below(100);
        if (dice < (goesOn ? 12 : 4)) {
            return new CoreCommand.HaltInstrument(instrument);
        }
        if (dice < (goesOn ? 24 : 8)) {
            return new CoreCommand.CloseInstrument(instrument);
        }
        long reference = odd(random.percent(70) ? 0 : random.between(96, 104));
        if (dice < (goesOn ? 80 : 50)) {
            return new CoreCommand.ChangePhase(instrument, next(phase), reference, ends(known));
        }
        return new CoreCommand.OpenInstrument(instrument, reference);
    }

    /** A phase that may follow, mostly. */
    private Phase next(Phase phase) {
        if (random.percent(15)) {
            return random.oneOf(PHASES);
        }
        return switch (phase) {
            case OPEN -> random.percent(50) ? Phase.CLOSING_AUCTION : Phase.VOLATILITY_INTERRUPTION;
            case VOLATILITY_INTERRUPTION -> Phase.CLOSING_AUCTION;
            case CLOSING_AUCTION -> Phase.POST_CLOSE;
            case PENDING, CLOSED, POST_CLOSE -> random.percent(50) ? Phase.PRE_OPEN : Phase.OPENING_AUCTION;
            case PRE_OPEN -> Phase.OPENING_AUCTION;
            default -> Phase.VOLATILITY_INTERRUPTION;
        };
    }

    private long ends(Known known) {
        return random.percent(8) ? odd(0) : known.timeNanos() + random.between(0, 1_400) * Weather.MILLI;
    }

    /** Collars, and whether auctions are locked. */
    CoreCommand setRules() {
        boolean collars = random.percent(40);
        return new CoreCommand.SetSessionRules(
                instrument(),
                0,
                collars ? random.oneOf(0, 20_000, 40_000) : (int) odd(0),
                collars ? random.oneOf(0, 60_000) : 0,
                random.percent(85) ? random.between(1_000, 1_500) * Weather.MILLI : odd(0),
                random.percent(40));
    }

    long account() {
        return Workload.FIRST_CUSTOMER + (random.percent(98) ? random.below(Workload.CUSTOMERS) : 40);
    }

    int instrument() {
        return random.percent(98) ? 1 + random.below(Workload.INSTRUMENTS) : random.percent(60) ? 3 : 77;
    }

    /** The value, or in few cases something strange. */
    long odd(long value) {
        return random.ppm(6_000) ? STRANGE[random.below(STRANGE.length)] : value;
    }

    private long price() {
        return random.percent(97) ? random.between(95, 105) : random.between(80, 125);
    }

    private long quantity() {
        return random.percent(40) ? 10 * random.between(1, 6) : random.between(1, 40);
    }

    private long trigger(Side side, long lastPrice) {
        long last = lastPrice == 0 ? 100 : lastPrice;
        long away = random.between(-1, 4);
        return odd(Math.max(1, side == Side.BUY ? last + away : last - away));
    }

    private OrderType type() {
        int dice = random.below(100);
        if (dice < 52) {
            return OrderType.LIMIT;
        }
        return dice == 99 && random.percent(20) ? OrderType.NONE : random.oneOf(OTHER_TYPES);
    }

    private TimeInForce time(OrderType type) {
        if (random.percent(type == OrderType.LIMIT || type == OrderType.MARKET ? 8 : 0)) {
            return random.percent(60) ? TimeInForce.AT_CLOSE : TimeInForce.AT_OPEN;
        }
        if (random.percent(3)) {
            return random.oneOf(TIMES);
        }
        int dice = random.below(100);
        boolean takes = type == OrderType.MARKET || type == OrderType.LIMIT;
        if (takes && dice < (type == OrderType.MARKET ? 100 : 25)) {
            return random.percent(60) ? TimeInForce.IOC : TimeInForce.FOK;
        }
        return dice < 70 ? TimeInForce.GTC : random.percent(50) ? TimeInForce.DAY : TimeInForce.GTD;
    }
}
