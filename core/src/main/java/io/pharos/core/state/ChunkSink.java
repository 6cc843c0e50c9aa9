package io.pharos.core.state;

import org.agrona.DirectBuffer;

/** Takes a snapshot's bytes in order. */
@FunctionalInterface
public interface ChunkSink {
    /** Takes the next bytes; the buffer is reused after the call. */
    void onChunk(DirectBuffer buffer, int offset, int length);
}
