package io.pharos.platform.market.channel;

import io.pharos.platform.instrument.DecimalText;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.market.MarketQuotes.Auction;
import io.pharos.platform.market.MarketQuotes.Depth;
import io.pharos.platform.market.MarketQuotes.Quote;
import io.pharos.platform.market.MarketQuotes.Source;
import io.pharos.platform.market.book.BookChecksum;
import io.pharos.platform.market.book.BookFold;
import io.pharos.platform.market.book.BookSide;
import io.pharos.platform.market.book.Level;
import io.pharos.platform.market.candle.Candle;
import io.pharos.platform.market.candle.DayFigures;
import io.pharos.platform.market.fold.InstrumentMarket;
import io.pharos.platform.market.fold.PriceText;
import io.pharos.platform.market.fold.SessionState;
import io.pharos.platform.market.fold.TapeTrade;
import io.pharos.protocol.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the state into what is published: decimals as text, times in UTC. Call under the lock of the state. */
public final class MarketViews {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 2;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private MarketViews() {}

    /**
     * A trade as everybody sees it.
     *
     * @param side which side came to the other
     */
    public record TradeView(
            String id,
            @DecimalText String price,
            @DecimalText String quantity,
            @Schema(implementation = Side.class) String side,
            Instant at) {}

    /** The trades of one stretch of time. */
    public record CandleView(
            Instant openAt,
            @DecimalText String open,
            @DecimalText String high,
            @DecimalText String low,
            @DecimalText String close,
            @DecimalText String volume,
            @DecimalText String turnover) {}

    /** The quote of one instrument. */
    public static Quote quote(InstrumentMarket market, Source source, boolean live) {
        Instrument instrument = market.instrument();
        PriceText text = market.text();
        DayFigures day = market.day();
        Candle today = day.today();
        Level bid = market.book().best(BookSide.BID);
        Level ask = market.book().best(BookSide.ASK);
        boolean comparable = day.lastTicks() > 0 && day.previousCloseTicks() > 0;
        return new Quote(
                instrument.symbol(),
                price(text, day.lastTicks()),
                comparable ? text.price(day.lastTicks() - day.previousCloseTicks()) : null,
                comparable ? percent(day.lastTicks() - day.previousCloseTicks(), day.previousCloseTicks()) : null,
                today == null ? null : text.price(today.openTicks()),
                today == null ? null : text.price(today.highTicks()),
                today == null ? null : text.price(today.lowTicks()),
                price(text, day.previousCloseTicks()),
                text.quantity(today == null ? 0 : today.volumeLots()),
                instrument.quote().format(today == null ? 0 : today.turnoverMinor()),
                bid == null ? null : text.price(bid.priceTicks()),
                bid == null ? null : text.quantity(bid.quantityLots()),
                ask == null ? null : text.price(ask.priceTicks()),
                ask == null ? null : text.quantity(ask.quantityLots()),
                instrument.phase().name(),
                market.session().endsNanos() == 0
                        ? null
                        : instant(market.session().endsNanos()),
                auction(market),
                instant(market.asOfNanos()),
                source,
                live ? "LIVE" : "STALE");
    }

    private static @Nullable Auction auction(InstrumentMarket market) {
        SessionState session = market.session();
        if (session.auctionLots() == 0) {
            return null;
        }
        long surplusLots = session.surplusLots();
        return new Auction(
                market.text().price(session.auctionTicks()),
                market.text().quantity(session.auctionLots()),
                market.text().quantity(Math.abs(surplusLots)),
                surplusLots == 0 ? null : (surplusLots > 0 ? Side.BUY : Side.SELL).name());
    }

    /** The best levels of a book. */
    public static Depth depth(InstrumentMarket market, int levels) {
        PriceText text = market.text();
        return new Depth(
                market.instrument().symbol(),
                market.bookSequence(),
                checksum(market),
                rows(text, market.book().top(BookSide.BID, levels)),
                rows(text, market.book().top(BookSide.ASK, levels)));
    }

    /** The checksum of the ten best levels. */
    public static long checksum(InstrumentMarket market) {
        BookFold book = market.book();
        PriceText text = market.text();
        return BookChecksum.of(
                book.top(BookSide.BID, BookChecksum.LEVELS),
                book.top(BookSide.ASK, BookChecksum.LEVELS),
                text::price,
                text::quantity);
    }

    /** One trade. */
    public static TradeView trade(InstrumentMarket market, TapeTrade trade) {
        PriceText text = market.text();
        return new TradeView(
                "trd_" + trade.tradeId(),
                text.price(trade.priceTicks()),
                text.quantity(trade.quantityLots()),
                trade.takerSide().name(),
                instant(trade.timeNanos()));
    }

    /** One candle. */
    public static CandleView candle(InstrumentMarket market, Candle candle) {
        PriceText text = market.text();
        return new CandleView(
                instant(candle.openAtNanos()),
                text.price(candle.openTicks()),
                text.price(candle.highTicks()),
                text.price(candle.lowTicks()),
                text.price(candle.closeTicks()),
                text.quantity(candle.volumeLots()),
                market.instrument().quote().format(candle.turnoverMinor()));
    }

    /** Log time as an instant. */
    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    private static @Nullable String price(PriceText text, long ticks) {
        return ticks == 0 ? null : text.price(ticks);
    }

    private static String percent(long change, long base) {
        return BigDecimal.valueOf(change)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(base), PERCENT_DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static List<List<String>> rows(PriceText text, List<Level> levels) {
        return levels.stream()
                .map(level -> List.of(
                        text.price(level.priceTicks()),
                        text.quantity(level.quantityLots()),
                        Integer.toString(level.orders())))
                .toList();
    }
}
