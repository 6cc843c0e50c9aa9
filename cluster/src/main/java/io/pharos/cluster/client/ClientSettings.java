package io.pharos.cluster.client;

import io.pharos.cluster.transport.ClusterSecret;
import io.pharos.cluster.transport.Idle;
import io.pharos.cluster.transport.MemberAddress;
import java.time.Duration;
import java.util.List;

/**
 * What a client is told.
 *
 * @param clientId    who asks: kept by the process over its restarts, and used by no other process at the same time
 * @param members     of the cluster, by member id
 * @param deadline    how long a command may stay unanswered before the client asks what became of it
 * @param askDeadline how long the client asks before it reports {@code UNKNOWN} and goes on asking in the background
 * @param pendingMax  commands without an answer; one more is refused
 * @param idle        what the client's thread does when there is nothing to do
 */
public record ClientSettings(
        long clientId,
        List<MemberAddress> members,
        ClusterSecret secret,
        Duration deadline,
        Duration askDeadline,
        int pendingMax,
        Idle idle) {

    public ClientSettings {
        members = List.copyOf(members);
        if (clientId <= 0) {
            throw new IllegalArgumentException("client id " + clientId + " is not above 0");
        }
        if (members.isEmpty()) {
            throw new IllegalArgumentException("no members");
        }
        if (!deadline.isPositive() || !askDeadline.isPositive()) {
            throw new IllegalArgumentException("deadlines must be above zero");
        }
        if (pendingMax < 1 || pendingMax > Limits.PENDING_MAX) {
            throw new IllegalArgumentException(
                    "pendingMax " + pendingMax + " is not within 1 to " + Limits.PENDING_MAX);
        }
    }

    /** The usual settings: a deadline of ten seconds and ten more for asking, 16,384 pending commands. */
    public static ClientSettings of(long clientId, List<MemberAddress> members, ClusterSecret secret) {
        return new ClientSettings(
                clientId, members, secret, Duration.ofSeconds(10), Duration.ofSeconds(10), 16_384, Idle.PARK);
    }

    public ClientSettings withDeadlines(Duration deadline, Duration askDeadline) {
        return new ClientSettings(clientId, members, secret, deadline, askDeadline, pendingMax, idle);
    }

    public ClientSettings withPendingMax(int pendingMax) {
        return new ClientSettings(clientId, members, secret, deadline, askDeadline, pendingMax, idle);
    }

    public ClientSettings withIdle(Idle idle) {
        return new ClientSettings(clientId, members, secret, deadline, askDeadline, pendingMax, idle);
    }
}
