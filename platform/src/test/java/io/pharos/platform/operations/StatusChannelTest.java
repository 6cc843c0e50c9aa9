package io.pharos.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.health.HealthCheck.State;
import io.pharos.platform.health.StatusBoard.Part;
import io.pharos.platform.health.StatusBoard.Status;
import io.pharos.platform.stream.Channel.Sink;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StatusChannelTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final StatusChannel channel =
            new StatusChannel(() -> status(State.UP, 0), JsonMapper.shared(), Clock.fixed(NOON, ZoneOffset.UTC));
    private final Told told = new Told();

    /** Writes down what it is told. */
    private static final class Told implements Sink {
        private final List<String> lines = new ArrayList<>();
        private long sequence;

        @Override
        public void resyncRequired() {
            lines.add("resync");
        }

        @Override
        public void snapshot(long at, String data) {
            lines.add("snapshot " + states(data));
            sequence = at;
        }

        @Override
        public void delta(long at, long previous, String data) {
            assertThat(previous).isEqualTo(sequence);
            lines.add("delta " + states(data));
            sequence = at;
        }

        private static String states(String data) {
            return JsonMapper.shared().readTree(data).at("/parts/0/state").asString();
        }
    }

    @Test
    void tellsChangesAndNothingElse() {
        channel.attach(0, told);
        channel.publish(status(State.UP, 1));
        channel.publish(status(State.DOWN, 2));
        channel.publish(status(State.DOWN, 3));
        channel.publish(status(State.UP, 4));
        assertThat(told.lines).containsExactly("snapshot UP", "delta DOWN", "delta UP");
        assertThat(told.sequence).isGreaterThan(NOON.toEpochMilli());
    }

    @Test
    void whoResumesIsToldWhatWasMissed() {
        Runnable leave = channel.attach(0, told);
        leave.run();
        channel.publish(status(State.DOWN, 1));
        channel.publish(status(State.UP, 2));
        channel.attach(told.sequence, told);
        assertThat(told.lines).containsExactly("snapshot UP", "delta DOWN", "delta UP");
    }

    @Test
    void whoWasAwayForTooLongGetsTheWhole() {
        Runnable leave = channel.attach(0, told);
        leave.run();
        for (int change = 1; change <= StatusChannel.KEPT + 1; change++) {
            channel.publish(status(change % 2 == 0 ? State.UP : State.DOWN, change));
        }
        channel.attach(told.sequence, told);
        assertThat(told.lines).containsExactly("snapshot UP", "snapshot DOWN");
    }

    /** The detail and the time of asking change each second; the state does not. */
    private static Status status(State state, int second) {
        Instant since = state == State.UP ? NOON : NOON.plusSeconds(1);
        Part part = new Part("market", "market", state, since, "at sequence " + second);
        return new Status(state, List.of(part), NOON.plusSeconds(second));
    }
}
