package io.pharos.simulation.planted;

import static io.pharos.simulation.planted.CodeChange.callOther;
import static io.pharos.simulation.planted.CodeChange.constant;
import static io.pharos.simulation.planted.CodeChange.readOther;
import static io.pharos.simulation.planted.CodeChange.skipCall;
import static io.pharos.simulation.planted.CodeChange.skipWrite;

import java.util.List;

/** Faults in pegged orders. */
final class PegFaults {
    private static final String TRADING = "io.pharos.core.trading.";

    static final List<PlantedFault> FAULTS = List.of(
            PlantedFault.of(
                    "pegs follow pegs",
                    "a ladder of pegs chases itself",
                    TRADING + "PeggedOrders",
                    "bestTicks",
                    skipCall("isPegged"),
                    "book|invariant|exception",
                    20),
            PlantedFault.of(
                    "midpoint rounded towards trading",
                    "a sell gives away half a tick",
                    TRADING + "PeggedOrders",
                    "priceTicks",
                    constant(1, 0),
                    "book",
                    20),
            PlantedFault.of(
                    "peg passes its limit",
                    "a buy pays more than it said",
                    TRADING + "PeggedOrders",
                    "priceTicks",
                    callOther("min", "max"),
                    "book|invariant",
                    20),
            PlantedFault.of(
                    "peg in the auction",
                    "it stays in the book when continuous trading ends",
                    TRADING + "Phases",
                    "enter",
                    skipCall("parkAll"),
                    "book|invariant",
                    20),
            PlantedFault.of(
                    "peg does not follow",
                    "best prices change, and it stays",
                    TRADING + "OrderEntry",
                    "settleTrades",
                    skipCall("follow"),
                    "book|invariant",
                    12),
            PlantedFault.of(
                    "peg outside the limits of the day",
                    "it rests where no order may",
                    TRADING + "PeggedOrders",
                    "priceTicks",
                    skipCall("isOutsideLimits"),
                    "book",
                    60),
            PlantedFault.of(
                    "peg holds for its present price",
                    "it cannot be paid once it is led to its limit",
                    TRADING + "Order",
                    "boundTicks",
                    readOther("limitTicks", "priceTicks"),
                    "book|invariant",
                    12),
            PlantedFault.of(
                    "limit of a peg lost in the snapshot",
                    "it goes anywhere after a restart",
                    TRADING + "RestingOrders",
                    "load",
                    skipWrite("limitTicks"),
                    "snapshot|agreement|invariant",
                    12));

    private PegFaults() {}
}
