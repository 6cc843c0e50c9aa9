package io.pharos.cluster.client;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.transport.AeronTransport;
import java.util.concurrent.CompletionStage;

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
@SuppressWarnings("DoNotCallSuggester") // until the bodies are there
public final class CoreClient implements AutoCloseable {

    private CoreClient() {}

    /** Returns at once; commands wait until a leader is found. The transport must outlive the client. */
    public static CoreClient connect(ClientSettings settings, AeronTransport transport) {
        throw new UnsupportedOperationException("comes with the next commits");
    }

    public long clientId() {
        throw new UnsupportedOperationException("comes with the next commits");
    }

    /**
     * A command id that this client has not used, nor has any earlier process with the same client id (ids begin at the
     * microseconds since the epoch). Store it before submitting, and the command can be asked for after a crash.
     */
    public long nextCommandId() {
        throw new UnsupportedOperationException("comes with the next commits");
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
     *     {@link OverloadedException} (never sent) or {@link IllegalStateException} (the client is closed; what was sent
     *     before is reported {@code UNKNOWN})
     * @throws IllegalArgumentException if a field does not fit its place on the wire
     */
    public CompletionStage<CommandReply> submit(long commandId, CoreCommand command) {
        throw new UnsupportedOperationException("comes with the next commits");
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
        throw new UnsupportedOperationException("comes with the next commits");
    }

    public ClientState state() {
        throw new UnsupportedOperationException("comes with the next commits");
    }

    /** Commands that wait for an answer. */
    public int pending() {
        throw new UnsupportedOperationException("comes with the next commits");
    }

    /** Stops. What is pending completes as {@code UNKNOWN}: it may have been committed. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("comes with the next commits");
    }
}
