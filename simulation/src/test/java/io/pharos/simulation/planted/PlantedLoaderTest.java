package io.pharos.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pharos.simulation.run.RunResult;
import io.pharos.simulation.run.RunSettings;
import org.junit.jupiter.api.Test;

class PlantedLoaderTest {
    private static final RunSettings SETTINGS = new RunSettings(1, 3, 300);

    @Test
    void replaysAFailureToTheSameStep() {
        PlantedFault fault = Catalogue.FAULTS.getFirst();

        RunResult first = new PlantedLoader(fault).world().run(SETTINGS);
        RunResult again = new PlantedLoader(fault).world().run(SETTINGS);

        assertThat(first.failure()).isNotNull();
        assertThat(again.failure()).isEqualTo(first.failure());
        assertThat(again.digest()).isEqualTo(first.digest());
    }

    /** In a second, what planting them all would say in a minute: who moves a method of the core moves the entry. */
    @Test
    void findsThePlaceOfEveryFault() {
        assertThat(Catalogue.FAULTS)
                .allSatisfy(fault -> assertThatCode(() -> new PlantedLoader(fault).world())
                        .describedAs(fault.name())
                        .doesNotThrowAnyException());
    }

    @Test
    void refusesAFaultThatHasLostItsPlace() {
        PlantedFault gone = PlantedFault.of(
                "gone", "nothing", "io.pharos.core.trading.Charge", "notThere", CodeChange.returns(0), "book", 1);

        assertThatThrownBy(() -> new PlantedLoader(gone).world())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has lost its place");
    }
}
