package io.pharos.benchmarks.cluster;

import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.logbuffer.Header;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** Answers each message with one of a fixed length, and does nothing else: the least that a replicated service can do. */
final class EchoService implements ClusteredService {
    private static final int ATTEMPTS_MAX = 1_000;

    private final UnsafeBuffer reply;
    private @Nullable Cluster cluster;

    EchoService(int replyLength) {
        reply = new UnsafeBuffer(new byte[replyLength]);
    }

    @Override
    public void onStart(Cluster cluster, @Nullable Image snapshotImage) {
        this.cluster = cluster;
    }

    @Override
    public void onSessionOpen(ClientSession session, long timestamp) {}

    @Override
    public void onSessionClose(ClientSession session, long timestamp, CloseReason closeReason) {}

    @Override
    public void onSessionMessage(
            @Nullable ClientSession session,
            long timestamp,
            DirectBuffer buffer,
            int offset,
            int length,
            Header header) {
        if (session == null || cluster == null) {
            return;
        }
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            if (session.offer(reply, 0, reply.capacity()) > 0) {
                return;
            }
            cluster.idleStrategy().idle();
        }
        throw new IllegalStateException("the echo's client does not take replies");
    }

    @Override
    public void onTimerEvent(long correlationId, long timestamp) {}

    @Override
    public void onTakeSnapshot(ExclusivePublication snapshotPublication) {}

    @Override
    public void onRoleChange(Cluster.Role newRole) {}

    @Override
    public void onTerminate(Cluster cluster) {}
}
