package io.pharos.benchmarks.core;

import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.engine.Reply;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Order commands in columns, so that reading them costs little beside applying them. The order ids in them are those that
 * the core assigns when it applies the same commands from the same beginning.
 */
public final class Workload {
    /** What a command does. */
    public enum Kind {
        PLACE,
        PLACE_IOC,
        MOVE,
        REDUCE,
        CANCEL
    }

    /** Memory of one command: a reference, a flag, a number and four long ones. */
    static final int BYTES_A_COMMAND = 4 + 1 + 4 + 4 * Long.BYTES;

    private final Kind[] kinds;
    private final boolean[] buys;
    private final int[] instrumentIds;
    private final long[] accountIds;
    private final long[] orderIds;
    private final long[] priceTicks;
    private final long[] quantityLots;
    private int size;

    Workload(int capacity) {
        kinds = new Kind[capacity];
        buys = new boolean[capacity];
        instrumentIds = new int[capacity];
        accountIds = new long[capacity];
        orderIds = new long[capacity];
        priceTicks = new long[capacity];
        quantityLots = new long[capacity];
    }

    void add(Kind kind, boolean buy, int instrumentId, long accountId, long orderId, long ticks, long lots) {
        kinds[size] = kind;
        buys[size] = buy;
        instrumentIds[size] = instrumentId;
        accountIds[size] = accountId;
        orderIds[size] = orderId;
        priceTicks[size] = ticks;
        quantityLots[size] = lots;
        size++;
    }

    public int size() {
        return size;
    }

    public Kind kind(int index) {
        return kinds[index];
    }

    public Side side(int index) {
        return buys[index] ? Side.BUY : Side.SELL;
    }

    public int instrumentId(int index) {
        return instrumentIds[index];
    }

    public long accountId(int index) {
        return accountIds[index];
    }

    public long orderId(int index) {
        return orderIds[index];
    }

    public long priceTicks(int index) {
        return priceTicks[index];
    }

    public long quantityLots(int index) {
        return quantityLots[index];
    }

    /**
     * Writes the commands for a peer: the number of instruments, customers, resting orders and commands, the money and the
     * assets of a customer, then for each command its kind, whether it buys, instrument, account, order, price and
     * quantity; the order of a placing command is the id that it gets.
     */
    void write(Path file, WorkloadShape shape) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(shape.instruments());
            out.writeInt(shape.customers());
            out.writeInt(shape.resting());
            out.writeInt(size);
            out.writeLong(WorkloadGenerator.CASH_MINOR);
            out.writeLong(WorkloadGenerator.SHARES);
            long lastOrderId = 0;
            for (int i = 0; i < size; i++) {
                boolean places = kinds[i] == Kind.PLACE || kinds[i] == Kind.PLACE_IOC;
                out.writeUTF(kinds[i].name());
                out.writeBoolean(buys[i]);
                out.writeInt(instrumentIds[i]);
                out.writeLong(accountIds[i]);
                out.writeLong(places ? ++lastOrderId : orderIds[i]);
                out.writeLong(priceTicks[i]);
                out.writeLong(quantityLots[i]);
            }
        }
    }

    /** Applies commands one after the other, with flyweights that it reuses. */
    public static final class Applier {
        private final Workload workload;
        private final CoreMarket market;
        private final PlaceOrder place = new PlaceOrder();
        private final ReplaceOrder replace = new ReplaceOrder();
        private final CancelOrder cancel = new CancelOrder();

        public Applier(Workload workload, CoreMarket market) {
            this.workload = workload;
            this.market = market;
            place.orderType = OrderType.LIMIT;
        }

        public Reply apply(int index) {
            return switch (workload.kind(index)) {
                case PLACE -> place(index, TimeInForce.GTC);
                case PLACE_IOC -> place(index, TimeInForce.IOC);
                case MOVE, REDUCE -> {
                    replace.accountId = workload.accountIds[index];
                    replace.orderId = workload.orderIds[index];
                    replace.priceTicks = workload.priceTicks[index];
                    replace.quantityLots = workload.quantityLots[index];
                    yield market.engine().apply(market.identify(replace));
                }
                case CANCEL -> {
                    cancel.accountId = workload.accountIds[index];
                    cancel.orderId = workload.orderIds[index];
                    yield market.engine().apply(market.identify(cancel));
                }
            };
        }

        private Reply place(int index, TimeInForce timeInForce) {
            place.instrumentId = workload.instrumentIds[index];
            place.accountId = workload.accountIds[index];
            place.side = workload.side(index);
            place.timeInForce = timeInForce;
            place.priceTicks = workload.priceTicks[index];
            place.quantityLots = workload.quantityLots[index];
            return market.engine().apply(market.identify(place));
        }
    }
}
