package io.pharos.benchmarks.core;

import io.pharos.cluster.wire.EventPublisher;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Where encoded events go that nobody reads: a megabyte, over and over. */
final class JournalBuffer implements EventPublisher.Target {
    private static final int LENGTH = 1 << 20;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[LENGTH]);
    private int position;

    @Override
    public MutableDirectBuffer buffer() {
        return buffer;
    }

    @Override
    public int claim(long sequence, int length) {
        int offset = position + length > LENGTH ? 0 : position;
        position = offset + length;
        return offset;
    }
}
