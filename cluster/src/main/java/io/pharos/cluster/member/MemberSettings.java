package io.pharos.cluster.member;

import io.pharos.cluster.transport.ClusterSecret;
import io.pharos.cluster.transport.Idle;
import io.pharos.cluster.transport.MemberAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a member is told.
 *
 * @param memberId         its index in the list of members
 * @param members          all members, itself included: one, three or five
 * @param directory        its own, for log, snapshots, journal and identity
 * @param bootstrap        make a new cluster if the directory is empty. For several members: all are told so, all are
 *                         empty, and all are up
 * @param secret           shared by members, clients and readers
 * @param idle             what its threads do when there is nothing to do
 * @param guardWait        how long an empty member looks for a non-empty quorum before it refuses to start
 * @param snapshotInterval between snapshots, taken by the leader if the log has grown; zero for none but by request
 */
public record MemberSettings(
        int memberId,
        List<MemberAddress> members,
        Path directory,
        boolean bootstrap,
        ClusterSecret secret,
        Idle idle,
        Duration guardWait,
        Duration snapshotInterval) {

    public MemberSettings {
        members = List.copyOf(members);
        if (members.isEmpty() || members.size() > 5 || members.size() % 2 == 0) {
            throw new IllegalArgumentException("a cluster has one, three or five members, not " + members.size());
        }
        if (memberId < 0 || memberId >= members.size()) {
            throw new IllegalArgumentException("member " + memberId + " is not among " + members.size());
        }
        for (int index = 0; index < members.size(); index++) {
            if (members.get(index).memberId() != index) {
                throw new IllegalArgumentException("members are not listed by their ids");
            }
        }
        if (guardWait.isNegative() || snapshotInterval.isNegative()) {
            throw new IllegalArgumentException("durations must not be negative");
        }
    }

    /** The usual settings: threads that park, a minute for the guard, a snapshot an hour. */
    public static MemberSettings of(
            int memberId, List<MemberAddress> members, Path directory, boolean bootstrap, ClusterSecret secret) {
        return new MemberSettings(
                memberId, members, directory, bootstrap, secret, Idle.PARK, Duration.ofMinutes(1), Duration.ofHours(1));
    }

    /** One member on this machine's loopback. */
    public static MemberSettings single(Path directory, int basePort, boolean bootstrap, ClusterSecret secret) {
        return of(0, List.of(new MemberAddress(0, "127.0.0.1", basePort)), directory, bootstrap, secret);
    }

    public MemberSettings withIdle(Idle idle) {
        return new MemberSettings(memberId, members, directory, bootstrap, secret, idle, guardWait, snapshotInterval);
    }

    public MemberSettings withBootstrap(boolean bootstrap) {
        return new MemberSettings(memberId, members, directory, bootstrap, secret, idle, guardWait, snapshotInterval);
    }

    public MemberSettings withGuardWait(Duration guardWait) {
        return new MemberSettings(memberId, members, directory, bootstrap, secret, idle, guardWait, snapshotInterval);
    }

    public MemberSettings withSnapshotInterval(Duration snapshotInterval) {
        return new MemberSettings(memberId, members, directory, bootstrap, secret, idle, guardWait, snapshotInterval);
    }

    public MemberAddress address() {
        return members.get(memberId);
    }

    public int quorum() {
        return members.size() / 2 + 1;
    }
}
