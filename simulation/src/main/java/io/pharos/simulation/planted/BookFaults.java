package io.pharos.simulation.planted;

import static io.pharos.simulation.planted.CodeChange.branch;
import static io.pharos.simulation.planted.CodeChange.callOther;
import static io.pharos.simulation.planted.CodeChange.constant;
import static io.pharos.simulation.planted.CodeChange.negate;
import static io.pharos.simulation.planted.CodeChange.readZero;
import static io.pharos.simulation.planted.CodeChange.returns;
import static io.pharos.simulation.planted.CodeChange.skipCall;
import static io.pharos.simulation.planted.CodeChange.skipWrite;

import java.lang.classfile.Opcode;
import java.util.List;

/** Faults in the book and in what orders do. */
final class BookFaults {
    private static final String TRADING = "io.pharos.core.trading.";

    static final List<PlantedFault> FAULTS = List.of(
            PlantedFault.of(
                    "priority lost on reduce",
                    "a smaller order goes to the end of its price",
                    TRADING + "OrderEntry",
                    "replace",
                    constant(1, 0).at(1),
                    "book",
                    6),
            PlantedFault.of(
                    "priority kept on enlarging",
                    "a larger order keeps its place",
                    TRADING + "OrderEntry",
                    "replace",
                    negate().at(2),
                    "book|invariant",
                    6),
            PlantedFault.of(
                    "iceberg shows itself",
                    "all of it trades before those behind it",
                    TRADING + "OpenOrders",
                    "queue",
                    callOther("min", "max"),
                    "book|invariant|exception",
                    6),
            PlantedFault.of(
                    "iceberg never used up",
                    "its shown part does not shrink",
                    TRADING + "BookSide",
                    "fill",
                    skipWrite("shownLots"),
                    "book|invariant|exception",
                    6),
            PlantedFault.of(
                    "last price not recorded",
                    "no stop is ever set off",
                    TRADING + "Matching",
                    "match",
                    skipWrite("lastPriceTicks"),
                    "book|rules",
                    6),
            PlantedFault.of(
                    "a stop fires twice",
                    "it waits again when it was set off",
                    TRADING + "OrderEntry",
                    "setOff",
                    skipWrite("waits"),
                    "book|invariant|exception",
                    10),
            PlantedFault.of(
                    "stop-limit becomes a market order",
                    "it trades beyond its limit",
                    TRADING + "StopOrders",
                    "becomes",
                    negate(),
                    "book|invariant",
                    10),
            PlantedFault.of(
                    "trailing stop goes back",
                    "it follows the wrong way",
                    TRADING + "StopOrders",
                    "follow",
                    branch(Opcode.IFLE, Opcode.IFGE),
                    "book",
                    12),
            PlantedFault.of(
                    "trailing stop rests still",
                    "it does not follow",
                    TRADING + "StopOrders",
                    "follow",
                    skipCall("follow"),
                    "book",
                    12),
            PlantedFault.of(
                    "older stop goes last",
                    "of two sides the younger is set off first",
                    TRADING + "OrderBook",
                    "firstSetOffBy",
                    branch(Opcode.IFGE, Opcode.IFLT),
                    "book",
                    80),
            PlantedFault.of(
                    "decrement takes the larger",
                    "self-trade prevention takes too much away",
                    TRADING + "Matching",
                    "decrement",
                    callOther("min", "max"),
                    "book|invariant|exception",
                    20),
            PlantedFault.of(
                    "own orders trade",
                    "self-trade prevention is not asked for",
                    TRADING + "Order",
                    "begin",
                    skipWrite("selfTradePrevention"),
                    "book|invariant",
                    6),
            PlantedFault.of(
                    "day orders stay", "closing ends none", TRADING + "Phases", "endDay", returns(0), "book", 12),
            PlantedFault.of(
                    "orders expire late",
                    "what is due comes after its time, not at it",
                    TRADING + "Trading",
                    "advance",
                    branch(Opcode.IFGT, Opcode.IFGE).at(1),
                    "book",
                    40),
            PlantedFault.of(
                    "fill or kill fills in part",
                    "it is never refused",
                    TRADING + "Liquidity",
                    "fills",
                    returns(1),
                    "book|rules",
                    6),
            PlantedFault.of(
                    "post-only takes",
                    "it is not refused",
                    TRADING + "OrderChecks",
                    "checkLimit",
                    readZero("postOnly"),
                    "book|rules",
                    20),
            PlantedFault.of(
                    "minimum ignored",
                    "less than the minimum trades",
                    TRADING + "OrderChecks",
                    "checkActive",
                    readZero("minimumLots"),
                    "book|rules",
                    10),
            PlantedFault.of(
                    "collar ignored",
                    "a market order trades at any price",
                    TRADING + "OrderChecks",
                    "protectionTicks",
                    readZero("marketCollarPpm"),
                    "book",
                    20),
            PlantedFault.of(
                    "band ignored",
                    "prices outside the limits are taken",
                    TRADING + "Instrument",
                    "isOutsideLimits",
                    returns(0),
                    "book|rules",
                    12));

    private BookFaults() {}
}
