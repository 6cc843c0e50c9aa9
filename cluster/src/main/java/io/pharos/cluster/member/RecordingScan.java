package io.pharos.cluster.member;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads recordings frame by frame and checks every byte: the payload against the checksum that the archive put in the
 * place of the session id, and each field of the header, which that checksum does not cover.
 *
 * <pre>
 *    0 int length   4 byte version   5 byte flags   6 short type    8 int term offset
 *   12 int CRC32C  16 int stream    20 int term    24 long reserved
 * </pre>
 */
final class RecordingScan {

    private static final String SUFFIX = ".rec";
    private static final int HEADER_LENGTH = 32;
    private static final int ALIGNMENT = 32;
    private static final int TYPE_PADDING = 0;
    private static final int TYPE_DATA = 1;
    private static final int BEGIN = 0x80;
    private static final int END = 0x40;

    private final CRC32C crc = new CRC32C();
    private int previousEnd;
    private int previousTerm;
    private boolean previousPads;
    private boolean messageOpen;

    /**
     * Scans the newest files, up to a budget that keeps the start short; older ones are checked when they are replayed.
     *
     * @return where the first damage is, in words; null if there is none
     */
    static @Nullable String findDamage(Path archive, long bytesMax) throws IOException {
        List<Path> newestFirst;
        try (var files = Files.list(archive)) {
            newestFirst = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparingLong(RecordingScan::basePosition)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
        var scan = new RecordingScan();
        long budget = bytesMax;
        for (var file : newestFirst) {
            long size = Files.size(file);
            if (size > budget) {
                break;
            }
            budget -= size;
            String damage = scan.scan(file);
            if (damage != null) {
                return file.getFileName() + " " + damage;
            }
        }
        return null;
    }

    private static long basePosition(Path file) {
        var name = file.getFileName().toString();
        return Long.parseLong(name.substring(name.indexOf('-') + 1, name.length() - SUFFIX.length()));
    }

    private @Nullable String scan(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var buffer = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            int position = firstFrame(buffer);
            previousEnd = -1;
            previousPads = false;
            messageOpen = false;
            int stream = position < buffer.capacity() ? buffer.getInt(position + 16) : 0;
            while (position <= buffer.capacity() - HEADER_LENGTH) {
                int length = buffer.getInt(position);
                if (length == 0) {
                    return null;
                }
                int aligned = (length + ALIGNMENT - 1) & -ALIGNMENT;
                if (length < HEADER_LENGTH || aligned > buffer.capacity() - position) {
                    return "has a frame of impossible length " + length + " at " + position;
                }
                String damage = checkHeader(buffer, position, stream);
                if (damage == null && buffer.getShort(position + 6) == TYPE_DATA) {
                    damage = checkPayload(buffer, position, length, aligned);
                }
                if (damage != null) {
                    return damage + " at " + position;
                }
                previousEnd = buffer.getInt(position + 8) + aligned;
                previousTerm = buffer.getInt(position + 20);
                previousPads = buffer.getShort(position + 6) == TYPE_PADDING;
                messageOpen = (buffer.get(position + 5) & END) == 0;
                position += aligned;
            }
            return null;
        }
    }

    /** A recording may begin within its first file; before that, the file is a hole. */
    private static int firstFrame(ByteBuffer buffer) {
        int position = 0;
        while (position <= buffer.capacity() - HEADER_LENGTH && buffer.getInt(position) == 0) {
            position += ALIGNMENT;
        }
        return position;
    }

    private @Nullable String checkHeader(ByteBuffer buffer, int position, int stream) {
        int flags = buffer.get(position + 5) & 0xFF;
        int type = buffer.getShort(position + 6);
        int termOffset = buffer.getInt(position + 8);
        int term = buffer.getInt(position + 20);
        // Padding ends a term, and nothing else does so before its length.
        boolean follows = previousEnd < 0
                || (termOffset == previousEnd && term == previousTerm && !previousPads)
                || (termOffset == 0 && term == previousTerm + 1);
        // A file may begin within a message; after that, every message begins and ends once.
        boolean ordered = previousEnd < 0 || messageOpen == ((flags & BEGIN) == 0);
        boolean plausible = buffer.get(position + 4) == 0
                && (flags & ~(BEGIN | END)) == 0
                && (type == TYPE_DATA || type == TYPE_PADDING)
                && buffer.getInt(position + 16) == stream
                && buffer.getLong(position + 24) == 0;
        return follows && ordered && plausible ? null : "has a damaged header";
    }

    private @Nullable String checkPayload(ByteBuffer buffer, int position, int length, int aligned) {
        // The checksum does not tell whether the length is a few bytes too short; what lies beyond it is zero.
        for (int index = position + length; index < position + aligned; index++) {
            if (buffer.get(index) != 0) {
                return "has bytes beyond its length";
            }
        }
        crc.reset();
        crc.update(buffer.slice(position + HEADER_LENGTH, aligned - HEADER_LENGTH));
        return (int) crc.getValue() == buffer.getInt(position + 12) ? null : "fails its checksum";
    }
}
