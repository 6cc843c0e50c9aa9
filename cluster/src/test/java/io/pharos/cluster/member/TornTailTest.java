package io.pharos.cluster.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TornTailTest {

    private static final int SEGMENT_LENGTH = 128 * 1024;
    private static final int TERM_LENGTH = 64 * 1024;
    private static final int STREAM = 100;
    private static final int[] LENGTHS = {160, 91, 2000, 320, 64, 1500};

    @TempDir
    private Path directory;

    private Path file = Path.of("");
    private int lastFrame;
    private int end;
    private byte[] intact = {};

    @BeforeEach
    void writeARecording() {
        file = directory.resolve("3-0.rec");
        intact = new byte[SEGMENT_LENGTH];
        var random = new Random(11);
        int position = 0;
        for (int length : LENGTHS) {
            lastFrame = position;
            position = writeFrame(intact, position, length, random);
        }
        end = position;
    }

    private static int writeFrame(byte[] bytes, int position, int length, Random random) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int aligned = (length + 31) & -32;
        buffer.putInt(position, length);
        buffer.put(position + 5, (byte) 0xC0);
        buffer.putShort(position + 6, (short) 1);
        buffer.putInt(position + 8, position);
        buffer.putInt(position + 16, STREAM);
        buffer.putInt(position + 20, 7);
        for (int index = position + 32; index < position + length; index++) {
            buffer.put(index, (byte) (1 + random.nextInt(255)));
        }
        var crc = new CRC32C();
        crc.update(bytes, position + 32, aligned - 32);
        buffer.putInt(position + 12, (int) crc.getValue());
        return position + aligned;
    }

    @Test
    void leavesWhatIsWholeAsItIs() throws Exception {
        assertThat(cutOff(intact)).isNull();
        assertThat(Files.readAllBytes(file)).isEqualTo(intact);
    }

    @Test
    void cutsOffAFrameWhoseEndWasNotWritten() throws Exception {
        for (int written = 1; written <= 1500 - 32 - 8; written += 97) {
            byte[] torn = intact.clone();
            Arrays.fill(torn, lastFrame + 32 + written, end, (byte) 0);
            assertCutAtTheLastFrame(torn);
        }
    }

    @Test
    void cutsOffAFrameOfWhichASectorWasNotWritten() throws Exception {
        byte[] torn = intact.clone();
        int sector = (lastFrame + 32 + 511) / 512 * 512;
        Arrays.fill(torn, sector, sector + 512, (byte) 0);
        assertCutAtTheLastFrame(torn);
    }

    @Test
    void cutsOffAFrameWhoseBeginningWasNotWritten() throws Exception {
        byte[] torn = intact.clone();
        Arrays.fill(torn, lastFrame, lastFrame + 200, (byte) 0);
        assertCutAtTheLastFrame(torn);
    }

    @Test
    void cutsOffAFrameWithWhichTheFileEnds() throws Exception {
        assertCutAtTheLastFrame(Arrays.copyOf(intact, lastFrame + 700));
    }

    private void assertCutAtTheLastFrame(byte[] torn) throws IOException {
        byte[] whole = intact.clone();
        Arrays.fill(whole, lastFrame, end, (byte) 0);
        assertThat(cutOff(torn)).contains("3-0.rec").contains("from " + lastFrame + " on");
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        byte[] kept = Files.readAllBytes(directory.resolve("torn-3-" + lastFrame));
        assertThat(kept).isEqualTo(Arrays.copyOfRange(torn, lastFrame, lastFrame + kept.length));
        assertThat(cutOff(whole)).isNull();
    }

    /** Whatever byte it is: the frame may have been acknowledged. */
    @Test
    void leavesEveryFlippedByteOfEveryFrameAsItIs() throws Exception {
        for (int index = 0; index < end; index += 3) {
            for (int bit = 0; bit < 8; bit += 3) {
                byte[] damaged = intact.clone();
                damaged[index] ^= (byte) (1 << bit);
                assertThat(cutOff(damaged)).as("bit %d of byte %d", bit, index).isNull();
            }
        }
    }

    @Test
    void leavesAHoleAloneThatHasAWholeFrameBehindIt() throws Exception {
        byte[] damaged = intact.clone();
        Arrays.fill(damaged, 32, 160, (byte) 0);
        assertThat(cutOff(damaged)).isNull();
        Arrays.fill(damaged, 0, 160, (byte) 0);
        assertThat(cutOff(damaged)).isNull();
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    private @Nullable String cutOff(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return TornTail.cutOff(
                directory, new TornTail.Recording(3, 0, 7, SEGMENT_LENGTH, TERM_LENGTH, STREAM), directory);
    }
}
