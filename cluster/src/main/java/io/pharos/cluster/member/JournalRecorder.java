package io.pharos.cluster.member;

import io.aeron.Aeron;
import io.aeron.ChannelUriStringBuilder;
import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.codecs.SourceLocation;
import io.aeron.archive.status.RecordingPos;
import io.pharos.cluster.journal.JournalStream;
import io.pharos.cluster.wire.EventPublisher;
import io.pharos.cluster.wire.JournalChunk;
import java.util.zip.CRC32C;
import org.agrona.CloseHelper;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.status.CountersReader;
import org.jspecify.annotations.Nullable;

/**
 * Writes the core's events to this member's recording of the journal, once each.
 *
 * <pre>
 * invariants   recordedSequence is the last sequence in the recording, and only grows
 *              an event at or below it is not written again, and its chain must equal the recorded one
 *              the event written next has sequence recordedSequence + 1
 * </pre>
 *
 * <p>After a restart the log is replayed from the last snapshot, and emits again what is already recorded. Chunk
 * boundaries follow commands, so that they are the same each time and on each member. Entered by the service's thread.
 */
final class JournalRecorder implements EventPublisher.Target, AutoCloseable {

    private final Progress progress;
    private final CRC32C crc = new CRC32C();
    private final ExpandableArrayBuffer chunk = new ExpandableArrayBuffer(Limits.CHUNK_BYTES_MAX + 4096);

    private @Nullable AeronArchive archive;
    private @Nullable ExclusivePublication publication;
    private @Nullable CountersReader counters;
    private int recordingCounterId;
    private IdleStrategy idle;

    private int chunkLength = JournalChunk.HEADER_LENGTH;
    private long chunkFirstSequence;
    private long chunkLastSequence;

    private long emittedSequence;
    private long emittedChain;
    private long recordedSequence;
    private long recordedChain;

    private long markPosition;
    private long markSequence;

    JournalRecorder(Progress progress, IdleStrategy idle) {
        this.progress = progress;
        this.idle = idle;
    }

    /** Finds the end of the recording, cuts off what a crash left of the last chunk, and goes on from there. */
    void open(Aeron aeron, AeronArchive.Context archiveContext) {
        var connected = AeronArchive.connect(archiveContext.aeron(aeron).ownsAeronClient(false));
        archive = connected;
        var recording = JournalStream.find(connected);
        var channel = new ChannelUriStringBuilder()
                .media("ipc")
                .termLength(JournalStream.TERM_LENGTH)
                .mtu(JournalStream.MTU_LENGTH);
        if (recording == null) {
            publication = aeron.addExclusivePublication(channel.build(), JournalStream.STREAM_ID);
            connected.startRecording(
                    channel.sessionId(publication.sessionId()).build(), JournalStream.STREAM_ID, SourceLocation.LOCAL);
        } else {
            var tail = JournalTail.read(connected, recording, idle);
            if (tail.position() < recording.stopPosition()) {
                connected.truncateRecording(recording.recordingId(), tail.position());
            }
            recordedSequence = tail.sequence();
            recordedChain = tail.chain();
            channel.mtu(recording.mtuLength())
                    .initialPosition(tail.position(), recording.initialTermId(), recording.termLength());
            publication = aeron.addExclusivePublication(channel.build(), JournalStream.STREAM_ID);
            connected.extendRecording(
                    recording.recordingId(),
                    channel.sessionId(publication.sessionId()).build(),
                    JournalStream.STREAM_ID,
                    SourceLocation.LOCAL);
        }
        counters = aeron.countersReader();
        recordingCounterId = awaitCounter(connected, publication.sessionId());
        markPosition = publication.position();
        markSequence = recordedSequence;
        progress.journalSequence = recordedSequence;
    }

    private int awaitCounter(AeronArchive connected, int sessionId) {
        long deadline = System.nanoTime() + Limits.PART_START_MAX.toNanos();
        while (true) {
            int counterId = RecordingPos.findCounterIdBySession(
                    connected.context().aeron().countersReader(), sessionId, connected.archiveId());
            if (counterId != CountersReader.NULL_COUNTER_ID) {
                return counterId;
            }
            if (System.nanoTime() > deadline) {
                throw new HaltedException(MemberFailure.Kind.STOPPED, "the journal's recording did not start");
            }
            idle.idle();
        }
    }

    /** Where the engine stands before it is given its first command: at a snapshot, or at zero. */
    void startAfter(long sequence, long chain) {
        emittedSequence = sequence;
        emittedChain = chain;
        if (recordedSequence < sequence) {
            throw new HaltedException(
                    MemberFailure.Kind.CORRUPTED,
                    "the journal ends at event " + recordedSequence + ", before the snapshot's " + sequence);
        }
        checkChain();
    }

    long recordedSequence() {
        return recordedSequence;
    }

    long emittedChain() {
        return emittedChain;
    }

    @Override
    public MutableDirectBuffer buffer() {
        return chunk;
    }

    @Override
    public int claim(long sequence, int length) {
        if (chunkLength > JournalChunk.HEADER_LENGTH && chunkLength + length > Limits.CHUNK_BYTES_MAX) {
            write(false);
        }
        if (chunkLength == JournalChunk.HEADER_LENGTH) {
            chunkFirstSequence = sequence;
        }
        chunkLastSequence = sequence;
        int offset = chunkLength;
        chunkLength += length;
        return offset;
    }

    /** Ends the events of a command. */
    void endCommand(long logPosition) {
        if (chunkLength > JournalChunk.HEADER_LENGTH) {
            this.logPosition = logPosition;
            write(true);
        }
        mark();
    }

    private long logPosition;

    private void write(boolean last) {
        if (chunkFirstSequence != emittedSequence + 1) {
            throw new HaltedException(
                    MemberFailure.Kind.DIVERGED,
                    "the core emitted event " + chunkFirstSequence + " after " + emittedSequence);
        }
        emittedSequence = chunkLastSequence;
        emittedChain = JournalChunk.nextChain(
                emittedChain,
                crc,
                chunk.byteArray(),
                JournalChunk.HEADER_LENGTH,
                chunkLength - JournalChunk.HEADER_LENGTH);
        if (emittedSequence <= recordedSequence) {
            checkChain();
        } else if (chunkFirstSequence != recordedSequence + 1) {
            throw new HaltedException(
                    MemberFailure.Kind.DIVERGED,
                    "the journal ends at event " + recordedSequence + ", within a command's events");
        } else {
            JournalChunk.writeHeader(chunk, last, chunkFirstSequence, chunkLastSequence, emittedChain, logPosition);
            offer();
            recordedSequence = emittedSequence;
            recordedChain = emittedChain;
        }
        chunkLength = JournalChunk.HEADER_LENGTH;
    }

    private void checkChain() {
        if (emittedSequence == recordedSequence && emittedChain != recordedChain) {
            throw new HaltedException(
                    MemberFailure.Kind.DIVERGED,
                    "the log's events up to " + emittedSequence + " are not those of the journal");
        }
    }

    /**
     * Waits while the archive is behind: it records the journal on threads of its own that never wait for this one, so
     * the wait ends, or the disk has failed and so has the member.
     */
    private void offer() {
        var target = openPublication();
        if (target.offer(chunk, 0, chunkLength) > 0) {
            return;
        }
        long deadline = System.nanoTime() + Limits.JOURNAL_STALL_MAX.toNanos();
        idle.reset();
        while (true) {
            long result = target.offer(chunk, 0, chunkLength);
            if (result > 0) {
                return;
            }
            if (result == Publication.CLOSED || result == Publication.MAX_POSITION_EXCEEDED) {
                throw new HaltedException(
                        MemberFailure.Kind.STOPPED, "the journal is closed: " + Publication.errorString(result));
            }
            if (System.nanoTime() > deadline) {
                throw new HaltedException(
                        MemberFailure.Kind.STOPPED,
                        "the journal stands still for " + Limits.JOURNAL_STALL_MAX.toSeconds() + " s: "
                                + Publication.errorString(result));
            }
            idle.idle();
        }
    }

    /** Notes how far the recording is durable. */
    void mark() {
        var reader = counters;
        if (reader != null && reader.getCounterValue(recordingCounterId) >= markPosition) {
            progress.journalSequence = markSequence;
            markPosition = openPublication().position();
            markSequence = recordedSequence;
        }
    }

    /** Waits until all that was written is on disk. */
    void awaitDurable() {
        var reader = java.util.Objects.requireNonNull(counters);
        long position = openPublication().position();
        long deadline = System.nanoTime() + Limits.JOURNAL_STALL_MAX.toNanos();
        idle.reset();
        while (reader.getCounterValue(recordingCounterId) < position) {
            if (System.nanoTime() > deadline) {
                throw new HaltedException(MemberFailure.Kind.STOPPED, "the journal does not reach the disk");
            }
            idle.idle();
        }
        mark();
    }

    private ExclusivePublication openPublication() {
        return java.util.Objects.requireNonNull(publication, "the journal is open");
    }

    @Override
    public void close() {
        CloseHelper.quietCloseAll(publication, archive);
    }
}
