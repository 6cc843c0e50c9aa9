package io.pharos.platform.replay.recording;

import java.util.OptionalLong;

/** One line of an order book file: the displayed quantity at the best levels of each side after one message. */
public final class RecordedRow {
    private final int line;
    private final int levels;
    private final long[] bidPrices;
    private final long[] bidQuantities;
    private final long[] askPrices;
    private final long[] askQuantities;

    RecordedRow(int line, int levels, long[] bidPrices, long[] bidQuantities, long[] askPrices, long[] askQuantities) {
        this.line = line;
        this.levels = levels;
        this.bidPrices = bidPrices;
        this.bidQuantities = bidQuantities;
        this.askPrices = askPrices;
        this.askQuantities = askQuantities;
    }

    /** The line's number in its file, from 1; the book after the message of the same line. */
    public int line() {
        return line;
    }

    /** The number of levels for which the file has room. */
    public int levels() {
        return levels;
    }

    /** The number of levels with orders; at most {@link #levels()}. */
    public int occupied(BookSide side) {
        return prices(side).length;
    }

    /** The price of a level, counted from 0 at the best, in ten-thousandths of a dollar. */
    public long price(BookSide side, int level) {
        return prices(side)[level];
    }

    /** The displayed quantity at a level, counted from 0 at the best. */
    public long quantity(BookSide side, int level) {
        return (side == BookSide.BID ? bidQuantities : askQuantities)[level];
    }

    /** The displayed quantity at a price, 0 if the row does not show it. */
    public long quantityAt(BookSide side, long price) {
        long[] prices = prices(side);
        for (int i = 0; i < prices.length; i++) {
            if (prices[i] == price) {
                return quantity(side, i);
            }
        }
        return 0;
    }

    /** The worst price that the row shows, when worse ones could exist that it has no room for. */
    public OptionalLong edge(BookSide side) {
        long[] prices = prices(side);
        return prices.length < levels ? OptionalLong.empty() : OptionalLong.of(prices[prices.length - 1]);
    }

    /** Whether an order at this price would be seen in this row. */
    public boolean shows(BookSide side, long price) {
        OptionalLong edge = edge(side);
        return edge.isEmpty() || side.isAtLeastAsGood(price, edge.getAsLong());
    }

    private long[] prices(BookSide side) {
        return side == BookSide.BID ? bidPrices : askPrices;
    }
}
