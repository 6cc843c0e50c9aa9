package io.pharos.simulation.world;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A client as the production client is: its command has an id before it is sent and keeps it, it is sent again with the same
 * id until it is answered, and where it stays silent the client asks, with a fence. Ids and what is pending survive a crash.
 *
 * <pre>
 *   pending --answered--> told
 *      |  ^-- silence: sent again, to the next member
 *      +-- silence after silence: asked for, with a fence --answered--> told, CANCELLED_BEFORE_ARRIVAL among others
 * </pre>
 */
final class Client implements Network.Node {
    private static final long TIMEOUT_MIN_NANOS = 100 * Weather.MILLI;
    private static final long TIMEOUT_MAX_NANOS = 400 * Weather.MILLI;
    private static final int SILENCES_BEFORE_ASKING = 4;

    /** What somebody wants done, once. */
    private static final class Intent {
        final CoreCommand command;
        final boolean insists;
        Bytes bytes = Bytes.NONE;
        int silences;

        Intent(CoreCommand command, boolean insists) {
            this.command = command;
            this.insists = insists;
        }
    }

    private final World world;
    private final long clientId;
    private final int members;
    private int node;

    // What survives a crash.
    private final Map<Long, Intent> pending = new TreeMap<>();
    private long lastCommandId;

    // What does not.
    private final Map<Long, Long> asked = new TreeMap<>();
    private int target;
    private int incarnation;

    Client(World world, long clientId, int members) {
        this.world = world;
        this.clientId = clientId;
        this.members = members;
    }

    void joins(int node) {
        this.node = node;
    }

    int pendingCount() {
        return pending.size();
    }

    /** Submits a command; one that insists is submitted anew where a fence was quicker. */
    void submit(CoreCommand command, boolean insists) {
        Intent intent = new Intent(command, insists);
        long commandId = ++lastCommandId;
        intent.bytes = world.encode(clientId, commandId, command);
        pending.put(commandId, intent);
        send(commandId, intent);
    }

    /** Forgets what a process forgets when it dies, and goes on with what it had stored. */
    void crash() {
        incarnation++;
        asked.clear();
        target = 0;
        for (Map.Entry<Long, Intent> entry : pending.entrySet()) {
            send(entry.getKey(), entry.getValue());
        }
    }

    private void send(long commandId, Intent intent) {
        world.network().send(node, target, new Message.Submit(node, intent.bytes));
        awaitAnswer(commandId);
    }

    private void awaitAnswer(long commandId) {
        int born = incarnation;
        world.after(world.random().between(TIMEOUT_MIN_NANOS, TIMEOUT_MAX_NANOS), () -> {
            Intent intent = pending.get(commandId);
            if (born == incarnation && intent != null) {
                silent(commandId, intent);
            }
        });
    }

    private void silent(long commandId, Intent intent) {
        intent.silences++;
        target = (target + 1) % members;
        world.count("commands sent again");
        if (intent.silences % SILENCES_BEFORE_ASKING == 0) {
            ask(commandId);
        } else {
            resend(commandId, intent);
        }
    }

    private void resend(long commandId, Intent intent) {
        send(commandId, intent);
    }

    private void ask(long commandId) {
        world.count("outcomes asked for");
        long askId = ++lastCommandId;
        asked.put(askId, commandId);
        Bytes bytes = world.encode(clientId, askId, new CoreCommand.AskOutcome(clientId, commandId, true));
        world.network().send(node, target, new Message.Submit(node, bytes));
        awaitAnswer(commandId);
    }

    @Override
    public void receive(Message message) {
        switch (message) {
            case Message.NotLeader m -> redirected(m.leader());
            case Message.Answer m -> answered(StateMachine.decode(m.reply()));
            default -> throw new IllegalStateException("not for a client: " + message);
        }
    }

    private void redirected(int leader) {
        if (leader >= 0 && leader != target) {
            target = leader;
            List<Long> ids = new ArrayList<>(pending.keySet());
            for (long commandId : ids) {
                Intent intent = pending.get(commandId);
                if (intent != null) {
                    world.network().send(node, target, new Message.Submit(node, intent.bytes));
                }
            }
        }
    }

    private void answered(CommandReply reply) {
        if (reply.clientId() != clientId) {
            return;
        }
        Long target = asked.remove(reply.commandId());
        if (target != null) {
            told(new CommandReply(
                    clientId,
                    target,
                    reply.outcome(),
                    reply.entityId(),
                    reply.filledLots(),
                    reply.remainingLots(),
                    reply.sequence()));
        } else {
            told(reply);
        }
    }

    private void told(CommandReply reply) {
        Intent intent = pending.get(reply.commandId());
        if (intent == null) {
            return;
        }
        pending.remove(reply.commandId());
        world.count("commands answered");
        // An answer about another command is not remembered: it may differ when it is asked for again.
        if (!(intent.command instanceof CoreCommand.AskOutcome)) {
            world.checkers().told(reply);
        }
        if (intent.insists && reply.outcome() == Outcome.CANCELLED_BEFORE_ARRIVAL) {
            submit(intent.command, true);
        }
    }
}
