package io.pharos.platform.replay.recording;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order book file row by row: ask price, ask size, bid price, bid size for each level, the best first.
 * Unoccupied levels have size 0.
 */
public final class RowReader implements AutoCloseable {
    private static final int COLUMNS_PER_LEVEL = 4;

    private final Path file;
    private final RecordedLines lines;
    private int levels;

    private RowReader(Path file, RecordedLines lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Opens the file. @throws RecordingException if it cannot be read */
    public static RowReader open(Path file) {
        return new RowReader(file, RecordedLines.open(file));
    }

    /** The first row of a file. @throws RecordingException if there is none, or it is malformed */
    public static RecordedRow first(Path file) {
        try (RowReader reader = open(file)) {
            RecordedRow row = reader.next();
            if (row == null) {
                throw new RecordingException(file + ": has no rows");
            }
            return row;
        }
    }

    /** The number of rows, without looking into them. */
    public static int count(Path file) {
        try (RecordedLines lines = RecordedLines.open(file)) {
            while (lines.next() != null) {
                // only counted
            }
            return lines.rows();
        }
    }

    public Path file() {
        return file;
    }

    /** The next row, or null at the end. @throws RecordingException if the row is malformed */
    public @Nullable RecordedRow next() {
        String[] columns = lines.next();
        if (columns == null) {
            return null;
        }
        if (columns.length % COLUMNS_PER_LEVEL != 0) {
            throw lines.malformed("expected four columns for each level, found " + columns.length + " columns");
        }
        int found = columns.length / COLUMNS_PER_LEVEL;
        if (levels == 0) {
            levels = found;
        } else if (levels != found) {
            throw lines.malformed("has " + found + " levels, the rows above have " + levels);
        }
        long[][] asks = side(columns, 0, BookSide.ASK);
        long[][] bids = side(columns, 2, BookSide.BID);
        return new RecordedRow(lines.line(), levels, bids[0], bids[1], asks[0], asks[1]);
    }

    private long[][] side(String[] columns, int offset, BookSide side) {
        long[] prices = new long[levels];
        long[] quantities = new long[levels];
        int occupied = 0;
        for (int i = 0; i < levels; i++) {
            long price = lines.number(columns[i * COLUMNS_PER_LEVEL + offset], "price");
            long quantity = lines.number(columns[i * COLUMNS_PER_LEVEL + offset + 1], "size");
            if (quantity < 0) {
                throw lines.malformed("size " + quantity + " is negative");
            }
            if (quantity == 0) {
                continue;
            }
            if (price <= 0 || occupied < i) {
                throw lines.malformed("level " + (i + 1) + " has orders, the level above or its price has none");
            }
            if (occupied > 0 && side.isAtLeastAsGood(price, prices[occupied - 1])) {
                throw lines.malformed("level " + (i + 1) + " is not worse than the level above");
            }
            prices[occupied] = price;
            quantities[occupied] = quantity;
            occupied++;
        }
        return new long[][] {Arrays.copyOf(prices, occupied), Arrays.copyOf(quantities, occupied)};
    }

    @Override
    public void close() {
        lines.close();
    }
}
