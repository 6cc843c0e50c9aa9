package io.pharos.platform.market.web;

import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.catalogue.Catalogue.InstrumentEntry;
import io.pharos.platform.catalogue.Catalogue.Name;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentKind;
import io.pharos.platform.market.MarketQuotes;
import io.pharos.platform.market.candle.Candle;
import io.pharos.platform.market.candle.CandleInterval;
import io.pharos.platform.market.channel.Freshness;
import io.pharos.platform.market.channel.MarketViews;
import io.pharos.platform.market.channel.MarketViews.CandleView;
import io.pharos.platform.market.channel.MarketViews.TradeView;
import io.pharos.platform.market.fold.InstrumentMarket;
import io.pharos.platform.market.fold.MarketState;
import io.pharos.platform.market.store.MarketStore;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the market to everybody; needs no session. */
@RestController
public final class MarketController implements MarketQuotes {
    private static final int LEVELS_MAX = 100;
    private static final int TRADES = 50;
    private static final int TRADES_MAX = 500;
    private static final int CANDLES = 300;
    private static final int CANDLES_MAX = 1_500;
    private static final int PPM_DECIMALS = 6;

    private final MarketState state;
    private final MarketStore store;
    private final Catalogue catalogue;
    private final Freshness freshness;

    public MarketController(MarketState state, MarketStore store, Catalogue catalogue, Freshness freshness) {
        this.state = state;
        this.store = store;
        this.catalogue = catalogue;
        this.freshness = freshness;
    }

    /** A list that is not paged. */
    public record Items<T>(List<T> items) {}

    @GetMapping("/api/v1/instruments")
    Items<InstrumentView> instruments() {
        return new Items<>(state.read(s ->
                s.markets().stream().map(market -> view(market.instrument())).toList()));
    }

    @GetMapping("/api/v1/instruments/{symbol}")
    InstrumentView instrument(@PathVariable("symbol") String symbol) {
        return of(symbol, market -> view(market.instrument()));
    }

    @Override
    public Quotes quotes() {
        boolean live = freshness.isLive();
        return state.read(s -> new Quotes(
                s.markets().stream().map(m -> MarketViews.quote(m, live)).toList(),
                s.sequence(),
                MarketViews.instant(s.timeNanos())));
    }

    @Override
    public Depth depth(String symbol, int levels) {
        return of(symbol, market -> MarketViews.depth(market, Math.max(1, Math.min(LEVELS_MAX, levels))));
    }

    @GetMapping("/api/v1/instruments/{symbol}/trades")
    Items<TradeView> trades(
            @PathVariable("symbol") String symbol,
            @RequestParam(name = "limit", defaultValue = "" + TRADES) int limit) {
        return of(
                symbol,
                market -> new Items<>(market.tape(Math.max(1, Math.min(TRADES_MAX, limit))).stream()
                        .map(trade -> MarketViews.trade(market, trade))
                        .toList()));
    }

    /** Candles that opened before a moment, oldest first: from memory, and further back from the database. */
    @GetMapping("/api/v1/instruments/{symbol}/candles")
    Items<CandleView> candles(
            @PathVariable("symbol") String symbol,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"1m", "5m", "15m", "1h", "1d"},
                                            defaultValue = "1m"))
                    @RequestParam(name = "interval", defaultValue = "1m")
                    String intervalCode,
            @RequestParam(name = "limit", defaultValue = "" + CANDLES) int limit,
            @RequestParam(name = "before", required = false) @Nullable Instant before) {
        CandleInterval interval = CandleInterval.of(intervalCode)
                .orElseThrow(() -> ProblemException.at("?interval", EdgeProblem.VALUE_MALFORMED));
        int wanted = Math.max(1, Math.min(CANDLES_MAX, limit));
        long beforeNanos = before == null ? Long.MAX_VALUE : nanos(before);
        InstrumentMarket market = of(symbol, m -> m);
        List<Candle> newest = state.read(s -> market.candles(interval).before(beforeNanos, wanted));
        List<Candle> all = new ArrayList<>();
        if (newest.size() < wanted) {
            long oldest = newest.isEmpty() ? beforeNanos : newest.getFirst().openAtNanos();
            all.addAll(stored(market, interval, oldest, wanted - newest.size()));
        }
        all.addAll(newest);
        return new Items<>(
                all.stream().map(candle -> MarketViews.candle(market, candle)).toList());
    }

    private List<Candle> stored(InstrumentMarket market, CandleInterval interval, long beforeNanos, int limit) {
        try {
            return store.candles(market.instrument().instrumentId(), interval, beforeNanos, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("older candles cannot be read", e);
        }
    }

    private <T> T of(String symbol, Function<InstrumentMarket, T> view) {
        return state.read(s -> view.apply(
                s.market(symbol).orElseThrow(() -> new ProblemException(MarketProblem.INSTRUMENT_UNKNOWN, symbol))));
    }

    private InstrumentView view(Instrument i) {
        InstrumentEntry entry = catalogue.instrument(i.symbol()).orElse(null);
        return new InstrumentView(
                i.symbol(),
                entry == null ? new Name(i.symbol(), i.symbol()) : entry.name(),
                entry == null ? InstrumentKind.US_SHARE : entry.kind(),
                i.base().code(),
                i.quote().code(),
                i.tickSize().toPlainString(),
                i.lotSize().toPlainString(),
                i.formatQuantity(i.boardLotLots()),
                i.quantityDecimals(),
                i.priceDecimals(),
                i.bandPpm() == 0 || i.upperLimitTicks() == 0
                        ? null
                        : new InstrumentView.Band(
                                i.formatPrice(i.lowerLimitTicks()),
                                i.formatPrice(i.upperLimitTicks()),
                                i.formatPrice(i.referencePriceTicks())),
                i.formatQuantity(i.maxOrderLots()),
                new InstrumentView.Fees(fraction(i.makerFeePpm()), fraction(i.takerFeePpm()), fraction(i.sellTaxPpm())),
                i.phase().name(),
                true);
    }

    private static String fraction(int ppm) {
        return BigDecimal.valueOf(ppm, PPM_DECIMALS).stripTrailingZeros().toPlainString();
    }

    private static long nanos(Instant instant) {
        try {
            return Math.addExact(TimeUnit.SECONDS.toNanos(instant.getEpochSecond()), instant.getNano());
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }
}
