package io.pharos.simulation.planted;

import io.pharos.simulation.run.Failure;
import io.pharos.simulation.run.RunResult;
import io.pharos.simulation.run.RunSettings;
import io.pharos.simulation.run.Theme;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plants the faults of the catalogue, one at a time, and runs seeds of its theme until a checker sees it. */
public final class Plantation {
    /** Commands of a run with a planted fault. */
    public static final int COMMANDS = 600;

    private static final int[] MEMBERS = {3, 1};

    /**
     * What became of a planted fault.
     *
     * @param seenBy the checker; null where nobody saw it
     * @param seed with which, or the last that was tried
     * @param run the how manieth run that was, or how many were tried
     */
    public record Sighting(
            String name,
            String breaks,
            String place,
            String expected,
            int runsMax,
            @Nullable String seenBy,
            long seed,
            int run,
            String what) {
        /** Whether any checker saw it. */
        public boolean isSeen() {
            return seenBy != null;
        }

        /** Whether it was seen in time, by whom it was expected to be seen. */
        public boolean isAsExpected() {
            return seenBy != null
                    && run <= runsMax
                    && List.of(expected.split("\\|")).contains(seenBy);
        }
    }

    private Plantation() {}

    /** How many faults there are. */
    public static int size() {
        return Catalogue.FAULTS.size();
    }

    /** Plants all whose names contain a text; tells of each as it is done. */
    public static List<Sighting> plantAll(String only, int runsMore, Consumer<Sighting> progress) {
        return Catalogue.FAULTS.stream()
                .filter(fault -> fault.name().contains(only))
                .map(fault -> {
                    Sighting sighting = plant(fault, runsMore);
                    progress.accept(sighting);
                    return sighting;
                })
                .toList();
    }

    private static Sighting plant(PlantedFault fault, int runsMore) {
        PlantedLoader loader = new PlantedLoader(fault);
        int most = fault.runs() + runsMore;
        long seed = 0;
        for (int run = 1; run <= most; run++) {
            seed = next(fault.theme(), seed);
            RunResult result = loader.world().run(new RunSettings(seed, MEMBERS[run % MEMBERS.length], COMMANDS));
            Failure failure = result.failure();
            if (failure != null) {
                return sighting(fault, failure.checker(), seed, run, failure.what());
            }
        }
        return sighting(fault, null, seed, most, "");
    }

    /** The next seed whose run has the theme. */
    private static long next(@Nullable Theme theme, long seed) {
        long next = seed + 1;
        while (theme != null && Theme.of(next) != theme) {
            next++;
        }
        return next;
    }

    private static Sighting sighting(PlantedFault fault, @Nullable String seenBy, long seed, int run, String what) {
        String place = fault.className().substring(fault.className().lastIndexOf('.') + 1) + "." + fault.method();
        return new Sighting(fault.name(), fault.breaks(), place, fault.seenBy(), fault.runs(), seenBy, seed, run, what);
    }
}
