package io.pharos.platform.replay.exchange;

import io.pharos.platform.replay.recording.BookSide;
import java.util.List;

/**
 * A message of a book's stream.
 *
 * @param snapshot whether the levels are the whole book, not what changed
 * @param sequence of the event that it follows
 * @param previous the sequence of the message before, 0 for a snapshot
 */
public record BookUpdate(boolean snapshot, long sequence, long previous, List<LevelTotal> levels) {
    /** The total quantity at a price now; 0 if the level is gone. The price is in ten-thousandths of a dollar. */
    public record LevelTotal(BookSide side, long price, long quantity) {}
}
