package io.pharos.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.simulation.planted.Plantation;
import io.pharos.simulation.planted.Plantation.Sighting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What shows that the checkers can see: each fault of the catalogue is seen within the seeds that it states. */
class PlantedFaultsSimulationTest {
    @Test
    void seesEveryPlantedFault() {
        List<Sighting> sightings = Plantation.plantAll("", 0, sighting -> {});

        assertThat(sightings).hasSizeGreaterThanOrEqualTo(25);
        assertThat(sightings.stream()
                        .filter(sighting -> !sighting.isAsExpected())
                        .map(PlantedReport::line))
                .isEmpty();
        assertThat(sightings.stream()
                        .filter(sighting -> !"invariant".equals(sighting.seenBy()))
                        .count())
                .describedAs("seen by a checker, not only by the core's own invariants")
                .isGreaterThan(sightings.size() / 2);
    }
}
