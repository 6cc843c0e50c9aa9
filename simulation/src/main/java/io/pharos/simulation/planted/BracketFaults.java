package io.pharos.simulation.planted;

import static io.pharos.simulation.planted.CodeChange.constant;
import static io.pharos.simulation.planted.CodeChange.readZero;
import static io.pharos.simulation.planted.CodeChange.returns;
import static io.pharos.simulation.planted.CodeChange.skipCall;
import static io.pharos.simulation.planted.CodeChange.skipWrite;

import java.util.List;

/** Faults in entries with exits. */
final class BracketFaults {
    private static final String TRADING = "io.pharos.core.trading.";

    static final List<PlantedFault> FAULTS = List.of(
            PlantedFault.of(
                    "fill without exits",
                    "what is bought is not protected",
                    TRADING + "BracketOrders",
                    "completeNext",
                    skipCall("cover"),
                    "book|invariant",
                    12),
            PlantedFault.of(
                    "exits sell more than was bought",
                    "each fill covers again what was covered",
                    TRADING + "BracketOrders",
                    "completeNext",
                    skipWrite("coveredLots"),
                    "book|invariant",
                    20),
            PlantedFault.of(
                    "take-profit order holds nothing",
                    "the position can be sold away under it",
                    TRADING + "BracketOrders",
                    "place",
                    readZero("lotMinor"),
                    "book|invariant",
                    12),
            PlantedFault.of(
                    "exits do not grow",
                    "each fill has exits of its own",
                    TRADING + "BracketOrders",
                    "grows",
                    returns(0),
                    "book",
                    20),
            PlantedFault.of(
                    "exits lost in the snapshot",
                    "they do not grow after a restart",
                    TRADING + "Bracket",
                    "load",
                    skipWrite("stopOrderId"),
                    "snapshot|agreement|book",
                    20),
            PlantedFault.of(
                    "entry given back twice",
                    "two entries share what they bring forth",
                    TRADING + "BracketOrders",
                    "completeNext",
                    readZero("touched"),
                    "snapshot|book|invariant|rules",
                    60),
            PlantedFault.of(
                    "room for one of three",
                    "an entry comes whose exits exceed the open orders",
                    TRADING + "BracketOrders",
                    "place",
                    constant(3, 1),
                    "rules",
                    60),
            PlantedFault.of(
                    "hold leaked with a cancelled exit",
                    "what the take-profit order held stays held",
                    TRADING + "OrderChanges",
                    "cancelUnqueued",
                    skipCall("hold"),
                    "book|invariant|conservation|holds",
                    12));

    private BracketFaults() {}
}
