package io.pharos.benchmarks.core;

import io.pharos.benchmarks.core.Workload.Kind;
import io.pharos.core.engine.Reply;
import io.pharos.core.event.Traded;
import io.pharos.protocol.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes a workload in the shape of exchange-core's generator: of 100 commands 71 move an order to another price, 13 place
 * one, 7 cancel, 7 reduce and 2 are immediate orders that trade, and about as many orders rest as the shape says. It runs
 * an engine along, so that each command names an order that is open then.
 */
public final class WorkloadGenerator {
    public static final long CASH_MINOR = 400_000_000_000L;
    public static final long SHARES = 1_000_000_000L;

    private static final int MOVES = 71;
    private static final int PLACES = 13;
    private static final int CANCELS = 7;
    private static final int REDUCES = 7;

    private static final long MID_TICKS = 1_000_000;
    /** Orders of a side that stand at one price, about. */
    private static final int ORDERS_A_LEVEL = 4;

    private static final int SPREAD_TICKS_MIN = 200;
    private static final int QUANTITY_LOTS_MAX = 100;

    private static final class Resting {
        final long orderId;
        final long accountId;
        final boolean buy;
        final int instrumentId;
        long priceTicks;
        long totalLots;
        long filledLots;
        int place;

        Resting(long orderId, long accountId, boolean buy, int instrumentId, long priceTicks, long totalLots) {
            this.orderId = orderId;
            this.accountId = accountId;
            this.buy = buy;
            this.instrumentId = instrumentId;
            this.priceTicks = priceTicks;
            this.totalLots = totalLots;
        }
    }

    private final SplittableRandom random;
    private final WorkloadShape shape;
    private final int spreadTicks;
    private final Workload workload;
    private final CoreMarket market;
    private final Workload.Applier applier;
    private final List<Resting> resting = new ArrayList<>();
    private final Map<Long, Resting> byId = new HashMap<>();

    private WorkloadGenerator(WorkloadShape shape, int commands, long seed) {
        this.shape = shape;
        spreadTicks = Math.max(SPREAD_TICKS_MIN, shape.resting() / shape.instruments() / 2 / ORDERS_A_LEVEL);
        random = new SplittableRandom(seed);
        workload = new Workload(commands);
        market = new CoreMarket(shape, new SilentSink() {
            @Override
            public void onTraded(Traded event) {
                fill(event.makerOrderId, event.quantityLots, event.makerRemainingLots);
            }
        });
        applier = new Workload.Applier(workload, market);
    }

    /** The same shape and seed give the same commands. The first ones fill the books. */
    public static Workload generate(WorkloadShape shape, int commands, long seed) {
        WorkloadGenerator generator = new WorkloadGenerator(shape, commands, seed);
        while (generator.workload.size() < commands) {
            generator.next();
        }
        return generator.workload;
    }

    private void next() {
        int dice = random.nextInt(100);
        if (workload.size() < shape.resting() || resting.size() < shape.resting() / 2) {
            place();
        } else if (dice < MOVES) {
            move();
        } else if (dice < MOVES + PLACES + CANCELS) {
            // Places replace what cancels, reductions and trades end: the book keeps its size.
            if (resting.size() < shape.resting()
                    || (resting.size() < shape.resting() * 11L / 10 && dice < MOVES + PLACES)) {
                place();
            } else {
                cancel();
            }
        } else if (dice < MOVES + PLACES + CANCELS + REDUCES) {
            reduce();
        } else {
            takeImmediately();
        }
    }

    private void place() {
        boolean buy = random.nextBoolean();
        int instrumentId = anyInstrument();
        long ticks = passivePrice(buy);
        long lots = 1L + random.nextInt(QUANTITY_LOTS_MAX);
        long accountId = anyAccount();
        workload.add(Kind.PLACE, buy, instrumentId, accountId, 0, ticks, lots);
        Reply reply = apply();
        if (reply.remainingLots > 0) {
            Resting order = new Resting(reply.entityId, accountId, buy, instrumentId, ticks, lots);
            order.filledLots = reply.filledLots;
            order.place = resting.size();
            resting.add(order);
            byId.put(order.orderId, order);
        }
    }

    private void move() {
        Resting order = any();
        long ticks = passivePrice(order.buy);
        order.priceTicks = ticks == order.priceTicks ? ticks + (order.buy ? -1 : 1) : ticks;
        workload.add(
                Kind.MOVE,
                order.buy,
                order.instrumentId,
                order.accountId,
                order.orderId,
                order.priceTicks,
                order.totalLots);
        Reply reply = apply();
        order.filledLots = reply.filledLots;
        if (reply.remainingLots == 0) {
            remove(order);
        }
    }

    private void reduce() {
        Resting order = any();
        long open = order.totalLots - order.filledLots;
        if (open < 2) {
            cancel(order);
            return;
        }
        order.totalLots -= 1L + random.nextInt((int) Math.min(open - 1, QUANTITY_LOTS_MAX));
        workload.add(
                Kind.REDUCE,
                order.buy,
                order.instrumentId,
                order.accountId,
                order.orderId,
                order.priceTicks,
                order.totalLots);
        apply();
    }

    private void cancel() {
        cancel(any());
    }

    private void cancel(Resting order) {
        workload.add(Kind.CANCEL, order.buy, order.instrumentId, order.accountId, order.orderId, 0, 0);
        apply();
        remove(order);
    }

    private void takeImmediately() {
        boolean buy = random.nextBoolean();
        long ticks = MID_TICKS + (buy ? spreadTicks : -spreadTicks);
        workload.add(
                Kind.PLACE_IOC, buy, anyInstrument(), anyAccount(), 0, ticks, 1L + random.nextInt(QUANTITY_LOTS_MAX));
        apply();
    }

    /** Bids are below the middle and asks above, most of them near it, so that moves seldom trade. */
    private long passivePrice(boolean buy) {
        int distance = 1 + Math.min(random.nextInt(spreadTicks), random.nextInt(spreadTicks));
        return MID_TICKS + (buy ? -distance : distance);
    }

    private int anyInstrument() {
        return CoreMarket.FIRST_INSTRUMENT + random.nextInt(shape.instruments());
    }

    private long anyAccount() {
        return CoreMarket.FIRST_CUSTOMER + random.nextInt(shape.customers());
    }

    private Resting any() {
        return resting.get(random.nextInt(resting.size()));
    }

    private Reply apply() {
        Reply reply = applier.apply(workload.size() - 1);
        if (reply.outcome != Outcome.ACCEPTED) {
            throw new IllegalStateException("the core refused a command of the workload: " + reply.outcome);
        }
        return reply;
    }

    private void fill(long orderId, long lots, long remainingLots) {
        @Nullable Resting maker = byId.get(orderId);
        if (maker != null) {
            maker.filledLots += lots;
            if (remainingLots == 0) {
                remove(maker);
            }
        }
    }

    private void remove(Resting order) {
        byId.remove(order.orderId);
        Resting last = resting.removeLast();
        if (last != order) {
            resting.set(order.place, last);
            last.place = order.place;
        }
    }
}
