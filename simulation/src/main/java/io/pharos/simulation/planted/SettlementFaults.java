package io.pharos.simulation.planted;

import static io.pharos.simulation.planted.CodeChange.readOtherConstant;
import static io.pharos.simulation.planted.CodeChange.readZero;
import static io.pharos.simulation.planted.CodeChange.returns;
import static io.pharos.simulation.planted.CodeChange.skipCall;

import java.util.List;

/** Faults in settlement and reversal. */
final class SettlementFaults {
    private static final String LEDGER = "io.pharos.core.ledger.";
    private static final String SETTLE = "io.pharos.core.settlement.";

    static final List<PlantedFault> FAULTS = List.of(
            PlantedFault.of(
                    "settlement delivers and does not pay",
                    "a leg of delivery versus payment is skipped",
                    SETTLE + "SettlementRun",
                    "settle",
                    readZero("quoteOutMinor"),
                    "book|settlement|invariant",
                    20),
            PlantedFault.of(
                    "settlement takes and does not give",
                    "what was bought stays unsettled",
                    SETTLE + "SettlementRun",
                    "settle",
                    readZero("baseInMinor"),
                    "book|settlement|invariant",
                    20),
            PlantedFault.of(
                    "deferred payment skipped",
                    "a trade to settle later is not paid",
                    SETTLE + "DeferredTrades",
                    "pay",
                    returns(0),
                    "book|invariant",
                    20),
            PlantedFault.of(
                    "obligation forgotten",
                    "a trade leaves nothing to settle",
                    SETTLE + "DeferredTrades",
                    "note",
                    returns(0),
                    "book|invariant",
                    20),
            PlantedFault.of(
                    "proceeds usable too early",
                    "they are available before they settle",
                    SETTLE + "DeferredTrades",
                    "proceedsBucket",
                    readOtherConstant("UNSETTLED_IN", "AVAILABLE"),
                    "book|invariant",
                    20),
            PlantedFault.of(
                    "reversed twice",
                    "a reversal is not remembered",
                    LEDGER + "Transfers",
                    "reverse",
                    skipCall("reversedBy"),
                    "rules|book",
                    20));

    private SettlementFaults() {}
}
