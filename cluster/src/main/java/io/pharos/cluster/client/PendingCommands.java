package io.pharos.cluster.client;

import io.pharos.cluster.message.CommandReply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What waits for an answer, in order. Entered by the agent's thread only.
 *
 * <pre>
 * invariants   every command that is not done is in byId, and, unless asked for, in exactly one of the two queues
 *              unsent follows sent in the order of submission
 * </pre>
 */
final class PendingCommands {

    private final Long2ObjectHashMap<Pending> byId = new Long2ObjectHashMap<>();
    private final ArrayDeque<Pending> sent = new ArrayDeque<>();
    private final ArrayDeque<Pending> unsent = new ArrayDeque<>();
    private final ArrayDeque<Pending> byDeadline = new ArrayDeque<>();
    private final ArrayDeque<Pending> askedByDeadline = new ArrayDeque<>();

    /** Adds a command; if the same id waits already, the new one shares its answer. */
    void add(Pending command) {
        var earlier = byId.get(command.commandId);
        if (earlier != null) {
            var unused = earlier.reply.whenComplete((reply, problem) -> {
                if (problem == null) {
                    command.reply.complete(reply);
                } else {
                    command.reply.completeExceptionally(problem);
                }
            });
            command.done = true;
            return;
        }
        byId.put(command.commandId, command);
        unsent.addLast(command);
        if (command.asksFor == null) {
            byDeadline.addLast(command);
        }
    }

    @Nullable
    Pending nextUnsent() {
        Pending next = unsent.peekFirst();
        while (next != null && (next.done || next.asked)) {
            unsent.removeFirst();
            next = unsent.peekFirst();
        }
        return next;
    }

    void markSent(Pending command) {
        unsent.removeFirst();
        sent.addLast(command);
        command.sent = true;
    }

    /** Everything that was sent and not answered is to be sent again, before what was not sent yet. */
    void resendAll() {
        while (!sent.isEmpty()) {
            var last = sent.removeLast();
            if (!last.done && !last.asked) {
                last.resentAlone = false;
                last.sent = false;
                unsent.addFirst(last);
            }
        }
    }

    boolean awaitsAnswers() {
        dropAnswered();
        return !sent.isEmpty();
    }

    private void dropAnswered() {
        Pending first = sent.peekFirst();
        while (first != null && (first.done || first.asked)) {
            sent.removeFirst();
            first = sent.peekFirst();
        }
    }

    /**
     * Takes a reply.
     *
     * @return its command; null if none waits for it
     */
    @Nullable
    Pending answered(CommandReply reply) {
        var command = byId.remove(reply.commandId());
        if (command != null) {
            command.done = true;
        }
        return command;
    }

    void remove(Pending command) {
        byId.remove(command.commandId);
        command.done = true;
    }

    /**
     * The commands sent before this one and still not answered: replies come in the order of the log, so theirs were
     * lost on the way. Each is returned once.
     */
    List<Pending> overtakenBy(Pending answered) {
        dropAnsweredBefore(answered);
        Pending first = sent.peekFirst();
        if (first == null || first == answered || !answered.sent) {
            return List.of();
        }
        var overtaken = new ArrayList<Pending>();
        for (var command : sent) {
            if (command == answered) {
                return overtaken;
            }
            if (!command.done && !command.asked && !command.resentAlone) {
                command.resentAlone = true;
                overtaken.add(command);
            }
        }
        // It was answered while it waited to be sent again: what stands in the queue is newer.
        overtaken.forEach(command -> command.resentAlone = false);
        return List.of();
    }

    private void dropAnsweredBefore(Pending answered) {
        Pending first = sent.peekFirst();
        while (first != null && first != answered && (first.done || first.asked)) {
            sent.removeFirst();
            first = sent.peekFirst();
        }
    }

    void forEachPastDeadline(long nowNanos, Consumer<Pending> ask) {
        Pending first = byDeadline.peekFirst();
        while (first != null && (first.done || first.deadlineNanos - nowNanos <= 0)) {
            byDeadline.removeFirst();
            if (!first.done) {
                first.asked = true;
                ask.accept(first);
                askedByDeadline.addLast(first);
            }
            first = byDeadline.peekFirst();
        }
    }

    void forEachUnknown(long nowNanos, Consumer<Pending> giveUp) {
        Pending first = askedByDeadline.peekFirst();
        while (first != null && (first.done || first.deadlineNanos - nowNanos <= 0)) {
            askedByDeadline.removeFirst();
            if (!first.done) {
                giveUp.accept(first);
            }
            first = askedByDeadline.peekFirst();
        }
    }

    void forEach(Consumer<Pending> consumer) {
        byId.values().forEach(consumer);
    }
}
