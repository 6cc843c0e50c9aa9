package io.pharos.cluster.member;

import io.aeron.FragmentAssembler;
import io.aeron.Subscription;
import io.aeron.archive.client.AeronArchive;
import io.pharos.cluster.journal.JournalStream;
import io.pharos.cluster.wire.JournalChunk;
import org.agrona.concurrent.IdleStrategy;

/**
 * The end of a recording of the journal.
 *
 * @param position where the last whole chunk ends
 * @param sequence of its last event; 0 if there is none
 * @param chain    after it
 */
record JournalTail(long position, long sequence, long chain) {

    private static final int STREAM_ID = JournalStream.STREAM_ID + 1;

    /** Reads the last term, and the one before it if that holds no whole chunk. */
    static JournalTail read(AeronArchive archive, JournalStream.Recording recording, IdleStrategy idle) {
        long end = recording.stopPosition();
        if (end == recording.startPosition()) {
            return new JournalTail(end, 0, 0);
        }
        long termStart = (end - 1) & -recording.termLength();
        while (true) {
            long from = Math.max(termStart, recording.startPosition());
            var tail = scan(archive, recording.recordingId(), from, end, idle);
            if (tail.sequence > 0) {
                return tail;
            }
            if (from == recording.startPosition()) {
                return new JournalTail(from, 0, 0);
            }
            termStart = from - recording.termLength();
        }
    }

    private static JournalTail scan(AeronArchive archive, long recordingId, long from, long end, IdleStrategy idle) {
        var last = new long[] {from, 0, 0};
        var assembler = new FragmentAssembler((buffer, offset, length, header) -> {
            if (!JournalChunk.isChunk(buffer, offset, length)) {
                throw new HaltedException(
                        MemberFailure.Kind.CORRUPTED, "the journal holds no chunk at " + header.position());
            }
            last[0] = header.position();
            last[1] = JournalChunk.lastSequence(buffer, offset);
            last[2] = JournalChunk.chain(buffer, offset);
        });
        long deadline = System.nanoTime() + Limits.PART_START_MAX.toNanos();
        try (Subscription replay = archive.replay(recordingId, from, end - from, JournalStream.CHANNEL, STREAM_ID)) {
            long position = from;
            while (position < end) {
                int fragments = replay.poll(assembler, 256);
                if (replay.imageCount() > 0) {
                    position = replay.imageAtIndex(0).position();
                } else if (position > from) {
                    break;
                }
                if (fragments == 0) {
                    archive.checkForErrorResponse();
                    if (System.nanoTime() > deadline) {
                        throw new HaltedException(
                                MemberFailure.Kind.STOPPED, "the end of the journal could not be read");
                    }
                }
                idle.idle(fragments);
            }
        }
        return new JournalTail(last[0], last[1], last[2]);
    }
}
