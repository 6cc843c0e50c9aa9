package io.pharos.simulation.planted;

import static io.pharos.simulation.planted.CodeChange.body;
import static io.pharos.simulation.planted.CodeChange.branch;
import static io.pharos.simulation.planted.CodeChange.callInstead;
import static io.pharos.simulation.planted.CodeChange.callOther;
import static io.pharos.simulation.planted.CodeChange.constant;
import static io.pharos.simulation.planted.CodeChange.negate;
import static io.pharos.simulation.planted.CodeChange.readOther;
import static io.pharos.simulation.planted.CodeChange.readOtherConstant;
import static io.pharos.simulation.planted.CodeChange.readZero;
import static io.pharos.simulation.planted.CodeChange.returns;
import static io.pharos.simulation.planted.CodeChange.skipCall;
import static io.pharos.simulation.planted.CodeChange.skipWrite;
import static io.pharos.simulation.planted.CodeChange.takeSecond;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.stream.Stream;

/** The planted faults. */
final class Catalogue {
    private static final String LEDGER = "io.pharos.core.ledger.";
    private static final String TRADING = "io.pharos.core.trading.";
    private static final String ENGINE = "io.pharos.core.engine.";
    private static final String WIRE = "io.pharos.cluster.wire.";
    private static final String WORLD = "io.pharos.simulation.world.";

    private static final List<PlantedFault> MONEY = List.of(
            of(
                    "fee rounded down",
                    "a fee of a fraction is not charged",
                    TRADING + "Charge",
                    "dueMinor",
                    constant(1, 0),
                    "book",
                    6),
            of(
                    "fee reserve rounded down",
                    "a buy holds too little for its fee",
                    TRADING + "Exact",
                    "shareRoundedUp",
                    constant(1_000_000, 1).at(3),
                    "book|invariant",
                    6),
            of(
                    "taker pays the maker's fee",
                    "wrong rate",
                    TRADING + "Clearing",
                    "trade",
                    readOther("takerFeePpm", "makerFeePpm"),
                    "book|invariant",
                    6),
            of(
                    "tax goes to the fee account",
                    "wrong account",
                    TRADING + "Clearing",
                    "charge",
                    readOther("taxSlot", "feeSlot"),
                    "book",
                    6),
            of(
                    "payment leg skipped",
                    "a trade is delivered and not paid",
                    TRADING + "Clearing",
                    "trade",
                    skipCall("pay"),
                    "book|invariant",
                    6),
            of(
                    "delivery leg skipped",
                    "a trade is paid and not delivered",
                    TRADING + "Clearing",
                    "trade",
                    skipCall("deliver"),
                    "book|invariant",
                    6),
            of(
                    "fees not posted",
                    "a fee is said and not charged",
                    TRADING + "Clearing",
                    "charge",
                    returns(0),
                    "book|invariant",
                    6),
            of(
                    "price improvement kept",
                    "a hold leaks with each fill",
                    TRADING + "Clearing",
                    "reduceHold",
                    returns(0),
                    "book|holds|invariant",
                    6),
            of(
                    "band rounded down",
                    "the limits of the day are a tick off",
                    TRADING + "Exact",
                    "shiftedHalfUp",
                    constant(500_000, 0),
                    "book|rules",
                    20),
            of(
                    "linked transfers not atomic",
                    "a failing leg leaves those before it",
                    LEDGER + "Transfers",
                    "linked",
                    skipCall("undo"),
                    "conservation|book",
                    6),
            of(
                    "capture keeps the rest",
                    "what is not captured is not released",
                    LEDGER + "Ledger",
                    "capture",
                    skipCall("unhold"),
                    "conservation|invariant|holds",
                    6),
            of(
                    "release keeps the hold",
                    "a released hold stays held",
                    LEDGER + "Ledger",
                    "releaseHold",
                    skipCall("unhold"),
                    "conservation|invariant",
                    6),
            of(
                    "holds expire late",
                    "a hold ends after its deadline, not at it",
                    LEDGER + "Ledger",
                    "expireHolds",
                    branch(Opcode.IFGT, Opcode.IFGE),
                    "book",
                    40),
            of(
                    "held balance forgotten in its event",
                    "an event says another balance than it left",
                    LEDGER + "Postings",
                    "post",
                    callOther("heldMinor", "availableMinor"),
                    "conservation",
                    6),
            of(
                    "anybody may overdraw",
                    "a customer falls below zero",
                    LEDGER + "Balances",
                    "checkSpend",
                    readOtherConstant("INSUFFICIENT_FUNDS", "ACCEPTED"),
                    "rules|no negative|invariant",
                    6));

    private static final List<PlantedFault> BOOK = List.of(
            of(
                    "priority lost on reduce",
                    "a smaller order goes to the end of its price",
                    TRADING + "OrderEntry",
                    "replace",
                    constant(1, 0).at(1),
                    "book",
                    6),
            of(
                    "priority kept on enlarging",
                    "a larger order keeps its place",
                    TRADING + "OrderEntry",
                    "replace",
                    negate().at(2),
                    "book|invariant",
                    6),
            of(
                    "iceberg shows itself",
                    "all of it trades before those behind it",
                    TRADING + "OpenOrders",
                    "queue",
                    callOther("min", "max"),
                    "book|invariant|exception",
                    6),
            of(
                    "iceberg never used up",
                    "its shown part does not shrink",
                    TRADING + "BookSide",
                    "fill",
                    skipWrite("shownLots"),
                    "book|invariant|exception",
                    6),
            of(
                    "last price not recorded",
                    "no stop is ever set off",
                    TRADING + "Matching",
                    "match",
                    skipWrite("lastPriceTicks"),
                    "book",
                    6),
            of(
                    "a stop fires twice",
                    "it waits again when it was set off",
                    TRADING + "OrderEntry",
                    "setOff",
                    skipWrite("waits"),
                    "book|invariant|exception",
                    10),
            of(
                    "stop-limit becomes a market order",
                    "it trades beyond its limit",
                    TRADING + "StopOrders",
                    "becomes",
                    negate(),
                    "book|invariant",
                    10),
            of(
                    "trailing stop goes back",
                    "it follows the wrong way",
                    TRADING + "StopOrders",
                    "follow",
                    branch(Opcode.IFLE, Opcode.IFGE),
                    "book",
                    12),
            of(
                    "trailing stop rests still",
                    "it does not follow",
                    TRADING + "StopOrders",
                    "follow",
                    skipCall("follow"),
                    "book",
                    12),
            of(
                    "older stop goes last",
                    "of two sides the younger is set off first",
                    TRADING + "OrderBook",
                    "firstSetOffBy",
                    branch(Opcode.IFGE, Opcode.IFLT),
                    "book",
                    80),
            of(
                    "decrement takes the larger",
                    "self-trade prevention takes too much away",
                    TRADING + "Matching",
                    "decrement",
                    callOther("min", "max"),
                    "book|invariant|exception",
                    10),
            of(
                    "own orders trade",
                    "self-trade prevention is not asked for",
                    TRADING + "Order",
                    "begin",
                    skipWrite("selfTradePrevention"),
                    "book|invariant",
                    6),
            of("day orders stay", "closing ends none", TRADING + "Phases", "endDay", returns(0), "book", 12),
            of(
                    "orders expire late",
                    "what is due comes after its time, not at it",
                    TRADING + "Trading",
                    "advance",
                    branch(Opcode.IFGT, Opcode.IFGE).at(1),
                    "book",
                    40),
            of(
                    "fill or kill fills in part",
                    "it is never refused",
                    TRADING + "Liquidity",
                    "fills",
                    returns(1),
                    "book|rules",
                    6),
            of(
                    "post-only takes",
                    "it is not refused",
                    TRADING + "OrderChecks",
                    "checkLimit",
                    readZero("postOnly"),
                    "book|rules",
                    6),
            of(
                    "minimum ignored",
                    "less than the minimum trades",
                    TRADING + "OrderChecks",
                    "checkActive",
                    readZero("minimumLots"),
                    "book|rules",
                    10),
            of(
                    "collar ignored",
                    "a market order trades at any price",
                    TRADING + "OrderChecks",
                    "protectionTicks",
                    readZero("marketCollarPpm"),
                    "book",
                    20),
            of(
                    "band ignored",
                    "prices outside the limits are taken",
                    TRADING + "Instrument",
                    "isOutsideLimits",
                    returns(0),
                    "book|rules",
                    12));

    private static final List<PlantedFault> AUCTIONS = List.of(
            of(
                    "call ends without auction",
                    "a book opens crossed",
                    TRADING + "Phases",
                    "enter",
                    skipCall("uncross"),
                    "book|invariant",
                    10),
            of(
                    "market pressure ignored",
                    "a surplus to buy takes the lowest price",
                    TRADING + "CallPrice",
                    "choose",
                    readOther("highestTicks", "lowestTicks").at(1),
                    "book",
                    40),
            of(
                    "surplus ignored",
                    "of two prices of one quantity the later wins",
                    TRADING + "CallPrice",
                    "consider",
                    skipCall("abs"),
                    "book",
                    40),
            of(
                    "reference ignored",
                    "the middle price wins",
                    TRADING + "CallPrice",
                    "referenceTicks",
                    returns(0),
                    "book",
                    40),
            of(
                    "auction charges a taker",
                    "who came later pays the taker's fee",
                    TRADING + "Clearing",
                    "tradeInAuction",
                    readOther("makerFeePpm", "takerFeePpm"),
                    "book",
                    12),
            of(
                    "orders at the close stay parked",
                    "the closing auction is without them",
                    TRADING + "Phases",
                    "unpark",
                    returns(0),
                    "book|rules",
                    20),
            of(
                    "orders at the open stay",
                    "they do not end with the opening",
                    TRADING + "Phases",
                    "enter",
                    readOtherConstant("AT_OPEN", "AT_CLOSE"),
                    "book|rules",
                    60),
            of(
                    "locked orders are cancelled",
                    "an auction does not lock its orders",
                    TRADING + "Instrument",
                    "isLocked",
                    returns(0),
                    "rules|book",
                    20),
            of(
                    "collar not kept",
                    "trading goes on outside the collars",
                    TRADING + "Session",
                    "hasCollar",
                    returns(0),
                    "book",
                    20),
            of(
                    "interruption never ends",
                    "its time is forgotten",
                    TRADING + "Session",
                    "beginPhase",
                    skipWrite("endsNanos"),
                    "book",
                    12),
            of(
                    "indication forgets the surplus",
                    "the same is published again",
                    TRADING + "Sessions",
                    "indicate",
                    skipWrite("indicatedSurplusLots"),
                    "book",
                    40));

    private static final List<PlantedFault> STATE = List.of(
            of(
                    "replies not remembered",
                    "a repeated command is executed again",
                    ENGINE + "Engine",
                    "finish",
                    skipCall("add"),
                    "once|book|rules",
                    6),
            of(
                    "fence forgets",
                    "what was fenced off is executed",
                    ENGINE + "Engine",
                    "answer",
                    skipCall("add"),
                    "once|book",
                    20),
            of(
                    "another body is a repeat",
                    "a new command gets the reply of an old one",
                    ENGINE + "DuplicateWindow",
                    "hasBody",
                    returns(1),
                    "once",
                    40),
            of(
                    "too old is new",
                    "a command that left the window is executed again",
                    ENGINE + "DuplicateWindow",
                    "isTooOld",
                    returns(0),
                    "once|book|rules",
                    12),
            of(
                    "dedupe entry missing from the snapshot",
                    "a member forgets replies with its restart",
                    ENGINE + "DuplicateWindow",
                    "load",
                    skipCall("append"),
                    "snapshot",
                    6),
            of(
                    "last price missing from the snapshot",
                    "stops wait after a restart",
                    TRADING + "Instruments",
                    "load",
                    skipWrite("lastPriceTicks"),
                    "snapshot",
                    10),
            of("deadline not noted", "a hold never expires", LEDGER + "OpenHolds", "link", skipCall("add"), "book", 6),
            of(
                    "fees missing from the snapshot",
                    "a restart forgets what was charged",
                    TRADING + "Charge",
                    "load",
                    skipWrite("chargedMinor"),
                    "snapshot",
                    10),
            of(
                    "digest without priority",
                    "members of another order of orders look equal",
                    TRADING + "Order",
                    "hash",
                    readZero("priority"),
                    "snapshot",
                    20),
            of(
                    "digest without client tag",
                    "a damaged tag is served",
                    TRADING + "Order",
                    "hash",
                    readZero("clientTag"),
                    "snapshot",
                    20),
            of(
                    "digest without trigger price",
                    "a damaged stop is served",
                    TRADING + "Order",
                    "hash",
                    readZero("triggerTicks").at(2),
                    "snapshot",
                    60),
            of(
                    "core reads the machine's clock",
                    "members remember other times",
                    ENGINE + "Engine",
                    "finish",
                    callInstead("timeNanos", System.class, "nanoTime"),
                    "agreement|once|book",
                    6),
            of(
                    "log time goes back",
                    "a clock that jumps back takes time along",
                    "io.pharos.core.event.Sequencer",
                    "advanceTo",
                    takeSecond("max"),
                    "sequence",
                    10),
            of(
                    "display lost on the wire",
                    "an iceberg arrives whole",
                    WIRE + "CommandAdapter",
                    "read",
                    skipWrite("displayLots"),
                    "book",
                    6),
            of(
                    "reply without its remainder",
                    "a client is told that nothing rests",
                    WIRE + "ReplyEncoder",
                    "encode",
                    readZero("remainingLots"),
                    "book",
                    6));

    private static final List<PlantedFault> WORLD_AROUND = List.of(
            of(
                    "acknowledged before a majority",
                    "an entry is committed by its leader alone",
                    WORLD + "Member",
                    "isOnMajority",
                    returns(1),
                    "agreement|once",
                    60),
            of(
                    "sync that syncs nothing",
                    "what was acknowledged is lost with a crash",
                    WORLD + "Disk",
                    "crash",
                    readZero("syncedLog"),
                    "agreement|once|exception",
                    12),
            of(
                    "vote for a shorter log",
                    "a leader lacks what was committed",
                    WORLD + "Member",
                    "vote",
                    constant(0, 1).at(1),
                    "agreement|once|exception",
                    60),
            of(
                    "projection folds twice",
                    "a crash leaves half a transaction behind",
                    WORLD + "Projection",
                    "begin",
                    skipCall("clear"),
                    "projection",
                    12),
            of(
                    "projection keeps no place",
                    "the sequence is not stored with the rows",
                    WORLD + "Projection$Store",
                    "commit",
                    skipWrite("sequence"),
                    "projection|liveness",
                    10),
            of(
                    "new id at resend",
                    "a client's repeat is another command",
                    WORLD + "Client",
                    "resend",
                    body(Catalogue::submitsAnew),
                    "once",
                    10));

    static final List<PlantedFault> FAULTS = Stream.of(MONEY, BOOK, AUCTIONS, STATE, WORLD_AROUND)
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    /** Forgets the id and submits the intent again, in the place of {@code resend(commandId, intent)}. */
    private static void submitsAnew(CodeBuilder code) {
        ClassDesc client = ClassDesc.of(WORLD + "Client");
        ClassDesc intent = ClassDesc.of(WORLD + "Client$Intent");
        ClassDesc command = ClassDesc.of("io.pharos.cluster.message.CoreCommand");
        code.aload(0)
                .getfield(client, "pending", ConstantDescs.CD_Map)
                .lload(1)
                .invokestatic(
                        ConstantDescs.CD_Long,
                        "valueOf",
                        MethodTypeDesc.of(ConstantDescs.CD_Long, ConstantDescs.CD_long))
                .invokeinterface(
                        ConstantDescs.CD_Map,
                        "remove",
                        MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                .pop()
                .aload(0)
                .aload(3)
                .getfield(intent, "command", command)
                .aload(3)
                .getfield(intent, "insists", ConstantDescs.CD_boolean)
                .invokevirtual(
                        client, "submit", MethodTypeDesc.of(ConstantDescs.CD_void, command, ConstantDescs.CD_boolean))
                .return_();
    }

    private static PlantedFault of(
            String name, String breaks, String className, String method, CodeChange change, String seenBy, int seeds) {
        return new PlantedFault(name, breaks, className, method, change, seenBy, seeds);
    }
}
