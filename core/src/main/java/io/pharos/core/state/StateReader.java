package io.pharos.core.state;

import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads a snapshot back. Anything but the bytes that were written ends in an {@link InvariantViolation}. */
public final class StateReader {
    private static final int TEXT_LENGTH_MAX = 256;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[StateWriter.CHUNK_BYTES_MAX]);
    private final ChunkSource source;
    private int position;
    private int limit;

    public StateReader(ChunkSource source) {
        this.source = source;
    }

    public long readLong() {
        require(Long.BYTES);
        long value = buffer.getLong(position, ByteOrder.LITTLE_ENDIAN);
        position += Long.BYTES;
        return value;
    }

    public int readInt() {
        require(Integer.BYTES);
        int value = buffer.getInt(position, ByteOrder.LITTLE_ENDIAN);
        position += Integer.BYTES;
        return value;
    }

    /** Reads a count or size, which lies between 0 and the given largest one. */
    public int readCount(int countMax) {
        int count = readInt();
        Invariant.check(count >= 0 && count <= countMax, "a count in the snapshot is within its limit");
        return count;
    }

    public boolean readBoolean() {
        return readCount(1) == 1;
    }

    public String readText() {
        int length = readCount(TEXT_LENGTH_MAX);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) readCount(Character.MAX_VALUE));
        }
        return text.toString();
    }

    private void require(int bytes) {
        if (position == limit) {
            limit = source.next(buffer);
            position = 0;
        }
        Invariant.check(
                limit <= StateWriter.CHUNK_BYTES_MAX && limit - position >= bytes,
                "the snapshot is as long as what it should hold");
    }
}
