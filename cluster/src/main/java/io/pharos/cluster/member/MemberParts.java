package io.pharos.cluster.member;

import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.checksum.Checksums;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.ElectionState;
import io.aeron.cluster.NanosecondClusterClock;
import io.aeron.cluster.PriorityHeapTimerServiceSupplier;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.pharos.cluster.journal.JournalStream;
import io.pharos.cluster.transport.AeronTransport;
import io.pharos.cluster.transport.MemberAddress;
import io.pharos.cluster.transport.SecretAuthenticator;
import io.pharos.cluster.transport.SecretCredentials;
import java.time.Duration;
import java.util.stream.Collectors;
import org.agrona.CloseHelper;
import org.agrona.concurrent.status.AtomicCounter;

/** The four parts of a member under Aeron, configured for money: see docs/decisions/0020. */
final class MemberParts implements AutoCloseable {

    private static final int CONTROL_STREAM_ID = AeronArchive.Configuration.localControlStreamId();
    private static final String CONTROL_CHANNEL = JournalStream.CONTROL_CHANNEL;

    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(1);

    private static final Duration HEARTBEAT_INTERVAL = Duration.ofMillis(100);
    private static final Duration ELECTION_TIMEOUT = Duration.ofMillis(300);
    private static final Duration CANVASS_TIMEOUT_SEVERAL = Duration.ofSeconds(60);
    private static final Duration CANVASS_TIMEOUT_SINGLE = HEARTBEAT_TIMEOUT.multipliedBy(2);
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(10);

    private final MediaDriver driver;
    private final Archive archive;
    private final ConsensusModule consensus;
    private final ClusteredServiceContainer container;

    private MemberParts(
            MediaDriver driver, Archive archive, ConsensusModule consensus, ClusteredServiceContainer container) {
        this.driver = driver;
        this.archive = archive;
        this.consensus = consensus;
        this.container = container;
    }

    static MemberParts launch(
            MemberSettings settings,
            MemberDirectory directory,
            String aeronDirectory,
            ClusteredService service,
            MemberErrors errors,
            FailureLatch failure) {
        MediaDriver driver = null;
        Archive archive = null;
        ConsensusModule consensus = null;
        try {
            driver = MediaDriver.launch(driver(settings, aeronDirectory, errors));
            archive = Archive.launch(archive(settings, directory, aeronDirectory, errors));
            consensus = ConsensusModule.launch(consensus(settings, directory, aeronDirectory, errors)
                    .terminationHook(
                            () -> failure.trip(MemberFailure.Kind.STOPPED, "the consensus module terminated")));
            var container = ClusteredServiceContainer.launch(new ClusteredServiceContainer.Context()
                    .aeronDirectoryName(aeronDirectory)
                    .clusterDir(directory.cluster())
                    .markFileDir(directory.marks())
                    .archiveContext(localArchive(settings, 121))
                    .clusteredService(service)
                    .idleStrategySupplier(settings.idle()::strategy)
                    .errorHandler(errors)
                    .terminationHook(() -> failure.trip(MemberFailure.Kind.STOPPED, "the service terminated")));
            return new MemberParts(driver, archive, consensus, container);
        } catch (RuntimeException problem) {
            CloseHelper.quietCloseAll(consensus, archive, driver);
            throw problem;
        }
    }

    private static MediaDriver.Context driver(MemberSettings settings, String aeronDirectory, MemberErrors errors) {
        return AeronTransport.driverContext(aeronDirectory, settings.idle(), errors)
                .dirDeleteOnShutdown(true);
    }

    private static Archive.Context archive(
            MemberSettings settings, MemberDirectory directory, String aeronDirectory, MemberErrors errors) {
        var address = settings.address();
        return new Archive.Context()
                .aeronDirectoryName(aeronDirectory)
                .archiveDir(directory.archive())
                .markFileDir(directory.marks())
                .controlChannel("aeron:udp?endpoint=" + address.archive())
                .localControlChannel(CONTROL_CHANNEL)
                .replicationChannel(anyPort(address))
                .recordingEventsEnabled(false)
                .threadingMode(ArchiveThreadingMode.SHARED)
                .idleStrategySupplier(settings.idle()::strategy)
                .segmentFileLength(Limits.SEGMENT_LENGTH)
                .maxConcurrentReplays(Limits.REPLAYS_MAX)
                .fileSyncLevel(1)
                .catalogFileSyncLevel(1)
                .recordChecksum(Checksums.crc32c())
                .replayChecksum(Checksums.crc32c())
                .authenticatorSupplier(() -> new SecretAuthenticator(settings.secret()))
                .archiveClientContext(new AeronArchive.Context()
                        .controlResponseChannel(anyPort(address))
                        .credentialsSupplier(new SecretCredentials(settings.secret())))
                .errorHandler(errors);
    }

    private static ConsensusModule.Context consensus(
            MemberSettings settings, MemberDirectory directory, String aeronDirectory, MemberErrors errors) {
        boolean single = settings.members().size() == 1;
        return new ConsensusModule.Context()
                .aeronDirectoryName(aeronDirectory)
                .clusterDir(directory.cluster())
                .markFileDir(directory.marks())
                .clusterMemberId(settings.memberId())
                .clusterMembers(members(settings))
                .ingressChannel("aeron:udp?term-length=4m")
                .isIpcIngressAllowed(true)
                .logChannel("aeron:udp?term-length=" + Limits.LOG_TERM_LENGTH)
                .replicationChannel(anyPort(settings.address()))
                .archiveContext(localArchive(settings, 120))
                .fileSyncLevel(1)
                .leaderHeartbeatTimeoutNs(HEARTBEAT_TIMEOUT.toNanos())
                .leaderHeartbeatIntervalNs(HEARTBEAT_INTERVAL.toNanos())
                .electionTimeoutNs(ELECTION_TIMEOUT.toNanos())
                .electionStatusIntervalNs(HEARTBEAT_INTERVAL.toNanos())
                .startupCanvassTimeoutNs((single ? CANVASS_TIMEOUT_SINGLE : CANVASS_TIMEOUT_SEVERAL).toNanos())
                .sessionTimeoutNs(SESSION_TIMEOUT.toNanos())
                .maxConcurrentSessions(Limits.SESSIONS_MAX)
                .clusterClock(new NanosecondClusterClock())
                .timerServiceSupplier(new PriorityHeapTimerServiceSupplier())
                .authenticatorSupplier(() -> new SecretAuthenticator(settings.secret()))
                .idleStrategySupplier(settings.idle()::strategy)
                .errorHandler(errors);
    }

    static AeronArchive.Context localArchive(MemberSettings settings, int responseStreamId) {
        return new AeronArchive.Context()
                .controlRequestChannel(CONTROL_CHANNEL)
                .controlRequestStreamId(CONTROL_STREAM_ID)
                .controlResponseChannel(CONTROL_CHANNEL)
                .controlResponseStreamId(responseStreamId)
                .credentialsSupplier(new SecretCredentials(settings.secret()));
    }

    private static String members(MemberSettings settings) {
        return settings.members().stream()
                .map(member -> String.join(
                        ",",
                        Integer.toString(member.memberId()),
                        member.ingress(),
                        member.consensus(),
                        member.log(),
                        member.catchUp(),
                        member.archive()))
                .collect(Collectors.joining("|"));
    }

    private static String anyPort(MemberAddress address) {
        return "aeron:udp?endpoint=" + address.host() + ":0";
    }

    boolean isElected() {
        var counter = consensus.context().electionStateCounter();
        return !counter.isClosed() && ElectionState.get(counter) == ElectionState.CLOSED;
    }

    boolean isLeader() {
        var counter = consensus.context().clusterNodeRoleCounter();
        return !counter.isClosed() && Cluster.Role.get(counter) == Cluster.Role.LEADER;
    }

    long commitPosition() {
        var counter = consensus.context().commitPositionCounter();
        return counter.isClosed() ? -1 : counter.get();
    }

    AtomicCounter control() {
        return consensus.context().controlToggleCounter();
    }

    @Override
    public void close() {
        CloseHelper.quietCloseAll(container, consensus, archive, driver);
    }
}
