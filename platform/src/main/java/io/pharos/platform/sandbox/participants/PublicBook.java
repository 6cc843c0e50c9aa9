package io.pharos.platform.sandbox.participants;

import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.Parsed;
import io.pharos.platform.market.MarketQuotes.Depth;
import java.util.ArrayList;
import java.util.List;

/**
 * What everybody sees of a book, in ticks. A price beyond the levels that are shown counts as present: nobody can say.
 *
 * @param bids best first
 * @param asks best first
 */
record PublicBook(List<Long> bids, List<Long> asks) {
    /** Levels that are asked for, of each side. */
    static final int LEVELS = 40;

    static PublicBook of(Instrument instrument, Depth depth) {
        return new PublicBook(ticks(instrument, depth.bids()), ticks(instrument, depth.asks()));
    }

    boolean hasBid(long price) {
        return bids.contains(price) || (bids.size() >= LEVELS && price < bids.getLast());
    }

    boolean hasAsk(long price) {
        return asks.contains(price) || (asks.size() >= LEVELS && price > asks.getLast());
    }

    private static List<Long> ticks(Instrument instrument, List<List<String>> rows) {
        List<Long> prices = new ArrayList<>(rows.size());
        for (List<String> row : rows) {
            if (instrument.parsePrice(row.getFirst()) instanceof Parsed.Exact exact) {
                prices.add(exact.value());
            }
        }
        return prices;
    }
}
