package io.pharos.benchmarks.cluster;

import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.client.EgressListener;
import io.aeron.logbuffer.Header;
import io.pharos.cluster.transport.AeronTransport;
import io.pharos.cluster.transport.Idle;
import io.pharos.cluster.transport.MemberAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;

/** Sends messages through echo members, with so many in flight, and counts the answers. */
final class EchoRun {
    private static final long CONNECT_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Replies replies = new Replies();
    private final int inFlightMax;
    private final UnsafeBuffer message;

    private EchoRun(int inFlightMax, int messageLength) {
        this.inFlightMax = inFlightMax;
        this.message = new UnsafeBuffer(new byte[messageLength]);
    }

    private static final class Replies implements EgressListener {
        private long count;

        @Override
        public void onMessage(
                long clusterSessionId, long timestamp, DirectBuffer buffer, int offset, int length, Header header) {
            count++;
        }
    }

    /**
     * Measures.
     *
     * @return answers a second
     */
    static double measure(int members, int warmUp, int messages, int inFlightMax, int messageLength, int replyLength)
            throws IOException {
        List<AutoCloseable> opened = new ArrayList<>();
        try (TemporaryPlace place = TemporaryPlace.forMembers(members)) {
            try {
                List<EchoMember> echoes = new ArrayList<>();
                for (int i = 0; i < members; i++) {
                    EchoMember member = EchoMember.launch(place, i, replyLength);
                    echoes.add(member);
                    opened.addFirst(member);
                }
                EchoRun run = new EchoRun(inFlightMax, messageLength);
                AeronCluster client = run.connect(place, echoes, opened);
                opened.addFirst(client);
                run.send(client, warmUp);
                long beganNanos = System.nanoTime();
                run.send(client, messages);
                return messages * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - beganNanos);
            } finally {
                CloseHelper.quietCloseAll(opened);
            }
        }
    }

    private AeronCluster connect(TemporaryPlace place, List<EchoMember> echoes, List<AutoCloseable> opened) {
        AeronCluster.Context context = new AeronCluster.Context()
                .egressListener(replies)
                .egressChannel("aeron:udp?endpoint=127.0.0.1:0")
                .messageTimeoutNs(CONNECT_TIMEOUT_NANOS)
                .idleStrategy(Idle.BACKOFF.strategy());
        if (echoes.size() == 1) {
            // As the core's client does: one member in the same process needs no network.
            context.aeronDirectoryName(echoes.getFirst().aeronDirectory())
                    .ingressChannel("aeron:ipc?term-length=4m")
                    .egressChannel("aeron:ipc?term-length=4m");
        } else {
            AeronTransport transport = AeronTransport.launch();
            opened.add(transport);
            context.aeronDirectoryName(transport.directory())
                    .ingressChannel("aeron:udp?term-length=4m")
                    .ingressEndpoints(
                            place.members().stream().map(EchoRun::endpoint).collect(Collectors.joining(",")));
        }
        return AeronCluster.connect(context);
    }

    private static String endpoint(MemberAddress member) {
        return member.memberId() + "=" + member.ingress();
    }

    private void send(AeronCluster client, int messages) {
        IdleStrategy idle = Idle.BACKOFF.strategy();
        long target = replies.count + messages;
        int sent = 0;
        long progressNanos = System.nanoTime();
        while (replies.count < target) {
            int work = 0;
            if (sent < messages
                    && sent - (messages - (target - replies.count)) < inFlightMax
                    && client.offer(message, 0, message.capacity()) > 0) {
                sent++;
                work++;
            }
            work += client.pollEgress();
            if (work > 0) {
                progressNanos = System.nanoTime();
            } else if (System.nanoTime() - progressNanos > STALL_NANOS) {
                throw new IllegalStateException("the echo service stopped answering");
            }
            idle.idle(work);
        }
    }
}
