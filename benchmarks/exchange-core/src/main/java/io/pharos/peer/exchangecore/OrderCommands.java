package io.pharos.peer.exchangecore;

import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.api.ApiCancelOrder;
import exchange.core2.core.common.api.ApiCommand;
import exchange.core2.core.common.api.ApiMoveOrder;
import exchange.core2.core.common.api.ApiPlaceOrder;
import exchange.core2.core.common.api.ApiReduceOrder;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The workload of a file as commands of exchange-core, made before anything is measured.
 *
 * @param filling how many of them fill the books first
 * @param cash of each customer
 * @param shares of each customer
 */
record OrderCommands(
        int instruments,
        int customers,
        int filling,
        long firstCustomer,
        long cash,
        long shares,
        List<ApiCommand> commands) {
    /** Highest price to which a bid may be moved: exchange-core sets the money for it aside. */
    private static final long RESERVE_PRICE = 2_000_000;

    private static final long FIRST_CUSTOMER = 1000;

    static OrderCommands read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int instruments = in.readInt();
            int customers = in.readInt();
            int resting = in.readInt();
            int count = in.readInt();
            List<ApiCommand> commands = new ArrayList<>(count);
            long cash = in.readLong();
            long shares = in.readLong();
            Map<Long, Long> totals = new HashMap<>();
            for (int i = 0; i < count; i++) {
                commands.add(command(in, totals));
            }
            int filling = Math.min(resting, count / 2);
            return new OrderCommands(instruments, customers, filling, FIRST_CUSTOMER, cash, shares, commands);
        }
    }

    int size() {
        return commands.size();
    }

    private static ApiCommand command(DataInputStream in, Map<Long, Long> totals) throws IOException {
        String kind = in.readUTF();
        OrderAction action = in.readBoolean() ? OrderAction.BID : OrderAction.ASK;
        int symbol = in.readInt();
        long customer = in.readLong();
        long order = in.readLong();
        long price = in.readLong();
        long quantity = in.readLong();
        return switch (kind) {
            case "PLACE", "PLACE_IOC" -> {
                totals.put(order, quantity);
                yield new ApiPlaceOrder(
                        price,
                        quantity,
                        order,
                        action,
                        kind.equals("PLACE") ? OrderType.GTC : OrderType.IOC,
                        customer,
                        symbol,
                        0,
                        RESERVE_PRICE);
            }
            case "MOVE" -> new ApiMoveOrder(order, price, customer, symbol);
            case "REDUCE" -> {
                Long before = totals.put(order, quantity);
                yield new ApiReduceOrder(order, customer, symbol, (before == null ? 0 : before) - quantity);
            }
            case "CANCEL" -> new ApiCancelOrder(order, customer, symbol);
            default -> throw new IOException("not a command: " + kind);
        };
    }
}
