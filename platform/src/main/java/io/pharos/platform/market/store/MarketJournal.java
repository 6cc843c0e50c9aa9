package io.pharos.platform.market.store;

import io.pharos.cluster.journal.JournalReader;
import io.pharos.cluster.journal.JournalSource;
import io.pharos.platform.market.candle.CandleInterval;
import io.pharos.platform.market.candle.CandleSeries;
import io.pharos.platform.market.fold.InstrumentMarket;
import io.pharos.platform.market.fold.MarketImage;
import io.pharos.platform.market.fold.MarketState;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the state going: from the last checkpoint through the journal, with a new checkpoint now and then and at the end.
 * A crash loses the time since the last checkpoint, which the next start reads from the journal again.
 */
public final class MarketJournal implements AutoCloseable {
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(15);
    private static final int CANDLES_RESTORED = 1_500;
    private static final Logger LOG = LoggerFactory.getLogger(MarketJournal.class);

    private record Checkpoint(MarketImage image, List<MarketImage.ChangedCandles> candles) {}

    private final MarketState state;
    private final MarketStore store;
    private final JournalSource source;
    private final Thread checkpoints;
    private @Nullable JournalReader reader;
    private long savedSequence;

    public MarketJournal(MarketState state, MarketStore store, JournalSource source) {
        this.state = state;
        this.store = store;
        this.source = source;
        this.checkpoints = Thread.ofVirtual().name("market-checkpoints").unstarted(this::run);
    }

    /** Restores the last checkpoint and starts reading. */
    public synchronized void start() {
        try {
            var image = store.load();
            if (image.isPresent()) {
                restore(image.get());
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the market's checkpoint cannot be read", e);
        }
        reader = JournalReader.open(
                "market-journal", source, savedSequence, (events, position) -> state.onEvents(events));
        checkpoints.start();
    }

    /** What keeps the market from going on; empty when nothing does. */
    public synchronized String trouble() {
        JournalReader reading = reader;
        if (reading == null) {
            return "not started";
        }
        var status = reading.status();
        String error = status.error();
        return error != null ? error : status.memberId() < 0 ? "no member's journal can be read" : "";
    }

    @Override
    public void close() {
        checkpoints.interrupt();
        synchronized (this) {
            JournalReader reading = reader;
            if (reading != null) {
                reading.close();
                save();
            }
            reader = null;
        }
    }

    private void restore(MarketImage image) throws SQLException {
        state.restore(image);
        for (InstrumentMarket market : state.read(MarketState::markets)) {
            for (CandleInterval interval : CandleInterval.values()) {
                CandleSeries series = market.candles(interval);
                series.restore(
                        store.candles(market.instrument().instrumentId(), interval, Long.MAX_VALUE, CANDLES_RESTORED));
            }
        }
        savedSequence = image.sequence();
    }

    private void run() {
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(CHECKPOINT_INTERVAL.toNanos());
                save();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void save() {
        if (state.read(MarketState::sequence) == savedSequence) {
            return;
        }
        Checkpoint checkpoint = state.read(s -> new Checkpoint(s.image(), s.takeChangedCandles()));
        try {
            store.save(checkpoint.image(), checkpoint.candles());
            savedSequence = checkpoint.image().sequence();
        } catch (SQLException | IOException e) {
            // Nothing is lost: the next start reads more of the journal.
            state.read(s -> {
                s.markChanged(checkpoint.candles());
                return s.sequence();
            });
            LOG.warn(
                    "The market's checkpoint at sequence {} was not written",
                    checkpoint.image().sequence(),
                    e);
        }
    }
}
