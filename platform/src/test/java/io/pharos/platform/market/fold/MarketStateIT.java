package io.pharos.platform.market.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.cluster.message.CoreEvent;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.market.book.BookSide;
import io.pharos.platform.market.book.LevelChange;
import io.pharos.platform.market.book.RestingOrder;
import io.pharos.platform.market.candle.CandleInterval;
import io.pharos.platform.trading.projection.RecordedJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The market folded from the journal of a real core. */
class MarketStateIT {
    @TempDir
    private Path directory;

    @Test
    void tellsEachCommandOnceAndContinuesFromACheckpoint() throws Exception {
        long seed = Long.getLong("pharos.seed", System.nanoTime());
        System.out.println("seed " + seed + " (repeat with -Dpharos.seed=" + seed + ")");
        List<List<CoreEvent>> journal = RecordedJournal.of(directory.resolve("core"), seed, 4_000);

        MarketState whole = new MarketState(new InstrumentDirectory());
        Mirror mirror = new Mirror();
        whole.listen(mirror);
        journal.forEach(whole::onEvents);

        MarketState first = new MarketState(new InstrumentDirectory());
        List<List<CoreEvent>> half = journal.subList(0, journal.size() / 2);
        half.forEach(first::onEvents);
        MarketState second = new MarketState(new InstrumentDirectory());
        second.restore(first.read(MarketState::image));
        journal.forEach(second::onEvents); // what it has already is skipped

        InstrumentMarket market = whole.read(s -> s.market("600036").orElseThrow());
        InstrumentMarket continued = second.read(s -> s.market("600036").orElseThrow());
        for (BookSide side : BookSide.values()) {
            assertThat(continued.book().top(side, 1_000))
                    .isEqualTo(market.book().top(side, 1_000));
            TreeMap<Long, Long> levels = new TreeMap<>();
            market.book().top(side, 1_000).forEach(l -> levels.put(l.priceTicks(), l.quantityLots()));
            assertThat(side == BookSide.BID ? mirror.bids : mirror.asks).isEqualTo(levels);
        }
        assertThat(continued.day()).isEqualTo(market.day());
        assertThat(continued.tape(500)).isEqualTo(market.tape(500));
        assertThat(continued.bookSequence()).isEqualTo(market.bookSequence());
        assertThat(market.candles(CandleInterval.DAY).before(Long.MAX_VALUE, 10))
                .isNotEmpty();
        assertThat(mirror.crossings).isEmpty();
        assertThat(shownWrongly(market, journal)).isEmpty();
        assertThat(mirror.gaps).isEmpty();
    }

    /** What the book shows of each order, held against what is open of it by the events alone. */
    private static List<String> shownWrongly(InstrumentMarket market, List<List<CoreEvent>> journal) {
        Map<Long, Long> open = new HashMap<>();
        Map<Long, Long> display = new HashMap<>();
        Set<Long> waiting = new HashSet<>();
        journal.stream().flatMap(List::stream).forEach(event -> {
            switch (event) {
                case CoreEvent.OrderAccepted e -> {
                    open.put(e.orderId(), e.quantityLots());
                    display.put(e.orderId(), e.displayLots());
                    if (e.orderType().isConditional()) {
                        waiting.add(e.orderId());
                    }
                }
                case CoreEvent.OrderTriggered e -> waiting.remove(e.orderId());
                case CoreEvent.OrderReplaced e -> open.put(e.orderId(), e.quantityLots() - e.filledLots());
                case CoreEvent.OrderReduced e -> open.put(e.orderId(), e.quantityLots() - e.filledLots());
                case CoreEvent.OrderCancelled e -> open.remove(e.orderId());
                case CoreEvent.Traded e -> {
                    open.put(e.makerOrderId(), e.makerRemainingLots());
                    open.put(e.takerOrderId(), e.takerRemainingLots());
                }
                default -> {}
            }
        });
        open.values().removeIf(lots -> lots == 0);
        List<String> wrong = new ArrayList<>();
        Set<Long> known = new HashSet<>();
        for (RestingOrder order : market.book().orders()) {
            long id = order.orderId();
            known.add(id);
            long lots = open.getOrDefault(id, 0L);
            long part = display.getOrDefault(id, 0L);
            boolean right = waiting.contains(id)
                    ? !order.resting()
                    : order.resting()
                            && (part == 0
                                    ? order.remainingLots() == lots
                                    : order.remainingLots() > 0 && order.remainingLots() <= Math.min(part, lots));
            if (!right) {
                wrong.add(order + " shows of " + lots);
            }
        }
        if (!known.equals(open.keySet())) {
            wrong.add("the book knows " + known + ", open are " + open.keySet());
        }
        assertThat(waiting).isNotEmpty();
        return wrong;
    }

    /** A reader that has nothing but the deltas. */
    private static final class Mirror implements MarketListener {
        private final TreeMap<Long, Long> bids = new TreeMap<>();
        private final TreeMap<Long, Long> asks = new TreeMap<>();
        private final List<Long> gaps = new ArrayList<>();
        private final List<Long> crossings = new ArrayList<>();
        private long sequence;

        @Override
        public void onCommand(InstrumentMarket market, @Nullable BookDelta delta, List<TapeTrade> trades) {
            if (delta == null) {
                return;
            }
            if (delta.previous() != sequence) {
                gaps.add(delta.sequence());
            }
            sequence = delta.sequence();
            for (LevelChange change : delta.changes()) {
                TreeMap<Long, Long> side = change.side() == BookSide.BID ? bids : asks;
                if (change.quantityLots() == 0) {
                    side.remove(change.priceTicks());
                } else {
                    side.put(change.priceTicks(), change.quantityLots());
                }
            }
            if (!bids.isEmpty() && !asks.isEmpty() && bids.lastKey() >= asks.firstKey()) {
                crossings.add(sequence);
            }
        }
    }
}
