package io.pharos.simulation.world;

import io.pharos.core.engine.EngineSettings;
import io.pharos.core.state.InvariantViolation;
import io.pharos.simulation.check.Violation;
import io.pharos.simulation.run.Seeded;
import java.util.Arrays;
import java.util.function.Consumer;

/** A snapshot that is not as it was written is refused, or says the same in other bytes: nothing else is served. */
final class SnapshotProbe {
    private static final int PROBES = 16;

    private final Seeded random;
    private final Consumer<String> counter;
    private final EngineSettings settings;

    SnapshotProbe(Seeded random, Consumer<String> counter, EngineSettings settings) {
        this.random = random;
        this.counter = counter;
        this.settings = settings;
    }

    /** Loads a snapshot and some damaged copies of it. */
    void probe(Bytes sound) {
        StateMachine loaded;
        try {
            loaded = StateMachine.load(sound, settings);
        } catch (InvariantViolation refused) {
            throw new Violation("snapshot", "a sound snapshot was refused: " + refused.getMessage());
        }
        if (!sound.equals(loaded.save())) {
            throw new Violation("snapshot", "a snapshot that is loaded and saved again has other bytes");
        }
        for (int i = 0; i < PROBES; i++) {
            Bytes damaged = Disk.damaged(sound, random);
            try {
                check(sound, StateMachine.load(damaged, settings));
            } catch (InvariantViolation refused) {
                counter.accept("damaged snapshots probed");
            }
        }
    }

    /** Checks a snapshot from a disk that the core took. */
    void checkTaken(Disk.Snapshot snapshot, StateMachine loaded) {
        if (snapshot.isDamaged()) {
            check(snapshot.sound(), loaded);
        }
    }

    private static void check(Bytes whole, StateMachine loaded) {
        byte[] sound = whole.array();
        byte[] saved = loaded.save().array();
        int differs = Arrays.mismatch(sound, saved);
        if (differs >= 0) {
            throw new Violation(
                    "snapshot",
                    "a damaged snapshot was taken for a sound one: byte " + differs + " of " + sound.length + " is "
                            + (differs < saved.length ? saved[differs] : "missing") + " instead of "
                            + (differs < sound.length ? sound[differs] : "missing"));
        }
    }
}
