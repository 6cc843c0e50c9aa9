package io.pharos.platform.market.channel;

import io.pharos.platform.edge.Caller;
import io.pharos.platform.market.MarketQuotes.Quote;
import io.pharos.platform.market.candle.Candle;
import io.pharos.platform.market.candle.CandleInterval;
import io.pharos.platform.market.channel.MarketViews.CandleView;
import io.pharos.platform.market.fold.BookDelta;
import io.pharos.platform.market.fold.InstrumentMarket;
import io.pharos.platform.market.fold.MarketListener;
import io.pharos.platform.market.fold.MarketState;
import io.pharos.platform.market.fold.TapeTrade;
import io.pharos.platform.stream.Channel;
import io.pharos.platform.stream.Channel.State;
import io.pharos.platform.stream.ChannelSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** The channels of the market. Anybody may follow them. */
public final class MarketChannels implements ChannelSource, MarketListener {
    private static final int DEPTH_LEVELS = 20;
    private static final int CANDLES_SHOWN = 2;

    private final MarketState state;
    private final Freshness freshness;
    private final PriceSources sources;
    private final ObjectMapper json;
    private final Map<String, BookChannel> books = new ConcurrentHashMap<>();
    private final Map<String, TradesChannel> tapes = new ConcurrentHashMap<>();

    public MarketChannels(MarketState state, Freshness freshness, PriceSources sources, ObjectMapper json) {
        this.state = state;
        this.freshness = freshness;
        this.sources = sources;
        this.json = json;
        state.listen(this);
    }

    private record Quotes(List<Quote> items) {}

    private record Candles(List<CandleView> items) {}

    @Override
    public Optional<Channel> open(String name, @Nullable Caller caller) {
        String[] parts = name.split(":", -1);
        if (name.equals("quotes")) {
            return Optional.of((Channel.Conflated) this::quotes);
        }
        if (parts.length < 2 || state.read(s -> s.market(parts[1])).isEmpty()) {
            return Optional.empty();
        }
        String symbol = parts[1];
        return switch (parts[0]) {
            case "depth" ->
                Optional.of(conflated(
                        symbol,
                        InstrumentMarket::bookSequence,
                        (market, after) -> json.writeValueAsString(MarketViews.depth(market, DEPTH_LEVELS))));
            case "book" -> Optional.of(books.computeIfAbsent(symbol, s -> new BookChannel(state, s)));
            case "trades" -> Optional.of(tapes.computeIfAbsent(symbol, s -> new TradesChannel(state, s, json)));
            case "candles" ->
                parts.length < 3
                        ? Optional.empty()
                        : CandleInterval.of(parts[2]).map(interval -> candles(symbol, interval));
            default -> Optional.empty();
        };
    }

    @Override
    public void onCommand(InstrumentMarket market, @Nullable BookDelta delta, List<TapeTrade> trades) {
        String symbol = market.instrument().symbol();
        BookChannel book = books.get(symbol);
        if (book != null && delta != null) {
            book.onDelta(market, delta);
        }
        TradesChannel tape = tapes.get(symbol);
        if (tape != null && !trades.isEmpty()) {
            tape.onTrades(market, trades);
        }
    }

    /** All quotes at first, then those that changed. */
    private @Nullable State quotes(long after) {
        boolean live = freshness.isLive();
        return state.read(s -> {
            List<Quote> changed = new ArrayList<>();
            long newest = after;
            for (InstrumentMarket market : s.markets()) {
                if (after == 0 || market.quoteSequence() > after) {
                    changed.add(MarketViews.quote(
                            market, sources.of(market.instrument().symbol()), live));
                    newest = Math.max(newest, market.quoteSequence());
                }
            }
            return changed.isEmpty() ? null : new State(newest, json.writeValueAsString(new Quotes(changed)));
        });
    }

    private Channel candles(String symbol, CandleInterval interval) {
        return conflated(symbol, InstrumentMarket::tradeSequence, (market, after) -> {
            List<Candle> newest = market.candles(interval).before(Long.MAX_VALUE, CANDLES_SHOWN);
            return json.writeValueAsString(new Candles(
                    newest.stream().map(c -> MarketViews.candle(market, c)).toList()));
        });
    }

    private Channel.Conflated conflated(
            String symbol, ToLongFunction<InstrumentMarket> sequence, BiFunction<InstrumentMarket, Long, String> data) {
        return after -> state.read(s -> {
            InstrumentMarket market = s.market(symbol).orElseThrow();
            long now = sequence.applyAsLong(market);
            return now > after || (now == 0 && after == 0)
                    ? new State(Math.max(1, now), data.apply(market, after))
                    : null;
        });
    }
}
