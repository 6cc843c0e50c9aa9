package io.pharos.benchmarks.cluster;

import io.pharos.benchmarks.core.CoreMarket;
import io.pharos.benchmarks.core.Workload;
import io.pharos.benchmarks.core.WorkloadGenerator;
import io.pharos.benchmarks.core.WorkloadShape;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.wire.CommandEncoder;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;

/** The core's workload as commands of the cluster's client, and the market that it needs. */
final class ClusterWorkload {
    private static final int CASH = 1;
    private static final int SHARE = 10;
    private static final long FEES = 2;
    private static final long TAX = 3;
    private static final long ISSUANCE = 5;
    private static final int FEE_PPM = 100;

    private ClusterWorkload() {}

    /** What makes the market of {@link WorkloadShape#ONE_BOOK}. */
    static List<CoreCommand> market() {
        List<CoreCommand> commands = new ArrayList<>();
        commands.add(new CoreCommand.RegisterAsset(CASH, "USD", 2, AssetKind.CURRENCY));
        commands.add(new CoreCommand.RegisterAsset(SHARE, "SHR", 0, AssetKind.SECURITY));
        for (long account : new long[] {FEES, TAX, ISSUANCE}) {
            commands.add(new CoreCommand.RegisterAccount(account, AccountKind.HOUSE));
        }
        commands.add(new CoreCommand.RegisterInstrument(
                CoreMarket.FIRST_INSTRUMENT, "SHR", SHARE, CASH, 1, 1, 1, 0, 0, FEE_PPM, FEE_PPM, 0, FEES, TAX, 0, 0));
        commands.add(new CoreCommand.OpenInstrument(CoreMarket.FIRST_INSTRUMENT, 0));
        for (int i = 0; i < WorkloadShape.ONE_BOOK.customers(); i++) {
            long account = CoreMarket.FIRST_CUSTOMER + i;
            commands.add(new CoreCommand.RegisterAccount(account, AccountKind.CUSTOMER));
            commands.add(new CoreCommand.Transfer(
                    ISSUANCE, account, CASH, WorkloadGenerator.CASH_MINOR, PostingCode.ISSUANCE, 0));
            commands.add(new CoreCommand.Transfer(
                    ISSUANCE, account, SHARE, WorkloadGenerator.SHARES, PostingCode.ISSUANCE, 0));
        }
        return commands;
    }

    static List<CoreCommand> orders(Workload workload) {
        List<CoreCommand> commands = new ArrayList<>(workload.size());
        for (int i = 0; i < workload.size(); i++) {
            commands.add(
                    switch (workload.kind(i)) {
                        case PLACE -> place(workload, i, TimeInForce.GTC);
                        case PLACE_IOC -> place(workload, i, TimeInForce.IOC);
                        case MOVE, REDUCE ->
                            new CoreCommand.ReplaceOrder(
                                    workload.accountId(i),
                                    workload.orderId(i),
                                    workload.priceTicks(i),
                                    workload.quantityLots(i));
                        case CANCEL -> new CoreCommand.CancelOrder(workload.accountId(i), workload.orderId(i));
                    });
        }
        return commands;
    }

    /** The mean length of these commands on the wire, bytes. */
    static int meanLength(List<CoreCommand> commands) {
        CommandEncoder encoder = new CommandEncoder();
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(CommandEncoder.LENGTH_MAX);
        long total = 0;
        for (CoreCommand command : commands) {
            total += encoder.encode(buffer, 1, 1, command);
        }
        return Math.toIntExact(total / commands.size());
    }

    private static CoreCommand place(Workload workload, int index, TimeInForce timeInForce) {
        return new CoreCommand.PlaceOrder(
                workload.accountId(index),
                workload.instrumentId(index),
                workload.side(index),
                OrderType.LIMIT,
                timeInForce,
                false,
                workload.priceTicks(index),
                workload.quantityLots(index),
                0);
    }
}
