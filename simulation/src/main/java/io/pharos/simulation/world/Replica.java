package io.pharos.simulation.world;

import io.pharos.core.engine.EngineSettings;
import io.pharos.core.state.InvariantViolation;
import io.pharos.simulation.check.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a member applies: the state machine, its journal, its snapshots. Shows each application to the checkers, the first of
 * all members to the reference.
 */
final class Replica {
    private final World world;
    private final int member;
    private final EngineSettings settings;
    private final Disk disk;
    private final SnapshotProbe probe;
    private StateMachine machine;
    private long applied;

    /** Who waits for the reply of which entry; of the leader only. */
    private final Map<Long, Integer> waiting = new HashMap<>();

    Replica(World world, int member, EngineSettings settings, Disk disk) {
        this.world = world;
        this.member = member;
        this.settings = settings;
        this.disk = disk;
        probe = new SnapshotProbe(world.random(), world::count, settings);
        machine = StateMachine.empty(settings);
    }

    long applied() {
        return applied;
    }

    StateMachine machine() {
        return machine;
    }

    /** Starts from the newest snapshot that the core takes. */
    void start() {
        waiting.clear();
        machine = StateMachine.empty(settings);
        applied = 0;
        for (Disk.Snapshot snapshot : List.copyOf(disk.snapshots()).reversed()) {
            try {
                machine = StateMachine.load(snapshot.stored(), settings);
            } catch (InvariantViolation refused) {
                if (!snapshot.isDamaged()) {
                    throw new Violation("snapshot", "a sound snapshot was refused: " + refused.getMessage());
                }
                world.count("damaged snapshots refused");
                disk.drop(snapshot);
                continue;
            }
            applied = snapshot.index();
            probe.checkTaken(snapshot, machine);
            world.checkers().loaded(applied, machine.digest(), member);
            world.count("snapshots loaded");
            return;
        }
    }

    void waitFor(long index, int client) {
        waiting.put(index, client);
    }

    void forgetWaiting() {
        waiting.clear();
    }

    /** Applies a committed entry; the reply goes to the client that waits for it. */
    void apply(LogEntry entry) {
        StateMachine.Applied done;
        world.applies(applied + 1, entry);
        try {
            done = machine.apply(entry);
        } catch (InvariantViolation broken) {
            throw new Violation(
                    "invariant",
                    "the core stopped member " + member + ": " + broken.getMessage() + "\n    at log entry "
                            + (applied + 1) + ": " + world.meaning(entry));
        }
        applied++;
        world.applied(member, applied, entry, done, machine);
        record(done.events());
        Integer client = waiting.remove(applied);
        Bytes reply = done.reply();
        if (client != null && reply != null) {
            world.network().send(member, client, new Message.Answer(reply));
        }
    }

    /** Records what the journal does not hold yet; what it holds must be the same. */
    private void record(List<Bytes> events) {
        long first = machine.sequence() - events.size() + 1;
        for (int i = 0; i < events.size(); i++) {
            int place = (int) (first + i - 1);
            if (place < disk.journalSize()) {
                boolean same = disk.journalAt(place).equals(events.get(i));
                if (!same) {
                    throw new Violation("agreement", "member " + member + " emits another event at " + (place + 1));
                }
            } else if (place == disk.journalSize()) {
                disk.record(events.get(i));
            } else {
                throw new Violation("agreement", "the journal of member " + member + " has a gap at " + (place + 1));
            }
        }
    }

    void snapshot() {
        Bytes snapshot = machine.save();
        if (disk.store(applied, snapshot)) {
            world.count("snapshots taken");
            probe.probe(snapshot);
        }
    }

    /** Events behind a sequence, as a projection reads them. */
    List<Bytes> events(long afterSequence, int most) {
        List<Bytes> events = new ArrayList<>();
        for (long place = afterSequence; place < disk.journalSize() && events.size() < most; place++) {
            events.add(disk.journalAt((int) place));
        }
        return events;
    }
}
