package io.pharos.cluster.journal;

import io.aeron.Aeron;
import io.aeron.FragmentAssembler;
import io.aeron.Subscription;
import io.aeron.archive.client.AeronArchive;
import io.aeron.logbuffer.Header;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.transport.MemberAddress;
import io.pharos.cluster.transport.SecretCredentials;
import io.pharos.cluster.wire.EventDecoder;
import io.pharos.cluster.wire.JournalChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;

/**
 * One reading of one member's recording, from a position on, until it ends or breaks. Entered by the reader's thread.
 */
final class JournalSession implements AutoCloseable {

    private static final int FRAGMENTS_MAX = 64;
    private static final long CHECK_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long IMAGE_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Replays and control responses of one driver must not share a stream. */
    private static final AtomicInteger STREAM_IDS = new AtomicInteger(10_000);

    private final JournalSource source;
    private final MemberAddress member;
    private final AeronArchive archive;
    private final FragmentAssembler assembler = new FragmentAssembler(this::onChunk);
    private final EventDecoder decoder = new EventDecoder();
    private final List<CoreEvent> events = new ArrayList<>();

    private JournalStream.Recording recording;
    private Subscription replay;
    private long sequence;
    private long chainPosition;
    private boolean commandEnded = true;
    private long checkAtNanos;
    private long imageDeadlineNanos;
    private boolean seenImage;

    private JournalSession(JournalSource source, MemberAddress member, Aeron aeron, JournalPosition after) {
        this.source = source;
        this.member = member;
        this.sequence = after.sequence();
        this.archive = AeronArchive.connect(archiveContext(aeron));
        try {
            var found = JournalStream.find(archive);
            if (found == null) {
                throw new JournalUnavailableException("member " + member.memberId() + " has no journal yet");
            }
            recording = found;
            replay = replayFrom(start(after), Long.MAX_VALUE);
        } catch (RuntimeException problem) {
            archive.close();
            throw problem;
        }
        imageDeadlineNanos = System.nanoTime() + IMAGE_TIMEOUT_NANOS;
    }

    static JournalSession open(JournalSource source, MemberAddress member, Aeron aeron, JournalPosition after) {
        return new JournalSession(source, member, aeron, after);
    }

    private AeronArchive.Context archiveContext(Aeron aeron) {
        var context = new AeronArchive.Context()
                .aeron(aeron)
                .ownsAeronClient(false)
                .credentialsSupplier(new SecretCredentials(source.secret()))
                .controlResponseStreamId(STREAM_IDS.incrementAndGet());
        return isLocal()
                ? context.controlRequestChannel(JournalStream.CONTROL_CHANNEL)
                        .controlRequestStreamId(AeronArchive.Configuration.localControlStreamId())
                        .controlResponseChannel(JournalStream.CONTROL_CHANNEL)
                : context.controlRequestChannel("aeron:udp?endpoint=" + member.archive())
                        .controlResponseChannel(anyPort());
    }

    private boolean isLocal() {
        return member.memberId() == source.localMemberId();
    }

    private String anyPort() {
        return "aeron:udp?endpoint=" + source.transport().host() + ":0";
    }

    private Subscription replayFrom(long position, long length) {
        int streamId = STREAM_IDS.incrementAndGet();
        if (isLocal()) {
            return archive.replay(recording.recordingId(), position, length, JournalStream.CHANNEL, streamId);
        }
        // The member must be told a port, so the system chooses it first.
        var subscription = archive.context().aeron().addSubscription(anyPort(), streamId);
        try {
            archive.startReplay(
                    recording.recordingId(),
                    position,
                    length,
                    "aeron:udp?endpoint=" + awaitEndpoint(subscription),
                    streamId);
            return subscription;
        } catch (RuntimeException problem) {
            subscription.close();
            throw problem;
        }
    }

    private static String awaitEndpoint(Subscription subscription) {
        long deadline = System.nanoTime() + IMAGE_TIMEOUT_NANOS;
        while (true) {
            String endpoint = subscription.resolvedEndpoint();
            if (endpoint != null) {
                return endpoint;
            }
            if (System.nanoTime() > deadline) {
                throw new JournalUnavailableException("no port for the replay");
            }
            Thread.onSpinWait();
        }
    }

    /** Where to begin so that the event after the sequence is met. */
    private long start(JournalPosition after) {
        boolean hinted = after.memberId() == member.memberId()
                && after.recordingId() == recording.recordingId()
                && after.position() >= recording.startPosition()
                && after.position() <= archive.getRecordingPosition(recording.recordingId());
        if (hinted && after.position() > 0) {
            return after.position();
        }
        return sequence == 0 ? recording.startPosition() : search();
    }

    /** By halves: the last term that begins at or before the event wanted. */
    private long search() {
        long low = recording.startPosition() / recording.termLength();
        long end = archive.getRecordingPosition(recording.recordingId());
        long high = end <= 0 ? low : (end - 1) / recording.termLength();
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (firstSequenceAt(middle * recording.termLength()) <= sequence + 1) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Math.max(low * recording.termLength(), recording.startPosition());
    }

    private long firstSequenceAt(long position) {
        var first = new long[] {-1};
        var peek = new FragmentAssembler((buffer, offset, length, header) -> {
            if (first[0] < 0) {
                first[0] = JournalChunk.firstSequence(buffer, offset);
            }
        });
        long deadline = System.nanoTime() + IMAGE_TIMEOUT_NANOS;
        try (var one = replayFrom(position, recording.termLength())) {
            while (first[0] < 0) {
                if (one.poll(peek, 1) == 0) {
                    archive.checkForErrorResponse();
                    if (System.nanoTime() > deadline) {
                        throw new JournalUnavailableException("member " + member.memberId() + " does not replay");
                    }
                    Thread.onSpinWait();
                }
            }
        }
        return first[0];
    }

    int memberId() {
        return member.memberId();
    }

    /** Reads on; what was read is in {@link #events()}. */
    int poll() {
        int fragments = 0;
        do {
            int read = replay.poll(assembler, FRAGMENTS_MAX);
            fragments += read;
            if (read == 0) {
                checkLife();
                break;
            }
        } while (!commandEnded);
        return fragments;
    }

    private void checkLife() {
        long now = System.nanoTime();
        if (replay.imageCount() == 0) {
            if (seenImage || now > imageDeadlineNanos) {
                throw new JournalUnavailableException("the journal of member " + member.memberId() + " ended");
            }
        } else {
            seenImage = true;
        }
        if (now - checkAtNanos >= 0) {
            checkAtNanos = now + CHECK_INTERVAL_NANOS;
            String problem = archive.pollForErrorResponse();
            if (problem != null) {
                throw new JournalUnavailableException("member " + member.memberId() + ": " + problem);
            }
        }
    }

    private void onChunk(DirectBuffer buffer, int offset, int length, Header header) {
        if (!JournalChunk.isChunk(buffer, offset, length)) {
            throw new JournalUnavailableException("member " + member.memberId() + " recorded what is no journal");
        }
        long first = JournalChunk.firstSequence(buffer, offset);
        long last = JournalChunk.lastSequence(buffer, offset);
        if (last <= sequence) {
            return;
        }
        if (first > sequence + 1) {
            throw new JournalUnavailableException(
                    "the journal of member " + member.memberId() + " goes from event " + sequence + " to " + first);
        }
        int position = offset + JournalChunk.HEADER_LENGTH;
        for (long expected = first; expected <= last; expected++) {
            var event = decoder.decode(buffer, position);
            if (event.sequence() != expected) {
                throw new JournalUnavailableException("the journal of member " + member.memberId() + " has event "
                        + event.sequence() + " at " + expected);
            }
            if (expected > sequence) {
                events.add(event);
            }
            position += decoder.length();
        }
        sequence = last;
        commandEnded = JournalChunk.isLast(buffer, offset);
        chainPosition = header.position();
    }

    /** What was read and not taken yet, up to the end of a command. */
    List<CoreEvent> events() {
        return commandEnded ? events : List.of();
    }

    JournalPosition position() {
        return new JournalPosition(sequence, member.memberId(), recording.recordingId(), chainPosition);
    }

    void taken() {
        events.clear();
    }

    @Override
    public void close() {
        CloseHelper.quietCloseAll(replay, archive);
    }
}
