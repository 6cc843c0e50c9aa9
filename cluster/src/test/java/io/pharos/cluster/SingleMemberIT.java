package io.pharos.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pharos.cluster.client.ClientSettings;
import io.pharos.cluster.client.CoreClient;
import io.pharos.cluster.journal.JournalReader;
import io.pharos.cluster.member.CoreMember;
import io.pharos.cluster.member.MemberSettings;
import io.pharos.cluster.member.StartRefusedException;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.testing.Await;
import io.pharos.cluster.testing.LogDamage;
import io.pharos.cluster.testing.Market;
import io.pharos.cluster.testing.Places;
import io.pharos.cluster.transport.MemberAddress;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.RiskScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleMemberIT {

    private final List<MemberAddress> members = Places.members(1);

    @TempDir
    private Path directory;

    @Test
    void acceptsCommandsAndTellsTheirEvents() throws Exception {
        var events = new CopyOnWriteArrayList<CoreEvent>();
        try (var member = launch(true);
                var client = connect(member)) {
            try (var reader =
                    JournalReader.open("test", member.journalSource(), 0, (batch, position) -> events.addAll(batch))) {
                Market.open(client);
                for (int number = 0; number < 20; number++) {
                    assertThat(Market.accepted(client, Market.order(number)).outcome())
                            .isEqualTo(Outcome.ACCEPTED);
                }
                long last =
                        Market.accepted(client, new CoreCommand.TakeDigest()).sequence();
                Await.until(
                        "the journal tells all",
                        () -> reader.status().position().sequence() == last);
            }
            assertThat(events).extracting(CoreEvent::sequence).isSorted().doesNotHaveDuplicates();
            assertThat(events).hasSize((int) events.getLast().sequence());
            assertThat(events).hasAtLeastOneElementOfType(CoreEvent.Traded.class);
            assertThat(member.status().errors()).isEmpty();
        }
    }

    /** A firm's kill switch cancels some orders at a step; without further commands the log's timer brings the steps. */
    @Test
    void goesOnCancellingWithoutACommand() throws Exception {
        int orders = 4_500;
        var cancelled = new AtomicInteger();
        try (var member = launch(true);
                var client = connect(member);
                var reader = JournalReader.open(
                        "test",
                        member.journalSource(),
                        0,
                        (batch, position) -> batch.stream()
                                .filter(event -> event instanceof CoreEvent.OrderCancelled order
                                        && order.reason() == CancelReason.KILL_SWITCH)
                                .forEach(order -> cancelled.incrementAndGet()))) {
            Market.open(client);
            for (int number = 0; number < orders; number++) {
                var last = client.submit(Market.bid(number));
                if (number % 500 == 499) {
                    assertThat(Await.reply(last).outcome()).isEqualTo(Outcome.ACCEPTED);
                }
            }

            var engaged = Market.accepted(client, new CoreCommand.SetKillSwitch(RiskScope.FIRM, 0, true, 0, 0));

            assertThat(engaged.entityId()).isEqualTo(orders);
            Await.until("every order is cancelled", () -> cancelled.get() == orders);
            assertThat(Market.accepted(client, Market.bid(orders)).outcome()).isEqualTo(Outcome.FIRM_BLOCKED);
            assertThat(Market.accepted(client, new CoreCommand.SetKillSwitch(RiskScope.FIRM, 0, false, 0, 0))
                            .outcome())
                    .isEqualTo(Outcome.ACCEPTED);
            assertThat(Market.accepted(client, Market.bid(orders)).outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(reader.status().error()).isNull();
            assertThat(member.status().errors()).isEmpty();
        }
    }

    @Test
    void comesBackWithAllStateAndTheSameJournal() throws Exception {
        long digest;
        long sequence;
        try (var member = launch(true);
                var client = connect(member)) {
            Market.open(client);
            Market.accepted(client, Market.order(1));
            var reply = Market.accepted(client, new CoreCommand.TakeDigest());
            digest = reply.entityId();
            sequence = reply.sequence();
        }
        try (var member = launch(false);
                var client = connect(member)) {
            var again = Market.accepted(client, Market.order(2));
            assertThat(again.outcome()).isEqualTo(Outcome.ACCEPTED);
            var events = new CopyOnWriteArrayList<CoreEvent>();
            try (var reader =
                    JournalReader.open("test", member.journalSource(), 0, (batch, position) -> events.addAll(batch))) {
                Await.until(
                        "the journal tells all",
                        () -> reader.status().position().sequence() >= again.sequence());
            }
            assertThat(events).extracting(CoreEvent::sequence).isSorted().doesNotHaveDuplicates();
            assertThat(events)
                    .filteredOn(event -> event.sequence() == sequence)
                    .allSatisfy(event ->
                            assertThat(((CoreEvent.DigestTaken) event).digest()).isEqualTo(digest));
            assertThat(member.status().errors()).isEmpty();
        }
    }

    @Test
    void startsAfterAPowerCutHasTornTheLastBlock() throws Exception {
        var crashed = directory.resolve("crashed");
        long digest = leaveBehind(crashed);
        LogDamage.tearTheLastBlock(crashed);
        try (var member = launch(crashed, false);
                var client = connect(member)) {
            assertThat(member.repairs())
                    .singleElement()
                    .asString()
                    .contains("torn by a crash and never acknowledged")
                    .doesNotContain("\n");
            var reply = Market.accepted(client, new CoreCommand.TakeDigest());
            assertThat(reply.entityId()).isNotZero();
            assertThat(digestsTold(member, reply.sequence())).contains(digest);
        }
        try (var member = launch(crashed, false)) {
            assertThat(member.repairs()).isEmpty();
        }
    }

    @Test
    void refusesAFlippedByteAfterAPowerCutToo() throws Exception {
        var crashed = directory.resolve("crashed");
        leaveBehind(crashed);
        LogDamage.flipAByteOfTheLog(crashed);
        assertThatThrownBy(() -> launch(crashed, false))
                .isInstanceOfSatisfying(
                        StartRefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(StartRefusedException.Reason.CORRUPTED))
                .hasMessageContaining(".rec");
    }

    /** What a power cut leaves of a member that was running: a copy of its directory. Returns the last digest. */
    private long leaveBehind(Path crashed) throws Exception {
        var running = directory.resolve("running");
        try (var member = launch(running, true);
                var client = connect(member)) {
            Market.open(client);
            Market.accepted(client, Market.order(1));
            long digest = Market.accepted(client, new CoreCommand.TakeDigest()).entityId();
            Await.until("the journal is on disk", () -> member.status().journalLag() == 0);
            try (var files = Files.walk(running)) {
                for (var file : files.toList()) {
                    Files.copy(file, crashed.resolve(running.relativize(file)));
                }
            }
            return digest;
        }
    }

    private static List<Long> digestsTold(CoreMember member, long last) throws Exception {
        var events = new CopyOnWriteArrayList<CoreEvent>();
        try (var reader =
                JournalReader.open("test", member.journalSource(), 0, (batch, position) -> events.addAll(batch))) {
            Await.until(
                    "the journal tells all", () -> reader.status().position().sequence() >= last);
        }
        return events.stream()
                .filter(CoreEvent.DigestTaken.class::isInstance)
                .map(event -> ((CoreEvent.DigestTaken) event).digest())
                .toList();
    }

    @Test
    void refusesToStartEmptyUnlessToldToBootstrap() {
        assertThatThrownBy(() -> launch(false))
                .isInstanceOfSatisfying(
                        StartRefusedException.class,
                        refusal -> assertThat(refusal.reason())
                                .isEqualTo(StartRefusedException.Reason.EMPTY_WITHOUT_QUORUM));
    }

    @Test
    void refusesADirectoryThatIsInUse() throws Exception {
        try (var member = launch(true)) {
            assertThatThrownBy(() -> launch(false))
                    .isInstanceOfSatisfying(
                            StartRefusedException.class,
                            refusal -> assertThat(refusal.reason())
                                    .isEqualTo(StartRefusedException.Reason.DIRECTORY_IN_USE));
            assertThat(member.status().failure()).isNull();
        }
    }

    private CoreMember launch(boolean bootstrap) throws InterruptedException {
        return launch(directory, bootstrap);
    }

    private CoreMember launch(Path directory, boolean bootstrap) throws InterruptedException {

        var member = CoreMember.launch(MemberSettings.of(0, members, directory, bootstrap, Places.SECRET)
                .withGuardWait(java.time.Duration.ofSeconds(1)));
        assertThat(member.awaitServing(Await.LIMIT)).as("%s", member.status()).isTrue();

        return member;
    }

    private CoreClient connect(CoreMember member) {
        return CoreClient.connect(ClientSettings.of(7, members, Places.SECRET), member.transport());
    }
}
