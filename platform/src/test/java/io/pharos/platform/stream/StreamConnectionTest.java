package io.pharos.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens to a reader who takes messages more slowly than they come. */
class StreamConnectionTest {
    private static final String FILLER = "x".repeat(10_000);

    private final SlowReader reader = new SlowReader();

    /** A channel whose state is a number. */
    private static final class Counter implements Channel.Ordered {
        private final boolean whole;
        private long sequence = 1;
        private @Nullable Sink sink;

        Counter(boolean whole) {
            this.whole = whole;
        }

        @Override
        public boolean isWholeInSnapshot() {
            return whole;
        }

        @Override
        public synchronized Runnable attach(long after, Sink to) {
            sink = to;
            to.snapshot(sequence, data());
            return () -> leave(to);
        }

        synchronized void count(int times) {
            for (int time = 0; time < times; time++) {
                long previous = sequence++;
                if (sink != null) {
                    sink.delta(sequence, previous, data());
                }
            }
        }

        private synchronized void leave(Sink from) {
            if (from.equals(sink)) {
                sink = null;
            }
        }

        private String data() {
            return "[" + sequence + ",\"" + FILLER + "\"]";
        }
    }

    @Test
    void aBookSkipsChangesForASlowReaderAndGoesOnWithANewSnapshot() throws InterruptedException {
        Counter book = new Counter(true);
        open(book);
        assertThat(reader.take().path("type").asString()).isEqualTo("snapshot");
        int changes = 5_000; // fifty million characters, three times what closes a connection
        book.count(changes);
        reader.hurry();
        long sequence = 1;
        int deltas = 0;
        JsonNode message = reader.take();
        while (!message.path("type").asString().equals("snapshot")) {
            assertThat(message.path("previous").asLong()).isEqualTo(sequence);
            sequence = message.path("sequence").asLong();
            deltas++;
            message = reader.take();
        }
        assertThat(deltas).isLessThan(changes / 10);
        assertThat(message.path("sequence").asLong()).isEqualTo(1 + changes);
        book.count(1);
        message = reader.take();
        assertThat(message.path("type").asString()).isEqualTo("delta");
        assertThat(message.path("previous").asLong()).isEqualTo(1 + changes);
        assertThat(reader.isOpen()).isTrue();
    }

    @Test
    void aReaderTooSlowForAChannelWithoutGapsIsDroppedWith4008() throws InterruptedException {
        Counter tape = new Counter(false);
        open(tape);
        reader.take();
        tape.count(2_000);
        reader.hurry();
        assertThat(reader.closeCode()).isEqualTo(4008);
    }

    @Test
    void aConflatedChannelGivesASlowReaderTheNewestStateOnly() throws InterruptedException {
        AtomicLong state = new AtomicLong(1);
        open((Channel.Conflated) after -> {
            long now = state.get();
            return now > after ? new Channel.State(now, "[" + now + "]") : null;
        });
        assertThat(reader.take().path("data").path(0).asLong()).isEqualTo(1);
        state.set(2);
        // The writer holds at most one message that the reader has not taken; all between it and the newest is skipped.
        Thread.sleep(3 * Limits.CONFLATION.toMillis());
        for (long next = 3; next <= 1_000; next++) {
            state.set(next);
        }
        long taken = reader.take().path("data").path(0).asLong();
        assertThat(taken).isIn(2L, 1_000L);
        if (taken == 2) {
            assertThat(reader.take().path("data").path(0).asLong()).isEqualTo(1_000);
        }
    }

    @Test
    void theEndOfTheSessionClosesWith4401() {
        StreamConnection connection = open(new Counter(false));
        reader.hurry();
        connection.sessionEnded();
        assertThat(reader.closeCode()).isEqualTo(4401);
    }

    private StreamConnection open(Channel channel) {
        StreamConnection connection = new StreamConnection(
                reader,
                null,
                List.of((name, caller) -> Optional.of(channel)),
                JsonMapper.shared(),
                problem -> "{}",
                (role, peer) -> {
                    throw new AssertionError("nothing is forwarded here");
                });
        connection.open();
        connection.request("{\"op\":\"subscribe\",\"channel\":\"counter\"}");
        return connection;
    }
}
