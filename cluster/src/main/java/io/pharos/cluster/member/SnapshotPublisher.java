package io.pharos.cluster.member;

import static io.pharos.cluster.member.SnapshotFormat.ORDER;

import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import io.pharos.core.engine.Engine;
import io.pharos.core.state.StateWriter;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes one snapshot of the engine. */
final class SnapshotPublisher {

    private final ExclusivePublication publication;
    private final IdleStrategy idle;
    private final UnsafeBuffer buffer =
            new UnsafeBuffer(new byte[SnapshotFormat.PART_HEADER_LENGTH + StateWriter.CHUNK_BYTES_MAX]);
    private final CRC32C crc = new CRC32C();
    private int parts;
    private long length;

    SnapshotPublisher(ExclusivePublication publication, IdleStrategy idle) {
        this.publication = publication;
        this.idle = idle;
    }

    void write(Engine engine, long chain, long logPosition) {
        buffer.putInt(0, SnapshotFormat.HEAD, ORDER);
        buffer.putInt(4, SnapshotFormat.FORMAT, ORDER);
        buffer.putLong(8, engine.sequence(), ORDER);
        buffer.putLong(16, chain, ORDER);
        buffer.putLong(24, engine.digest(), ORDER);
        buffer.putLong(32, logPosition, ORDER);
        offer(SnapshotFormat.HEAD_LENGTH);

        var writer = new StateWriter(this::part);
        engine.save(writer);
        writer.finish();

        buffer.putInt(0, SnapshotFormat.END, ORDER);
        buffer.putInt(4, parts, ORDER);
        buffer.putLong(8, length, ORDER);
        buffer.putInt(16, (int) crc.getValue(), ORDER);
        offer(SnapshotFormat.END_LENGTH);
    }

    private void part(DirectBuffer state, int offset, int partLength) {
        buffer.putInt(0, SnapshotFormat.PART, ORDER);
        buffer.putInt(4, parts, ORDER);
        buffer.putInt(8, partLength, ORDER);
        buffer.putBytes(SnapshotFormat.PART_HEADER_LENGTH, state, offset, partLength);
        crc.update(buffer.byteArray(), SnapshotFormat.PART_HEADER_LENGTH, partLength);
        parts++;
        length += partLength;
        offer(SnapshotFormat.PART_HEADER_LENGTH + partLength);
    }

    private void offer(int messageLength) {
        idle.reset();
        long result;
        while ((result = publication.offer(buffer, 0, messageLength)) < 0) {
            if (result == Publication.CLOSED || result == Publication.MAX_POSITION_EXCEEDED) {
                throw new IllegalStateException("the snapshot is closed: " + Publication.errorString(result));
            }
            idle.idle();
        }
    }
}
