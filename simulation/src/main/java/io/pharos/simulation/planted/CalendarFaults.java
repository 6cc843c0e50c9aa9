package io.pharos.simulation.planted;

import static io.pharos.simulation.planted.CodeChange.gives;
import static io.pharos.simulation.planted.CodeChange.readZero;
import static io.pharos.simulation.planted.CodeChange.returns;
import static io.pharos.simulation.planted.CodeChange.skipCall;
import static io.pharos.simulation.planted.CodeChange.skipWrite;

import io.pharos.protocol.Outcome;
import java.util.List;

/** Faults in calendars and their breakers. */
final class CalendarFaults {
    private static final String TRADING = "io.pharos.core.trading.";

    static final List<PlantedFault> FAULTS = List.of(
            PlantedFault.of(
                    "calendar moves nobody",
                    "its transitions pass the instruments by",
                    TRADING + "Sessions",
                    "transition",
                    gives("check", Outcome.ALREADY_IN_PHASE),
                    "book",
                    12),
            PlantedFault.of(
                    "transition made twice",
                    "the first phase of a plan comes again instead of the second",
                    TRADING + "Calendar",
                    "takeNext",
                    skipCall("arraycopy").at(2),
                    "book",
                    12),
            PlantedFault.of(
                    "plan does not replace",
                    "what was planned before comes too",
                    TRADING + "Calendar",
                    "plan",
                    skipWrite("plannedCount").at(1),
                    "book|exception|snapshot",
                    20),
            PlantedFault.of(
                    "plan forgets what comes before",
                    "transitions before its first are dropped",
                    TRADING + "Calendar",
                    "plan",
                    skipCall("plannedBefore"),
                    "book",
                    20),
            PlantedFault.of(
                    "breaker trips twice",
                    "it forgets that it has",
                    TRADING + "Sessions",
                    "trip",
                    skipWrite("trippedLevel"),
                    "book|exception",
                    20),
            PlantedFault.of(
                    "breaker trips once for all days",
                    "a new day does not arm it",
                    TRADING + "Sessions",
                    "transition",
                    skipWrite("trippedLevel"),
                    "book",
                    40),
            PlantedFault.of(
                    "breaker armed by a restart",
                    "a member forgets that it has tripped",
                    TRADING + "Calendar",
                    "load",
                    skipWrite("trippedLevel"),
                    "snapshot|agreement",
                    40),
            PlantedFault.of(
                    "day orders of a halted instrument stay",
                    "its calendar closes, and they do not end",
                    TRADING + "Sessions",
                    "transition",
                    skipCall("endDay"),
                    "book",
                    60),
            PlantedFault.of(
                    "new day keeps the old reference",
                    "the last price does not set the limits of the day",
                    TRADING + "Sessions",
                    "transition",
                    readZero("lastPriceTicks"),
                    "book|rules",
                    12),
            PlantedFault.of(
                    "break without auction",
                    "the opening auction ends with a pause and does not uncross",
                    TRADING + "Phases",
                    "isBreak",
                    returns(0),
                    "book",
                    20),
            PlantedFault.of(
                    "calendar opens what staff halted",
                    "a halt by staff is like any other",
                    TRADING + "Phases",
                    "enter",
                    skipWrite("suspended"),
                    "book|snapshot",
                    20));

    private CalendarFaults() {}
}
