package io.pharos.cluster.guard;

import io.pharos.cluster.guard.Identity.Standing;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member says of itself to the others.
 *
 * @param bootstrapping    empty, and told to bootstrap
 * @param identity         null while the directory is empty
 * @param serving          its election is over and its log is replayed
 * @param leadershipTermId of the log; −1 before the first election
 * @param leaderMemberId   of that term; −1 if none is known
 * @param digests          of its newest states, by position of the log
 * @param progress         how far it is
 */
public record GuardAnswer(
        int memberId,
        boolean bootstrapping,
        @Nullable Identity identity,
        boolean serving,
        long leadershipTermId,
        int leaderMemberId,
        List<StateDigest> digests,
        MemberProgress progress) {

    /** More are refused: they were not sent by a member. */
    static final int DIGESTS_MAX = 64;

    /**
     * The digest of the core's state at a position of the log.
     *
     * @param sequence of the last event before it; −1 from a member of an earlier version
     */
    public record StateDigest(long logPosition, long sequence, long digest) {}

    /**
     * How far a member is. All −1 from a member of an earlier version.
     *
     * @param commitPosition   of the log: what a quorum has
     * @param logPosition      of the log: what the core has applied
     * @param sequence         of the last event emitted
     * @param journalSequence  of the last event that is durable in its journal
     * @param snapshotPosition of the log; −1 without a snapshot
     * @param snapshotAtNanos  log time of the snapshot, nanoseconds since the epoch; −1 without one
     * @param errors           distinct errors of its run
     */
    public record MemberProgress(
            long commitPosition,
            long logPosition,
            long sequence,
            long journalSequence,
            long snapshotPosition,
            long snapshotAtNanos,
            int errors) {
        public static final MemberProgress UNKNOWN = new MemberProgress(-1, -1, -1, -1, -1, -1, -1);
    }

    public GuardAnswer {
        digests = List.copyOf(digests);
    }

    /** Whether its log counts in a quorum. */
    public boolean isEstablished() {
        return identity != null && identity.standing() == Standing.ESTABLISHED;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(memberId);
        out.writeBoolean(bootstrapping);
        out.writeBoolean(identity != null);
        if (identity != null) {
            out.writeLong(identity.clusterId().getMostSignificantBits());
            out.writeLong(identity.clusterId().getLeastSignificantBits());
            out.writeLong(identity.genesisMillis());
            out.writeInt(identity.memberId());
            out.writeUTF(identity.standing().name());
        }
        out.writeBoolean(serving);
        out.writeLong(leadershipTermId);
        out.writeInt(leaderMemberId);
        out.writeInt(digests.size());
        for (var digest : digests) {
            out.writeLong(digest.logPosition());
            out.writeLong(digest.digest());
        }
        // From here on what the first version did not say: it reads as far as it knows.
        for (var digest : digests) {
            out.writeLong(digest.sequence());
        }
        out.writeLong(progress.commitPosition());
        out.writeLong(progress.logPosition());
        out.writeLong(progress.sequence());
        out.writeLong(progress.journalSequence());
        out.writeLong(progress.snapshotPosition());
        out.writeLong(progress.snapshotAtNanos());
        out.writeInt(progress.errors());
    }

    static GuardAnswer read(DataInputStream in) throws IOException {
        int memberId = in.readInt();
        boolean bootstrapping = in.readBoolean();
        Identity identity = in.readBoolean()
                ? new Identity(new UUID(in.readLong(), in.readLong()), in.readLong(), in.readInt(), standing(in))
                : null;
        boolean serving = in.readBoolean();
        long leadershipTermId = in.readLong();
        int leaderMemberId = in.readInt();
        int count = in.readInt();
        if (count < 0 || count > DIGESTS_MAX) {
            throw new IOException(count + " digests");
        }
        long[] positions = new long[count];
        long[] values = new long[count];
        for (int index = 0; index < count; index++) {
            positions[index] = in.readLong();
            values[index] = in.readLong();
        }
        boolean saysMore = in.available() > 0;
        var digests = new ArrayList<StateDigest>(count);
        for (int index = 0; index < count; index++) {
            digests.add(new StateDigest(positions[index], saysMore ? in.readLong() : -1, values[index]));
        }
        return new GuardAnswer(
                memberId,
                bootstrapping,
                identity,
                serving,
                leadershipTermId,
                leaderMemberId,
                digests,
                saysMore ? progress(in) : MemberProgress.UNKNOWN);
    }

    private static MemberProgress progress(DataInputStream in) throws IOException {
        return new MemberProgress(
                in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readInt());
    }

    private static Standing standing(DataInputStream in) throws IOException {
        try {
            return Standing.valueOf(in.readUTF());
        } catch (IllegalArgumentException unknown) {
            throw new IOException("a standing that is not known", unknown);
        }
    }
}
