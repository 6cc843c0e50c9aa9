package io.pharos.cluster.testing;

import io.pharos.cluster.guard.GuardAnswer;
import io.pharos.cluster.guard.Peers;
import io.pharos.cluster.journal.JournalReader;
import io.pharos.cluster.journal.JournalSource;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.transport.AeronTransport;
import io.pharos.cluster.transport.MemberAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Three members, each in a JVM of its own. */
public final class ProcessCluster implements AutoCloseable {

    public static final String SHORT_GUARD = "--guard-wait=20";

    private final Path parent;
    private final List<MemberAddress> addresses = Places.members(3);
    private final MemberProcess[] processes = new MemberProcess[3];
    private final Peers peers = new Peers(-1, addresses, Places.SECRET);

    private ProcessCluster(Path parent) {
        this.parent = parent;
    }

    public static ProcessCluster bootstrap(Path parent) throws Exception {
        var cluster = new ProcessCluster(parent);
        for (int memberId = 0; memberId < 3; memberId++) {
            cluster.start(memberId, "--bootstrap");
        }
        cluster.awaitServing(3);
        return cluster;
    }

    public void start(int memberId, String... options) throws Exception {
        var all = new ArrayList<>(Arrays.asList(options));
        all.add(SHORT_GUARD);
        processes[memberId] = MemberProcess.start(memberId, addresses, parent, all.toArray(String[]::new));
    }

    public MemberProcess process(int memberId) {
        return processes[memberId];
    }

    public Path directory(int memberId) {
        return MemberProcess.directory(memberId, parent);
    }

    public List<MemberAddress> addresses() {
        return addresses;
    }

    public Map<Integer, GuardAnswer> answers() {
        return peers.ask();
    }

    /** Waits until so many members serve in one term of leadership, and caught up once. */
    public void awaitServing(int count) throws Exception {
        Await.until(count + " members serve", () -> {
            for (var process : processes) {
                if (process != null && !process.isAlive() && count == 3) {
                    throw new AssertionError(process.output());
                }
            }
            var answers = answers().values();
            return answers.stream()
                                    .filter(answer -> answer.serving() && answer.isEstablished())
                                    .map(GuardAnswer::leadershipTermId)
                                    .count()
                            >= count
                    && answers.stream()
                                    .filter(GuardAnswer::serving)
                                    .map(GuardAnswer::leadershipTermId)
                                    .distinct()
                                    .count()
                            == 1;
        });
    }

    public int leader() throws Exception {
        var leader = new int[] {-1};
        Await.until("there is a leader", () -> {
            leader[0] = answers().values().stream()
                    .filter(GuardAnswer::serving)
                    .max(java.util.Comparator.comparingLong(GuardAnswer::leadershipTermId))
                    .map(GuardAnswer::leaderMemberId)
                    .orElse(-1);
            return leader[0] >= 0;
        });
        return leader[0];
    }

    /** The digest of each member at this position of the log, when all have one. */
    public List<Long> digestsAtTheSamePosition() throws Exception {
        var found = new ArrayList<Long>();
        Await.until("all members have a digest at the same position", () -> {
            var answers = answers();
            if (answers.size() < 3) {
                return false;
            }
            var first = answers.values().iterator().next().digests();
            for (int index = first.size() - 1; index >= 0; index--) {
                long position = first.get(index).logPosition();
                found.clear();
                answers.values()
                        .forEach(answer -> answer.digests().stream()
                                .filter(digest -> digest.logPosition() == position)
                                .forEach(digest -> found.add(digest.digest())));
                if (found.size() == 3) {
                    return true;
                }
            }
            return false;
        });
        return found;
    }

    /** All events of one member's journal up to a sequence. */
    public List<CoreEvent> journal(AeronTransport transport, int memberId, long sequence) throws Exception {
        var events = new CopyOnWriteArrayList<CoreEvent>();
        var source = JournalSource.remote(transport, List.of(addresses.get(memberId)), Places.SECRET);
        try (var reader =
                JournalReader.open("all-of-" + memberId, source, 0, (batch, position) -> events.addAll(batch))) {
            Await.until(
                    "the journal of member " + memberId + " reaches " + sequence,
                    () -> reader.status().position().sequence() >= sequence);
        }
        return events.stream().filter(event -> event.sequence() <= sequence).toList();
    }

    @Override
    public void close() throws IOException {
        for (var process : processes) {
            if (process != null) {
                process.signal("CONT");
                process.close();
            }
        }
    }
}
