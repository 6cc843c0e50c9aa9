package io.pharos.simulation.planted;

import static io.pharos.simulation.planted.CodeChange.body;
import static io.pharos.simulation.planted.CodeChange.constant;
import static io.pharos.simulation.planted.CodeChange.readZero;
import static io.pharos.simulation.planted.CodeChange.returns;
import static io.pharos.simulation.planted.CodeChange.skipCall;
import static io.pharos.simulation.planted.CodeChange.skipWrite;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Faults around the core: replication, disks, projections, clients. */
final class WorldFaults {
    private static final String WORLD = "io.pharos.simulation.world.";

    static final List<PlantedFault> FAULTS = List.of(
            PlantedFault.of(
                    "acknowledged before a majority",
                    "an entry is committed by its leader alone",
                    WORLD + "Member",
                    "isOnMajority",
                    returns(1),
                    "agreement|once",
                    60),
            PlantedFault.of(
                    "sync that syncs nothing",
                    "what was acknowledged is lost with a crash",
                    WORLD + "Disk",
                    "crash",
                    readZero("syncedLog"),
                    "agreement|once|exception",
                    12),
            PlantedFault.of(
                    "vote for a shorter log",
                    "a leader lacks what was committed",
                    WORLD + "Member",
                    "vote",
                    constant(0, 1).at(1),
                    "agreement|once|exception",
                    60),
            PlantedFault.of(
                    "projection folds twice",
                    "a crash leaves half a transaction behind",
                    WORLD + "Projection",
                    "begin",
                    skipCall("clear"),
                    "projection",
                    12),
            PlantedFault.of(
                    "projection keeps no place",
                    "the sequence is not stored with the rows",
                    WORLD + "Projection$Store",
                    "commit",
                    skipWrite("sequence"),
                    "projection|liveness",
                    10),
            PlantedFault.of(
                    "new id at resend",
                    "a client's repeat is another command",
                    WORLD + "Client",
                    "resend",
                    body(WorldFaults::submitsAnew),
                    "once",
                    10));

    private WorldFaults() {}

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
}
