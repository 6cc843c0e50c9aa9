package io.pharos.simulation.planted;

import static io.pharos.simulation.planted.CodeChange.branch;
import static io.pharos.simulation.planted.CodeChange.callOther;
import static io.pharos.simulation.planted.CodeChange.constant;
import static io.pharos.simulation.planted.CodeChange.gives;
import static io.pharos.simulation.planted.CodeChange.operator;
import static io.pharos.simulation.planted.CodeChange.readOtherConstant;
import static io.pharos.simulation.planted.CodeChange.skipCall;
import static io.pharos.simulation.planted.CodeChange.skipWrite;

import io.pharos.protocol.Outcome;
import java.lang.classfile.Opcode;
import java.util.List;

/** Faults in limits and kill switches. */
final class RiskFaults {
    private static final String TRADING = "io.pharos.core.trading.";

    static final List<PlantedFault> FAULTS = List.of(
            PlantedFault.of(
                    "limit ignored at a change",
                    "an order grows beyond what it may be worth",
                    TRADING + "OrderChecks",
                    "check",
                    gives("checkNotional", Outcome.ACCEPTED),
                    "rules",
                    20),
            PlantedFault.of(
                    "collar ignored when set off",
                    "a stop-limit order trades far from the last price",
                    TRADING + "OrderChecks",
                    "checkSetOff",
                    gives("checkCollar", Outcome.ACCEPTED),
                    "rules",
                    80),
            PlantedFault.of(
                    "quantity limit ignored",
                    "an order of any size is taken",
                    TRADING + "RiskLimits",
                    "checkQuantity",
                    readOtherConstant("ORDER_QUANTITY_LIMIT", "ACCEPTED"),
                    "rules",
                    20),
            PlantedFault.of(
                    "messages never come back",
                    "what was sent once stays counted",
                    TRADING + "RiskRecords",
                    "spent",
                    operator(Opcode.LSUB, Opcode.LADD).at(2),
                    "rules",
                    20),
            PlantedFault.of(
                    "messages come back at once",
                    "the rate binds for no time at all",
                    TRADING + "RiskRecords",
                    "spent",
                    operator(Opcode.LSUB, Opcode.LADD).at(1),
                    "rules",
                    20),
            PlantedFault.of(
                    "cancellations are no messages",
                    "they take nothing of the rate",
                    TRADING + "Trading",
                    "cancelOrder",
                    skipCall("countCancel"),
                    "rules",
                    40),
            PlantedFault.of(
                    "kill switch leaves waiting orders",
                    "stops stay open",
                    TRADING + "KillSwitches",
                    "sweep",
                    callOther("waiting", "side"),
                    "book|invariant",
                    20),
            PlantedFault.of(
                    "kill switch leaves the account's orders",
                    "only new ones are blocked",
                    TRADING + "KillSwitches",
                    "set",
                    skipCall("cancelAccount"),
                    "book|invariant",
                    20),
            PlantedFault.of(
                    "kill switch lost in the snapshot",
                    "a member trades on after its restart",
                    TRADING + "RiskRecords",
                    "load",
                    skipWrite("engagedCount"),
                    "snapshot|agreement|invariant",
                    20),
            PlantedFault.of(
                    "messages lost in the snapshot",
                    "a member counts anew after its restart",
                    TRADING + "RiskRecords",
                    "save",
                    constant(9, 7),
                    "snapshot|agreement|invariant|exception",
                    12),
            PlantedFault.of(
                    "kill switch lets a change through",
                    "an order that it is about to cancel trades",
                    TRADING + "OrderChecks",
                    "check",
                    gives("checkEntry", Outcome.ACCEPTED).at(2),
                    "rules|book",
                    40),
            PlantedFault.of(
                    "blocked firm takes orders",
                    "its kill switch cancels, and does not block",
                    TRADING + "KillSwitches",
                    "check",
                    readOtherConstant("FIRM_BLOCKED", "ACCEPTED"),
                    "rules",
                    20),
            PlantedFault.of(
                    "concentration without open buys",
                    "only what an account has counts",
                    TRADING + "RiskLimits",
                    "checkConcentration",
                    skipCall("oldestOfAccount"),
                    "rules",
                    80),
            PlantedFault.of(
                    "concentration at the order's price",
                    "what is held is not counted at the last price",
                    TRADING + "RiskLimits",
                    "checkConcentration",
                    skipCall("markTicks"),
                    "rules",
                    20),
            PlantedFault.of(
                    "collar binds no market order",
                    "it trades at any price",
                    TRADING + "OrderChecks",
                    "collaredTicks",
                    skipCall("collarTicks"),
                    "book|rules",
                    60),
            PlantedFault.of(
                    "one order less than the limit",
                    "the last one that fits is refused",
                    TRADING + "RiskLimits",
                    "isWithin",
                    branch(Opcode.IFGT, Opcode.IFGE),
                    "rules",
                    20));

    private RiskFaults() {}
}
