package io.pharos.cluster.client;

import io.pharos.cluster.message.CommandReply;
import java.util.concurrent.CompletableFuture;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A command that waits for its answer.
 *
 * <pre>
 *   queued ──&gt; sent ──&gt; answered
 *     │  ^      │
 *     │  └──────┤ new leader, or silence: sent again, in order
 *     └────┬────┘
 *          v deadline
 *        asked ──&gt; answered
 *          │
 *          v nobody can be asked
 *       UNKNOWN ──&gt; resolved
 * </pre>
 *
 * <p>Made by a submitting thread, then the agent's alone; the futures may be used by any thread.
 */
final class Pending {

    final long commandId;
    final UnsafeBuffer message;
    final CompletableFuture<CommandReply> reply;

    /** For a question, the command that it asks about: its reply answers for that one. */
    final long targetClientId;

    final long targetCommandId;

    /** For a question that the client asks by itself, what it asks for. */
    final @Nullable Pending asksFor;

    boolean done;
    boolean sent;
    boolean asked;
    boolean resentAlone;
    long deadlineNanos;

    Pending(
            long commandId,
            byte[] message,
            CompletableFuture<CommandReply> reply,
            long targetClientId,
            long targetCommandId,
            @Nullable Pending asksFor) {
        this.commandId = commandId;
        this.message = new UnsafeBuffer(message);
        this.reply = reply;
        this.targetClientId = targetClientId;
        this.targetCommandId = targetCommandId;
        this.asksFor = asksFor;
    }
}
