package io.pharos.cluster.member;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a member stands, for health pages and for other members.
 *
 * @param clusterId        made when the cluster was bootstrapped
 * @param leaderMemberId   −1 if there is none or none is known
 * @param leadershipTermId counts elections; −1 before the first
 * @param commitPosition   of the log: what a quorum has
 * @param logPosition      of the log: what the core has applied here
 * @param lastSequence     of the last event emitted here
 * @param journalSequence  of the last event that is durable in this member's journal
 * @param digests          the newest last, at most {@value #DIGESTS_MAX}
 * @param lastSnapshotAt   log position of the newest snapshot taken or loaded here; −1 for none
 * @param errors           distinct errors of this run, the newest last, in words
 * @param failure          why it stopped by itself; null otherwise
 */
public record MemberStatus(
        int memberId,
        UUID clusterId,
        MemberRole role,
        int leaderMemberId,
        long leadershipTermId,
        long commitPosition,
        long logPosition,
        long lastSequence,
        long journalSequence,
        List<DigestMark> digests,
        long lastSnapshotAt,
        List<String> errors,
        @Nullable String failure) {

    /** How many digests a member remembers. */
    public static final int DIGESTS_MAX = 32;

    public MemberStatus {
        digests = List.copyOf(digests);
        errors = List.copyOf(errors);
    }

    /** Events that are emitted and not yet durable in the journal. */
    public long journalLag() {
        return Math.max(0, lastSequence - journalSequence);
    }

    public boolean isServing() {
        return role == MemberRole.LEADER || role == MemberRole.FOLLOWER;
    }
}
