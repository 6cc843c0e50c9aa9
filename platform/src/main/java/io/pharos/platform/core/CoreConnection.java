package io.pharos.platform.core;

import io.pharos.cluster.client.ClientSettings;
import io.pharos.cluster.client.CoreClient;
import io.pharos.cluster.journal.JournalSource;
import io.pharos.cluster.member.CoreMember;
import io.pharos.cluster.member.MemberSettings;
import io.pharos.cluster.member.StartRefusedException;
import io.pharos.cluster.transport.AeronTransport;
import io.pharos.cluster.transport.ClusterSecret;
import io.pharos.cluster.transport.MemberAddress;
import io.pharos.platform.host.DataDirectory;
import io.pharos.platform.host.OneLine;
import io.pharos.platform.host.Ports;
import io.pharos.platform.host.Secret;
import io.pharos.platform.host.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * This process's way to the core: its client, and the journal; and the member itself where the role core runs here.
 * Owned by whoever starts the process, who closes it after everything that uses it.
 */
public final class CoreConnection implements AutoCloseable {
    private static final Duration SERVING_WAIT = Duration.ofSeconds(90);
    private static final int LAUNCHES_MAX = 5;
    private static final String CLIENT_ID_FILE = "core.client";

    private final Optional<CoreMember> member;
    private final AeronTransport transport;
    private final JournalSource journal;
    private final CoreClient client;
    private final List<MemberAddress> addresses;
    private final ClusterSecret secret;

    private CoreConnection(
            Optional<CoreMember> member,
            AeronTransport transport,
            JournalSource journal,
            CoreClient client,
            List<MemberAddress> addresses,
            ClusterSecret secret) {
        this.addresses = List.copyOf(addresses);
        this.secret = secret;
        this.member = member;
        this.transport = transport;
        this.journal = journal;
        this.client = client;
    }

    /**
     * Starts the only member of a cluster in this process and connects to it.
     *
     * @param basePort the first of its ports; 0 for any that are free
     * @throws StartRefused when the member refuses, in one line
     */
    public static CoreConnection embedded(DataDirectory data, int basePort, Secret secret) {
        ClusterSecret clusterSecret = ClusterSecret.of(secret.value());
        Path directory = data.directory("core");
        try {
            CoreMember member = launch(directory, basePort, !data.isFounded(), clusterSecret);
            try {
                if (!member.awaitServing(SERVING_WAIT)) {
                    throw refusal(member, directory);
                }
                MemberSettings settings = member.settings();
                CoreClient client = CoreClient.connect(
                        ClientSettings.of(clientId(data), settings.members(), clusterSecret), member.transport());
                return new CoreConnection(
                        Optional.of(member),
                        member.transport(),
                        member.journalSource(),
                        client,
                        settings.members(),
                        clusterSecret);
            } catch (InterruptedException e) {
                member.close();
                Thread.currentThread().interrupt();
                throw new StartRefused("interrupted while the core starts", e);
            } catch (RuntimeException e) {
                member.close();
                throw e;
            }
        } catch (StartRefusedException e) {
            throw new StartRefused("the core does not start: " + explanation(e, directory), e);
        }
    }

    /** Free ports are tried anew when somebody takes one of them between the look and the start. */
    private static CoreMember launch(Path directory, int basePort, boolean bootstrap, ClusterSecret secret) {
        for (int tries = 1; ; tries++) {
            int port = basePort == 0 ? Ports.freeRange(MemberAddress.PORTS) : basePort;
            try {
                return CoreMember.launch(MemberSettings.single(directory, port, bootstrap, secret));
            } catch (StartRefusedException e) {
                boolean again = basePort == 0 && e.reason() == StartRefusedException.Reason.PORT_TAKEN;
                if (!again || tries == LAUNCHES_MAX) {
                    throw e;
                }
            }
        }
    }

    private static String explanation(StartRefusedException refusal, Path directory) {
        String said = OneLine.of(String.valueOf(refusal.getMessage()));
        return switch (refusal.reason()) {
            case EMPTY_WITHOUT_QUORUM ->
                "its log is gone: " + directory
                        + " is empty, and this data directory has had a core; restore it from a backup, or begin anew"
                        + " with another --data";
            case PORT_TAKEN -> said + "; stop what uses it or choose other ports with --core-port";
            case CORRUPTED -> said + "; " + restore(directory);
            case DIRECTORY_IN_USE, DIRECTORY_UNUSABLE, OTHER_CLUSTER -> said;
        };
    }

    private static StartRefused refusal(CoreMember member, Path directory) {
        String failure = member.status().failure();
        return new StartRefused(
                failure == null
                        ? "the core did not begin to serve within " + SERVING_WAIT.toSeconds() + " s"
                        : "the core does not start: " + OneLine.of(failure) + "; " + restore(directory));
    }

    private static String restore(Path directory) {
        return "restore " + directory + " from a backup: nothing that was acknowledged is dropped or guessed";
    }

    /** Connects to members in other processes. */
    public static CoreConnection remote(DataDirectory data, List<String> members, Secret secret) {
        ClusterSecret clusterSecret = ClusterSecret.of(secret.value());
        List<MemberAddress> addresses = MemberAddress.parse(String.join(",", members));
        AeronTransport transport = AeronTransport.launch();
        CoreClient client = CoreClient.connect(ClientSettings.of(clientId(data), addresses, clusterSecret), transport);
        return new CoreConnection(
                Optional.empty(),
                transport,
                JournalSource.remote(transport, addresses, clusterSecret),
                client,
                addresses,
                clusterSecret);
    }

    /** The client; thread-safe. */
    public CoreClient client() {
        return client;
    }

    /** Where readers open the journal. */
    public JournalSource journal() {
        return journal;
    }

    /** The identity of the core whose member this process hosts. */
    public Optional<UUID> clusterId() {
        return member.map(hosted -> hosted.status().clusterId());
    }

    /** The member of this process, if it hosts one. */
    public Optional<CoreMember> member() {
        return member;
    }

    /** All members, for health pages. */
    CoreMembers members(Clock clock) {
        return new CoreMembers(addresses, secret, clock);
    }

    @Override
    public void close() {
        client.close();
        if (member.isPresent()) {
            member.get().close();
        } else {
            transport.close();
        }
    }

    /** Random once, then kept: the core knows by it which commands of a former run it has seen. */
    private static long clientId(DataDirectory data) {
        Path file = data.root().resolve(CLIENT_ID_FILE);
        try {
            if (Files.exists(file)) {
                return Long.parseLong(Files.readString(file).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        long id = new SecureRandom().nextLong(1, Long.MAX_VALUE);
        data.writePrivate(CLIENT_ID_FILE, id + "\n");
        return id;
    }
}
