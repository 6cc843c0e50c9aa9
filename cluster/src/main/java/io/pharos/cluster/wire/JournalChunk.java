package io.pharos.cluster.wire;

import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The layout of one message of the journal: the events of one command, or a part of them if they are very many. Little
 * endian, as the events are.
 *
 * <pre>
 *    0  int   format, {@value #FORMAT}
 *    4  int   flags; bit 0: the command's last chunk
 *    8  long  sequence of the first event
 *   16  long  sequence of the last event
 *   24  long  chain: a checksum over all events of the journal up to here, equal on every member
 *   32  long  position in the log after the command
 *   40        events, one after another, each with its header
 * </pre>
 */
public final class JournalChunk {

    public static final int FORMAT = 0x504A_0001;
    public static final int HEADER_LENGTH = 40;
    public static final int FLAG_LAST = 1;

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private JournalChunk() {}

    public static void writeHeader(
            MutableDirectBuffer buffer,
            boolean last,
            long firstSequence,
            long lastSequence,
            long chain,
            long logPosition) {
        buffer.putInt(0, FORMAT, ORDER);
        buffer.putInt(4, last ? FLAG_LAST : 0, ORDER);
        buffer.putLong(8, firstSequence, ORDER);
        buffer.putLong(16, lastSequence, ORDER);
        buffer.putLong(24, chain, ORDER);
        buffer.putLong(32, logPosition, ORDER);
    }

    public static boolean isChunk(DirectBuffer buffer, int offset, int length) {
        return length > HEADER_LENGTH && buffer.getInt(offset, ORDER) == FORMAT;
    }

    public static boolean isLast(DirectBuffer buffer, int offset) {
        return (buffer.getInt(offset + 4, ORDER) & FLAG_LAST) != 0;
    }

    public static long firstSequence(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + 8, ORDER);
    }

    public static long lastSequence(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + 16, ORDER);
    }

    public static long chain(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + 24, ORDER);
    }

    public static long logPosition(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + 32, ORDER);
    }

    /** The chain after these events, given the chain before them. */
    public static long nextChain(long chain, CRC32C crc, byte[] events, int offset, int length) {
        crc.reset();
        crc.update(events, offset, length);
        long mixed = chain * 0x9E37_79B9_7F4A_7C15L + crc.getValue() + 1;
        return mixed ^ (mixed >>> 29);
    }
}
