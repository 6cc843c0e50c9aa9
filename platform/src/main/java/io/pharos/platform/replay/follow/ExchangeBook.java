package io.pharos.platform.replay.follow;

import io.pharos.platform.replay.exchange.BookUpdate;
import io.pharos.platform.replay.plan.TopLevels;
import io.pharos.platform.replay.recording.BookSide;
import io.pharos.platform.replay.recording.RecordedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The exchange's book as its stream tells it. */
final class ExchangeBook {
    private final NavigableMap<Long, Long> bids = new TreeMap<>(BookSide.BID.bestFirst());
    private final NavigableMap<Long, Long> asks = new TreeMap<>(BookSide.ASK.bestFirst());
    private long sequence;

    void apply(BookUpdate update) {
        if (update.snapshot()) {
            bids.clear();
            asks.clear();
        }
        for (BookUpdate.LevelTotal level : update.levels()) {
            if (level.quantity() == 0) {
                side(level.side()).remove(level.price());
            } else {
                side(level.side()).put(level.price(), level.quantity());
            }
        }
        sequence = update.sequence();
    }

    /** Of the last update. */
    long sequence() {
        return sequence;
    }

    boolean isEmpty() {
        return bids.isEmpty() && asks.isEmpty();
    }

    long quantity(BookSide side, long price) {
        return side(side).getOrDefault(price, 0L);
    }

    /** Whether the best levels, up to ten or what the row has room for, are those of the row: no more, no fewer. */
    boolean equalsTopOf(RecordedRow row) {
        for (BookSide side : BookSide.values()) {
            int room = Math.min(TopLevels.COMPARED_MAX, row.levels());
            int level = 0;
            for (Map.Entry<Long, Long> mine : side(side).entrySet()) {
                if (level == room) {
                    break;
                }
                if (level >= row.occupied(side)
                        || mine.getKey() != row.price(side, level)
                        || mine.getValue() != row.quantity(side, level)) {
                    return false;
                }
                level++;
            }
            if (level < Math.min(room, row.occupied(side))) {
                return false;
            }
        }
        return true;
    }

    /** The first levels in which the book and the row differ, as one sentence. */
    String describeDifference(RecordedRow row) {
        List<String> parts = new ArrayList<>();
        for (BookSide side : BookSide.values()) {
            int room = Math.min(TopLevels.COMPARED_MAX, row.levels());
            List<Map.Entry<Long, Long>> mine =
                    side(side).entrySet().stream().limit(room).toList();
            for (int i = 0; i < Math.max(mine.size(), Math.min(room, row.occupied(side))); i++) {
                String found = i < mine.size()
                        ? mine.get(i).getValue() + " at " + mine.get(i).getKey()
                        : "nothing";
                String recorded =
                        i < row.occupied(side) ? row.quantity(side, i) + " at " + row.price(side, i) : "nothing";
                if (!found.equals(recorded)) {
                    parts.add(side + " level " + (i + 1) + ": exchange " + found + ", record " + recorded);
                    break;
                }
            }
        }
        return String.join("; ", parts);
    }

    private NavigableMap<Long, Long> side(BookSide side) {
        return side == BookSide.BID ? bids : asks;
    }
}
