package io.pharos.simulation.planted;

import static io.pharos.simulation.planted.CodeChange.branch;
import static io.pharos.simulation.planted.CodeChange.readOther;
import static io.pharos.simulation.planted.CodeChange.readZero;
import static io.pharos.simulation.planted.CodeChange.returns;
import static io.pharos.simulation.planted.CodeChange.skipCall;

import java.lang.classfile.Opcode;
import java.util.List;

/** Faults in fee schedules. */
final class FeeFaults {
    private static final String TRADING = "io.pharos.core.trading.";

    static final List<PlantedFault> FAULTS = List.of(
            PlantedFault.of(
                    "minimum commission ignored",
                    "a small order is charged too little",
                    TRADING + "FeeSchedule",
                    "take",
                    readZero("commissionMinimumMinor"),
                    "book|invariant",
                    12),
            PlantedFault.of(
                    "transfer fee goes with the stamp duty",
                    "wrong account",
                    TRADING + "Clearing",
                    "post",
                    readOther("transferFeeSlot", "stampDutySlot"),
                    "book",
                    12),
            PlantedFault.of(
                    "stamp duty rounded as the commission",
                    "wrong rounding",
                    TRADING + "FeeSchedule",
                    "take",
                    readOther("stampDutyRounding", "commissionRounding"),
                    "book",
                    12),
            PlantedFault.of(
                    "first tier for ever",
                    "turnover makes nothing cheaper",
                    TRADING + "FeeSchedule",
                    "tier",
                    returns(0),
                    "book",
                    30),
            PlantedFault.of(
                    "turnover not counted",
                    "nobody reaches a tier",
                    TRADING + "FeeSchedules",
                    "accrue",
                    skipCall("add"),
                    "book",
                    30),
            PlantedFault.of(
                    "new fees wait for ever",
                    "a version does not come into force on its day",
                    TRADING + "FeeSchedules",
                    "dayBegan",
                    branch(Opcode.IF_ICMPGT, Opcode.IF_ICMPGE),
                    "book",
                    20),
            PlantedFault.of(
                    "hold without the transfer fee",
                    "a buy holds too little",
                    TRADING + "FeeSchedule",
                    "dearestMinor",
                    readZero("transferFeePpm"),
                    "book|invariant",
                    12),
            PlantedFault.of(
                    "assignment lost in the snapshot",
                    "a member charges the old fees after its restart",
                    TRADING + "FeeSchedules",
                    "load",
                    skipCall("follow"),
                    "agreement|snapshot|invariant|book",
                    30));

    private FeeFaults() {}
}
