package io.pharos.platform.market.fold;

import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.market.book.RestingOrder;
import io.pharos.platform.market.candle.Candle;
import io.pharos.platform.market.candle.CandleInterval;
import io.pharos.platform.market.candle.DayFigures;
import java.util.Collection;
import java.util.List;

/**
 * The market's state between two commands, without the candles, which have a table of their own.
 *
 * @param sequence of the last event folded
 * @param timeNanos log time of that event
 */
public record MarketImage(long sequence, long timeNanos, Collection<Asset> assets, List<InstrumentImage> instruments) {
    /** One instrument's share. */
    public record InstrumentImage(
            Instrument instrument,
            long bookSequence,
            long quoteSequence,
            long asOfNanos,
            DayFigures day,
            SessionState session,
            Collection<RestingOrder> orders,
            Collection<TapeTrade> tape) {}

    /** Candles that changed since they were last written. */
    public record ChangedCandles(int instrumentId, CandleInterval interval, List<Candle> candles) {}
}
