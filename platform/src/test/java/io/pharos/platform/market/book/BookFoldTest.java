package io.pharos.platform.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BookFoldTest {
    private final BookFold book = new BookFold();

    @Test
    void sumsOrdersIntoLevelsBestFirst() {
        book.add(bid(1, 100, 5));
        book.add(bid(2, 101, 7));
        book.add(bid(3, 100, 2));
        book.add(ask(4, 103, 1));
        book.endCommand();

        assertThat(book.top(BookSide.BID, 10)).containsExactly(new Level(101, 7, 1), new Level(100, 7, 2));
        assertThat(book.best(BookSide.ASK)).isEqualTo(new Level(103, 1, 1));
    }

    @Test
    void tellsTheNetChangeOfACommandOnly() {
        book.add(ask(1, 103, 4));
        book.endCommand();

        book.add(bid(2, 103, 4));
        book.remaining(1, 0);
        book.remaining(2, 0);

        assertThat(book.endCommand()).containsExactly(new LevelChange(BookSide.ASK, 103, 0));
        assertThat(book.best(BookSide.BID)).isNull();
    }

    @Test
    void neverShowsAnOrderThatDoesNotRest() {
        book.add(ask(1, 103, 4));
        book.endCommand();

        book.add(new RestingOrder(2, BookSide.BID, 104, 6, RestingOrder.Place.NONE));
        book.remaining(1, 0);
        book.remaining(2, 2);
        book.remove(2);

        assertThat(book.endCommand()).containsExactly(new LevelChange(BookSide.ASK, 103, 0));
        assertThat(book.orders()).isEmpty();
    }

    @Test
    void showsAStopOnceItHasBeenSetOff() {
        book.add(new RestingOrder(1, BookSide.BID, 104, 6, RestingOrder.Place.NONE));
        assertThat(book.endCommand()).isEmpty();

        book.replace(1, 105, 7);
        assertThat(book.endCommand()).isEmpty();

        book.activate(1, 105, true);
        assertThat(book.endCommand()).containsExactly(new LevelChange(BookSide.BID, 105, 7));
        assertThat(book.best(BookSide.BID)).isEqualTo(new Level(105, 7, 1));
    }

    @Test
    void neverShowsAStopThatBecameAMarketOrder() {
        book.add(new RestingOrder(1, BookSide.BID, 0, 6, RestingOrder.Place.NONE));
        book.add(ask(2, 103, 4));
        book.endCommand();

        book.activate(1, 110, false);
        book.traded(2, 4, true);
        book.remaining(1, 2);
        book.remove(1);

        assertThat(book.endCommand()).containsExactly(new LevelChange(BookSide.ASK, 103, 0));
        assertThat(book.orders()).isEmpty();
    }

    @Test
    void showsAPartOfAnIceberg() {
        book.add(ask(1, 103, 10));
        book.remaining(1, 4);
        assertThat(book.endCommand()).containsExactly(new LevelChange(BookSide.ASK, 103, 4));

        book.traded(1, 4, false);
        book.remaining(1, 4);
        book.traded(1, 1, false);
        assertThat(book.endCommand()).containsExactly(new LevelChange(BookSide.ASK, 103, 3));

        book.reduced(1, 5);
        assertThat(book.endCommand()).as("the hidden part shrank").isEmpty();
        book.reduced(1, 2);
        assertThat(book.endCommand()).containsExactly(new LevelChange(BookSide.ASK, 103, 2));

        book.traded(1, 2, true);
        assertThat(book.best(BookSide.ASK)).isNull();
        assertThat(book.orders()).isEmpty();
    }

    @Test
    void movesAReplacedOrder() {
        book.add(bid(1, 100, 5));
        book.endCommand();

        book.replace(1, 99, 8);

        assertThat(book.endCommand())
                .containsExactly(new LevelChange(BookSide.BID, 100, 0), new LevelChange(BookSide.BID, 99, 8));
    }

    @Test
    void equalsABookBuiltFromItsChangesAndOneFromItsOrders() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
        TreeMap<Long, Long> asks = new TreeMap<>();
        Map<Long, Long> open = new HashMap<>();
        for (long id = 1; id < 5_000; id++) {
            int what = random.nextInt(4);
            if (what < 2 || open.isEmpty()) {
                boolean buys = random.nextBoolean();
                long lots = 1L + random.nextInt(50);
                book.add(buys ? bid(id, 90 + random.nextInt(10), lots) : ask(id, 100 + random.nextInt(10), lots));
                open.put(id, lots);
            } else {
                List<Long> ids = new ArrayList<>(open.keySet());
                long victim = ids.get(random.nextInt(ids.size()));
                long rest = what == 2 ? random.nextLong(open.getOrDefault(victim, 1L)) : 0;
                book.remaining(victim, rest);
                if (rest == 0) {
                    open.remove(victim);
                } else {
                    open.put(victim, rest);
                }
            }
            for (LevelChange change : book.endCommand()) {
                TreeMap<Long, Long> side = change.side() == BookSide.BID ? bids : asks;
                if (change.quantityLots() == 0) {
                    assertThat(side.remove(change.priceTicks()))
                            .as("seed %d", seed)
                            .isNotNull();
                } else {
                    side.put(change.priceTicks(), change.quantityLots());
                }
            }
        }
        for (BookSide side : BookSide.values()) {
            Map<Long, Long> levels = new HashMap<>();
            book.top(side, Integer.MAX_VALUE).forEach(l -> levels.put(l.priceTicks(), l.quantityLots()));
            assertThat(side == BookSide.BID ? bids : asks).as("seed %d", seed).isEqualTo(levels);
            assertThat(BookFold.restored(book.orders()).top(side, 10)).isEqualTo(book.top(side, 10));
        }
    }

    @Test
    void checksTheTextThatIsPublished() {
        long checksum = BookChecksum.of(
                List.of(new Level(58532, 200, 1), new Level(58530, 100, 1)),
                List.of(new Level(58533, 18, 2)),
                ticks -> ticks / 100 + "." + ticks % 100,
                Long::toString);
        // python3: zlib.crc32(b"585.32:200|585.30:100|585.33:18")
        assertThat(checksum).isEqualTo(CRC);
    }

    private static final long CRC = 1389115629L;

    @Test
    void keepsAnOrderAtTheCloseForItsAuction() {
        book.add(new RestingOrder(1, BookSide.BID, 104, 6, RestingOrder.Place.PARKED));
        assertThat(book.best(BookSide.BID)).isNull();

        book.unpark();
        assertThat(book.best(BookSide.BID)).isEqualTo(new Level(104, 6, 1));

        book.park();
        assertThat(book.best(BookSide.BID)).isNull();
    }

    private static RestingOrder bid(long id, long price, long lots) {
        return new RestingOrder(id, BookSide.BID, price, lots, RestingOrder.Place.BOOK);
    }

    private static RestingOrder ask(long id, long price, long lots) {
        return new RestingOrder(id, BookSide.ASK, price, lots, RestingOrder.Place.BOOK);
    }
}
