package io.pharos.cluster.journal;

import io.pharos.cluster.transport.AeronTransport;
import io.pharos.cluster.transport.ClusterSecret;
import io.pharos.cluster.transport.MemberAddress;
import java.util.List;

/**
 * Where a journal can be read.
 *
 * @param transport     the driver to read through; it must outlive the readers
 * @param members       whose recordings may be read, the preferred first; the next is tried when one fails
 * @param localMemberId the member that runs on this transport's driver and is read without the network; −1 if none
 */
public record JournalSource(
        AeronTransport transport, List<MemberAddress> members, int localMemberId, ClusterSecret secret) {

    public JournalSource {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("no members");
        }
    }

    /** Members elsewhere. */
    public static JournalSource remote(AeronTransport transport, List<MemberAddress> members, ClusterSecret secret) {
        return new JournalSource(transport, members, -1, secret);
    }
}
