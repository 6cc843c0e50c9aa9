package io.pharos.platform.market.channel;

import io.pharos.platform.market.channel.MarketViews.TradeView;
import io.pharos.platform.market.fold.InstrumentMarket;
import io.pharos.platform.market.fold.MarketState;
import io.pharos.platform.market.fold.TapeTrade;
import io.pharos.platform.stream.Channel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.ObjectMapper;

/** {@code trades:SYMBOL}: the tape, one delta for each command that traded, newest trade first. */
final class TradesChannel implements Channel.Ordered {
    private static final int SNAPSHOT_TRADES = 50;

    private final MarketState state;
    private final String symbol;
    private final ObjectMapper json;
    private final Set<Sink> sinks = ConcurrentHashMap.newKeySet();
    /** Sequence of the last delta; guarded by the lock of the state. */
    private long lastSequence;

    private record Items(List<TradeView> items) {}

    TradesChannel(MarketState state, String symbol, ObjectMapper json) {
        this.state = state;
        this.symbol = symbol;
        this.json = json;
    }

    @Override
    public Runnable attach(long after, Sink sink) {
        state.read(s -> {
            InstrumentMarket market = s.market(symbol).orElseThrow();
            if (lastSequence == 0) {
                lastSequence = market.tradeSequence();
            }
            if (after == 0 || after != lastSequence) {
                sink.snapshot(lastSequence, data(market, market.tape(SNAPSHOT_TRADES)));
            }
            return sinks.add(sink);
        });
        return () -> sinks.remove(sink);
    }

    /** Called by the folding thread, under the lock. */
    void onTrades(InstrumentMarket market, List<TapeTrade> trades) {
        long previous = lastSequence;
        lastSequence = trades.getLast().sequence();
        if (sinks.isEmpty()) {
            return;
        }
        String data = data(market, trades.reversed());
        sinks.forEach(sink -> sink.delta(lastSequence, previous, data));
    }

    private String data(InstrumentMarket market, List<TapeTrade> trades) {
        return json.writeValueAsString(
                new Items(trades.stream().map(t -> MarketViews.trade(market, t)).toList()));
    }
}
