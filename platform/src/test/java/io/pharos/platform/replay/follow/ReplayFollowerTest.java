package io.pharos.platform.replay.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pharos.platform.replay.exchange.BookUpdate;
import io.pharos.platform.replay.exchange.OrderReply;
import io.pharos.platform.replay.plan.Entry;
import io.pharos.platform.replay.plan.Planner;
import io.pharos.platform.replay.plan.PriceTimeExchange;
import io.pharos.platform.replay.plan.PriceTimeExchange.Effect;
import io.pharos.platform.replay.plan.Step;
import io.pharos.platform.replay.recording.AlignedRows;
import io.pharos.platform.replay.recording.BookSide;
import io.pharos.platform.replay.recording.RecordedMessage;
import io.pharos.platform.replay.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayFollowerTest {
    private static final String MESSAGES = """
            1,1,10,100,500,1
            2,1,11,40,600,-1
            3,2,10,30,500,1
            4,5,0,70,550,-1
            5,4,11,15,600,-1
            6,3,10,70,500,1
            """;
    private static final String ROWS = """
            9999999999,0,500,100
            600,40,500,100
            600,40,500,70
            600,40,500,70
            600,25,500,70
            600,25,480,3
            """;

    @TempDir
    Path directory;

    private final PriceTimeExchange exchange = new PriceTimeExchange();
    private final ReplayFollower follower = new ReplayFollower(1_000);
    private final List<BookUpdate> updates = new ArrayList<>();

    @BeforeEach
    void receiveTheEmptyBook() {
        follower.onBook(exchange.snapshot());
    }

    @Test
    void comparesEachRowWithTheBookOfItsMomentThoughTheStreamLags() throws Exception {
        play(effect -> {
            follower.onReply(effect.reply());
            updates.addAll(effect.updates());
        });
        Tally before = follower.tally();
        assertThat(before.messages()).isEqualTo(5);
        assertThat(before.rowsCompared()).isZero();

        updates.forEach(follower::onBook);
        follower.awaitRows(0);
        assertFollowed(follower.tally());
    }

    @Test
    void comparesEachRowWithTheBookOfItsMomentThoughTheRepliesLag() throws Exception {
        List<OrderReply> replies = new ArrayList<>();
        play(effect -> {
            replies.add(effect.reply());
            effect.updates().forEach(follower::onBook);
        });
        assertThat(follower.tally().rowsCompared()).isZero();

        replies.forEach(follower::onReply);
        follower.awaitRows(0);
        assertFollowed(follower.tally());
    }

    @Test
    void tellsWhenTheExchangeDoesNotDoWhatAPriceTimeBookDoes() throws Exception {
        play(effect -> {
            follower.onReply(effect.reply());
            effect.updates().forEach(follower::onBook);
            if (effect.reply().sequence() == 2) {
                follower.onBook(new BookUpdate(false, 2, 2, List.of(new BookUpdate.LevelTotal(BookSide.BID, 510, 1))));
            }
        });
        follower.awaitRows(0);
        assertThat(follower.tally().rowsEqual()).isEqualTo(4);
    }

    @Test
    void stopsWhenTheStreamOfTheBookHasAGap() {
        follower.onBook(new BookUpdate(false, 9, 8, List.of()));
        assertThat(follower.broken())
                .isEqualTo("the book's stream has a gap: expected an update after 0, received one" + " after 8");
        assertThatExceptionOfType(ReplayBrokenException.class)
                .isThrownBy(() -> follower.beforeSending(new Entry.Cancel(1), null));
    }

    @Test
    void stopsWhenRepliesComeOutOfOrder() throws InterruptedException {
        follower.beforeSending(new Entry.Cancel(1), null);
        follower.beforeSending(new Entry.Cancel(2), null);
        follower.onReply(new OrderReply("2", 200, "", 1, 0, ""));
        assertThat(follower.broken()).isEqualTo("the exchange answered out of order: expected 1, received 2");
    }

    @Test
    void countsRefusalsByTheirCode() throws InterruptedException {
        long id = follower.beforeSending(new Entry.Cancel(1), null);
        follower.onReply(new OrderReply(Long.toString(id), 404, "", 1, 0, "ORDER_NOT_FOUND: no such order"));
        assertThat(follower.tally().refusals()).containsEntry("ORDER_NOT_FOUND", 1);
    }

    @Test
    void waitsForRoomBeforeItLetsMoreBeSent() throws Exception {
        ReplayFollower narrow = new ReplayFollower(1);
        long first = narrow.beforeSending(new Entry.Cancel(1), null);
        Thread sender = Thread.startVirtualThread(() -> {
            try {
                narrow.beforeSending(new Entry.Cancel(2), null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(sender.join(Duration.ofMillis(50))).isFalse();
        narrow.onReply(new OrderReply(Long.toString(first), 200, "", 1, 0, ""));
        assertThat(sender.join(Duration.ofSeconds(10))).isTrue();
    }

    private static void assertFollowed(Tally tally) {
        assertThat(tally.seedEqual()).isTrue();
        assertThat(tally.rowsCompared()).isEqualTo(5);
        assertThat(tally.rowsEqual()).isEqualTo(4);
        assertThat(tally.differingRows())
                .singleElement()
                .returns(6, DifferingRow::line)
                .returns(DifferingRow.Explanation.LEVEL_CAME_INTO_VIEW, DifferingRow::explanation);
        assertThat(tally.executions()).containsExactly(new PlayedExecution(5, 11, "ord_3", 2, 15, 15, ""));
        assertThat(tally.ordersByKey()).containsEntry(2L, "ord_2");
        assertThat(tally.latencyNanos().getTotalCount()).isEqualTo(tally.commands());
    }

    private interface Delivery {
        void deliver(Effect effect);
    }

    private void play(Delivery delivery) throws IOException, InterruptedException {
        Recording recording = Recording.open(
                Files.writeString(directory.resolve("messages.csv"), MESSAGES),
                List.of(Files.writeString(directory.resolve("book.csv"), ROWS)),
                null);
        Planner planner = new Planner(recording);
        List<Effect> effects = new ArrayList<>();
        for (Entry entry : planner.seed()) {
            effects.add(exchange.apply(follower.beforeSending(entry, null), entry));
        }
        follower.expectSeed(recording.seed());
        try (AlignedRows rows = recording.rows()) {
            rows.next();
            for (RecordedMessage message :
                    recording.messages().subList(1, recording.messages().size())) {
                Step step = planner.step(message, rows.next());
                for (Entry entry : step.play()) {
                    effects.add(exchange.apply(follower.beforeSending(entry, step), entry));
                }
                follower.expectRows(step);
                for (Entry entry : step.repair()) {
                    effects.add(exchange.apply(follower.beforeSending(entry, step), entry));
                }
            }
        }
        effects.forEach(delivery::deliver);
        assertThat(follower.awaitReplies(0) || follower.broken() == null).isTrue();
    }
}
