package io.pharos.cluster.client;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.transport.AeronTransport;
import io.pharos.cluster.wire.CommandEncoder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.ManyToOneConcurrentLinkedQueue;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Sends commands to the core and hears what became of them. Thread-safe and asynchronous: replies complete in the order
 * of the log, on the client's own thread, so that dependents that block or compute belong on an executor of the
 * caller's ({@code thenApplyAsync}).
 *
 * <p>A reply means that the command is committed and applied. Commands of one submitting thread reach the log in the
 * order of submission. What is unanswered is sent again, in order, to every new leader; the core recognises what it has
 * seen. A command without an answer at its deadline is asked for, and thereby fenced: if the core has not seen it, it
 * never will. Only if no answer can be had is it reported {@code UNKNOWN}, and {@link #whenResolved} tells the rest.
 */
public final class CoreClient implements AutoCloseable {

    private final ClientSettings settings;
    private final ManyToOneConcurrentLinkedQueue<Pending> submissions = new ManyToOneConcurrentLinkedQueue<>();
    private final AtomicInteger pendingCount = new AtomicInteger();
    private final Resolutions resolutions = new Resolutions();
    private final IdSource ids = new IdSource();
    private final ClientAgent agent;
    private final AgentRunner runner;
    private final ThreadLocal<Encoding> encodings = ThreadLocal.withInitial(Encoding::new);
    private volatile boolean closed;

    private CoreClient(ClientSettings settings, AeronTransport transport) {
        this.settings = settings;
        this.agent = new ClientAgent(settings, transport, submissions, pendingCount, resolutions, ids);
        this.runner = new AgentRunner(settings.idle().strategy(), CoreClient::report, null, agent);
    }

    /** Returns at once; commands wait until a leader is found. The transport must outlive the client. */
    public static CoreClient connect(ClientSettings settings, AeronTransport transport) {
        var client = new CoreClient(settings, transport);
        AgentRunner.startOnThread(client.runner, Thread.ofPlatform().daemon().factory());
        return client;
    }

    public long clientId() {
        return settings.clientId();
    }

    /**
     * A command id that this client has not used, nor has any earlier process with the same client id (ids begin at the
     * microseconds since the epoch). Store it before submitting, and the command can be asked for after a crash.
     */
    public long nextCommandId() {
        return ids.next();
    }

    /** Submits with an id of its own. See {@link #submit(long, CoreCommand)}. */
    public CompletionStage<CommandReply> submit(CoreCommand command) {
        return submit(nextCommandId(), command);
    }

    /**
     * Submits with an id of the caller's.
     *
     * @param commandId from {@link #nextCommandId()}, of this process or, to repeat a command, of an earlier one; the
     *                  same id with the same command is executed once, whoever repeats it
     * @return completes with the committed reply, with outcome {@code UNKNOWN}, or exceptionally with
     *     {@link OverloadedException} (never sent) or {@link IllegalStateException} (the client was closed before)
     * @throws IllegalArgumentException if a field does not fit its place on the wire
     */
    public CompletionStage<CommandReply> submit(long commandId, CoreCommand command) {
        byte[] message = encodings.get().encode(settings.clientId(), commandId, command);
        var reply = new CompletableFuture<CommandReply>();
        if (closed) {
            reply.completeExceptionally(new IllegalStateException("the client is closed"));
            return reply;
        }
        if (pendingCount.incrementAndGet() > settings.pendingMax()) {
            pendingCount.decrementAndGet();
            reply.completeExceptionally(new OverloadedException(settings.pendingMax()));
            return reply;
        }
        var question = command instanceof CoreCommand.AskOutcome ask ? ask : null;
        submissions.offer(new Pending(
                commandId,
                message,
                reply,
                question == null ? 0 : question.targetClientId(),
                question == null ? 0 : question.targetCommandId(),
                null));
        return reply;
    }

    /**
     * What became of a command, of this client or another.
     *
     * @param fence if the core has not seen it, make it refuse it for ever: the answer is then final
     * @return the reply that the command had; outcome {@code NOT_SEEN}, or {@code CANCELLED_BEFORE_ARRIVAL} if fenced
     */
    public CompletionStage<CommandReply> ask(long clientId, long commandId, boolean fence) {
        return submit(new CoreCommand.AskOutcome(clientId, commandId, fence));
    }

    /** The final reply of a command that was reported {@code UNKNOWN}: asked for, with a fence, until it is known. */
    public CompletionStage<CommandReply> whenResolved(long commandId) {
        var open = resolutions.find(commandId);
        return open == null ? ask(settings.clientId(), commandId, true) : open;
    }

    public ClientState state() {
        return agent.state();
    }

    /** Commands that wait for an answer; those reported unknown and not resolved yet included. */
    public int pending() {
        return pendingCount.get();
    }

    /** Stops. What is pending completes as {@code UNKNOWN}: it may have been committed. */
    @Override
    public void close() {
        closed = true;
        runner.close();
    }

    private static void report(Throwable problem) {
        System.getLogger(CoreClient.class.getName()).log(System.Logger.Level.ERROR, "client", problem);
    }

    /** A submitting thread's encoder. */
    private static final class Encoding {
        private final CommandEncoder encoder = new CommandEncoder();
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CommandEncoder.LENGTH_MAX]);

        byte[] encode(long clientId, long commandId, CoreCommand command) {
            byte[] message = new byte[encoder.encode(buffer, clientId, commandId, command)];
            buffer.getBytes(0, message);
            return message;
        }
    }
}
