package io.pharos.platform.market.candle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The candles of one instrument and interval: the newest {@value #KEPT_MAX}, oldest first. A stretch without trades
 * has no candle. Older ones are in the database.
 */
public final class CandleSeries {
    static final int KEPT_MAX = 1_500;

    private final CandleInterval interval;
    private final ArrayDeque<Candle> candles = new ArrayDeque<>();
    private long dirtyFromNanos = Long.MAX_VALUE;

    public CandleSeries(CandleInterval interval) {
        this.interval = interval;
    }

    /** A trade; log time never goes back, so it belongs to the last candle or opens the next. */
    public Candle trade(long timeNanos, long priceTicks, long lots, long notionalMinor) {
        long openAt = interval.openAt(timeNanos);
        Candle last = candles.peekLast();
        Candle next;
        if (last != null && last.openAtNanos() == openAt) {
            candles.removeLast();
            next = last.and(priceTicks, lots, notionalMinor);
        } else {
            next = Candle.first(openAt, priceTicks, lots, notionalMinor);
        }
        candles.addLast(next);
        if (candles.size() > KEPT_MAX) {
            candles.removeFirst();
        }
        dirtyFromNanos = Math.min(dirtyFromNanos, openAt);
        return next;
    }

    /** The newest candle, or null before the first trade. */
    public @Nullable Candle last() {
        return candles.peekLast();
    }

    /** At most this many candles that opened before the given moment, oldest first. */
    public List<Candle> before(long beforeNanos, int limit) {
        List<Candle> newestFirst = new ArrayList<>();
        Iterator<Candle> descending = candles.descendingIterator();
        while (descending.hasNext() && newestFirst.size() < limit) {
            Candle candle = descending.next();
            if (candle.openAtNanos() < beforeNanos) {
                newestFirst.add(candle);
            }
        }
        return newestFirst.reversed();
    }

    /** The candles that changed since the last call, oldest first, for the checkpoint. */
    public List<Candle> takeDirty() {
        List<Candle> dirty =
                candles.stream().filter(c -> c.openAtNanos() >= dirtyFromNanos).toList();
        dirtyFromNanos = Long.MAX_VALUE;
        return dirty;
    }

    /** Hands out candles again that could not be stored. */
    public void markDirty(List<Candle> unstored) {
        for (Candle candle : unstored) {
            dirtyFromNanos = Math.min(dirtyFromNanos, candle.openAtNanos());
        }
    }

    /** Continues from stored candles, oldest first. */
    public void restore(Collection<Candle> stored) {
        candles.clear();
        candles.addAll(stored);
    }
}
