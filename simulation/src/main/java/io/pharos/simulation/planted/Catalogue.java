package io.pharos.simulation.planted;

import java.util.List;
import java.util.stream.Stream;

/** The planted faults. */
final class Catalogue {
    static final List<PlantedFault> FAULTS = Stream.of(
                    MoneyFaults.FAULTS,
                    BookFaults.FAULTS,
                    AuctionFaults.FAULTS,
                    SettlementFaults.FAULTS,
                    StateFaults.FAULTS,
                    WorldFaults.FAULTS)
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}
}
