package io.pharos.core.state;

import org.agrona.MutableDirectBuffer;

/** Gives a snapshot's chunks back, each as it was written, in order. */
@FunctionalInterface
public interface ChunkSource {
    /**
     * Copies the next chunk to the start of the buffer.
     *
     * @return its length, at most {@link StateWriter#CHUNK_BYTES_MAX}; 0 or less after the last chunk
     */
    int next(MutableDirectBuffer into);
}
