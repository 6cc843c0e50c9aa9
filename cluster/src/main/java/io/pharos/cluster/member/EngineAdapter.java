package io.pharos.cluster.member;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.logbuffer.Header;
import io.pharos.cluster.wire.CommandAdapter;
import io.pharos.cluster.wire.EventPublisher;
import io.pharos.cluster.wire.ReplyEncoder;
import io.pharos.core.engine.Engine;
import io.pharos.core.engine.EngineSettings;
import io.pharos.core.engine.Reply;
import io.pharos.core.state.InvariantViolation;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Gives the log's commands to the engine, its events to the journal and its replies to the clients.
 *
 * <pre>
 * invariants   every command of the log is applied once, in order, or this member halts
 *              time is the log's: the engine sees no other
 *              a snapshot is taken only when the journal is durable up to it
 * </pre>
 *
 * <p>Whatever goes wrong here halts the member: the consensus module would go on with the next command, over a hole.
 */
final class EngineAdapter implements ClusteredService {

    private static final long TIMER_ID = 1;
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final EngineSettings settings;
    private final FailureLatch failure;
    private final Progress progress;
    private final Supplier<Aeron> journalAeron;
    private final AeronArchive.Context journalArchive;
    private final CommandAdapter commands = new CommandAdapter();
    private final ReplyEncoder replies = new ReplyEncoder();
    private final UnsafeBuffer replyBuffer = new UnsafeBuffer(new byte[ReplyEncoder.LENGTH]);

    private @Nullable Cluster cluster;
    private @Nullable Aeron aeron;
    private @Nullable JournalRecorder journal;
    private @Nullable Engine engine;
    private long timerDeadlineNanos;

    EngineAdapter(
            EngineSettings settings,
            FailureLatch failure,
            Progress progress,
            Supplier<Aeron> journalAeron,
            AeronArchive.Context journalArchive) {
        this.settings = settings;
        this.failure = failure;
        this.progress = progress;
        this.journalAeron = journalAeron;
        this.journalArchive = journalArchive;
    }

    @Override
    public void onStart(Cluster cluster, @Nullable Image snapshotImage) {
        this.cluster = cluster;
        halting("start", () -> {
            var idle = cluster.idleStrategy();
            var recorder = new JournalRecorder(progress, idle);
            journal = recorder;
            aeron = journalAeron.get();
            recorder.open(aeron, journalArchive);
            engine = snapshotImage == null ? emptyEngine(recorder) : load(recorder, snapshotImage, idle);
            progress.lastSequence = engine.sequence();
            progress.logPosition = cluster.logPosition();
            progress.started = true;
        });
    }

    private Engine emptyEngine(JournalRecorder recorder) {
        recorder.startAfter(0, 0);
        return new Engine(settings, new EventPublisher(recorder));
    }

    private Engine load(JournalRecorder recorder, Image image, IdleStrategy idle) {
        var snapshot = new SnapshotAdapter(image, idle);
        var loaded = snapshot.load(settings, new EventPublisher(recorder));
        recorder.startAfter(snapshot.sequence, snapshot.chain);
        progress.mark(new DigestMark(snapshot.logPosition, snapshot.sequence, snapshot.digest));
        progress.lastSnapshotAt = snapshot.logPosition;
        progress.lastSnapshotNanos = loaded.timeNanos();
        return loaded;
    }

    @Override
    public void onSessionMessage(
            @Nullable ClientSession session,
            long timestamp,
            DirectBuffer buffer,
            int offset,
            int length,
            Header header) {
        requireRunning();
        try {
            var core = engine();
            long secondBefore = core.timeNanos() / SECOND_NANOS;
            core.advanceTo(timestamp);
            var reply = commands.apply(buffer, offset, length, core);
            afterApply(core, secondBefore);
            if (session != null) {
                reply(session, reply, buffer, offset, length);
            }
        } catch (RuntimeException | Error problem) {
            throw halt("command", problem);
        }
    }

    @Override
    public void onTimerEvent(long correlationId, long timestamp) {
        halting("timer", () -> {
            var core = engine();
            long secondBefore = core.timeNanos() / SECOND_NANOS;
            timerDeadlineNanos = 0;
            core.advanceTo(timestamp);
            afterApply(core, secondBefore);
        });
    }

    private void afterApply(Engine core, long secondBefore) {
        var recorder = journal();
        long logPosition = cluster().logPosition();
        recorder.endCommand(logPosition);
        progress.logPosition = logPosition;
        progress.lastSequence = core.sequence();
        // The first command of each second of log time: the same one on every member.
        if (core.timeNanos() / SECOND_NANOS != secondBefore) {
            progress.mark(new DigestMark(logPosition, core.sequence(), core.digest()));
        }
        scheduleTimer(core);
    }

    private void scheduleTimer(Engine core) {
        long deadline = core.nextDeadlineNanos();
        if (deadline == timerDeadlineNanos || deadline == Long.MAX_VALUE) {
            return;
        }
        var consensus = cluster();
        consensus.idleStrategy().reset();
        while (!consensus.scheduleTimer(TIMER_ID, deadline)) {
            consensus.idleStrategy().idle();
        }
        timerDeadlineNanos = deadline;
    }

    private void reply(ClientSession session, @Nullable Reply reply, DirectBuffer command, int offset, int length) {
        if (reply == null) {
            replies.encodeMalformed(replyBuffer, command, offset, length);
        } else {
            replies.encode(replyBuffer, reply);
        }
        for (int attempt = 0; attempt < Limits.REPLY_ATTEMPTS_MAX; attempt++) {
            if (session.offer(replyBuffer, 0, ReplyEncoder.LENGTH) > 0) {
                return;
            }
        }
    }

    @Override
    public void onTakeSnapshot(ExclusivePublication snapshotPublication) {
        halting("snapshot", () -> {
            var consensus = cluster();
            var recorder = journal();
            var core = engine();
            recorder.awaitDurable();
            long logPosition = consensus.logPosition();
            new SnapshotPublisher(snapshotPublication, consensus.idleStrategy())
                    .write(core, recorder.emittedChain(), logPosition);
            progress.mark(new DigestMark(logPosition, core.sequence(), core.digest()));
            progress.lastSnapshotAt = logPosition;
            progress.lastSnapshotNanos = consensus.time();
        });
    }

    @Override
    public void onRoleChange(Cluster.Role newRole) {
        halting("role", () -> {
            long recorded = journal().recordedSequence();
            long applied = engine().sequence();
            // A leader has applied all that was ever committed, and the journal holds nothing else.
            if (newRole == Cluster.Role.LEADER && applied < recorded) {
                throw new HaltedException(
                        MemberFailure.Kind.CORRUPTED,
                        "the log ends at event " + applied + ", the journal at " + recorded + ": the log was cut off");
            }
        });
    }

    @Override
    public void onNewLeadershipTermEvent(
            long leadershipTermId,
            long logPosition,
            long timestamp,
            long termBaseLogPosition,
            int leaderMemberId,
            int logSessionId,
            TimeUnit timeUnit,
            int appVersion) {
        progress.leadershipTermId = leadershipTermId;
        progress.leaderMemberId = leaderMemberId;
        progress.logPosition = logPosition;
        if (timeUnit != TimeUnit.NANOSECONDS) {
            halting("term", () -> {
                throw new HaltedException(MemberFailure.Kind.DIVERGED, "the log's time is in " + timeUnit);
            });
        }
    }

    @Override
    public int doBackgroundWork(long nowNs) {
        if (journal != null && progress.started) {
            journal.mark();
        }
        return 0;
    }

    @Override
    public void onSessionOpen(ClientSession session, long timestamp) {
        // Clients are known by the id in their commands, not by their session.
    }

    @Override
    public void onSessionClose(ClientSession session, long timestamp, CloseReason closeReason) {
        // See onSessionOpen.
    }

    @Override
    public void onTerminate(Cluster cluster) {
        CloseHelper.quietCloseAll(journal, aeron);
    }

    private void halting(String step, Runnable work) {
        requireRunning();
        try {
            work.run();
        } catch (RuntimeException | Error problem) {
            throw halt(step, problem);
        }
    }

    private void requireRunning() {
        if (failure.isTripped()) {
            throw new AgentTerminationException("halted before");
        }
    }

    private AgentTerminationException halt(String step, Throwable problem) {
        switch (problem) {
            case AgentTerminationException termination -> {
                return termination;
            }
            case HaltedException halted -> failure.trip(halted.kind, String.valueOf(halted.getMessage()));
            case InvariantViolation violation ->
                failure.trip(MemberFailure.Kind.DIVERGED, String.valueOf(violation.getMessage()));
            default -> failure.trip(MemberFailure.Kind.STOPPED, "the service failed at " + step + ": " + problem);
        }
        return new AgentTerminationException(problem);
    }

    private Engine engine() {
        return java.util.Objects.requireNonNull(engine, "started");
    }

    private JournalRecorder journal() {
        return java.util.Objects.requireNonNull(journal, "started");
    }

    private Cluster cluster() {
        return java.util.Objects.requireNonNull(cluster, "started");
    }
}
