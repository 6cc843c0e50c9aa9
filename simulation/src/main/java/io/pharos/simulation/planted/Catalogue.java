package io.pharos.simulation.planted;

import io.pharos.simulation.run.Theme;
import java.util.List;
import java.util.stream.Stream;

/** The planted faults. */
final class Catalogue {
    static final List<PlantedFault> FAULTS = Stream.of(
                    about(Theme.MARKET, MoneyFaults.FAULTS),
                    about(Theme.MARKET, BookFaults.FAULTS),
                    about(Theme.MARKET, AuctionFaults.FAULTS),
                    about(Theme.SETTLEMENT, SettlementFaults.FAULTS),
                    about(Theme.RISK, RiskFaults.FAULTS),
                    about(Theme.LINKS, LinkFaults.FAULTS),
                    about(Theme.CALENDARS, CalendarFaults.FAULTS),
                    about(Theme.FEES, FeeFaults.FAULTS),
                    about(Theme.SERVICING, ServicingFaults.FAULTS),
                    about(Theme.PEGS, PegFaults.FAULTS),
                    about(Theme.BRACKETS, BracketFaults.FAULTS),
                    StateFaults.FAULTS,
                    WorldFaults.FAULTS)
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    private static List<PlantedFault> about(Theme theme, List<PlantedFault> faults) {
        return faults.stream().map(fault -> fault.about(theme)).toList();
    }
}
