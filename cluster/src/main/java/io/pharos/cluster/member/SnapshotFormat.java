package io.pharos.cluster.member;

import java.nio.ByteOrder;

/**
 * The messages of a snapshot, in order: one head, the state in parts, one end. Little endian.
 *
 * <pre>
 *   head   int kind, int format, long sequence, long chain, long digest, long logPosition
 *   part   int kind, int index from 0, int length, bytes
 *   end    int kind, int parts, long length of all parts, int CRC32C of all parts
 * </pre>
 */
final class SnapshotFormat {

    static final int FORMAT = 1;
    static final int HEAD = 0x5053_0001;
    static final int PART = 0x5053_0002;
    static final int END = 0x5053_0003;

    static final int HEAD_LENGTH = 40;
    static final int PART_HEADER_LENGTH = 12;
    static final int END_LENGTH = 20;

    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private SnapshotFormat() {}
}
