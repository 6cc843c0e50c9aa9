package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.wire.CommandEncoder;
import io.pharos.core.engine.EngineSettings;
import io.pharos.core.state.InvariantViolation;
import io.pharos.simulation.check.Checkers;
import io.pharos.simulation.check.Limits;
import io.pharos.simulation.check.Step;
import io.pharos.simulation.check.Violation;
import io.pharos.simulation.run.Coverage;
import io.pharos.simulation.run.Failure;
import io.pharos.simulation.run.Replay;
import io.pharos.simulation.run.Seeded;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** The log of a world, applied again to one state machine. */
final class LogReplay implements Replay {
    private static final int STEPS_KEPT = 40;

    /**
     * A log entry as the first member applied it.
     *
     * @param command what its sender meant; null for a tick, and for bytes that are no command
     * @param events what it caused
     */
    record Recorded(LogEntry entry, @Nullable CoreCommand command, List<CoreEvent> events) {
        Recorded(LogEntry entry, @Nullable CoreCommand command) {
            this(entry, command, new ArrayList<>());
        }
    }

    private final EngineSettings settings;
    private final Limits limits;
    private final List<Recorded> log;
    private final boolean probesEachSnapshot;

    /**
     * @param checker who saw what is looked for: snapshots are taken after each entry where it is theirs
     */
    LogReplay(EngineSettings settings, Limits limits, List<Recorded> log, String checker) {
        this.settings = settings;
        this.limits = limits;
        this.log = List.copyOf(log);
        probesEachSnapshot = checker.equals("snapshot");
    }

    @Override
    public int size() {
        return log.size();
    }

    @Override
    public @Nullable Failure run(BitSet kept) {
        Checkers checkers = new Checkers(limits, new Coverage(), STEPS_KEPT);
        try {
            apply(kept, checkers);
            return null;
        } catch (Violation violation) {
            return failure(violation.checker(), String.valueOf(violation.getMessage()), checkers);
        } catch (InvariantViolation broken) {
            return failure("invariant", String.valueOf(broken.getMessage()), checkers);
        } catch (RuntimeException | StackOverflowError problem) {
            return failure("exception", String.valueOf(problem), checkers);
        }
    }

    private static Failure failure(String checker, String what, Checkers checkers) {
        return new Failure(checker, what, 0, checkers.lastSteps());
    }

    private void apply(BitSet kept, Checkers checkers) {
        StateMachine machine = StateMachine.empty(settings);
        SnapshotProbe probe = new SnapshotProbe(new Seeded(log.size()), unused -> {}, settings);
        GivenIds ids = new GivenIds();
        long index = 0;
        for (int place = 0; place < log.size(); place++) {
            Recorded recorded = log.get(place);
            if (!kept.get(place)) {
                ids.leftOut(recorded.events);
                continue;
            }
            CoreCommand command = recorded.command == null ? null : ids.translate(recorded.command);
            LogEntry entry = command == null || command.equals(recorded.command)
                    ? recorded.entry
                    : encode(recorded.entry, command);
            StateMachine.Applied done = apply(machine, entry, command);
            Step step = Steps.of(++index, entry, done, command);
            ids.note(recorded.events, step.events());
            checkers.applied(step, entry.fingerprint(), done.fingerprint(), machine.digest(), machine);
            if (probesEachSnapshot) {
                probe.probe(machine.save());
            }
        }
        checkers.checkAll(machine);
        machine.audit();
        probe.probe(machine.save());
    }

    private static StateMachine.Applied apply(StateMachine machine, LogEntry entry, @Nullable CoreCommand command) {
        try {
            return machine.apply(entry);
        } catch (InvariantViolation broken) {
            String what = entry.isTick() ? "a tick at " + entry.timeNanos() : String.valueOf(command);
            throw new Violation(
                    "invariant", "the core stopped: " + broken.getMessage() + "\n    at the last entry: " + what);
        }
    }

    private static LogEntry encode(LogEntry as, CoreCommand command) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[CommandEncoder.LENGTH_MAX]);
        int length = new CommandEncoder().encode(buffer, Steps.clientId(as), Steps.commandId(as), command);
        byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return new LogEntry(as.term(), as.timeNanos(), new Bytes(bytes));
    }
}
