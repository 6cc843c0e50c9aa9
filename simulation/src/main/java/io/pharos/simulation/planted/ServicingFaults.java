package io.pharos.simulation.planted;

import static io.pharos.simulation.planted.CodeChange.branch;
import static io.pharos.simulation.planted.CodeChange.constant;
import static io.pharos.simulation.planted.CodeChange.readOther;
import static io.pharos.simulation.planted.CodeChange.readOtherConstant;
import static io.pharos.simulation.planted.CodeChange.readZero;
import static io.pharos.simulation.planted.CodeChange.skipCall;
import static io.pharos.simulation.planted.CodeChange.skipWrite;

import java.lang.classfile.Opcode;
import java.util.List;

/** Faults in corporate actions, interest and the end of a day. */
final class ServicingFaults {
    private static final String SERVICING = "io.pharos.core.servicing.";

    static final List<PlantedFault> FAULTS = List.of(
            PlantedFault.of(
                    "paid twice after a restart",
                    "how many were paid is lost in the snapshot",
                    SERVICING + "CorporateAction",
                    "load",
                    skipWrite("paidCount"),
                    "snapshot|agreement|actions",
                    12),
            PlantedFault.of(
                    "entitlement of a half rounded down",
                    "wrong rounding",
                    SERVICING + "Fraction",
                    "rounded",
                    branch(Opcode.IFLT, Opcode.IFLE),
                    "book",
                    30),
            PlantedFault.of(
                    "position recorded after it changed",
                    "who sold after the ex date is paid too little",
                    SERVICING + "CorporateActions",
                    "beforeChange",
                    skipCall("record"),
                    "actions|book",
                    20),
            PlantedFault.of(
                    "nothing recorded before a change after a restart",
                    "a member that started again pays others",
                    SERVICING + "ActionSteps",
                    "loaded",
                    skipCall("watch"),
                    "agreement|snapshot|invariant|actions|book",
                    60),
            PlantedFault.of(
                    "balance of zero recorded",
                    "what is recorded depends on whether a member had started again",
                    SERVICING + "ActionSteps",
                    "step",
                    branch(Opcode.IFLE, Opcode.IFLT).at(1),
                    "agreement|snapshot",
                    60),
            PlantedFault.of(
                    "tax not withheld",
                    "holders get too much",
                    SERVICING + "Entitlements",
                    "pay",
                    readZero("taxPpm"),
                    "book",
                    12),
            PlantedFault.of(
                    "rounding not counted",
                    "the totals of an action do not add up",
                    SERVICING + "Entitlements",
                    "pay",
                    skipWrite("roundingParts"),
                    "book",
                    12),
            PlantedFault.of(
                    "split does not wait for holds",
                    "what is held is not converted",
                    SERVICING + "ActionSteps",
                    "hasWork",
                    skipCall("totalHeldMinor"),
                    "actions|book",
                    30),
            PlantedFault.of(
                    "frozen asset moves",
                    "a transfer between two steps of a split is converted twice, or not at all",
                    SERVICING + "CorporateActions",
                    "follow",
                    skipCall("freeze"),
                    "rules|actions",
                    30),
            PlantedFault.of(
                    "rights do not end",
                    "what was not exercised stays",
                    SERVICING + "ActionSteps",
                    "step",
                    skipCall("expire"),
                    "actions",
                    20),
            PlantedFault.of(
                    "subscription rounded down",
                    "rights cost too little",
                    SERVICING + "Rights",
                    "exercise",
                    readOtherConstant("UP", "DOWN"),
                    "book",
                    40),
            PlantedFault.of(
                    "orders taken on the ex date",
                    "old prices meet new ones",
                    SERVICING + "ActionSteps",
                    "begin",
                    skipCall("restrict"),
                    "book|rules",
                    20),
            PlantedFault.of(
                    "last price of the day before",
                    "the limits of the ex date are those of the close",
                    "io.pharos.core.trading.ActionTrading",
                    "adjust",
                    skipWrite("lastPriceTicks"),
                    "book",
                    20),
            PlantedFault.of(
                    "actions left at the end of a day",
                    "a stage of the end of the day is skipped",
                    SERVICING + "EndOfDay",
                    "service",
                    skipCall("hasWork"),
                    "end of day",
                    12),
            PlantedFault.of(
                    "day orders outlive the run",
                    "orders of the day are not ended",
                    SERVICING + "EndOfDay",
                    "step",
                    skipCall("expireDayOrders"),
                    "end of day",
                    60),
            PlantedFault.of(
                    "interest on what came later",
                    "an account that changes during the run bears interest on what it has then",
                    SERVICING + "Interest",
                    "beforeChange",
                    skipCall("accrue"),
                    "book|interest",
                    30),
            PlantedFault.of(
                    "accrual forgotten by a restart",
                    "a member that started again accrues what came later",
                    SERVICING + "Interest",
                    "load",
                    skipCall("watch"),
                    "agreement|snapshot|book|interest",
                    60),
            PlantedFault.of(
                    "period ends a day early",
                    "a day of interest is paid a period late",
                    SERVICING + "InterestTerms",
                    "daysTo",
                    constant(1, 0),
                    "interest|book",
                    30),
            PlantedFault.of(
                    "interest due stays due",
                    "it is paid again",
                    SERVICING + "InterestAccruals",
                    "paid",
                    skipCall("set"),
                    "invariant|book|interest",
                    20),
            PlantedFault.of(
                    "rate of the first band for all",
                    "wrong interest",
                    SERVICING + "InterestAccruals",
                    "day",
                    readOther("band1Ppm", "ratePpm"),
                    "interest|book",
                    20));

    private ServicingFaults() {}
}
