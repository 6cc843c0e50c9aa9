package io.pharos.simulation.planted;

import io.pharos.simulation.run.Failure;
import io.pharos.simulation.run.RunResult;
import io.pharos.simulation.run.RunSettings;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plants the faults of the catalogue, one at a time, and runs seeds until a checker sees it. */
public final class Plantation {
    /** Commands of a run with a planted fault. */
    public static final int COMMANDS = 600;

    private static final int[] MEMBERS = {3, 1};

    /**
     * What became of a planted fault.
     *
     * @param seenBy the checker; null where nobody saw it
     * @param seed with which, or how many were tried
     */
    public record Sighting(
            String name,
            String breaks,
            String place,
            String expected,
            int seedsMax,
            @Nullable String seenBy,
            int seed,
            String what) {
        /** Whether any checker saw it. */
        public boolean isSeen() {
            return seenBy != null;
        }

        /** Whether it was seen in time, by whom it was expected to be seen. */
        public boolean isAsExpected() {
            return seenBy != null
                    && seed <= seedsMax
                    && List.of(expected.split("\\|")).contains(seenBy);
        }
    }

    private Plantation() {}

    /** How many faults there are. */
    public static int size() {
        return Catalogue.FAULTS.size();
    }

    /** Plants all; tells of each as it is done. */
    public static List<Sighting> plantAll(int seedsMore, Consumer<Sighting> progress) {
        return Catalogue.FAULTS.stream()
                .map(fault -> {
                    Sighting sighting = plant(fault, seedsMore);
                    progress.accept(sighting);
                    return sighting;
                })
                .toList();
    }

    private static Sighting plant(PlantedFault fault, int seedsMore) {
        PlantedLoader loader = new PlantedLoader(fault);
        int most = fault.seeds() + seedsMore;
        for (int seed = 1; seed <= most; seed++) {
            RunResult result = loader.world().run(new RunSettings(seed, MEMBERS[seed % MEMBERS.length], COMMANDS));
            Failure failure = result.failure();
            if (failure != null) {
                return sighting(fault, failure.checker(), seed, failure.what());
            }
        }
        return sighting(fault, null, most, "");
    }

    private static Sighting sighting(PlantedFault fault, @Nullable String seenBy, int seed, String what) {
        String place = fault.className().substring(fault.className().lastIndexOf('.') + 1) + "." + fault.method();
        return new Sighting(fault.name(), fault.breaks(), place, fault.seenBy(), fault.seeds(), seenBy, seed, what);
    }
}
