package io.pharos.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pharos.core.fixture.Dispatch;
import io.pharos.core.fixture.EventText;
import io.pharos.core.fixture.NoEvents;
import io.pharos.core.fixture.RandomSteps;
import io.pharos.core.fixture.Seeded;
import io.pharos.core.fixture.SettledMarket;
import io.pharos.core.fixture.TestMarket;
import io.pharos.core.state.InvariantViolation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same commands give the same state, replies and events: on another engine, and after a snapshot at any point. */
class ReplaySimulationTest {
    private static final int STEPS = 2_000;

    private final long seed = Seeded.seed("ReplaySimulationTest", 7_011_981);

    @Test
    void replaysToTheSameEventsRepliesAndDigests() {
        for (int i = 0; i < 4; i++) {
            TestMarket first = market(seed + i);
            TestMarket second = market(seed + i);

            List<String> firstReplies = run(first.engine(), steps(seed + i));
            List<String> secondReplies = run(second.engine(), steps(seed + i));

            assertThat(secondReplies).isEqualTo(firstReplies);
            assertThat(second.events().full()).isEqualTo(first.events().full());
            first.engine().audit();
        }
    }

    @Test
    void continuesFromASnapshotAsIfNothingHadHappened() {
        Seeded random = new Seeded(seed);
        for (int i = 0; i < 12; i++) {
            TestMarket market = market(seed + i);
            List<RandomSteps.Step> steps = steps(seed + i);
            int point = random.below(STEPS);
            run(market.engine(), steps.subList(0, point));

            EventText restoredEvents = new EventText();
            Engine restored = SnapshotFixture.load(
                    SnapshotFixture.save(market.engine()), EngineSettings.defaults(), restoredEvents);
            market.events().clear();

            assertThat(restored.digest()).isEqualTo(market.engine().digest());
            assertThat(restored.sequence()).isEqualTo(market.engine().sequence());
            assertThat(restored.nextDeadlineNanos()).isEqualTo(market.engine().nextDeadlineNanos());
            List<RandomSteps.Step> rest = steps.subList(point, STEPS);
            assertThat(run(restored, rest)).isEqualTo(run(market.engine(), rest));
            assertThat(restoredEvents.full()).isEqualTo(market.events().full());
            restored.audit();
        }
    }

    @Test
    void savesTheSameBytesAgain() {
        TestMarket market = market(seed);
        run(market.engine(), RandomSteps.ofEverything(seed, STEPS));

        List<byte[]> saved = SnapshotFixture.save(market.engine());
        List<byte[]> savedAgain =
                SnapshotFixture.save(SnapshotFixture.load(saved, EngineSettings.defaults(), new NoEvents()));

        assertThat(savedAgain)
                .usingElementComparator((a, b) -> java.util.Arrays.compare(a, b))
                .isEqualTo(saved);
    }

    @Test
    void refusesASnapshotWithAFlippedBit() {
        TestMarket market = market(seed);
        run(market.engine(), RandomSteps.ofEverything(seed, 400));
        List<byte[]> chunks = SnapshotFixture.save(market.engine());
        Seeded random = new Seeded(seed);
        for (int i = 0; i < 400; i++) {
            List<byte[]> damaged = new ArrayList<>();
            chunks.forEach(chunk -> damaged.add(chunk.clone()));
            byte[] chunk = damaged.get(random.below(damaged.size()));
            chunk[random.below(chunk.length)] ^= (byte) (1 << random.below(8));

            assertThatThrownBy(() -> SnapshotFixture.load(damaged, EngineSettings.defaults(), new NoEvents()))
                    .isInstanceOf(InvariantViolation.class);
        }
    }

    @Test
    void refusesASnapshotWithAFlippedBitInAnyByte() {
        TestMarket market = market(seed);
        market.runAll("A buys 10@99, B sells 10@101, A buys 4@101");
        List<byte[]> chunks = SnapshotFixture.save(market.engine());
        assertThat(chunks).hasSize(1);
        for (int i = 0; i < chunks.getFirst().length; i++) {
            byte[] damaged = chunks.getFirst().clone();
            damaged[i] ^= (byte) (1 << i % 8);

            assertThatThrownBy(() -> SnapshotFixture.load(List.of(damaged), EngineSettings.defaults(), new NoEvents()))
                    .describedAs("byte %d", i)
                    .isInstanceOf(InvariantViolation.class);
        }
    }

    @Test
    void refusesASnapshotWithAFlippedHighBitWhereTradesAreToSettle() {
        SettledMarket settled = new SettledMarket(terms -> {});
        settled.runAll("rules T+1, B sells 10@100, A buys 10@100");
        byte[] chunk = SnapshotFixture.save(settled.engine()).getFirst();
        for (int bit = 5; bit < chunk.length * 8; bit += bit % 8 == 5 ? 2 : 6) {
            byte[] damaged = chunk.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);

            assertThatThrownBy(() -> SnapshotFixture.load(List.of(damaged), EngineSettings.defaults(), new NoEvents()))
                    .describedAs("bit %d", bit)
                    .isInstanceOf(InvariantViolation.class);
        }
    }

    @Test
    void refusesASnapshotThatIsCutShort() {
        TestMarket market = market(seed);
        List<byte[]> chunks = SnapshotFixture.save(market.engine());
        byte[] last = chunks.removeLast();
        chunks.add(java.util.Arrays.copyOf(last, last.length - 8));

        assertThatThrownBy(() -> SnapshotFixture.load(chunks, EngineSettings.defaults(), new NoEvents()))
                .isInstanceOf(InvariantViolation.class);
    }

    @Test
    void refusesASnapshotOfOtherSettings() {
        List<byte[]> chunks = SnapshotFixture.save(market(seed).engine());
        EngineSettings other = new EngineSettings(3, 5, 9, 2, 100, 3, 2, 2, 16, Long.MAX_VALUE);

        assertThatThrownBy(() -> SnapshotFixture.load(chunks, other, new NoEvents()))
                .isInstanceOf(InvariantViolation.class);
    }

    /** Every other seed sets risk limits and kill switches. */
    private static List<RandomSteps.Step> steps(long seed) {
        return seed % 2 == 0 ? RandomSteps.of(seed, STEPS) : RandomSteps.ofEverything(seed, STEPS);
    }

    private static TestMarket market(long seed) {
        return new TestMarket(terms -> RandomSteps.chooseTerms(seed, terms));
    }

    /** Applies the steps; returns what each was answered, and the digest it left. */
    private static List<String> run(Engine engine, List<RandomSteps.Step> steps) {
        List<String> replies = new ArrayList<>();
        for (RandomSteps.Step step : steps) {
            engine.advanceTo(step.timeNanos());
            Reply reply = Dispatch.apply(engine, step.command());
            replies.add(reply.clientId + " " + reply.commandId + " " + reply.outcome + " " + reply.entityId + " "
                    + reply.filledLots + " " + reply.remainingLots + " " + reply.sequence + " " + reply.duplicate + " "
                    + engine.digest());
        }
        return replies;
    }
}
