package io.pharos.simulation.check;

import io.pharos.cluster.message.CommandReply;
import io.pharos.protocol.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is remembered of each client: a list that is searched from end to end. */
final class RefWindows {
    private record Entry(long commandId, long body, boolean isFence, long timeNanos, CommandReply reply) {}

    private static final class Window {
        final List<Entry> entries = new ArrayList<>();
        long highestGone;

        @Nullable
        Entry find(long commandId) {
            for (Entry entry : entries) {
                if (entry.commandId == commandId) {
                    return entry;
                }
            }
            return null;
        }

        void forgetFirst() {
            highestGone = Math.max(highestGone, entries.removeFirst().commandId);
        }
    }

    private final Limits limits;
    private final Map<Long, Window> windows = new HashMap<>();

    RefWindows(Limits limits) {
        this.limits = limits;
    }

    /** What must be answered without executing a command; null where it is to be executed. */
    @Nullable
    CommandReply known(Step step, long timeNanos, long sequence) {
        if (step.clientId() <= 0 || step.commandId() <= 0) {
            return reply(step, Outcome.MALFORMED, sequence);
        }
        Window window = window(step.clientId(), timeNanos, true);
        if (window == null) {
            return reply(step, Outcome.CLIENTS_LIMIT, sequence);
        }
        Entry entry = window.find(step.commandId());
        if (entry == null) {
            return step.commandId() <= window.highestGone ? reply(step, Outcome.COMMAND_TOO_OLD, sequence) : null;
        }
        if (!entry.isFence && entry.body != step.body()) {
            return reply(step, Outcome.DUPLICATE_WITH_OTHER_BODY, sequence);
        }
        return entry.reply;
    }

    /** What must be answered for another command. */
    CommandReply asked(Step step, long targetClientId, long targetCommandId, boolean fence, long now, long sequence) {
        if (step.clientId() <= 0 || step.commandId() <= 0 || targetClientId <= 0 || targetCommandId <= 0) {
            return reply(step, Outcome.MALFORMED, sequence);
        }
        Window window = window(targetClientId, now, fence);
        if (window == null) {
            return reply(step, fence ? Outcome.CLIENTS_LIMIT : Outcome.NOT_SEEN, sequence);
        }
        Entry entry = window.find(targetCommandId);
        if (entry != null) {
            CommandReply first = entry.reply;
            return new CommandReply(
                    step.clientId(),
                    step.commandId(),
                    first.outcome(),
                    first.entityId(),
                    first.filledLots(),
                    first.remainingLots(),
                    first.sequence());
        }
        if (targetCommandId <= window.highestGone) {
            return reply(step, Outcome.COMMAND_TOO_OLD, sequence);
        }
        if (!fence) {
            return reply(step, Outcome.NOT_SEEN, sequence);
        }
        add(
                window,
                new Entry(
                        targetCommandId,
                        0,
                        true,
                        now,
                        new CommandReply(
                                targetClientId, targetCommandId, Outcome.CANCELLED_BEFORE_ARRIVAL, 0, 0, 0, sequence)));
        return reply(step, Outcome.CANCELLED_BEFORE_ARRIVAL, sequence);
    }

    /** Remembers a command that was executed. */
    void executed(Step step, CommandReply reply, long timeNanos) {
        Window window = windows.get(step.clientId());
        if (window != null) {
            add(window, new Entry(step.commandId(), step.body(), false, timeNanos, reply));
        }
    }

    private void add(Window window, Entry entry) {
        if (window.entries.size() == limits.windowCommands()) {
            window.forgetFirst();
        }
        window.entries.add(entry);
    }

    private @Nullable Window window(long clientId, long timeNanos, boolean make) {
        Window window = windows.get(clientId);
        if (window == null) {
            if (!make || windows.size() >= limits.clients()) {
                return null;
            }
            window = new Window();
            windows.put(clientId, window);
        }
        while (!window.entries.isEmpty() && timeNanos - window.entries.getFirst().timeNanos >= limits.windowNanos()) {
            window.forgetFirst();
        }
        return window;
    }

    private static CommandReply reply(Step step, Outcome outcome, long sequence) {
        return new CommandReply(step.clientId(), step.commandId(), outcome, 0, 0, 0, sequence);
    }
}
