package io.pharos.cluster.client;

import io.aeron.Publication;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.client.EgressListener;
import io.aeron.cluster.codecs.EventCode;
import io.aeron.logbuffer.Header;
import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.transport.AeronTransport;
import io.pharos.cluster.transport.MemberAddress;
import io.pharos.cluster.transport.SecretCredentials;
import io.pharos.cluster.wire.CommandEncoder;
import io.pharos.cluster.wire.ReplyDecoder;
import io.pharos.protocol.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.ManyToOneConcurrentLinkedQueue;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The client's duty cycle: sends, listens, reconnects, asks.
 *
 * <pre>
 *   CONNECTING ──&gt; CONNECTED ──┐ new leader: resend
 *       ^              │   ^───┘ silence: resend, more and more rarely
 *       └── back-off ──┘ session lost
 * </pre>
 */
final class ClientAgent implements Agent, EgressListener {

    private static final System.Logger LOG = System.getLogger(CoreClient.class.getName());

    private final ClientSettings settings;
    private final AeronTransport transport;
    private final ManyToOneConcurrentLinkedQueue<Pending> submissions;
    private final AtomicInteger pendingCount;
    private final Resolutions resolutions;
    private final IdSource ids;

    private final PendingCommands pending = new PendingCommands();
    private final ReplyDecoder replies = new ReplyDecoder();
    private final CommandEncoder encoder = new CommandEncoder();
    private final UnsafeBuffer encodeBuffer = new UnsafeBuffer(new byte[CommandEncoder.LENGTH_MAX]);

    private volatile ClientState state = ClientState.CONNECTING;
    private AeronCluster.@Nullable AsyncConnect connecting;
    private @Nullable AeronCluster session;
    private boolean newLeader;
    private long retryAtNanos = System.nanoTime();
    private long retryAfterNanos = Limits.RECONNECT_AFTER_MIN.toNanos();
    private long keepAliveAtNanos;
    private long heardAtNanos;
    private long resendAfterNanos = Limits.RESEND_AFTER_MIN.toNanos();
    private long deadlinesAtNanos;

    ClientAgent(
            ClientSettings settings,
            AeronTransport transport,
            ManyToOneConcurrentLinkedQueue<Pending> submissions,
            AtomicInteger pendingCount,
            Resolutions resolutions,
            IdSource ids) {
        this.settings = settings;
        this.transport = transport;
        this.submissions = submissions;
        this.pendingCount = pendingCount;
        this.resolutions = resolutions;
        this.ids = ids;
    }

    ClientState state() {
        return state;
    }

    @Override
    public String roleName() {
        return "core-client-" + settings.clientId();
    }

    @Override
    public int doWork() {
        long now = System.nanoTime();
        int work = takeSubmissions(now);
        if (session != null) {
            work += listen(session, now);
        } else {
            work += connect(now);
        }
        if (session != null) {
            work += send(session, now);
        }
        if (now - deadlinesAtNanos >= 0) {
            deadlinesAtNanos = now + Limits.DEADLINE_INTERVAL.toNanos();
            pending.forEachPastDeadline(now, command -> ask(command, now));
            pending.forEachUnknown(now, this::giveUp);
        }
        return work;
    }

    private int takeSubmissions(long now) {
        int work = 0;
        Pending submission;
        while (work < Limits.SENDS_PER_CYCLE_MAX && (submission = submissions.poll()) != null) {
            submission.deadlineNanos = now + settings.deadline().toNanos();
            pending.add(submission);
            if (submission.done) {
                pendingCount.decrementAndGet();
            }
            work++;
        }
        return work;
    }

    private int connect(long now) {
        if (connecting == null) {
            if (now - retryAtNanos < 0) {
                return 0;
            }
            try {
                connecting = AeronCluster.asyncConnect(context());
            } catch (RuntimeException problem) {
                backOff(now, problem);
            }
            return 1;
        }
        try {
            session = connecting.poll();
        } catch (RuntimeException problem) {
            CloseHelper.quietClose(connecting);
            connecting = null;
            backOff(now, problem);
            return 1;
        }
        if (session == null) {
            return 0;
        }
        connecting = null;
        state = ClientState.CONNECTED;
        retryAfterNanos = Limits.RECONNECT_AFTER_MIN.toNanos();
        startOver(now);
        return 1;
    }

    private AeronCluster.Context context() {
        var context = new AeronCluster.Context()
                .aeronDirectoryName(transport.directory())
                .credentialsSupplier(new SecretCredentials(settings.secret()))
                .egressListener(this)
                .messageTimeoutNs(Limits.CONNECT_TIMEOUT.toNanos())
                .newLeaderTimeoutNs(Limits.CONNECT_TIMEOUT.toNanos())
                .clientName(roleName())
                .errorHandler(problem -> LOG.log(System.Logger.Level.WARNING, roleName(), problem));
        if (transport.reachesOnlyMember() && settings.members().size() == 1) {
            return context.ingressChannel("aeron:ipc").egressChannel("aeron:ipc");
        }
        return context.ingressChannel("aeron:udp?term-length=4m")
                .ingressEndpoints(settings.members().stream()
                        .map(member -> member.memberId() + "=" + member.ingress())
                        .collect(Collectors.joining(",")))
                .egressChannel("aeron:udp?endpoint=" + transport.host() + ":0");
    }

    private void backOff(long now, RuntimeException problem) {
        LOG.log(System.Logger.Level.DEBUG, () -> "no leader among " + members(), problem);
        retryAtNanos = now + retryAfterNanos;
        retryAfterNanos = Math.min(retryAfterNanos * 2, Limits.RECONNECT_AFTER_MAX.toNanos());
    }

    private String members() {
        return settings.members().stream().map(MemberAddress::toString).collect(Collectors.joining(", "));
    }

    private int listen(AeronCluster current, long now) {
        int work = 0;
        try {
            work = current.pollEgress();
            if (newLeader) {
                newLeader = false;
                startOver(now);
            }
            if (now - keepAliveAtNanos >= 0 && !current.isClosed()) {
                keepAliveAtNanos = now + Limits.KEEP_ALIVE_INTERVAL.toNanos();
                current.sendKeepAlive();
            }
        } catch (RuntimeException problem) {
            LOG.log(System.Logger.Level.WARNING, roleName() + " lost its session", problem);
            CloseHelper.quietClose(current);
        }
        if (current.isClosed()) {
            session = null;
            state = ClientState.CONNECTING;
            retryAtNanos = now;
            return work + 1;
        }
        if (now - heardAtNanos > resendAfterNanos && pending.awaitsAnswers()) {
            long next = Math.min(resendAfterNanos * 2, Limits.RESEND_AFTER_MAX.toNanos());
            startOver(now);
            resendAfterNanos = next;
        }
        return work;
    }

    private void startOver(long now) {
        pending.resendAll();
        heardAtNanos = now;
        keepAliveAtNanos = now;
        resendAfterNanos = Limits.RESEND_AFTER_MIN.toNanos();
    }

    private int send(AeronCluster current, long now) {
        int work = 0;
        Pending next;
        while (work < Limits.SENDS_PER_CYCLE_MAX && (next = pending.nextUnsent()) != null) {
            if (!pending.awaitsAnswers()) {
                heardAtNanos = now;
            }
            long result = current.offer(next.message, 0, next.message.capacity());
            if (result < 0) {
                if (result == Publication.CLOSED || result == Publication.MAX_POSITION_EXCEEDED) {
                    CloseHelper.quietClose(current);
                }
                return work;
            }
            pending.markSent(next);
            work++;
        }
        return work;
    }

    @Override
    public void onMessage(
            long clusterSessionId, long timestamp, DirectBuffer buffer, int offset, int length, Header header) {
        var reply = replies.decode(buffer, offset, length);
        heardAtNanos = System.nanoTime();
        resendAfterNanos = Limits.RESEND_AFTER_MIN.toNanos();
        if (reply == null || reply.clientId() != settings.clientId()) {
            return;
        }
        var command = pending.answered(reply);
        if (command == null) {
            return;
        }
        var current = session;
        if (current != null) {
            // Lost replies are repeated by the core when their commands are; if this send fails, silence will tell.
            pending.overtakenBy(command).forEach(lost -> current.offer(lost.message, 0, lost.message.capacity()));
        }
        complete(command, reply);
    }

    private void complete(Pending command, CommandReply reply) {
        if (command.targetCommandId == 0) {
            finish(command, reply);
            return;
        }
        var answer = new CommandReply(
                command.targetClientId,
                command.targetCommandId,
                reply.outcome(),
                reply.entityId(),
                reply.filledLots(),
                reply.remainingLots(),
                reply.sequence());
        if (command.asksFor == null) {
            finish(command, answer);
        } else if (!command.asksFor.done) {
            pending.remove(command.asksFor);
            finish(command.asksFor, answer);
        }
    }

    private void finish(Pending command, CommandReply reply) {
        pendingCount.decrementAndGet();
        command.reply.complete(reply);
        resolutions.resolve(command.commandId, reply);
    }

    private void ask(Pending command, long now) {
        command.deadlineNanos = now + settings.askDeadline().toNanos();
        long targetClientId = command.targetCommandId == 0 ? settings.clientId() : command.targetClientId;
        long targetCommandId = command.targetCommandId == 0 ? command.commandId : command.targetCommandId;
        long commandId = ids.next();
        int length = encoder.encode(
                encodeBuffer,
                settings.clientId(),
                commandId,
                new CoreCommand.AskOutcome(targetClientId, targetCommandId, command.targetCommandId == 0));
        byte[] message = new byte[length];
        encodeBuffer.getBytes(0, message);
        pending.add(
                new Pending(commandId, message, new CompletableFuture<>(), targetClientId, targetCommandId, command));
    }

    private void giveUp(Pending command) {
        var unused = resolutions.open(command.commandId);
        command.reply.complete(unknown(command));
    }

    private CommandReply unknown(Pending command) {
        boolean asks = command.targetCommandId != 0;
        return new CommandReply(
                asks ? command.targetClientId : settings.clientId(),
                asks ? command.targetCommandId : command.commandId,
                Outcome.UNKNOWN,
                0,
                0,
                0,
                0);
    }

    @Override
    public void onNewLeader(long clusterSessionId, long leadershipTermId, int leaderMemberId, String ingressEndpoints) {
        newLeader = true;
    }

    @Override
    public void onSessionEvent(
            long correlationId,
            long clusterSessionId,
            long leadershipTermId,
            int leaderMemberId,
            EventCode code,
            String detail) {
        if (code != EventCode.OK) {
            LOG.log(System.Logger.Level.INFO, () -> roleName() + ": " + code + " " + detail);
        }
    }

    @Override
    public void onClose() {
        state = ClientState.CLOSED;
        CloseHelper.quietCloseAll(connecting, session);
        Pending submission;
        while ((submission = submissions.poll()) != null) {
            submission.reply.complete(unknown(submission));
        }
        pending.forEach(command -> {
            if (command.asksFor == null) {
                command.reply.complete(unknown(command));
            }
        });
    }
}
