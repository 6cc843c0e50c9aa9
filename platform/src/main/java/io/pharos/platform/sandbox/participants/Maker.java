package io.pharos.platform.sandbox.participants;

import io.pharos.cluster.message.CommandReply;
import io.pharos.platform.instrument.Instrument;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Quotes one instrument on both sides around a fair price that wanders.
 *
 * <p>The ladder has {@value #LEVELS} levels a side. Each turn takes off what stands too far from the fair price, or has
 * stood for long, and fills what is missing, a few orders at a time; so the book moves like a book and not like a curtain.
 */
final class Maker {
    static final int LEVELS = 14;
    private static final int OLD_TURNS = 60;
    private static final int MILLI = 1_000;

    private record Quoted(long orderId, long placedTurn) {}

    private final Instrument instrument;
    private final Desk desk;
    private final RandomGenerator random;
    private final long anchorTicks;
    private final long spacingTicks;
    private final TreeMap<Long, Quoted> bids = new TreeMap<>();
    private final TreeMap<Long, Quoted> asks = new TreeMap<>();
    private long fairMilliTicks;
    private long turn;

    Maker(Instrument instrument, Desk desk, RandomGenerator random, long startTicks) {
        this.instrument = instrument;
        this.desk = desk;
        this.random = random;
        this.anchorTicks = startTicks;
        // About one part in five thousand of the price between two levels, and at least a tick.
        this.spacingTicks = Math.max(1, startTicks / 5_000);
        this.fairMilliTicks = startTicks * MILLI;
    }

    /** Where the price should be. */
    long fairTicks() {
        return fairMilliTicks / MILLI;
    }

    /** Moves the fair price: a wander, a pull back to where it began, and the flow of the others. */
    void wander() {
        long stepMilli = Math.max(400, spacingTicks * 450);
        fairMilliTicks += random.nextLong(2 * stepMilli + 1) - stepMilli;
        fairMilliTicks += (anchorTicks * MILLI - fairMilliTicks) / 2_000;
        fairMilliTicks = Math.max((long) LEVELS * 4 * MILLI, fairMilliTicks);
    }

    /** Somebody bought (positive) or sold: the fair price gives way a little. */
    void feel(int direction) {
        fairMilliTicks += direction * Math.max(150, spacingTicks * 120L);
    }

    /**
     * One turn.
     *
     * @param actionsMax orders and cancels that it may send
     * @param publicBook whether a level of ours is still in the public book; a missing one was filled
     */
    void quote(int actionsMax, PublicBook publicBook) {
        turn++;
        bids.keySet().removeIf(price -> !publicBook.hasBid(price));
        asks.keySet().removeIf(price -> !publicBook.hasAsk(price));
        long fair = fairTicks();
        int left = actionsMax;
        left -= takeOff(bids, fair - (LEVELS + 3L) * spacingTicks, fair - 1, left);
        left -= takeOff(asks, fair + 1, fair + (LEVELS + 3L) * spacingTicks, left);
        for (int level = 1; level <= LEVELS && left > 0; level++) {
            left -= fill(Side.BUY, bids, fair - level * spacingTicks, level);
            if (left > 0) {
                left -= fill(Side.SELL, asks, fair + level * spacingTicks, level);
            }
        }
    }

    /** Forgets the ladder, after its orders were taken off. */
    void forget() {
        bids.clear();
        asks.clear();
    }

    private int takeOff(NavigableMap<Long, Quoted> side, long lowest, long highest, int actionsMax) {
        int taken = 0;
        Iterator<Map.Entry<Long, Quoted>> entries = side.entrySet().iterator();
        while (entries.hasNext() && taken < actionsMax) {
            Map.Entry<Long, Quoted> entry = entries.next();
            boolean far = entry.getKey() < lowest || entry.getKey() > highest;
            boolean old = turn - entry.getValue().placedTurn() > OLD_TURNS;
            if (far || (old && taken == 0)) {
                desk.cancel(Participant.MARKET_MAKER, entry.getValue().orderId());
                entries.remove();
                taken++;
            }
        }
        return taken;
    }

    /** Fills a level unless something of ours stands near it. */
    private int fill(Side side, NavigableMap<Long, Quoted> quoted, long aroundTicks, int level) {
        long reach = Math.max(0, spacingTicks / 2);
        if (!quoted.subMap(aroundTicks - reach, true, aroundTicks + reach, true).isEmpty()) {
            return 0;
        }
        long price = aroundTicks + (reach == 0 ? 0 : random.nextLong(2 * reach + 1) - reach);
        if (price <= 0 || !insideBand(price) || quoted.containsKey(price)) {
            return 0;
        }
        CommandReply reply =
                desk.place(Participant.MARKET_MAKER, instrument, side, TimeInForce.GTC, price, quantityLots(level));
        if (reply.isAccepted() && reply.remainingLots() > 0) {
            quoted.put(price, new Quoted(reply.entityId(), turn));
        }
        return 1;
    }

    /** Larger orders stand further away. */
    private long quantityLots(int level) {
        return instrument.boardLotLots() * (1 + random.nextLong(3 + 2L * level));
    }

    private boolean insideBand(long price) {
        return instrument.bandPpm() == 0
                || (price > instrument.lowerLimitTicks() && price < instrument.upperLimitTicks());
    }
}
