package io.pharos.benchmarks.cluster;

import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.checksum.Checksums;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.NanosecondClusterClock;
import io.aeron.cluster.PriorityHeapTimerServiceSupplier;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.pharos.cluster.transport.AeronTransport;
import io.pharos.cluster.transport.Idle;
import io.pharos.cluster.transport.MemberAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import org.agrona.CloseHelper;
import org.agrona.ErrorHandler;

/** A member with the echo service, set up as members of the core are: sync level 1, checksums, the same idle strategy. */
final class EchoMember implements AutoCloseable {
    private static final String CONTROL_CHANNEL = "aeron:ipc?alias=echo-control";
    private static final int LOG_TERM_LENGTH = 16 * 1024 * 1024;
    private static final int SEGMENT_LENGTH = 32 * 1024 * 1024;
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofMillis(100);
    private static final Duration ELECTION_TIMEOUT = Duration.ofMillis(300);

    private static final ErrorHandler ERRORS =
            error -> System.getLogger(EchoMember.class.getName()).log(System.Logger.Level.DEBUG, "echo", error);

    private final String aeronDirectory;
    private final MediaDriver driver;
    private final Archive archive;
    private final ConsensusModule consensus;
    private final ClusteredServiceContainer container;

    private EchoMember(
            String aeronDirectory,
            MediaDriver driver,
            Archive archive,
            ConsensusModule consensus,
            ClusteredServiceContainer container) {
        this.aeronDirectory = aeronDirectory;
        this.driver = driver;
        this.archive = archive;
        this.consensus = consensus;
        this.container = container;
    }

    static EchoMember launch(TemporaryPlace place, int memberId, int replyLength) {
        String aeronDirectory = AeronTransport.memoryDirectory("pharos-echo-" + UUID.randomUUID());
        Path directory = place.directory(memberId);
        MemberAddress address = place.members().get(memberId);
        String anyPort = "aeron:udp?endpoint=" + address.host() + ":0";
        MediaDriver driver = MediaDriver.launch(AeronTransport.driverContext(aeronDirectory, Idle.BACKOFF, ERRORS)
                .dirDeleteOnShutdown(true));
        Archive archive = Archive.launch(new Archive.Context()
                .aeronDirectoryName(aeronDirectory)
                .archiveDir(directory.resolve("archive").toFile())
                .controlChannel("aeron:udp?endpoint=" + address.archive())
                .localControlChannel(CONTROL_CHANNEL)
                .replicationChannel(anyPort)
                .recordingEventsEnabled(false)
                .threadingMode(ArchiveThreadingMode.SHARED)
                .idleStrategySupplier(Idle.BACKOFF::strategy)
                .segmentFileLength(SEGMENT_LENGTH)
                .fileSyncLevel(1)
                .catalogFileSyncLevel(1)
                .recordChecksum(Checksums.crc32c())
                .replayChecksum(Checksums.crc32c())
                .archiveClientContext(new AeronArchive.Context().controlResponseChannel(anyPort))
                .errorHandler(ERRORS));
        ConsensusModule consensus = ConsensusModule.launch(new ConsensusModule.Context()
                .aeronDirectoryName(aeronDirectory)
                .clusterDir(directory.resolve("cluster").toFile())
                .clusterMemberId(memberId)
                .clusterMembers(members(place))
                .ingressChannel("aeron:udp?term-length=4m")
                .isIpcIngressAllowed(true)
                .logChannel("aeron:udp?term-length=" + LOG_TERM_LENGTH)
                .replicationChannel(anyPort)
                .archiveContext(localArchive(120))
                .fileSyncLevel(1)
                .leaderHeartbeatTimeoutNs(HEARTBEAT_TIMEOUT.toNanos())
                .leaderHeartbeatIntervalNs(HEARTBEAT_INTERVAL.toNanos())
                .electionTimeoutNs(ELECTION_TIMEOUT.toNanos())
                .electionStatusIntervalNs(HEARTBEAT_INTERVAL.toNanos())
                .startupCanvassTimeoutNs(HEARTBEAT_TIMEOUT.multipliedBy(2).toNanos())
                .clusterClock(new NanosecondClusterClock())
                .timerServiceSupplier(new PriorityHeapTimerServiceSupplier())
                .idleStrategySupplier(Idle.BACKOFF::strategy)
                .errorHandler(ERRORS));
        ClusteredServiceContainer container = ClusteredServiceContainer.launch(new ClusteredServiceContainer.Context()
                .aeronDirectoryName(aeronDirectory)
                .clusterDir(directory.resolve("cluster").toFile())
                .archiveContext(localArchive(121))
                .clusteredService(new EchoService(replyLength))
                .idleStrategySupplier(Idle.BACKOFF::strategy)
                .errorHandler(ERRORS));
        return new EchoMember(aeronDirectory, driver, archive, consensus, container);
    }

    /** Its media driver's directory. */
    String aeronDirectory() {
        return aeronDirectory;
    }

    private static AeronArchive.Context localArchive(int responseStreamId) {
        return new AeronArchive.Context()
                .controlRequestChannel(CONTROL_CHANNEL)
                .controlRequestStreamId(AeronArchive.Configuration.localControlStreamId())
                .controlResponseChannel(CONTROL_CHANNEL)
                .controlResponseStreamId(responseStreamId);
    }

    private static String members(TemporaryPlace place) {
        return place.members().stream()
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

    @Override
    public void close() {
        CloseHelper.quietCloseAll(container, consensus, archive, driver);
    }
}
