package io.pharos.cluster.member;

import io.aeron.archive.CatalogView;
import io.aeron.archive.client.AeronArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Cuts off what a power cut left of the block that was being written. The archive writes a block, waits until it is on
 * disk, and only then counts it as recorded; so a block that is there in part was never acknowledged.
 *
 * <pre>
 *   | frame | frame | frame | a torn frame 000000 | 0000 … to the end of the file
 *                           ^ end of what is whole: here it is cut
 * </pre>
 *
 * <p>It is cut only if all of this holds; anything else is damage, is left as it is, and refuses the start:
 *
 * <ul>
 *   <li>the recording was never closed, and this is its newest file
 *   <li>nothing that looks like a whole frame stands anywhere behind the cut, and nothing at all further away than a block
 *   <li>what is missing is missing as an unwritten sector is, as zeros: the frame's header, its end, or a sector of it
 *   <li>no change of a single byte, and no other length, would make the frame whole: that would be a flipped byte of a
 *       frame that was perhaps acknowledged
 * </ul>
 *
 * <p>What was cut off is kept in a file beside the archive. If it was acknowledged after all, the journal is longer than
 * the log, and the member halts: see {@link EngineAdapter#onRoleChange}.
 */
final class TornTail {

    private static final int HEADER_LENGTH = 32;
    private static final int ALIGNMENT = 32;
    private static final int SECTOR = 512;
    /** Zeros at the end of a frame that a message would hardly have. */
    private static final int ZEROS_MIN = 8;
    /** The archive's {@code fileIoMaxLength}: no block is longer. */
    private static final int BLOCK_LENGTH_MAX = 1024 * 1024;

    private static final int TYPE_PADDING = 0;
    private static final int TYPE_DATA = 1;

    private final int initialTermId;
    private final int termLength;
    private final int streamId;
    private final long basePosition;
    private final ByteBuffer buffer;
    private final CRC32C crc = new CRC32C();

    private TornTail(Recording recording, long basePosition, ByteBuffer buffer) {
        this.initialTermId = recording.initialTermId;
        this.termLength = recording.termLength;
        this.streamId = recording.streamId;
        this.basePosition = basePosition;
        this.buffer = buffer;
    }

    /** Of a recording that was never closed. */
    record Recording(
            long recordingId, long startPosition, int initialTermId, int segmentLength, int termLength, int streamId) {}

    /**
     * Cuts off the torn tails of all recordings that were being written when the process died.
     *
     * @param kept directory for what is cut off
     * @return one line for each
     */
    static List<String> cutOff(Path archive, Path kept) throws IOException {
        var open = new ArrayList<Recording>();
        CatalogView.listRecordings(
                archive.toFile(),
                (controlSession,
                        correlation,
                        recordingId,
                        startTime,
                        stopTime,
                        startPosition,
                        stopPosition,
                        initialTermId,
                        segmentLength,
                        termLength,
                        mtuLength,
                        sessionId,
                        streamId,
                        strippedChannel,
                        originalChannel,
                        source) -> {
                    if (stopPosition == AeronArchive.NULL_POSITION) {
                        open.add(new Recording(
                                recordingId, startPosition, initialTermId, segmentLength, termLength, streamId));
                    }
                });
        var lines = new ArrayList<String>();
        for (var recording : open) {
            String line = cutOff(archive, recording, kept);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    static @Nullable String cutOff(Path archive, Recording recording, Path kept) throws IOException {
        long newest = newestBasePosition(archive, recording.recordingId);
        if (newest < 0) {
            return null;
        }
        var file = archive.resolve(recording.recordingId + "-" + newest + ".rec");
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            // A file that was cut off by the file system is as long as it was meant to be again, with zeros at the end.
            boolean isShort = channel.size() < recording.segmentLength;
            var buffer = channel.map(
                            isShort ? FileChannel.MapMode.PRIVATE : FileChannel.MapMode.READ_ONLY,
                            0,
                            recording.segmentLength)
                    .order(ByteOrder.LITTLE_ENDIAN);
            int from = (int) Math.max(0, recording.startPosition - newest);
            var tail = new TornTail(recording, newest, buffer);
            int end = tail.endOfWhole(from);
            int last = tail.lastNonZero(end);
            if (last < end || !tail.isTorn(end, last)) {
                return null;
            }
            int length = last + 1 - end;
            var cut = ByteBuffer.allocate(length).put(0, buffer, end, length);
            var copy = kept.resolve("torn-" + recording.recordingId + "-" + (newest + end));
            Files.write(copy, cut.array());
            channel.write(ByteBuffer.allocate(length), end);
            channel.force(true);
            return String.format(
                    Locale.ROOT,
                    "%s: the last block was torn by a crash and never acknowledged: its %d bytes from %d on were cut off"
                            + " and are kept in %s",
                    file.getFileName(),
                    length,
                    end,
                    copy);
        }
    }

    private static long newestBasePosition(Path archive, long recordingId) throws IOException {
        String prefix = recordingId + "-";
        try (var files = Files.list(archive)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(".rec"))
                    .mapToLong(name -> Long.parseLong(name.substring(prefix.length(), name.length() - 4)))
                    .max()
                    .orElse(-1);
        }
    }

    /** Where the last frame of an unbroken row of whole frames ends. */
    private int endOfWhole(int from) {
        int position = from;
        while (isWhole(position)) {
            position += aligned(buffer.getInt(position));
        }
        return position;
    }

    private boolean isWhole(int position) {
        if (!hasPlausibleHeader(position)) {
            return false;
        }
        int aligned = aligned(buffer.getInt(position));
        return buffer.getShort(position + 6) == TYPE_PADDING
                || checksum(position, aligned) == buffer.getInt(position + 12);
    }

    private boolean hasPlausibleHeader(int position) {
        if (position > buffer.capacity() - HEADER_LENGTH) {
            return false;
        }
        int length = buffer.getInt(position);
        long streamPosition = basePosition + position;
        int termOffset = (int) (streamPosition & (termLength - 1));
        int type = buffer.getShort(position + 6);
        return length >= HEADER_LENGTH
                && aligned(length) <= Math.min(termLength - termOffset, buffer.capacity() - position)
                && (type == TYPE_DATA || type == TYPE_PADDING)
                && buffer.get(position + 4) == 0
                && buffer.getInt(position + 8) == termOffset
                && buffer.getInt(position + 16) == streamId
                && buffer.getInt(position + 20) == initialTermId + (int) (streamPosition / termLength)
                && buffer.getLong(position + 24) == 0;
    }

    private boolean isTorn(int end, int last) {
        if (last - end >= BLOCK_LENGTH_MAX) {
            return false;
        }
        for (int position = end + ALIGNMENT; position <= last; position += ALIGNMENT) {
            if (isWhole(position)) {
                return false;
            }
        }
        if (isZero(end, end + HEADER_LENGTH)) {
            return true;
        }
        if (!hasPlausibleHeader(end) || buffer.getShort(end + 6) != TYPE_DATA) {
            return false;
        }
        int frameEnd = end + buffer.getInt(end);
        boolean lacksItsEnd = isZero(Math.max(end + HEADER_LENGTH, frameEnd - ZEROS_MIN), frameEnd);
        return (lacksItsEnd || lacksASector(end, frameEnd))
                && !isOneByteAway(end, aligned(buffer.getInt(end)))
                && !isWholeAtAnotherLength(end, last);
    }

    private boolean isWholeAtAnotherLength(int frame, int last) {
        int recorded = buffer.getInt(frame + 12);
        crc.reset();
        for (int position = frame + HEADER_LENGTH; position <= last; position += ALIGNMENT) {
            crc.update(buffer.slice(position, ALIGNMENT));
            if ((int) crc.getValue() == recorded) {
                return true;
            }
        }
        return false;
    }

    private boolean lacksASector(int from, int to) {
        long first = Math.ceilDiv(from, SECTOR) * (long) SECTOR;
        for (int sector = (int) first; sector + SECTOR <= to; sector += SECTOR) {
            if (isZero(sector, sector + SECTOR)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the checksum would be right if one byte of the payload, or of the checksum, were another. */
    private boolean isOneByteAway(int frame, int aligned) {
        int wrong = checksum(frame, aligned) ^ buffer.getInt(frame + 12);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            if ((wrong & ~(0xFF << shift)) == 0) {
                return true;
            }
        }
        // A CRC is linear: the difference that a byte makes does not depend on the other bytes. From the last byte to
        // the
        // first, undo one byte's worth of zeros after it; what remains of a single wrong byte is one entry of the
        // table.
        int difference = wrong;
        for (int index = aligned - HEADER_LENGTH; index > 0; index--) {
            int entry = INDEX_BY_TOP[difference >>> 24] & 0xFF;
            difference = (difference ^ TABLE[entry]) << 8 | entry;
            if ((difference & ~0xFF) == 0) {
                return true;
            }
        }
        return false;
    }

    private static final int POLYNOMIAL_REFLECTED = 0x82F63B78;
    private static final int[] TABLE = new int[256];
    private static final byte[] INDEX_BY_TOP = new byte[256];

    static {
        for (int index = 0; index < 256; index++) {
            int value = index;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ POLYNOMIAL_REFLECTED;
            }
            TABLE[index] = value;
            INDEX_BY_TOP[value >>> 24] = (byte) index;
        }
    }

    private int checksum(int frame, int aligned) {
        crc.reset();
        crc.update(buffer.slice(frame + HEADER_LENGTH, aligned - HEADER_LENGTH));
        return (int) crc.getValue();
    }

    private int lastNonZero(int from) {
        int position = buffer.capacity() - Long.BYTES;
        while (position >= from && buffer.getLong(position) == 0) {
            position -= Long.BYTES;
        }
        position += Long.BYTES - 1;
        while (position >= from && buffer.get(position) == 0) {
            position--;
        }
        return position;
    }

    private boolean isZero(int from, int to) {
        for (int index = from; index < to; index++) {
            if (buffer.get(index) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int aligned(int length) {
        return (length + ALIGNMENT - 1) & -ALIGNMENT;
    }
}
