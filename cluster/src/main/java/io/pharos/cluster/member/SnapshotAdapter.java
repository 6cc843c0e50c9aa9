package io.pharos.cluster.member;

import static io.pharos.cluster.member.SnapshotFormat.ORDER;

import io.aeron.FragmentAssembler;
import io.aeron.Image;
import io.pharos.core.engine.Engine;
import io.pharos.core.engine.EngineSettings;
import io.pharos.core.event.EventSink;
import io.pharos.core.state.InvariantViolation;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads one snapshot back. Anything but what was written ends in a {@link HaltedException}. */
final class SnapshotAdapter {

    private final Image image;
    private final IdleStrategy idle;
    private final FragmentAssembler assembler = new FragmentAssembler(this::onMessage);
    private final UnsafeBuffer message =
            new UnsafeBuffer(new byte[SnapshotFormat.PART_HEADER_LENGTH + StateWriter.CHUNK_BYTES_MAX]);
    private final CRC32C crc = new CRC32C();
    private int messageLength;
    private int parts;
    private long length;
    private boolean ended;

    long sequence;
    long chain;
    long digest;
    long logPosition;

    SnapshotAdapter(Image image, IdleStrategy idle) {
        this.image = image;
        this.idle = idle;
    }

    Engine load(EngineSettings settings, EventSink sink) {
        next();
        require(messageLength == SnapshotFormat.HEAD_LENGTH && kind() == SnapshotFormat.HEAD, "begins with its head");
        require(message.getInt(4, ORDER) == SnapshotFormat.FORMAT, "has the format that this version reads");
        sequence = message.getLong(8, ORDER);
        chain = message.getLong(16, ORDER);
        digest = message.getLong(24, ORDER);
        logPosition = message.getLong(32, ORDER);
        Engine engine;
        try {
            engine = Engine.load(new StateReader(this::nextPart), settings, sink);
        } catch (InvariantViolation violation) {
            throw new HaltedException(
                    MemberFailure.Kind.CORRUPTED,
                    "the snapshot at event " + sequence + " does not load: " + violation.getMessage());
        }
        require(nextPart(message) == 0 && ended, "holds nothing but the state");
        require(engine.sequence() == sequence, "stands at the event that its head names");
        require(engine.digest() == digest, "has the digest that its head names");
        return engine;
    }

    private int nextPart(MutableDirectBuffer into) {
        if (ended) {
            return 0;
        }
        next();
        if (kind() == SnapshotFormat.END) {
            require(messageLength == SnapshotFormat.END_LENGTH, "ends with its end");
            require(message.getInt(4, ORDER) == parts, "has all parts");
            require(message.getLong(8, ORDER) == length, "has its full length");
            require(message.getInt(16, ORDER) == (int) crc.getValue(), "has the checksum of its parts");
            ended = true;
            return 0;
        }
        int partLength = message.getInt(8, ORDER);
        require(kind() == SnapshotFormat.PART && message.getInt(4, ORDER) == parts, "has its parts in order");
        require(messageLength == SnapshotFormat.PART_HEADER_LENGTH + partLength, "has whole parts");
        crc.update(message.byteArray(), SnapshotFormat.PART_HEADER_LENGTH, partLength);
        parts++;
        length += partLength;
        into.putBytes(0, message, SnapshotFormat.PART_HEADER_LENGTH, partLength);
        return partLength;
    }

    private int kind() {
        return message.getInt(0, ORDER);
    }

    private void next() {
        messageLength = 0;
        idle.reset();
        while (messageLength == 0) {
            int fragments = image.poll(assembler, 1);
            require(messageLength > 0 || fragments > 0 || !image.isClosed(), "does not break off");
            idle.idle(fragments);
        }
    }

    private void onMessage(DirectBuffer buffer, int offset, int newLength, io.aeron.logbuffer.Header header) {
        require(newLength >= 4 && newLength <= message.capacity(), "has messages of possible length");
        message.putBytes(0, buffer, offset, newLength);
        messageLength = newLength;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new HaltedException(MemberFailure.Kind.CORRUPTED, "not so: the snapshot " + what);
        }
    }
}
