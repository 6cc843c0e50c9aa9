package io.pharos.cluster.guard;

import io.pharos.cluster.guard.Identity.Standing;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a member may start. Raft trusts that a member remembers what it voted for and acknowledged; a member
 * whose disk was emptied does not. Two emptied members of three would elect one another and lose all that was committed,
 * with the intact third looking on. So:
 *
 * <pre>
 *   directory                 the member starts when
 *   established or fresh      no peer names another cluster
 *   empty, to bootstrap       every peer is up, empty and told to bootstrap; the first member makes the identity
 *   empty, or still joining   a quorum of established peers is up and serves in one term of leadership
 * </pre>
 *
 * <p>In such a term every follower has replayed the log up to its leader's, so nothing that the emptied member once
 * acknowledged depends on it any more.
 */
public final class StartGuard {

    private static final long POLL_MILLIS = 250;

    private final int memberId;
    private final int memberCount;
    private final boolean bootstrap;
    private final Supplier<Map<Integer, GuardAnswer>> peers;
    private final LongSupplier clockMillis;

    /**
     * A guard for one start.
     *
     * @param peers       asks the other members
     * @param clockMillis milliseconds since the epoch
     */
    public StartGuard(
            int memberId,
            int memberCount,
            boolean bootstrap,
            Supplier<Map<Integer, GuardAnswer>> peers,
            LongSupplier clockMillis) {
        this.memberId = memberId;
        this.memberCount = memberCount;
        this.bootstrap = bootstrap;
        this.peers = peers;
        this.clockMillis = clockMillis;
    }

    /** What the guard decided. */
    public sealed interface Decision {}

    /** The member may start as this. */
    public record Admitted(Identity identity) implements Decision {}

    /** The member must not start. */
    public record Refused(boolean otherCluster, String reason) implements Decision {}

    /**
     * Waits for a decision.
     *
     * @param own        of the directory; null if it is empty
     * @param waitMillis how long to look for peers before refusing
     */
    public Decision decide(@Nullable Identity own, long waitMillis) throws InterruptedException {
        long deadline = clockMillis.getAsLong() + waitMillis;
        while (true) {
            var answers = peers.get();
            var decision = decide(own, answers);
            if (decision != null) {
                return decision;
            }
            // The only member has nobody to wait for.
            if (memberCount == 1 || clockMillis.getAsLong() >= deadline) {
                return new Refused(false, refusal(own, answers));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** One round: null to ask again. */
    @Nullable
    Decision decide(@Nullable Identity own, Map<Integer, GuardAnswer> answers) {
        if (own != null) {
            for (var answer : answers.values()) {
                var other = answer.identity();
                if (other != null && !isSameCluster(own, other)) {
                    return new Refused(
                            true,
                            "this directory belongs to cluster " + own.clusterId() + ", member " + answer.memberId()
                                    + " to cluster " + other.clusterId());
                }
            }
            if (own.memberId() != memberId) {
                return new Refused(
                        true, "this directory belongs to member " + own.memberId() + ", not to member " + memberId);
            }
            if (own.standing() != Standing.JOINING) {
                return new Admitted(own);
            }
            var joined = join(answers);
            return joined == null || !isSameCluster(own, joined) ? null : new Admitted(own);
        }
        if (bootstrap) {
            if (memberCount == 1) {
                return new Admitted(newCluster());
            }
            var fresh = bootstrap(answers);
            if (fresh != null) {
                return new Admitted(fresh);
            }
        }
        var joined = join(answers);
        return joined == null ? null : new Admitted(joined);
    }

    private @Nullable Identity bootstrap(Map<Integer, GuardAnswer> answers) {
        if (answers.size() < memberCount - 1) {
            return null;
        }
        boolean allNew = answers.values().stream().allMatch(answer -> {
            var identity = answer.identity();
            return identity == null ? answer.bootstrapping() : identity.standing() == Standing.FRESH;
        });
        if (!allNew) {
            return null;
        }
        if (memberId == 0) {
            // If the others have an identity already, this member made it before it was emptied: that is no bootstrap.
            boolean allEmpty = answers.values().stream().allMatch(answer -> answer.identity() == null);
            return allEmpty ? newCluster() : null;
        }
        var first = Objects.requireNonNull(answers.get(0), "all answered").identity();
        return first == null ? null : new Identity(first.clusterId(), first.genesisMillis(), memberId, Standing.FRESH);
    }

    /** The identity that a non-empty quorum of the peers has. */
    private @Nullable Identity join(Map<Integer, GuardAnswer> answers) {
        int quorum = memberCount / 2 + 1;
        for (var answer : answers.values()) {
            var candidate = answer.identity();
            if (candidate == null || !answer.isEstablished() || !answer.serving()) {
                continue;
            }
            long agreeing = answers.values().stream()
                    .filter(peer -> peer.isEstablished()
                            && peer.serving()
                            && peer.leadershipTermId() == answer.leadershipTermId()
                            && isSameCluster(candidate, Objects.requireNonNull(peer.identity())))
                    .count();
            if (agreeing >= quorum) {
                return new Identity(candidate.clusterId(), candidate.genesisMillis(), memberId, Standing.JOINING);
            }
        }
        return null;
    }

    private Identity newCluster() {
        return new Identity(UUID.randomUUID(), clockMillis.getAsLong(), memberId, Standing.FRESH);
    }

    private static boolean isSameCluster(Identity one, Identity other) {
        return one.clusterId().equals(other.clusterId()) && one.genesisMillis() == other.genesisMillis();
    }

    private String refusal(@Nullable Identity own, Map<Integer, GuardAnswer> answers) {
        if (memberCount == 1) {
            return "the directory is empty and bootstrapping was not asked for";
        }
        var seen = java.util.stream.IntStream.range(0, memberCount)
                .filter(other -> other != memberId)
                .mapToObj(other -> "member " + other + " " + describe(answers.get(other)))
                .collect(Collectors.joining(", "));
        return "the directory is " + (own == null ? "empty" : "not caught up") + ", and no quorum of "
                + (memberCount / 2 + 1) + " non-empty members serves"
                + (bootstrap ? ", nor are all members empty and told to bootstrap" : "") + ": " + seen;
    }

    private static String describe(@Nullable GuardAnswer answer) {
        if (answer == null) {
            return "is silent";
        }
        var identity = answer.identity();
        if (identity == null) {
            return answer.bootstrapping() ? "is empty and bootstraps" : "is empty";
        }
        return switch (identity.standing()) {
            case FRESH -> "is new";
            case JOINING -> "is not caught up";
            case ESTABLISHED -> answer.serving() ? "serves" : "has its log but does not serve";
        };
    }
}
