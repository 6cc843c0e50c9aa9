package io.pharos.simulation.planted;

import static io.pharos.simulation.planted.CodeChange.callInstead;
import static io.pharos.simulation.planted.CodeChange.readZero;
import static io.pharos.simulation.planted.CodeChange.returns;
import static io.pharos.simulation.planted.CodeChange.skipCall;
import static io.pharos.simulation.planted.CodeChange.skipWrite;
import static io.pharos.simulation.planted.CodeChange.takeSecond;

import java.util.List;

/** Faults in what is remembered: duplicates, snapshots, digests, time, wire. */
final class StateFaults {
    private static final String LEDGER = "io.pharos.core.ledger.";
    private static final String TRADING = "io.pharos.core.trading.";
    private static final String ENGINE = "io.pharos.core.engine.";
    private static final String WIRE = "io.pharos.cluster.wire.";

    static final List<PlantedFault> FAULTS = List.of(
            PlantedFault.of(
                    "replies not remembered",
                    "a repeated command is executed again",
                    ENGINE + "Engine",
                    "finish",
                    skipCall("add"),
                    "once|book|rules",
                    6),
            PlantedFault.of(
                    "fence forgets",
                    "what was fenced off is executed",
                    ENGINE + "Engine",
                    "answer",
                    skipCall("add"),
                    "once|book",
                    20),
            PlantedFault.of(
                    "another body is a repeat",
                    "a new command gets the reply of an old one",
                    ENGINE + "DuplicateWindow",
                    "hasBody",
                    returns(1),
                    "once",
                    40),
            PlantedFault.of(
                    "too old is new",
                    "a command that left the window is executed again",
                    ENGINE + "DuplicateWindow",
                    "isTooOld",
                    returns(0),
                    "once|book|rules",
                    30),
            PlantedFault.of(
                    "dedupe entry missing from the snapshot",
                    "a member forgets replies with its restart",
                    ENGINE + "DuplicateWindow",
                    "load",
                    skipCall("append"),
                    "snapshot",
                    6),
            PlantedFault.of(
                    "last price missing from the snapshot",
                    "stops wait after a restart",
                    TRADING + "Instruments",
                    "load",
                    skipWrite("lastPriceTicks"),
                    "snapshot",
                    10),
            PlantedFault.of(
                    "deadline not noted",
                    "a hold never expires",
                    LEDGER + "OpenHolds",
                    "link",
                    skipCall("add"),
                    "book|rules",
                    6),
            PlantedFault.of(
                    "fees missing from the snapshot",
                    "a restart forgets what was charged",
                    TRADING + "Charge",
                    "load",
                    skipWrite("chargedMinor"),
                    "snapshot",
                    10),
            PlantedFault.of(
                    "digest without client tag",
                    "a damaged tag is served",
                    TRADING + "Order",
                    "hash",
                    readZero("clientTag"),
                    "snapshot",
                    20),
            PlantedFault.of(
                    "digest without trigger price",
                    "a damaged stop is served",
                    TRADING + "Order",
                    "hash",
                    readZero("triggerTicks").at(2),
                    "snapshot",
                    60),
            PlantedFault.of(
                    "core reads the machine's clock",
                    "members remember other times",
                    ENGINE + "Engine",
                    "finish",
                    callInstead("timeNanos", System.class, "nanoTime"),
                    "agreement|once|book",
                    6),
            PlantedFault.of(
                    "log time goes back",
                    "a clock that jumps back takes time along",
                    "io.pharos.core.event.Sequencer",
                    "advanceTo",
                    takeSecond("max"),
                    "sequence",
                    10),
            PlantedFault.of(
                    "display lost on the wire",
                    "an iceberg arrives whole",
                    WIRE + "CommandAdapter",
                    "read",
                    skipWrite("displayLots"),
                    "book",
                    6),
            PlantedFault.of(
                    "reply without its remainder",
                    "a client is told that nothing rests",
                    WIRE + "ReplyEncoder",
                    "encode",
                    readZero("remainingLots"),
                    "book",
                    6));

    private StateFaults() {}
}
