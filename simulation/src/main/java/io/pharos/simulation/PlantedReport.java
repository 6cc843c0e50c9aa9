package io.pharos.simulation;

import io.pharos.simulation.planted.Plantation.Sighting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which planted faults were seen, by whom, and with which seed. */
final class PlantedReport {
    private static final String FORMAT = "%-42s %-32s %-14s %-6s %s";

    static final String HEADER = String.format(FORMAT, "planted fault", "in", "seen by", "seed", "run");

    private PlantedReport() {}

    static String line(Sighting sighting) {
        String seenBy = sighting.seenBy() == null ? "NOBODY" : sighting.seenBy();
        String run = sighting.isSeen() ? sighting.run() + " of " + sighting.runsMax() : "none of " + sighting.run();
        String note = sighting.isSeen() && !sighting.isAsExpected() ? ", expected " + sighting.expected() : "";
        return String.format(FORMAT, sighting.name(), sighting.place(), seenBy, sighting.seed(), run + note);
    }

    static String summary(List<Sighting> sightings) {
        StringBuilder text = new StringBuilder();
        long seen = sightings.stream().filter(Sighting::isSeen).count();
        text.append(String.format("%n%d of %d planted faults were seen%n", seen, sightings.size()));
        byChecker(sightings).forEach((checker, count) -> text.append(String.format("%8d by %s%n", count, checker)));
        return text.toString();
    }

    private static Map<String, Integer> byChecker(List<Sighting> sightings) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Sighting sighting : sightings) {
            if (sighting.seenBy() != null) {
                counts.merge(sighting.seenBy(), 1, Integer::sum);
            }
        }
        return counts;
    }

    static Map<String, @Nullable Object> json(List<Sighting> sightings) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("planted", sightings.size());
        json.put("seen", sightings.stream().filter(Sighting::isSeen).count());
        json.put("byChecker", byChecker(sightings));
        json.put("faults", sightings.stream().map(PlantedReport::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(Sighting sighting) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", sighting.name());
        json.put("breaks", sighting.breaks());
        json.put("in", sighting.place());
        json.put("expectedBy", List.of(sighting.expected().split("\\|")));
        json.put("seenBy", sighting.seenBy());
        json.put("seed", sighting.seed());
        json.put("run", sighting.run());
        json.put("runsMax", sighting.runsMax());
        json.put("what", sighting.what());
        return json;
    }
}
