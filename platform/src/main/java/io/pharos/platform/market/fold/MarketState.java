package io.pharos.platform.market.fold;

import io.pharos.cluster.message.CoreEvent;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.market.candle.Candle;
import io.pharos.platform.market.candle.CandleInterval;
import io.pharos.platform.market.fold.MarketImage.ChangedCandles;
import io.pharos.platform.market.fold.MarketImage.InstrumentImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * All books and figures, as of one sequence of the journal.
 *
 * <p>Invariant: under the lock the state stands between two commands, so whoever reads under it sees each command whole
 * or not at all.
 */
public final class MarketState {
    private final ReentrantLock lock = new ReentrantLock();
    private final InstrumentDirectory directory;
    private final Map<Integer, InstrumentMarket> markets = new TreeMap<>();
    private final Map<String, InstrumentMarket> bySymbol = new TreeMap<>();
    private final List<MarketListener> listeners = new CopyOnWriteArrayList<>();
    private final CommandFold fold = new CommandFold(this);
    private long sequence;
    private long timeNanos;

    public MarketState(InstrumentDirectory directory) {
        this.directory = directory;
    }

    /** Folds whole commands: the list ends where a command's events end. */
    public void onEvents(List<CoreEvent> events) {
        lock.lock();
        try {
            int from = 0;
            while (from < events.size() && events.get(from).sequence() <= sequence) {
                from++;
            }
            while (from < events.size()) {
                int to = from + 1;
                while (to < events.size() && sameCommand(events.get(from), events.get(to))) {
                    to++;
                }
                List<CoreEvent> command = events.subList(from, to);
                CoreEvent last = command.getLast();
                if (command.getFirst().sequence() != sequence + 1) {
                    throw new IllegalStateException("the market stands at " + sequence + ", the journal goes on at "
                            + command.getFirst().sequence());
                }
                fold.fold(command, listeners);
                sequence = last.sequence();
                timeNanos = last.timeNanos();
                from = to;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Reads between two commands. Keep it short: the fold waits. */
    public <T> T read(Function<MarketState, T> reader) {
        lock.lock();
        try {
            return reader.apply(this);
        } finally {
            lock.unlock();
        }
    }

    /** The sequence of the last event folded. Call under {@link #read}. */
    public long sequence() {
        return sequence;
    }

    /** Log time of the last event folded; 0 before the first. Call under {@link #read}. */
    public long timeNanos() {
        return timeNanos;
    }

    /** Call under {@link #read}. */
    public Optional<InstrumentMarket> market(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /** In the order of their numbers. Call under {@link #read}. */
    public Collection<InstrumentMarket> markets() {
        return new ArrayList<>(markets.values());
    }

    public InstrumentDirectory directory() {
        return directory;
    }

    public void listen(MarketListener listener) {
        listeners.add(listener);
    }

    /** The state between two commands, for a checkpoint. Call under {@link #read}. */
    public MarketImage image() {
        List<InstrumentImage> instruments =
                markets.values().stream().map(InstrumentMarket::image).toList();
        return new MarketImage(sequence, timeNanos, directory.assets(), instruments);
    }

    /** The candles that changed since the last call, for a checkpoint. Call under {@link #read}. */
    public List<ChangedCandles> takeChangedCandles() {
        List<ChangedCandles> changed = new ArrayList<>();
        for (InstrumentMarket market : markets.values()) {
            for (CandleInterval interval : CandleInterval.values()) {
                List<Candle> candles = market.candles(interval).takeDirty();
                if (!candles.isEmpty()) {
                    changed.add(new ChangedCandles(market.instrument().instrumentId(), interval, candles));
                }
            }
        }
        return changed;
    }

    /** Hands out candles again that could not be stored. Call under {@link #read}. */
    public void markChanged(List<ChangedCandles> unstored) {
        unstored.forEach(
                some -> market(some.instrumentId()).candles(some.interval()).markDirty(some.candles()));
    }

    /** Continues from a checkpoint. The candles are restored into each market's series by the caller. */
    public void restore(MarketImage image) {
        lock.lock();
        try {
            image.assets().forEach(directory::put);
            for (InstrumentImage instrument : image.instruments()) {
                directory.put(instrument.instrument());
                put(new InstrumentMarket(instrument.instrument())).restore(instrument);
            }
            sequence = image.sequence();
            timeNanos = image.timeNanos();
        } finally {
            lock.unlock();
        }
    }

    InstrumentMarket put(InstrumentMarket market) {
        markets.put(market.instrument().instrumentId(), market);
        bySymbol.put(market.instrument().symbol(), market);
        return market;
    }

    InstrumentMarket market(int instrumentId) {
        InstrumentMarket market = markets.get(instrumentId);
        if (market == null) {
            throw new IllegalStateException("instrument " + instrumentId + " is not registered");
        }
        return market;
    }

    private static boolean sameCommand(CoreEvent first, CoreEvent next) {
        return first.commandId() != 0 && first.commandId() == next.commandId() && first.clientId() == next.clientId();
    }
}
