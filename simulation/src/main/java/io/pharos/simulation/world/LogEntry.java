package io.pharos.simulation.world;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the replicated log, and how it lies on a disk.
 *
 * @param term of the leader that ordered it
 * @param timeNanos the leader's clock
 * @param command the SBE bytes; empty for a tick of the clock
 */
record LogEntry(long term, long timeNanos, Bytes command) {
    private static final int HEADER_BYTES = 3 * Long.BYTES;

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + command.length());
        bytes.putLong(0).putLong(term).putLong(timeNanos).put(command.array());
        bytes.putLong(0, checksum(bytes.array()));
        return bytes.array();
    }

    /** Reads an entry back; null where it is torn or damaged. */
    static @Nullable LogEntry of(byte[] stored) {
        if (stored.length < HEADER_BYTES || ByteBuffer.wrap(stored).getLong(0) != checksum(stored)) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        byte[] command = new byte[stored.length - HEADER_BYTES];
        bytes.position(HEADER_BYTES).get(command);
        return new LogEntry(bytes.getLong(Long.BYTES), bytes.getLong(2 * Long.BYTES), new Bytes(command));
    }

    boolean isTick() {
        return command.length() == 0;
    }

    long fingerprint() {
        return RunDigest.mix(command.fingerprint(), timeNanos);
    }

    private static long checksum(byte[] stored) {
        CRC32C checksum = new CRC32C();
        checksum.update(stored, Long.BYTES, stored.length - Long.BYTES);
        return checksum.getValue() << 32 | stored.length;
    }
}
