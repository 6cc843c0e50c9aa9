package io.pharos.simulation.planted;

import static io.pharos.simulation.planted.CodeChange.constant;
import static io.pharos.simulation.planted.CodeChange.readOtherConstant;
import static io.pharos.simulation.planted.CodeChange.skipCall;
import static io.pharos.simulation.planted.CodeChange.skipWrite;

import java.util.List;

/** Faults in linked orders. */
final class LinkFaults {
    private static final String TRADING = "io.pharos.core.trading.";

    static final List<PlantedFault> FAULTS = List.of(
            PlantedFault.of(
                    "partner stays",
                    "when one of two linked orders ends, the other goes on",
                    TRADING + "LinkedOrders",
                    "follow",
                    skipCall("cancelQueued"),
                    "book|invariant",
                    12),
            PlantedFault.of(
                    "stop keeps its size",
                    "a fill in part takes nothing off the linked stop",
                    TRADING + "LinkedOrders",
                    "follow",
                    skipCall("reduceQueued"),
                    "book|invariant",
                    12),
            PlantedFault.of(
                    "link lost in the snapshot",
                    "both go on alone after a restart",
                    TRADING + "RestingOrders",
                    "load",
                    skipWrite("linkedOrderId"),
                    "snapshot|agreement|invariant",
                    20),
            PlantedFault.of(
                    "both set off",
                    "the limit order stays when the linked stop is set off",
                    TRADING + "OrderEntry",
                    "endLink",
                    skipCall("cancelQueued"),
                    "book|invariant",
                    20),
            PlantedFault.of(
                    "linked orders told apart",
                    "the quantity of one is changed",
                    TRADING + "OrderChecks",
                    "check",
                    readOtherConstant("LINK_INVALID", "ACCEPTED"),
                    "rules|book|invariant",
                    20),
            PlantedFault.of(
                    "room for one of two",
                    "a pair exceeds the open orders by one",
                    TRADING + "OrderChecks",
                    "checkBeside",
                    constant(1, 0).at(1),
                    "rules",
                    60));

    private LinkFaults() {}
}
