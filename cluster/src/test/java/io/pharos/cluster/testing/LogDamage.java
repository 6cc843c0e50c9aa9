package io.pharos.cluster.testing;

import io.aeron.cluster.RecordingLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Damages a member's log as a bad disk does. */
public final class LogDamage {

    private LogDamage() {}

    /** Flips one bit in the middle of what the log's first file holds. */
    public static void flipAByteOfTheLog(Path directory) throws IOException {
        try (var listing = Files.list(directory.resolve("archive"))) {
            var segment = listing.filter(path -> path.getFileName().toString().endsWith(".rec"))
                    .filter(path -> isLog(directory, path))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            try (var channel = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                long position = lastWritten(channel) / 2;
                var one = ByteBuffer.allocate(1);
                channel.read(one, position);
                one.put(0, (byte) (one.get(0) ^ 0x10)).flip();
                channel.write(one, position);
            }
        }
    }

    /** Appends the first half of a frame, as a power cut does that comes while a block is written. */
    public static void tearTheLastBlock(Path directory) throws IOException {
        try (var listing = Files.list(directory.resolve("archive"))) {
            var segment = listing.filter(path -> path.getFileName().toString().endsWith("-0.rec"))
                    .filter(path -> isLog(directory, path))
                    .findFirst()
                    .orElseThrow();
            try (var channel = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                var log = channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size())
                        .order(ByteOrder.LITTLE_ENDIAN);
                int end = 0;
                int longest = 0;
                while (log.getInt(end) > 0) {
                    longest = log.getInt(end) > log.getInt(longest) ? end : longest;
                    end += (log.getInt(end) + 31) & -32;
                }
                log.put(end, log, longest, log.getInt(longest) / 2);
                log.putInt(end + 8, end);
            }
        }
    }

    private static long lastWritten(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate((int) channel.size());
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {
            // Until all is read.
        }
        int last = bytes.capacity() - 1;
        while (last > 0 && bytes.get(last) == 0) {
            last--;
        }
        return last;
    }

    private static boolean isLog(Path directory, Path segment) {
        var name = segment.getFileName().toString();
        long recordingId = Long.parseLong(name.substring(0, name.indexOf('-')));
        try (var log = new RecordingLog(directory.resolve("cluster").toFile(), false)) {
            return log.entries().stream()
                    .anyMatch(entry -> entry.type == RecordingLog.ENTRY_TYPE_TERM && entry.recordingId == recordingId);
        }
    }
}
