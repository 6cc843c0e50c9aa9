package io.pharos.platform.market.fold;

import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.market.book.BookFold;
import io.pharos.platform.market.book.LevelChange;
import io.pharos.platform.market.candle.Candle;
import io.pharos.platform.market.candle.CandleInterval;
import io.pharos.platform.market.candle.CandleSeries;
import io.pharos.platform.market.candle.DayFigures;
import io.pharos.platform.market.fold.MarketImage.InstrumentImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything about one instrument. Guarded by the lock of {@link MarketState}. */
public final class InstrumentMarket {
    static final int TAPE_MAX = 500;
    static final int DELTAS_MAX = 4_096;

    private final Map<CandleInterval, CandleSeries> candles = new EnumMap<>(CandleInterval.class);
    private final ArrayDeque<TapeTrade> tape = new ArrayDeque<>();
    private final ArrayDeque<BookDelta> deltas = new ArrayDeque<>();
    private Instrument instrument;
    private PriceText text;
    private BookFold book = new BookFold();
    private DayFigures day;
    private SessionState session = SessionState.NONE;
    private long bookSequence;
    private long tradeSequence;
    private long quoteSequence;
    private long asOfNanos;

    InstrumentMarket(Instrument instrument) {
        this.instrument = instrument;
        this.text = PriceText.of(instrument);
        this.day = DayFigures.untraded(instrument.referencePriceTicks());
        for (CandleInterval interval : CandleInterval.values()) {
            candles.put(interval, new CandleSeries(interval));
        }
    }

    public Instrument instrument() {
        return instrument;
    }

    /** Writes this instrument's prices and quantities. */
    public PriceText text() {
        return text;
    }

    public BookFold book() {
        return book;
    }

    public DayFigures day() {
        return day;
    }

    /** The end of the phase, and what its call would uncross. */
    public SessionState session() {
        return session;
    }

    public CandleSeries candles(CandleInterval interval) {
        CandleSeries series = candles.get(interval);
        if (series == null) {
            throw new IllegalStateException("no series for " + interval);
        }
        return series;
    }

    /** Sequence of the last command that changed the book; 0 = none yet. */
    public long bookSequence() {
        return bookSequence;
    }

    /** Sequence of the last trade; 0 = none yet. */
    public long tradeSequence() {
        return tradeSequence;
    }

    /** Sequence of the last command that changed anything of the quote. */
    public long quoteSequence() {
        return quoteSequence;
    }

    /** Log time of the last event about this instrument. */
    public long asOfNanos() {
        return asOfNanos;
    }

    /** The newest trades, at most this many, newest first. */
    public List<TapeTrade> tape(int limit) {
        List<TapeTrade> newest = new ArrayList<>(Math.min(limit, tape.size()));
        var descending = tape.descendingIterator();
        while (descending.hasNext() && newest.size() < limit) {
            newest.add(descending.next());
        }
        return newest;
    }

    /** The deltas after the one with this sequence, or empty when they are no longer all kept. */
    public Optional<List<BookDelta>> deltasAfter(long sequence) {
        if (sequence == bookSequence) {
            return Optional.of(List.of());
        }
        List<BookDelta> missed =
                deltas.stream().filter(d -> d.sequence() > sequence).toList();
        return missed.isEmpty() || missed.getFirst().previous() != sequence ? Optional.empty() : Optional.of(missed);
    }

    void trade(TapeTrade trade, long notionalMinor) {
        tape.addLast(trade);
        if (tape.size() > TAPE_MAX) {
            tape.removeFirst();
        }
        for (CandleInterval interval : CandleInterval.values()) {
            Candle candle =
                    candles(interval).trade(trade.timeNanos(), trade.priceTicks(), trade.quantityLots(), notionalMinor);
            if (interval == CandleInterval.DAY) {
                day = day.with(candle);
            }
        }
        tradeSequence = trade.sequence();
    }

    void instrument(Instrument next) {
        instrument = next;
        text = PriceText.of(next);
        day = day.referenced(next.referencePriceTicks());
    }

    void session(SessionState next) {
        session = next;
    }

    /** Ends a command that touched this instrument; empty when the book is as before. */
    Optional<BookDelta> endCommand(long sequence, long timeNanos) {
        quoteSequence = sequence;
        asOfNanos = timeNanos;
        List<LevelChange> changes = book.endCommand();
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        BookDelta delta = new BookDelta(sequence, bookSequence, changes);
        bookSequence = sequence;
        deltas.addLast(delta);
        if (deltas.size() > DELTAS_MAX) {
            deltas.removeFirst();
        }
        return Optional.of(delta);
    }

    InstrumentImage image() {
        return new InstrumentImage(
                instrument, bookSequence, quoteSequence, asOfNanos, day, session, book.orders(), List.copyOf(tape));
    }

    void restore(InstrumentImage image) {
        book = BookFold.restored(image.orders());
        day = image.day();
        session = image.session();
        Candle today = day.today();
        if (today != null) {
            // The figures of the day go on from this candle, whatever becomes of the table of candles.
            candles(CandleInterval.DAY).restore(List.of(today));
        }
        tape.clear();
        tape.addAll(image.tape());
        tradeSequence = tape.isEmpty() ? 0 : tape.getLast().sequence();
        bookSequence = image.bookSequence();
        quoteSequence = image.quoteSequence();
        asOfNanos = image.asOfNanos();
    }
}
