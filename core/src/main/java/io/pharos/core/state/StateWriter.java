package io.pharos.core.state;

import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes a snapshot as little-endian values into chunks; no value straddles two chunks. */
public final class StateWriter {
    /** The largest chunk, bytes. */
    public static final int CHUNK_BYTES_MAX = 64 * 1024;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CHUNK_BYTES_MAX]);
    private final ChunkSink sink;
    private int position;
    private long totalBytes;

    public StateWriter(ChunkSink sink) {
        this.sink = sink;
    }

    public void writeLong(long value) {
        reserve(Long.BYTES);
        buffer.putLong(position, value, ByteOrder.LITTLE_ENDIAN);
        position += Long.BYTES;
    }

    public void writeInt(int value) {
        reserve(Integer.BYTES);
        buffer.putInt(position, value, ByteOrder.LITTLE_ENDIAN);
        position += Integer.BYTES;
    }

    public void writeBoolean(boolean value) {
        writeInt(value ? 1 : 0);
    }

    /** Writes ASCII text. */
    public void writeText(String text) {
        writeInt(text.length());
        for (int i = 0; i < text.length(); i++) {
            writeInt(text.charAt(i));
        }
    }

    /** Hands the last, partly filled chunk over. Called once, at the end. */
    public void finish() {
        if (position > 0) {
            flush();
        }
    }

    /** Bytes written so far. */
    public long totalBytes() {
        return totalBytes + position;
    }

    private void reserve(int bytes) {
        if (position + bytes > CHUNK_BYTES_MAX) {
            flush();
        }
    }

    private void flush() {
        sink.onChunk(buffer, 0, position);
        totalBytes += position;
        position = 0;
    }
}
