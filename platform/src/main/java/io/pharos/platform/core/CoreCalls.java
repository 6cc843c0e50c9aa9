package io.pharos.platform.core;

import io.pharos.cluster.client.CoreClient;
import io.pharos.cluster.client.OverloadedException;
import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.edge.CommandIds;
import io.pharos.platform.edge.CommandRef;
import io.pharos.platform.peer.RoleUnavailable;
import io.pharos.protocol.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Commands to the core for threads that wait for the reply. A reply with outcome {@link Outcome#UNKNOWN} means that
 * nobody could be asked in time: the caller records that, and asks again with the same identity. Thread-safe.
 */
public final class CoreCalls implements CommandIds {
    /** Longer than the client's own deadlines, which end in an outcome. */
    private static final Duration WAIT_MAX = Duration.ofSeconds(25);

    private final CoreClient client;

    CoreCalls(CoreClient client) {
        this.client = client;
    }

    @Override
    public long clientId() {
        return client.clientId();
    }

    @Override
    public long next() {
        return client.nextCommandId();
    }

    @Override
    public boolean seen(long clientId, long commandId) {
        Outcome outcome = await(client.ask(clientId, commandId, true), clientId, commandId)
                .outcome();
        if (outcome == Outcome.UNKNOWN) {
            throw new RoleUnavailable("core", null, null);
        }
        return outcome != Outcome.CANCELLED_BEFORE_ARRIVAL && outcome != Outcome.NOT_SEEN;
    }

    /** Sends a command whose repetition does no harm, and waits. */
    public CommandReply run(CoreCommand command) {
        return run(new CommandRef(clientId(), next(), false), command);
    }

    /**
     * Sends the command that was recorded as {@code ref}, and waits. However often this is called, and from whichever
     * process, the command is executed at most once.
     *
     * @throws RoleUnavailable when it was not sent, because too much waits for the core or this process stops
     */
    public CommandReply run(CommandRef ref, CoreCommand command) {
        boolean ours = ref.clientId() == client.clientId();
        // What another process has sent can only be asked for: its ids are not ours to send.
        return await(
                ours ? client.submit(ref.commandId(), command) : client.ask(ref.clientId(), ref.commandId(), false),
                ref.clientId(),
                ref.commandId());
    }

    private static CommandReply await(CompletionStage<CommandReply> reply, long clientId, long commandId) {
        try {
            return reply.toCompletableFuture().get(WAIT_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new CommandReply(clientId, commandId, Outcome.UNKNOWN, 0, 0, 0, 0);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OverloadedException || e.getCause() instanceof IllegalStateException) {
                throw new RoleUnavailable("core", null, e.getCause());
            }
            throw new IllegalStateException("the core's client failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CommandReply(clientId, commandId, Outcome.UNKNOWN, 0, 0, 0, 0);
        }
    }
}
