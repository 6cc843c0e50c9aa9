package io.pharos.simulation.shrink;

import io.pharos.simulation.run.Failure;
import io.pharos.simulation.run.FaultKind;
import io.pharos.simulation.run.Replay;
import io.pharos.simulation.run.RunResult;
import io.pharos.simulation.run.RunSettings;
import io.pharos.simulation.run.SimulationRun;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reduces a run that failed to a small one that fails for the same checker.
 *
 * <p>First the world: half of its commands, then three quarters; one member; without each fault in turn; what still fails is
 * kept. Then, where the log alone shows the failure, delta debugging over its entries, as Zeller and Hildebrandt have it
 * (<i>Simplifying and Isolating Failure-Inducing Input</i>, 2002): parts are left out, large ones first, until no single entry
 * can be. What only the world shows, such as members that disagree, stays as small as the world became.
 */
public final class Shrinker {
    private static final int REPLAYS_MAX = 4_000;

    /**
     * A small failure.
     *
     * @param settings run it again
     * @param entriesBefore log entries of the run that failed first
     * @param entries of the reduced one
     */
    public record Reduced(RunSettings settings, Failure failure, int entriesBefore, int entries) {}

    private final Supplier<SimulationRun> worlds;
    private int replays;

    /**
     * @param worlds makes a world for each run
     */
    public Shrinker(Supplier<SimulationRun> worlds) {
        this.worlds = worlds;
    }

    /** Reduces a failure; null where the run did not fail. */
    public @Nullable Reduced shrink(RunResult failed) {
        Failure failure = failed.failure();
        Replay replay = failed.replay();
        if (failure == null || replay == null) {
            return null;
        }
        RunResult small = shrinkWorld(failed, failure.checker());
        Replay log = small.replay();
        Failure smallFailure = small.failure();
        if (log == null || smallFailure == null) {
            throw new IllegalStateException("a reduced run fails: " + small.settings());
        }
        List<Integer> kept = shrinkLog(log, failure.checker());
        Failure replayed = kept.isEmpty() ? null : log.run(bits(kept));
        if (replayed == null) {
            return new Reduced(small.settings(), smallFailure, replay.size(), log.size());
        }
        RunSettings settings =
                small.settings().keeping(kept.stream().map(place -> place + 1).toList());
        return new Reduced(settings, replayed, replay.size(), kept.size());
    }

    private RunResult shrinkWorld(RunResult failed, String checker) {
        RunResult small = failed;
        RunResult fewer = withFewerCommands(small, checker);
        while (fewer != null) {
            small = fewer;
            fewer = withFewerCommands(small, checker);
        }
        if (small.settings().members() > 1) {
            RunResult tried = tried(small.settings().withMembers(1), checker);
            small = tried == null ? small : tried;
        }
        for (FaultKind fault : FaultKind.values()) {
            RunResult tried = tried(small.settings().without(fault), checker);
            small = tried == null ? small : tried;
        }
        return small;
    }

    private @Nullable RunResult withFewerCommands(RunResult failed, String checker) {
        int commands = failed.settings().commands();
        if (commands < 4) {
            return null;
        }
        RunResult half = tried(failed.settings().withCommands(commands / 2), checker);
        return half != null ? half : tried(failed.settings().withCommands(commands * 3 / 4), checker);
    }

    private @Nullable RunResult tried(RunSettings settings, String checker) {
        RunResult result = worlds.get().run(settings);
        Failure failure = result.failure();
        return failure != null && failure.checker().equals(checker) ? result : null;
    }

    /** Places of the entries that are needed, in order; none where the log alone does not show the failure. */
    private List<Integer> shrinkLog(Replay log, String checker) {
        List<Integer> kept = new ArrayList<>();
        for (int place = 0; place < log.size(); place++) {
            kept.add(place);
        }
        if (!fails(log, kept, checker)) {
            return new ArrayList<>();
        }
        int part = Math.max(1, kept.size() / 2);
        while (replays < REPLAYS_MAX) {
            boolean found = false;
            for (int start = Math.max(0, kept.size() - part);
                    replays < REPLAYS_MAX;
                    start = Math.max(0, start - part)) {
                List<Integer> fewer = new ArrayList<>(kept);
                fewer.subList(start, Math.min(fewer.size(), start + part)).clear();
                if (!fewer.isEmpty() && fails(log, fewer, checker)) {
                    kept = fewer;
                    found = true;
                }
                if (start == 0) {
                    break;
                }
            }
            if (part == 1 && !found) {
                return kept;
            }
            part = Math.max(1, part / 2);
        }
        return kept;
    }

    private boolean fails(Replay log, List<Integer> kept, String checker) {
        replays++;
        Failure failure = log.run(bits(kept));
        return failure != null && failure.checker().equals(checker);
    }

    private static BitSet bits(List<Integer> places) {
        BitSet bits = new BitSet();
        places.forEach(bits::set);
        return bits;
    }
}
