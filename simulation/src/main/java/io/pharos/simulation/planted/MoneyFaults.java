package io.pharos.simulation.planted;

import static io.pharos.simulation.planted.CodeChange.branch;
import static io.pharos.simulation.planted.CodeChange.callOther;
import static io.pharos.simulation.planted.CodeChange.constant;
import static io.pharos.simulation.planted.CodeChange.readOther;
import static io.pharos.simulation.planted.CodeChange.readOtherConstant;
import static io.pharos.simulation.planted.CodeChange.returns;
import static io.pharos.simulation.planted.CodeChange.skipCall;

import java.lang.classfile.Opcode;
import java.util.List;

/** Faults in the ledger and in what a trade costs. */
final class MoneyFaults {
    private static final String LEDGER = "io.pharos.core.ledger.";
    private static final String TRADING = "io.pharos.core.trading.";

    static final List<PlantedFault> FAULTS = List.of(
            PlantedFault.of(
                    "fee rounded down",
                    "a fee of a fraction is not charged",
                    TRADING + "Charge",
                    "dueMinor",
                    constant(1, 0),
                    "book|invariant",
                    6),
            PlantedFault.of(
                    "fee reserve rounded down",
                    "a buy holds too little for its fee",
                    TRADING + "Exact",
                    "shareRoundedUp",
                    constant(1_000_000, 1).at(3),
                    "book|invariant",
                    6),
            PlantedFault.of(
                    "taker pays the maker's fee",
                    "wrong rate",
                    TRADING + "Clearing",
                    "accrue",
                    readOther("takerFeePpm", "makerFeePpm"),
                    "book|invariant",
                    6),
            PlantedFault.of(
                    "tax goes to the fee account",
                    "wrong account",
                    TRADING + "Clearing",
                    "post",
                    readOther("taxSlot", "feeSlot"),
                    "book",
                    6),
            PlantedFault.of(
                    "payment leg skipped",
                    "a trade is delivered and not paid",
                    TRADING + "Clearing",
                    "trade",
                    skipCall("pay"),
                    "book|invariant",
                    6),
            PlantedFault.of(
                    "delivery leg skipped",
                    "a trade is paid and not delivered",
                    TRADING + "Clearing",
                    "trade",
                    skipCall("deliver"),
                    "book|invariant",
                    6),
            PlantedFault.of(
                    "fees not posted",
                    "a fee is said and not charged",
                    TRADING + "Clearing",
                    "charge",
                    returns(0),
                    "book|invariant",
                    6),
            PlantedFault.of(
                    "price improvement kept",
                    "a hold leaks with each fill",
                    TRADING + "Clearing",
                    "reduceHold",
                    returns(0),
                    "book|holds|invariant",
                    6),
            PlantedFault.of(
                    "band rounded down",
                    "the limits of the day are a tick off",
                    TRADING + "Exact",
                    "shiftedHalfUp",
                    constant(500_000, 0),
                    "book|rules",
                    20),
            PlantedFault.of(
                    "linked transfers not atomic",
                    "a failing leg leaves those before it",
                    LEDGER + "Transfers",
                    "linked",
                    skipCall("undo"),
                    "conservation|book",
                    6),
            PlantedFault.of(
                    "capture keeps the rest",
                    "what is not captured is not released",
                    LEDGER + "Ledger",
                    "capture",
                    skipCall("unhold"),
                    "conservation|invariant|holds",
                    6),
            PlantedFault.of(
                    "release keeps the hold",
                    "a released hold stays held",
                    LEDGER + "Ledger",
                    "releaseHold",
                    skipCall("unhold"),
                    "conservation|invariant",
                    6),
            PlantedFault.of(
                    "holds expire late",
                    "a hold ends after its deadline, not at it",
                    LEDGER + "Ledger",
                    "expireHolds",
                    branch(Opcode.IFGT, Opcode.IFGE),
                    "book",
                    40),
            PlantedFault.of(
                    "held balance forgotten in its event",
                    "an event says another balance than it left",
                    LEDGER + "Postings",
                    "post",
                    callOther("heldMinor", "availableMinor"),
                    "conservation",
                    6),
            PlantedFault.of(
                    "anybody may overdraw",
                    "a customer falls below zero",
                    LEDGER + "Balances",
                    "checkSpend",
                    readOtherConstant("INSUFFICIENT_FUNDS", "ACCEPTED"),
                    "rules|no negative|invariant",
                    6));

    private MoneyFaults() {}
}
