package io.pharos.benchmarks.cluster;

import io.pharos.cluster.client.ClientSettings;
import io.pharos.cluster.client.CoreClient;
import io.pharos.cluster.member.CoreMember;
import io.pharos.cluster.member.MemberSettings;
import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.transport.AeronTransport;
import io.pharos.cluster.transport.ClusterSecret;
import io.pharos.cluster.transport.MemberAddress;
import io.pharos.protocol.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.CloseHelper;
import org.jspecify.annotations.Nullable;

/** Sends order commands through members of the core, with so many in flight. */
final class CoreRun {
    private static final ClusterSecret SECRET = ClusterSecret.of("the secret of a benchmark's cluster");
    private static final Duration SERVING_WAIT = Duration.ofSeconds(60);
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final long CLIENT = 1;

    private CoreRun() {}

    /**
     * Measures.
     *
     * @param warmUp how many of the orders are not counted
     * @return commands a second, from the first one's submission to the last one's reply
     */
    static double measure(int members, int warmUp, List<CoreCommand> orders, int inFlightMax)
            throws IOException, InterruptedException {
        List<AutoCloseable> opened = new ArrayList<>();
        try (TemporaryPlace place = TemporaryPlace.forMembers(members)) {
            try {
                List<CoreMember> cluster = launch(place, opened);
                AeronTransport transport = cluster.getFirst().transport();
                if (members > 1) {
                    transport = AeronTransport.launch();
                    opened.addFirst(transport);
                }
                CoreClient client = CoreClient.connect(
                        ClientSettings.of(CLIENT, place.members(), SECRET).withDeadlines(DEADLINE, DEADLINE),
                        transport);
                opened.addFirst(client);
                submit(client, ClusterWorkload.market(), inFlightMax);
                submit(client, orders.subList(0, warmUp), inFlightMax);
                List<CoreCommand> measured = orders.subList(warmUp, orders.size());
                long beganNanos = System.nanoTime();
                submit(client, measured, inFlightMax);
                return measured.size() * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - beganNanos);
            } finally {
                CloseHelper.quietCloseAll(opened);
            }
        }
    }

    /** All at once: empty members look for each other before they make a cluster. */
    private static List<CoreMember> launch(TemporaryPlace place, List<AutoCloseable> opened)
            throws InterruptedException {
        List<CoreMember> members = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<CoreMember>> starting = new ArrayList<>();
            for (MemberAddress address : place.members()) {
                Callable<CoreMember> start = () -> CoreMember.launch(MemberSettings.of(
                        address.memberId(), place.members(), place.directory(address.memberId()), true, SECRET));
                starting.add(threads.submit(start));
            }
            for (Future<CoreMember> start : starting) {
                CoreMember member = start.get();
                opened.addFirst(member);
                members.add(member);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a member does not start: " + e.getCause(), e);
        }
        for (CoreMember member : members) {
            if (!member.awaitServing(SERVING_WAIT)) {
                throw new IllegalStateException("a member does not serve within " + SERVING_WAIT);
            }
        }
        return members;
    }

    private static void submit(CoreClient client, List<CoreCommand> commands, int inFlightMax)
            throws InterruptedException {
        Semaphore room = new Semaphore(inFlightMax);
        AtomicReference<@Nullable String> problem = new AtomicReference<>();
        for (CoreCommand command : commands) {
            room.acquire();
            client.submit(command).whenComplete((reply, failure) -> {
                check(command, reply, failure, problem);
                room.release();
            });
        }
        room.acquire(inFlightMax);
        String found = problem.get();
        if (found != null) {
            throw new IllegalStateException(found);
        }
    }

    private static void check(
            CoreCommand command,
            @Nullable CommandReply reply,
            @Nullable Throwable failure,
            AtomicReference<@Nullable String> problem) {
        if (reply == null || failure != null) {
            problem.compareAndSet(null, command + " failed: " + failure);
        } else if (reply.outcome() != Outcome.ACCEPTED) {
            problem.compareAndSet(null, command + " was refused: " + reply.outcome());
        }
    }
}
