package io.pharos.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pharos.cluster.client.ClientSettings;
import io.pharos.cluster.client.CoreClient;
import io.pharos.cluster.client.OverloadedException;
import io.pharos.cluster.journal.JournalPosition;
import io.pharos.cluster.journal.JournalReader;
import io.pharos.cluster.member.CoreMember;
import io.pharos.cluster.member.MemberRole;
import io.pharos.cluster.member.MemberSettings;
import io.pharos.cluster.member.StartRefusedException;
import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.testing.Await;
import io.pharos.cluster.testing.LogDamage;
import io.pharos.cluster.testing.Market;
import io.pharos.cluster.testing.MemberProcess;
import io.pharos.cluster.testing.OrderFlow;
import io.pharos.cluster.testing.Places;
import io.pharos.cluster.transport.AeronTransport;
import io.pharos.cluster.transport.ClusterSecret;
import io.pharos.cluster.transport.MemberAddress;
import io.pharos.protocol.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One member, and what can happen to it. */
class MemberFaultIT {

    private static final int ROUNDS = 30;

    private final List<MemberAddress> members = Places.members(1);

    @TempDir
    private Path parent;

    @Test
    void bringsBackEveryAcknowledgedOrderAfterKill() throws Exception {
        try (var transport = AeronTransport.launch();
                var client = CoreClient.connect(settings(), transport)) {
            var acknowledged = new ArrayList<CommandReply>();
            var process = MemberProcess.start(0, members, parent, "--bootstrap");
            try {
                Market.open(client);
                for (int round = 0; round < 2; round++) {
                    try (var flow = new OrderFlow(client, 100)) {
                        long enough = 1_000;
                        Await.until("orders are sent", () -> flow.sent() >= enough);
                        process.kill();
                        process = MemberProcess.start(0, members, parent);
                        Await.until("more orders are sent", () -> flow.sent() >= 2 * enough);
                        acknowledged.addAll(flow.finish());
                    }
                }
                long last =
                        Market.accepted(client, new CoreCommand.TakeDigest()).sequence();
                var orders = orders(transport, last);
                assertThat(acknowledged).allMatch(CommandReply::isAccepted);
                assertThat(orders).doesNotHaveDuplicates();
                assertThat(orders)
                        .containsAll(acknowledged.stream()
                                .map(CommandReply::entityId)
                                .toList());
            } finally {
                process.close();
            }
        }
    }

    private List<Long> orders(AeronTransport transport, long last) throws Exception {
        var orders = new ArrayList<Long>();
        var source = io.pharos.cluster.journal.JournalSource.remote(transport, members, Places.SECRET);
        try (var reader = JournalReader.open(
                "orders",
                source,
                0,
                (batch, position) -> batch.stream()
                        .filter(CoreEvent.OrderAccepted.class::isInstance)
                        .forEach(event -> orders.add(((CoreEvent.OrderAccepted) event).orderId())))) {
            Await.until(
                    "the journal tells all", () -> reader.status().position().sequence() >= last);
        }
        return orders;
    }

    @Test
    void startsFromASnapshotWithTheSameDigestAndJournal() throws Exception {
        long sequence;
        long digest;
        try (var member = launch(true);
                var client = CoreClient.connect(settings(), member.transport())) {
            Market.open(client);
            place(client, 0, 300);
            Await.until("a snapshot is asked for", member::takeSnapshot);
            Await.until("a snapshot is taken", () -> member.status().lastSnapshotAt() > 0);
            place(client, 300, 100);
            var reply = Market.accepted(client, new CoreCommand.TakeDigest());
            digest = reply.entityId();
            sequence = reply.sequence();
        }
        try (var member = launch(false);
                var client = CoreClient.connect(settings(), member.transport())) {
            assertThat(member.status().lastSnapshotAt()).isPositive();
            Await.until("the log is replayed", () -> member.status().lastSequence() >= sequence);
            var events = new ArrayList<CoreEvent>();
            place(client, 400, 10);
            long last = Market.accepted(client, new CoreCommand.TakeDigest()).sequence();
            try (var reader =
                    JournalReader.open("all", member.journalSource(), 0, (batch, position) -> events.addAll(batch))) {
                Await.until(
                        "the journal tells all",
                        () -> reader.status().position().sequence() >= last);
            }
            for (int index = 0; index < events.size(); index++) {
                assertThat(events.get(index).sequence()).isEqualTo(index + 1);
            }
            assertThat(events.get((int) sequence - 1))
                    .isInstanceOfSatisfying(
                            CoreEvent.DigestTaken.class,
                            taken -> assertThat(taken.digest()).isEqualTo(digest));
            assertThat(member.status().errors()).isEmpty();
        }
    }

    @Test
    void refusesToServeADamagedLogWhenItIsTheOnlyOne() throws Exception {
        try (var member = launch(true);
                var client = CoreClient.connect(settings(), member.transport())) {
            Market.open(client);
            place(client, 0, 300);
        }
        LogDamage.flipAByteOfTheLog(directory());

        assertThatThrownBy(() -> launch(false))
                .isInstanceOfSatisfying(
                        StartRefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(StartRefusedException.Reason.CORRUPTED))
                .hasMessageContaining("damaged");
        var process = MemberProcess.start(0, members, parent);
        assertThat(process.awaitExit()).isEqualTo(StartRefusedException.Reason.CORRUPTED.exitStatus());
        assertThat(process.output()).contains("is the only one").contains("restore");
    }

    @Test
    void givesEveryEventOnceToAConsumerThatIsKilledAnywhere() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var table = new ArrayList<Long>();
        try (var member = launch(true);
                var client = CoreClient.connect(settings(), member.transport())) {
            Market.open(client);
            long last = 0;
            int rounds = 0;
            var stored = new JournalPosition[] {JournalPosition.START};
            while (rounds < ROUNDS || stored[0].sequence() < last) {
                var killed = new CompletableFuture<Boolean>();
                int dieAt = random.nextInt(4);
                boolean afterStoring = random.nextBoolean();
                var batches = new int[1];
                var from = random.nextBoolean() ? stored[0] : JournalPosition.after(stored[0].sequence());
                try (var reader = JournalReader.open("projection", member.journalSource(), from, (batch, position) -> {
                    if (killed.isDone()) {
                        throw new IllegalStateException("dead");
                    }
                    boolean dies = batches[0]++ == dieAt;
                    if (!dies || afterStoring) {
                        // One transaction: rows and position together.
                        batch.forEach(event -> table.add(event.sequence()));
                        stored[0] = position;
                    }
                    if (dies) {
                        killed.complete(true);
                        throw new IllegalStateException("killed");
                    }
                })) {
                    place(client, rounds * 20, 20);
                    long target = Market.accepted(client, new CoreCommand.TakeDigest())
                            .sequence();
                    last = target;
                    rounds++;
                    Await.until(
                            "it is killed, or done",
                            () -> killed.isDone() || reader.status().position().sequence() >= target);
                }
            }
        }
        assertThat(table).as("seed %d", seed).doesNotHaveDuplicates().isSorted();
        assertThat(table).as("seed %d", seed).hasSize(table.getLast().intValue());
    }

    @Test
    void reportsUnknownOnlyWhileNobodyCanBeAskedAndResolvesItThen() throws Exception {
        try (var transport = AeronTransport.launch();
                var client = CoreClient.connect(
                        settings().withDeadlines(Duration.ofMillis(300), Duration.ofMillis(300)), transport)) {
            long commandId = client.nextCommandId();

            var reply = Await.reply(client.submit(commandId, Market.order(1)));
            assertThat(reply.outcome()).isEqualTo(Outcome.UNKNOWN);
            var resolution = client.whenResolved(commandId);
            assertThat(resolution.toCompletableFuture()).isNotDone();

            try (var member = launch(true)) {
                var resolved = Await.reply(resolution);
                assertThat(resolved.outcome()).isEqualTo(Outcome.CANCELLED_BEFORE_ARRIVAL);
                assertThat(resolved.commandId()).isEqualTo(commandId);
                assertThat(Await.reply(client.ask(7, commandId, false)).outcome())
                        .isEqualTo(Outcome.CANCELLED_BEFORE_ARRIVAL);
                assertThat(Await.reply(client.submit(commandId, Market.order(1)))
                                .outcome())
                        .isEqualTo(Outcome.CANCELLED_BEFORE_ARRIVAL);
                assertThat(client.pending()).isZero();
                assertThat(member.status().role()).isEqualTo(MemberRole.LEADER);
            }
        }
    }

    @Test
    void refusesWhatIsTooMuchAndKeepsTheRest() throws Exception {
        try (var transport = AeronTransport.launch();
                var client = CoreClient.connect(settings().withPendingMax(10), transport)) {
            var waiting = new ArrayList<CompletableFuture<CommandReply>>();
            for (int number = 0; number < 10; number++) {
                waiting.add(client.submit(new CoreCommand.TakeDigest()).toCompletableFuture());
            }
            var refused = client.submit(new CoreCommand.TakeDigest()).toCompletableFuture();
            assertThat(refused).isCompletedExceptionally();
            assertThatThrownBy(refused::join).hasCauseInstanceOf(OverloadedException.class);
            try (var member = launch(true)) {
                var sequences = new HashSet<Long>();
                for (var reply : waiting) {
                    sequences.add(Await.reply(reply).sequence());
                }
                assertThat(sequences).hasSize(10);
                assertThat(member.status().lastSequence()).isEqualTo(10);
            }
        }
    }

    @Test
    void admitsNobodyWhoDoesNotKnowTheSecret() throws Exception {
        var wrong = ClusterSecret.of("a secret of some other cluster");
        try (var member = launch(true);
                var stranger = CoreClient.connect(
                        ClientSettings.of(8, members, wrong)
                                .withDeadlines(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                        member.transport());
                var client = CoreClient.connect(settings(), member.transport())) {
            assertThat(Await.reply(stranger.submit(new CoreCommand.TakeDigest()))
                            .outcome())
                    .isEqualTo(Outcome.UNKNOWN);
            assertThat(Market.accepted(client, new CoreCommand.TakeDigest()).outcome())
                    .isEqualTo(Outcome.ACCEPTED);
            assertThat(member.status().lastSequence()).isEqualTo(1);
        }
    }

    private static void place(CoreClient client, int first, int count) throws Exception {
        var replies = new ArrayList<CompletableFuture<CommandReply>>();
        for (int number = first; number < first + count; number++) {
            replies.add(client.submit(Market.order(number)).toCompletableFuture());
        }
        for (var reply : replies) {
            assertThat(Await.reply(reply).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    private Path directory() {
        return MemberProcess.directory(0, parent);
    }

    private ClientSettings settings() {
        return ClientSettings.of(7, members, Places.SECRET)
                .withDeadlines(Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    private CoreMember launch(boolean bootstrap) throws InterruptedException {
        var member = CoreMember.launch(MemberSettings.of(0, members, directory(), bootstrap, Places.SECRET)
                .withGuardWait(Duration.ofMillis(100)));
        assertThat(member.awaitServing(Await.LIMIT)).as("%s", member.status()).isTrue();
        return member;
    }
}
