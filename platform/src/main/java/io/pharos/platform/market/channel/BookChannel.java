package io.pharos.platform.market.channel;

import io.pharos.platform.market.book.BookSide;
import io.pharos.platform.market.book.Level;
import io.pharos.platform.market.book.LevelChange;
import io.pharos.platform.market.fold.BookDelta;
import io.pharos.platform.market.fold.InstrumentMarket;
import io.pharos.platform.market.fold.MarketState;
import io.pharos.platform.market.fold.PriceText;
import io.pharos.platform.stream.Channel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code book:SYMBOL}: every level of the book, one delta for each command that changed it. Snapshot and deltas are
 * handed out under the lock of the state, so a reader misses nothing in between.
 */
final class BookChannel implements Channel.Ordered {
    private final MarketState state;
    private final String symbol;
    private final Set<Sink> sinks = ConcurrentHashMap.newKeySet();

    BookChannel(MarketState state, String symbol) {
        this.state = state;
        this.symbol = symbol;
    }

    @Override
    public Runnable attach(long after, Sink sink) {
        state.read(s -> {
            InstrumentMarket market = s.market(symbol).orElseThrow();
            Optional<List<BookDelta>> missed = after == 0 ? Optional.empty() : market.deltasAfter(after);
            if (missed.isPresent()) {
                missed.get().forEach(delta -> sink.delta(delta.sequence(), delta.previous(), changes(market, delta)));
            } else if (after != 0) {
                sink.resyncRequired();
                return false; // the reader asks again, for a snapshot
            } else {
                sink.snapshot(market.bookSequence(), whole(market));
            }
            return sinks.add(sink);
        });
        return () -> sinks.remove(sink);
    }

    @Override
    public boolean isWholeInSnapshot() {
        return true;
    }

    /** Called by the folding thread, under the lock. */
    void onDelta(InstrumentMarket market, BookDelta delta) {
        if (sinks.isEmpty()) {
            return;
        }
        String changes = changes(market, delta);
        String data =
                changes.substring(0, changes.length() - 1) + ",\"checksum\":" + MarketViews.checksum(market) + "}";
        sinks.forEach(sink -> sink.delta(delta.sequence(), delta.previous(), data));
    }

    private static String changes(InstrumentMarket market, BookDelta delta) {
        PriceText text = market.text();
        StringBuilder json = new StringBuilder(64 * delta.changes().size()).append("{\"changes\":[");
        for (LevelChange change : delta.changes()) {
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
                    .append(change.side() == BookSide.BID ? "[\"bid\",\"" : "[\"ask\",\"")
                    .append(text.price(change.priceTicks()))
                    .append("\",\"")
                    .append(text.quantity(change.quantityLots()))
                    .append("\"]");
        }
        return json.append("]}").toString();
    }

    private static String whole(InstrumentMarket market) {
        StringBuilder json = new StringBuilder(1_024)
                .append("{\"symbol\":\"")
                .append(market.instrument().symbol())
                .append("\",\"sequence\":")
                .append(market.bookSequence())
                .append(",\"checksum\":")
                .append(MarketViews.checksum(market));
        levels(json.append(",\"bids\":["), market, BookSide.BID);
        levels(json.append("],\"asks\":["), market, BookSide.ASK);
        return json.append("]}").toString();
    }

    private static void levels(StringBuilder json, InstrumentMarket market, BookSide side) {
        String separator = "";
        for (Level level : market.book().top(side, Integer.MAX_VALUE)) {
            json.append(separator)
                    .append("[\"")
                    .append(market.text().price(level.priceTicks()))
                    .append("\",\"")
                    .append(market.text().quantity(level.quantityLots()))
                    .append("\",\"")
                    .append(level.orders())
                    .append("\"]");
            separator = ",";
        }
    }
}
