package io.pharos.cluster.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingScanTest {

    private static final int TERM_LENGTH = 4096;

    @TempDir
    private Path archive;

    @Test
    void findsEveryFlippedBitOfEveryFrame() throws Exception {
        byte[] intact = recording();
        assertThat(damage(intact)).isNull();
        int end = end(intact);
        // What the last frame's type and flags say could only be told from a frame after it.
        int lastFrame = lastFrame(intact);
        for (int bit = 0; bit < end * 8; bit += 37) {
            if (bit / 8 == lastFrame + 5 || bit / 8 == lastFrame + 6) {
                continue;
            }
            byte[] damaged = intact.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            boolean padding = isPaddingsPayload(intact, bit / 8);
            // A length that grows within its alignment covers zeros, which no message is made of.
            boolean growsOnly =
                    bit / 8 == frameOf(intact, bit / 8) && bit % 8 < 5 && (intact[bit / 8] & (1 << bit % 8)) == 0;
            boolean endsEarly =
                    ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).getInt(frameOf(intact, bit / 8)) == 0;
            if (!padding && !endsEarly && !growsOnly) {
                assertThat(damage(damaged))
                        .as("bit %d of byte %d", bit % 8, bit / 8)
                        .isNotNull();
            }
        }
    }

    private @Nullable String damage(byte[] bytes) throws Exception {
        Files.write(archive.resolve("0-0.rec"), bytes);
        return RecordingScan.findDamage(archive, 1 << 20);
    }

    /** Two terms of frames; the first ends with padding. */
    private static byte[] recording() {
        var buffer = ByteBuffer.allocate(3 * TERM_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        var random = new Random(7);
        int position = 0;
        for (int term = 0; term < 2; term++) {
            int termOffset = 0;
            while (termOffset < TERM_LENGTH - (term == 0 ? 0 : 1024)) {
                int left = TERM_LENGTH - termOffset;
                int length = 33 + random.nextInt(200);
                int aligned = (length + 31) & -32;
                boolean pads = aligned > left;
                buffer.putInt(position, pads ? left : length);
                buffer.put(position + 5, (byte) 0xC0);
                buffer.putShort(position + 6, (short) (pads ? 0 : 1));
                buffer.putInt(position + 8, termOffset);
                buffer.putInt(position + 16, 100);
                buffer.putInt(position + 20, term);
                aligned = pads ? left : aligned;
                if (!pads) {
                    for (int index = position + 32; index < position + length; index++) {
                        buffer.put(index, (byte) (1 + random.nextInt(255)));
                    }
                    var crc = new CRC32C();
                    crc.update(buffer.array(), position + 32, aligned - 32);
                    buffer.putInt(position + 12, (int) crc.getValue());
                }
                position += aligned;
                termOffset += aligned;
            }
        }
        return buffer.array();
    }

    private static int end(byte[] recording) {
        return frameOf(recording, Integer.MAX_VALUE);
    }

    private static int lastFrame(byte[] recording) {
        return frameOf(recording, end(recording) - 1);
    }

    private static int frameOf(byte[] recording, int target) {
        var buffer = ByteBuffer.wrap(recording).order(ByteOrder.LITTLE_ENDIAN);
        int position = 0;
        while (buffer.getInt(position) > 0) {
            int aligned = (buffer.getInt(position) + 31) & -32;
            if (target < position + aligned) {
                return position;
            }
            position += aligned;
        }
        return position;
    }

    /** Padding carries nothing: its checksum field and its payload mean nothing. */
    private static boolean isPaddingsPayload(byte[] recording, int target) {
        int frame = frameOf(recording, target);
        boolean pads = recording[frame + 6] == 0 && recording[frame + 7] == 0;
        int offset = target - frame;
        return pads && (offset >= 32 || (offset >= 12 && offset < 16) || offset < 12);
    }
}
