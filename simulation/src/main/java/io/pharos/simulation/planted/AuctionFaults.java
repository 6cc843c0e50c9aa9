package io.pharos.simulation.planted;

import static io.pharos.simulation.planted.CodeChange.constant;
import static io.pharos.simulation.planted.CodeChange.readOther;
import static io.pharos.simulation.planted.CodeChange.readOtherConstant;
import static io.pharos.simulation.planted.CodeChange.readZero;
import static io.pharos.simulation.planted.CodeChange.returns;
import static io.pharos.simulation.planted.CodeChange.skipCall;
import static io.pharos.simulation.planted.CodeChange.skipWrite;

import java.util.List;

/** Faults in the phases of the day and their auctions. */
final class AuctionFaults {
    private static final String TRADING = "io.pharos.core.trading.";

    static final List<PlantedFault> FAULTS = List.of(
            PlantedFault.of(
                    "call ends without auction",
                    "a book opens crossed",
                    TRADING + "Phases",
                    "enter",
                    skipCall("uncross"),
                    "book|invariant",
                    10),
            PlantedFault.of(
                    "market pressure ignored",
                    "a surplus to buy takes the lowest price",
                    TRADING + "CallPrice",
                    "choose",
                    readOther("highestTicks", "lowestTicks").at(1),
                    "book",
                    40),
            PlantedFault.of(
                    "surplus ignored",
                    "of two prices of one quantity the later wins",
                    TRADING + "CallPrice",
                    "consider",
                    skipCall("abs"),
                    "book",
                    40),
            PlantedFault.of(
                    "reference ignored",
                    "the middle price wins",
                    TRADING + "CallPrice",
                    "referenceTicks",
                    returns(0),
                    "book",
                    40),
            PlantedFault.of(
                    "auction charges a taker",
                    "who came later pays the taker's fee",
                    TRADING + "Clearing",
                    "tradeInAuction",
                    constant(1, 0).at(2),
                    "book",
                    12),
            PlantedFault.of(
                    "orders at the close stay parked",
                    "the closing auction is without them",
                    TRADING + "Phases",
                    "unpark",
                    returns(0),
                    "book|rules",
                    20),
            PlantedFault.of(
                    "orders at the open stay",
                    "they do not end with the opening",
                    TRADING + "Phases",
                    "enter",
                    readOtherConstant("AT_OPEN", "AT_CLOSE"),
                    "book|rules",
                    60),
            PlantedFault.of(
                    "locked orders are cancelled",
                    "an auction does not lock its orders",
                    TRADING + "Instrument",
                    "isLocked",
                    returns(0),
                    "rules|book",
                    20),
            PlantedFault.of(
                    "collar not kept",
                    "trading goes on outside the collars",
                    TRADING + "Session",
                    "hasCollar",
                    returns(0),
                    "book",
                    20),
            PlantedFault.of(
                    "interruption never ends",
                    "its time is forgotten",
                    TRADING + "Session",
                    "beginPhase",
                    skipWrite("endsNanos"),
                    "book",
                    12),
            PlantedFault.of(
                    "indication without its surplus",
                    "a call says less than it knows",
                    TRADING + "Sessions",
                    "indicate",
                    readZero("surplusLots"),
                    "book",
                    12));

    private AuctionFaults() {}
}
