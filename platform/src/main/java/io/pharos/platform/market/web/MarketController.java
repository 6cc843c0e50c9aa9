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
import io.pharos.platform.market.candle.CandleRollup;
import io.pharos.platform.market.channel.Freshness;
import io.pharos.platform.market.channel.MarketViews;
import io.pharos.platform.market.channel.MarketViews.CandleView;
import io.pharos.platform.market.channel.MarketViews.TradeView;
import io.pharos.platform.market.channel.PriceSources;
import io.pharos.platform.market.fold.InstrumentMarket;
import io.pharos.platform.market.fold.MarketState;
import io.pharos.platform.market.store.MarketStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
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
    private final PriceSources sources;
    private final Map<String, List<String>> pinyin = new ConcurrentHashMap<>();

    public MarketController(
            MarketState state, MarketStore store, Catalogue catalogue, Freshness freshness, PriceSources sources) {
        this.state = state;
        this.store = store;
        this.catalogue = catalogue;
        this.freshness = freshness;
        this.sources = sources;
    }

    /** A list that is not paged. */
    public record Items<T>(List<T> items) {}

    @GetMapping("/api/v1/instruments")
    @Operation(summary = "What can be traded; public")
    Items<InstrumentView> instruments(
            @Parameter(description = "Words, each in the code, a name, or the pinyin of the Chinese name; absent: all")
                    @RequestParam(name = "query", required = false)
                    @Nullable
                    String query) {
        List<InstrumentView> all = state.read(s ->
                s.markets().stream().map(market -> view(market.instrument())).toList());
        return new Items<>(
                query == null ? all : all.stream().filter(matching(query)).toList());
    }

    private static Predicate<InstrumentView> matching(String query) {
        List<String> words = Arrays.stream(Normalizer.normalize(query, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return view -> {
            String text = String.join(
                            " ", view.symbol(), view.name().zh(), view.name().en(), String.join(" ", view.pinyin()))
                    .toLowerCase(Locale.ROOT);
            return words.stream().allMatch(text::contains);
        };
    }

    @GetMapping("/api/v1/instruments/{symbol}")
    InstrumentView instrument(@PathVariable("symbol") String symbol) {
        return of(symbol, market -> view(market.instrument()));
    }

    @Override
    public Quotes quotes() {
        boolean live = freshness.isLive();
        return state.read(s -> new Quotes(
                s.markets().stream()
                        .map(m -> MarketViews.quote(m, sources.of(m.instrument().symbol()), live))
                        .toList(),
                s.sequence(),
                MarketViews.instant(s.timeNanos())));
    }

    @Override
    public void replayed(String symbol, Instant until) {
        of(symbol, market -> market);
        sources.replayed(symbol, until);
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
                                            allowableValues = {"1m", "5m", "15m", "1h", "1d", "1w", "1M"},
                                            defaultValue = "1m"))
                    @RequestParam(name = "interval", defaultValue = "1m")
                    String intervalCode,
            @RequestParam(name = "limit", defaultValue = "" + CANDLES) int limit,
            @RequestParam(name = "before", required = false) @Nullable Instant before) {
        int wanted = Math.max(1, Math.min(CANDLES_MAX, limit));
        long beforeNanos = before == null ? Long.MAX_VALUE : nanos(before);
        InstrumentMarket market = of(symbol, m -> m);
        List<Candle> found = CandleRollup.of(intervalCode)
                .map(rollup -> rolled(market, rollup, beforeNanos, wanted))
                .orElseGet(() -> {
                    CandleInterval interval = CandleInterval.of(intervalCode)
                            .orElseThrow(() -> ProblemException.at("?interval", EdgeProblem.VALUE_MALFORMED));
                    return candles(market, interval, beforeNanos, wanted);
                });
        return new Items<>(
                found.stream().map(candle -> MarketViews.candle(market, candle)).toList());
    }

    private List<Candle> candles(InstrumentMarket market, CandleInterval interval, long beforeNanos, int wanted) {
        List<Candle> newest = state.read(s -> market.candles(interval).before(beforeNanos, wanted));
        List<Candle> all = new ArrayList<>();
        if (newest.size() < wanted) {
            long oldest = newest.isEmpty() ? beforeNanos : newest.getFirst().openAtNanos();
            all.addAll(stored(market, interval, oldest, wanted - newest.size()));
        }
        all.addAll(newest);
        return all;
    }

    /** Weeks or months that opened before a moment, each with all of its days. */
    private List<Candle> rolled(InstrumentMarket market, CandleRollup rollup, long beforeNanos, int wanted) {
        // A candle that opens at the moment or later is not asked for, so none of its days is.
        long daysBeforeNanos = beforeNanos == Long.MAX_VALUE ? beforeNanos : rollup.nextAt(beforeNanos - 1);
        int days = wanted * rollup.daysMax();
        List<Candle> rolled = rollup.roll(candles(market, CandleInterval.DAY, daysBeforeNanos, days));
        return rolled.subList(Math.max(0, rolled.size() - wanted), rolled.size());
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
        Name name = entry == null ? new Name(i.symbol(), i.symbol()) : entry.name();
        return new InstrumentView(
                i.symbol(),
                name,
                pinyin.computeIfAbsent(name.zh(), Pinyin::spellings),
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
                entry == null || entry.isSellableAtOnce(),
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
