package io.pharos.simulation.check;

import io.pharos.cluster.message.CommandReply;
import io.pharos.protocol.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was committed: once a member has applied an entry, every other member, and the same one after a restart, applies the
 * same entry, answers the same, emits the same events, and holds a state of the same digest. What a client is told is what
 * was committed.
 */
final class History {
    private record Applied(long entry, long answer, long digest) {}

    private record Key(long clientId, long commandId) {}

    private final List<Applied> applied = new ArrayList<>();
    private final Map<Key, CommandReply> executed = new HashMap<>();

    long size() {
        return applied.size();
    }

    void add(Step step, long entry, long answer, long digest) {
        Violation.unless(step.index() == applied.size() + 1L, "agreement", "entries are applied in order");
        applied.add(new Applied(entry, answer, digest));
    }

    void remember(CommandReply reply) {
        executed.putIfAbsent(new Key(reply.clientId(), reply.commandId()), reply);
    }

    void checkAgain(long index, long entry, long answer, long digest, int member) {
        Applied first = applied.get((int) index - 1);
        String where = "member " + member + " at log entry " + index;
        Violation.unless(first.entry == entry, "agreement", where + " applied another entry than was committed");
        Violation.unless(first.answer == answer, "agreement", where + " answered or emitted something else");
        Violation.unless(first.digest == digest, "agreement", where + " holds a state of another digest");
    }

    void checkLoaded(long index, long digest, int member) {
        long committed = index == 0 ? digest : applied.get((int) index - 1).digest;
        Violation.unless(
                committed == digest,
                "agreement",
                "member " + member + " loaded another state than that of log entry " + index);
    }

    void checkTold(CommandReply told) {
        if (told.outcome() == Outcome.COMMAND_TOO_OLD || told.outcome() == Outcome.CLIENTS_LIMIT) {
            return;
        }
        CommandReply committed = executed.get(new Key(told.clientId(), told.commandId()));
        if (told.outcome() == Outcome.CANCELLED_BEFORE_ARRIVAL) {
            Violation.unless(
                    committed == null,
                    "once",
                    "a command that a fence cancelled was executed: " + told + ", " + committed);
            return;
        }
        Violation.unless(
                told.equals(committed), "once", "a client was told " + told + ", but committed was " + committed);
    }
}
