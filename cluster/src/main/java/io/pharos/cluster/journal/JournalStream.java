package io.pharos.cluster.journal;

import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.client.RecordingDescriptorConsumer;
import org.jspecify.annotations.Nullable;

/** How the journal is laid out in a member's archive. */
public final class JournalStream {

    /** The stream that only the journal uses. */
    public static final int STREAM_ID = 2_001;

    public static final String CHANNEL = "aeron:ipc";
    /** The local control of an archive. */
    public static final String CONTROL_CHANNEL = "aeron:ipc?term-length=64k";

    public static final int TERM_LENGTH = 16 * 1024 * 1024;
    /** Frames are replayed as they were recorded, so they must fit the networks that readers use. */
    public static final int MTU_LENGTH = 1408;

    private JournalStream() {}

    /**
     * One recording of the journal.
     *
     * @param stopPosition its end; negative while it is being recorded
     */
    public record Recording(
            long recordingId,
            long startPosition,
            long stopPosition,
            int initialTermId,
            int termLength,
            int mtuLength) {}

    /**
     * Finds the journal in an archive.
     *
     * @return null if there is none yet
     * @throws IllegalStateException if there is more than one
     */
    public static @Nullable Recording find(AeronArchive archive) {
        var found = new Recording[1];
        RecordingDescriptorConsumer take =
                (controlSessionId,
                        correlationId,
                        recordingId,
                        startTimestamp,
                        stopTimestamp,
                        startPosition,
                        stopPosition,
                        initialTermId,
                        segmentFileLength,
                        termBufferLength,
                        mtuLength,
                        sessionId,
                        streamId,
                        strippedChannel,
                        originalChannel,
                        sourceIdentity) -> found[0] = new Recording(
                        recordingId, startPosition, stopPosition, initialTermId, termBufferLength, mtuLength);
        int count = archive.listRecordingsForUri(0, 2, CHANNEL, STREAM_ID, take);
        if (count > 1) {
            throw new IllegalStateException("the archive holds more than one journal");
        }
        return count == 0 ? null : found[0];
    }
}
