package io.pharos.platform.core;

import io.pharos.cluster.guard.GuardAnswer;
import io.pharos.cluster.guard.Peers;
import io.pharos.cluster.transport.ClusterSecret;
import io.pharos.cluster.transport.MemberAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * All configured members of the core, wherever they run, asked by their guard port: the same question for the member in
 * this process and for one far away. Thread-safe.
 */
public final class CoreMembers implements AutoCloseable {
    private final List<MemberAddress> addresses;
    private final ClusterSecret secret;
    private final Clock clock;
    private final Map<Integer, Since> since = new ConcurrentHashMap<>();
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("core-members-", 0).factory());

    CoreMembers(List<MemberAddress> addresses, ClusterSecret secret, Clock clock) {
        this.addresses = List.copyOf(addresses);
        this.secret = secret;
        this.clock = clock;
    }

    /** What a member is. */
    public enum Standing {
        LEADER,
        FOLLOWER,
        /** Starting, replaying or electing: serves nobody. */
        STARTING,
        /** Did not answer within a second. */
        UNREACHABLE
    }

    private record Since(Standing standing, Instant at) {}

    /**
     * A member.
     *
     * @param since when this process found it so first
     * @param answer what it says of itself; null if it did not answer
     */
    public record Member(
            int memberId,
            String address,
            Standing standing,
            Instant since,
            @Nullable GuardAnswer answer) {}

    /** Asks all of them at the same time; takes little more than a second, whoever is silent. */
    public List<Member> ask() {
        List<Future<Member>> answers = addresses.stream()
                .map(address -> executor.submit(() -> ask(address)))
                .toList();
        List<Member> members = new ArrayList<>();
        for (Future<Member> answer : answers) {
            try {
                members.add(answer.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a member could not be asked", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return members;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private Member ask(MemberAddress address) {
        GuardAnswer answer = Peers.only(address, secret).ask().get(address.memberId());
        Standing standing = standing(answer);
        Instant now = clock.instant();
        Since known = since.compute(
                address.memberId(),
                (member, old) -> old != null && old.standing() == standing ? old : new Since(standing, now));
        return new Member(address.memberId(), address.toString(), standing, known == null ? now : known.at(), answer);
    }

    private static Standing standing(@Nullable GuardAnswer answer) {
        if (answer == null) {
            return Standing.UNREACHABLE;
        }
        if (!answer.serving()) {
            return Standing.STARTING;
        }
        return answer.leaderMemberId() == answer.memberId() ? Standing.LEADER : Standing.FOLLOWER;
    }
}
