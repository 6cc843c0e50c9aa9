package io.pharos.platform.market.fold;

import io.pharos.platform.market.book.LevelChange;
import java.util.List;

/**
 * What one command did to one book.
 *
 * @param sequence of the command's last event
 * @param previous the sequence of the delta before it: who has seen that one has missed nothing
 */
public record BookDelta(long sequence, long previous, List<LevelChange> changes) {}
