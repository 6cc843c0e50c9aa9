package io.pharos.cluster.member;

import static io.pharos.cluster.member.StartRefusedException.Reason.EMPTY_WITHOUT_QUORUM;
import static io.pharos.cluster.member.StartRefusedException.Reason.OTHER_CLUSTER;
import static io.pharos.cluster.member.StartRefusedException.Reason.PORT_TAKEN;

import io.aeron.cluster.ClusterControl;
import io.pharos.cluster.guard.GuardAnswer;
import io.pharos.cluster.guard.GuardServer;
import io.pharos.cluster.guard.Identity;
import io.pharos.cluster.guard.Peers;
import io.pharos.cluster.guard.StartGuard;
import io.pharos.cluster.journal.JournalSource;
import io.pharos.cluster.transport.AeronTransport;
import io.pharos.cluster.transport.MemberAddress;
import io.pharos.core.engine.EngineSettings;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.agrona.CloseHelper;
import org.jspecify.annotations.Nullable;

/**
 * One replica of the core: media driver, archive, consensus module and service, in this process.
 *
 * <pre>
 *   launch ──&gt; guarded ──&gt; STARTING ──&gt; FOLLOWER or LEADER ──&gt; STOPPED
 *                │                          │
 *                └──&gt; refused               └──&gt; a failure stops all parts; whenFailed() says why
 * </pre>
 */
public final class CoreMember implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(CoreMember.class.getName());

    private final MemberSettings settings;
    private final MemberDirectory directory;
    private final FailureLatch failure = new FailureLatch();
    private final MemberErrors errors = new MemberErrors(failure);
    private final Progress progress = new Progress();
    private final AeronTransport transport;
    private volatile @Nullable Identity identity;
    private @Nullable GuardServer guard;
    private volatile List<String> repairs = List.of();
    private volatile @Nullable MemberParts parts;
    private @Nullable MemberWatch watch;
    private volatile boolean closed;

    private CoreMember(MemberSettings settings, MemberDirectory directory) {
        this.settings = settings;
        this.directory = directory;
        this.transport = AeronTransport.attach(
                aeronDirectory(directory.path()),
                settings.address().host(),
                settings.members().size() == 1);
    }

    /**
     * Starts a member. Returns when its parts run; {@link #awaitServing} waits for the rest.
     *
     * @throws StartRefusedException if it must not or cannot start
     */
    public static CoreMember launch(MemberSettings settings) {
        var directory = MemberDirectory.open(settings.directory());
        var member = new CoreMember(settings, directory);
        try {
            member.start();
            return member;
        } catch (RuntimeException problem) {
            member.close();
            throw problem;
        }
    }

    /** What it was launched with. */
    public MemberSettings settings() {
        return settings;
    }

    private void start() {
        requirePorts(settings.address());
        identity = directory.identity();
        repairs = directory.verify();
        repairs.forEach(repair -> LOG.log(System.Logger.Level.WARNING, repair));
        try {
            guard = GuardServer.start(
                    settings.address().host(), settings.address().guardPort(), settings.secret(), this::answer);
        } catch (IOException taken) {
            throw new StartRefusedException(
                    PORT_TAKEN,
                    "port " + settings.address().guardPort() + " cannot be bound: " + taken.getMessage(),
                    taken);
        }
        var peers = new Peers(settings.memberId(), settings.members(), settings.secret());
        var admitted = guardedStart(peers);
        directory.store(admitted);
        identity = admitted;
        var service = new EngineAdapter(
                EngineSettings.defaults(),
                failure,
                progress,
                () -> transport.connect("journal", errors),
                MemberParts.localArchive(settings, 122));
        var launched = MemberParts.launch(settings, directory, transport.directory(), service, errors, failure);
        parts = launched;
        failure.whenTripped()
                .thenRun(() -> Thread.ofPlatform().name("member-stop").start(this::stop));
        watch = new MemberWatch(this, settings, peers, failure);
        watch.start();
    }

    private Identity guardedStart(Peers peers) {
        var startGuard = new StartGuard(
                settings.memberId(),
                settings.members().size(),
                settings.bootstrap(),
                peers::ask,
                System::currentTimeMillis);
        try {
            return switch (startGuard.decide(identity, settings.guardWait().toMillis())) {
                case StartGuard.Admitted admitted -> admitted.identity();
                case StartGuard.Refused refused ->
                    throw new StartRefusedException(
                            refused.otherCluster() ? OTHER_CLUSTER : EMPTY_WITHOUT_QUORUM, refused.reason());
            };
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartRefusedException(EMPTY_WITHOUT_QUORUM, "interrupted while looking for peers", interrupted);
        }
    }

    private static void requirePorts(MemberAddress address) {
        for (int port = address.basePort(); port < address.guardPort(); port++) {
            try (var socket = new DatagramSocket(null)) {
                socket.setReuseAddress(false);
                socket.bind(new InetSocketAddress(InetAddress.getByName(address.host()), port));
            } catch (SocketException | UnknownHostException taken) {
                throw new StartRefusedException(
                        PORT_TAKEN,
                        "UDP port " + port + " of " + address.host() + " cannot be bound: " + taken.getMessage(),
                        taken);
            }
        }
    }

    private static String aeronDirectory(Path path) {
        var name = path.toAbsolutePath().normalize().toString();
        return AeronTransport.memoryDirectory(
                "pharos-member-" + UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private GuardAnswer answer() {
        var running = parts;
        var digests = progress.digests().stream()
                .map(mark -> new GuardAnswer.StateDigest(mark.logPosition(), mark.sequence(), mark.digest()))
                .toList();
        return new GuardAnswer(
                settings.memberId(),
                identity == null && settings.bootstrap(),
                identity,
                isServing(),
                progress.leadershipTermId,
                progress.leaderMemberId,
                digests,
                new GuardAnswer.MemberProgress(
                        running == null ? -1 : running.commitPosition(),
                        progress.logPosition,
                        progress.lastSequence,
                        progress.journalSequence,
                        progress.lastSnapshotAt,
                        progress.lastSnapshotNanos,
                        errors.messages().size()));
    }

    /** Called when the member has, for the first time, all that was committed. */
    void establish() {
        var current = identity;
        if (current != null && current.standing() != Identity.Standing.ESTABLISHED) {
            directory.store(current.established());
            identity = current.established();
        }
    }

    boolean isServing() {
        var running = parts;
        return running != null && !closed && !failure.isTripped() && progress.started && running.isElected();
    }

    Progress progress() {
        return progress;
    }

    MemberErrors errors() {
        return errors;
    }

    /**
     * Waits until it is leader or follower with its log replayed.
     *
     * @return false if that took longer, or it stopped
     */
    public boolean awaitServing(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!isServing()) {
            if (closed || failure.isTripped() || System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }

    public MemberStatus status() {
        var running = parts;
        var tripped = failure.failure();
        var known = identity;
        return new MemberStatus(
                settings.memberId(),
                known == null ? new UUID(0, 0) : known.clusterId(),
                role(running),
                progress.leaderMemberId,
                progress.leadershipTermId,
                running == null ? -1 : running.commitPosition(),
                progress.logPosition,
                progress.lastSequence,
                progress.journalSequence,
                progress.digests(),
                progress.lastSnapshotAt,
                errors.messages(),
                tripped == null ? null : tripped.reason());
    }

    private MemberRole role(@Nullable MemberParts running) {
        if (closed || failure.isTripped()) {
            return MemberRole.STOPPED;
        }
        if (running == null || !isServing()) {
            return MemberRole.STARTING;
        }
        return running.isLeader() ? MemberRole.LEADER : MemberRole.FOLLOWER;
    }

    /** What a crash had left of recordings and was cut off at this start, a line each. */
    public List<String> repairs() {
        return repairs;
    }

    /** Its media driver, for clients and readers in the same process. */
    public AeronTransport transport() {
        return transport;
    }

    /** Its journal first, then those of the other members. */
    public JournalSource journalSource() {
        List<MemberAddress> ordered = new ArrayList<>();
        ordered.add(settings.address());
        settings.members().stream()
                .filter(member -> member.memberId() != settings.memberId())
                .forEach(ordered::add);
        return new JournalSource(transport, ordered, settings.memberId(), settings.secret());
    }

    /**
     * Asks the cluster for a snapshot.
     *
     * @return false if this member is not the leader or another snapshot is under way
     */
    public boolean takeSnapshot() {
        var running = parts;
        return running != null
                && isServing()
                && running.isLeader()
                && ClusterControl.ToggleState.SNAPSHOT.toggle(running.control());
    }

    /** Completes with the reason when the member stops by itself; never otherwise. */
    public CompletionStage<MemberFailure> whenFailed() {
        return failure.whenTripped();
    }

    private synchronized void stop() {
        closed = true;
        CloseHelper.quietCloseAll(watch, guard, parts);
        parts = null;
    }

    @Override
    public synchronized void close() {
        stop();
        CloseHelper.quietClose(directory);
    }
}
