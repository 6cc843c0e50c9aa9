package io.pharos.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.cluster.client.ClientSettings;
import io.pharos.cluster.client.CoreClient;
import io.pharos.cluster.journal.JournalReader;
import io.pharos.cluster.journal.JournalSource;
import io.pharos.cluster.member.StartRefusedException;
import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.testing.Await;
import io.pharos.cluster.testing.LogDamage;
import io.pharos.cluster.testing.Market;
import io.pharos.cluster.testing.OrderFlow;
import io.pharos.cluster.testing.Places;
import io.pharos.cluster.testing.ProcessCluster;
import io.pharos.cluster.transport.AeronTransport;
import io.pharos.protocol.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.IoUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Three members in three JVMs. The tests share them and run in order; the last one takes the cluster apart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {

    private static final int IN_FLIGHT = 200;

    private Path parent;

    private ProcessCluster cluster;
    private AeronTransport transport;
    private CoreClient client;
    private JournalReader follower;
    private final List<CoreEvent> followed = new CopyOnWriteArrayList<>();

    @BeforeAll
    void bootstrap(@TempDir Path directory) throws Exception {
        parent = directory;
        cluster = ProcessCluster.bootstrap(parent);
        transport = AeronTransport.launch();
        client = CoreClient.connect(
                ClientSettings.of(7, cluster.addresses(), Places.SECRET)
                        .withDeadlines(Duration.ofSeconds(30), Duration.ofSeconds(30)),
                transport);
        follower = JournalReader.open(
                "follower",
                JournalSource.remote(transport, cluster.addresses(), Places.SECRET),
                0,
                (batch, position) -> followed.addAll(batch));
        Market.open(client);
    }

    @AfterAll
    void close() throws Exception {
        follower.close();
        client.close();
        transport.close();
        cluster.close();
    }

    @Test
    @Order(1)
    void losesAndRepeatsNothingWhenTheLeaderIsKilledUnderLoad() throws Exception {
        int leader = cluster.leader();
        List<CommandReply> replies;
        try (var flow = new OrderFlow(client, IN_FLIGHT)) {
            awaitSent(flow, 2_000);
            cluster.process(leader).kill();
            awaitSent(flow, flow.sent() + 2_000);
            replies = flow.finish();
        }
        cluster.start(leader);
        cluster.awaitServing(3);
        assertThat(cluster.leader()).isNotEqualTo(leader);
        requireEachOrderOnce(replies);
        requireEqualMembers();
    }

    @Test
    @Order(2)
    void losesAndRepeatsNothingWhenTheLeaderStandsStillForAWhile() throws Exception {
        for (long pauseMillis : new long[] {500, 1_000, 3_000}) {
            int leader = cluster.leader();
            List<CommandReply> replies;
            try (var flow = new OrderFlow(client, IN_FLIGHT)) {
                awaitSent(flow, 500);
                cluster.process(leader).signal("STOP");
                Thread.sleep(pauseMillis);
                cluster.process(leader).signal("CONT");
                awaitSent(flow, flow.sent() + 1_000);
                replies = flow.finish();
            }
            cluster.awaitServing(3);
            requireEachOrderOnce(replies);
        }
        requireEqualMembers();
    }

    @Test
    @Order(3)
    void detectsAFlippedByteInAFollowersLogAndRebuildsIt() throws Exception {
        int damaged = (cluster.leader() + 1) % 3;
        cluster.process(damaged).kill();
        LogDamage.flipAByteOfTheLog(cluster.directory(damaged));

        cluster.start(damaged);
        cluster.awaitServing(3);

        assertThat(cluster.process(damaged).output()).contains("damaged").contains("rebuilt from its peers");
        try (var listing = Files.list(parent)) {
            assertThat(listing.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("member-" + damaged + ".quarantine-"));
        }
        requireEqualMembers();
    }

    @Test
    @Order(4)
    void givesAConsumerEveryEventOnceThroughAllOfThat() throws Exception {
        long last = Market.accepted(client, new CoreCommand.TakeDigest()).sequence();
        Await.until("the follower is there", () -> follower.status().position().sequence() >= last);
        assertThat(followed).hasSize((int) followed.getLast().sequence());
        for (int index = 0; index < followed.size(); index++) {
            assertThat(followed.get(index).sequence()).isEqualTo(index + 1);
        }
    }

    @Test
    @Order(5)
    void refusesAWipedPairWhileTheThirdIsIntact() throws Exception {
        int intact = cluster.leader();
        for (int memberId = 0; memberId < 3; memberId++) {
            if (memberId != intact) {
                cluster.process(memberId).kill();
                IoUtil.delete(cluster.directory(memberId).toFile(), false);
            }
        }
        for (int memberId = 0; memberId < 3; memberId++) {
            if (memberId != intact) {
                // Even a bootstrap option that was left in a service's file must not make two empty members a cluster.
                cluster.start(memberId, memberId == (intact + 1) % 3 ? "--bootstrap" : "--idle=park");
            }
        }
        for (int memberId = 0; memberId < 3; memberId++) {
            if (memberId != intact) {
                assertThat(cluster.process(memberId).awaitExit())
                        .isEqualTo(StartRefusedException.Reason.EMPTY_WITHOUT_QUORUM.exitStatus());
                assertThat(cluster.process(memberId).output()).contains("refuses to start: the directory is empty");
            }
        }
        assertThat(cluster.process(intact).isAlive()).isTrue();
    }

    private void awaitSent(OrderFlow flow, long count) throws Exception {
        Await.until(count + " orders are sent", () -> flow.sent() >= count);
    }

    private void requireEachOrderOnce(List<CommandReply> replies) throws Exception {
        assertThat(replies).allSatisfy(reply -> assertThat(reply.outcome()).isEqualTo(Outcome.ACCEPTED));
        assertThat(replies).extracting(CommandReply::entityId).doesNotHaveDuplicates();
        assertThat(replies).extracting(CommandReply::sequence).isSorted();
        long last = replies.getLast().sequence();
        var orders = cluster.journal(transport, cluster.leader(), last).stream()
                .filter(CoreEvent.OrderAccepted.class::isInstance)
                .map(CoreEvent.OrderAccepted.class::cast)
                .toList();
        var acknowledged = new HashSet<Long>();
        replies.forEach(reply -> acknowledged.add(reply.entityId()));
        assertThat(orders).extracting(CoreEvent.OrderAccepted::orderId).doesNotHaveDuplicates();
        assertThat(orders).extracting(CoreEvent.OrderAccepted::orderId).containsAll(acknowledged);
        assertThat(orders).extracting(CoreEvent.OrderAccepted::commandId).doesNotHaveDuplicates();
    }

    private void requireEqualMembers() throws Exception {
        long last = Market.accepted(client, new CoreCommand.TakeDigest()).sequence();
        assertThat(new HashSet<>(cluster.digestsAtTheSamePosition())).hasSize(1);
        var first = cluster.journal(transport, 0, last);
        assertThat(first).hasSize((int) last);
        for (int memberId = 1; memberId < 3; memberId++) {
            assertThat(cluster.journal(transport, memberId, last).equals(first))
                    .as("the journal of member %d equals that of member 0", memberId)
                    .isTrue();
        }
    }
}
