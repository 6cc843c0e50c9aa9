package io.pharos.peer.exchangecore;

import exchange.core2.core.ExchangeApi;
import exchange.core2.core.ExchangeCore;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.CoreWaitStrategy;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.api.ApiAddUser;
import exchange.core2.core.common.api.ApiAdjustUserBalance;
import exchange.core2.core.common.api.ApiNop;
import exchange.core2.core.common.api.binary.BatchAddSymbolsCommand;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.ExchangeConfiguration;
import exchange.core2.core.common.config.InitialStateConfiguration;
import exchange.core2.core.common.config.PerformanceConfiguration;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code ExchangeCoreMain FILE ROUNDS}: applies the workload of a file to exchange-core, and prints as properties the
 * commands a second once the books are full ({@code rate}, the median of the rounds after some that warm up, with the
 * better of two wait strategies) and the share of commands that it executed ({@code executed}).
 */
public final class ExchangeCoreMain {
    private static final int CASH = 1;
    private static final int SHARE = 10;
    private static final int WARM_UPS = 3;
    private static final int RING_SIZE = 64 * 1024;
    private static final int GROUP_MESSAGES_MAX = 4 * 1024;
    private static final int GROUP_NANOS_MAX = 4_000_000;

    private final OrderCommands commands;
    private final CoreWaitStrategy waitStrategy;

    /** Commands of the workload that exchange-core executed; written by its last thread. */
    private volatile long executed;

    private ExchangeCoreMain(OrderCommands commands, CoreWaitStrategy waitStrategy) {
        this.commands = commands;
        this.waitStrategy = waitStrategy;
    }

    public static void main(String[] arguments) throws IOException {
        OrderCommands commands = OrderCommands.read(Path.of(arguments[0]));
        int rounds = Integer.parseInt(arguments[1]);
        double best = 0;
        double share = 0;
        for (CoreWaitStrategy strategy : List.of(CoreWaitStrategy.BLOCKING, CoreWaitStrategy.YIELDING)) {
            ExchangeCoreMain peer = new ExchangeCoreMain(commands, strategy);
            List<Double> rates = new ArrayList<>();
            for (int i = 0; i < WARM_UPS; i++) {
                peer.round();
            }
            for (int i = 0; i < rounds; i++) {
                rates.add(peer.round());
            }
            Collections.sort(rates);
            best = Math.max(best, rates.get(rates.size() / 2));
            share = peer.executed / (double) ((rounds + (long) WARM_UPS) * commands.size());
        }
        System.out.printf("rate=%.0f%nexecuted=%.4f%n", best, share);
        System.exit(0);
    }

    private double round() {
        ExchangeCore exchange = ExchangeCore.builder()
                .resultsConsumer(this::count)
                .exchangeConfiguration(ExchangeConfiguration.defaultBuilder()
                        .initStateCfg(InitialStateConfiguration.cleanStart("peer"))
                        .performanceCfg(performance())
                        .build())
                .build();
        exchange.startup();
        try {
            ExchangeApi api = exchange.getApi();
            prepare(api);
            apply(api, 0, commands.filling());
            finish(api);
            long beganNanos = System.nanoTime();
            apply(api, commands.filling(), commands.size());
            finish(api);
            long nanos = System.nanoTime() - beganNanos;
            return (commands.size() - commands.filling()) * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
        } finally {
            exchange.shutdown();
        }
    }

    private void prepare(ExchangeApi api) {
        List<CoreSymbolSpecification> symbols = new ArrayList<>();
        for (int i = 1; i <= commands.instruments(); i++) {
            symbols.add(CoreSymbolSpecification.builder()
                    .symbolId(i)
                    .type(SymbolType.CURRENCY_EXCHANGE_PAIR)
                    .baseCurrency(SHARE)
                    .quoteCurrency(CASH)
                    .baseScaleK(1)
                    .quoteScaleK(1)
                    .takerFee(1)
                    .makerFee(1)
                    .build());
        }
        api.submitBinaryDataAsync(new BatchAddSymbolsCommand(symbols)).join();
        long transaction = 0;
        for (long i = 0; i < commands.customers(); i++) {
            long customer = commands.firstCustomer() + i;
            api.submitCommand(new ApiAddUser(customer));
            api.submitCommand(new ApiAdjustUserBalance(customer, CASH, commands.cash(), ++transaction));
            api.submitCommand(new ApiAdjustUserBalance(customer, SHARE, commands.shares(), ++transaction));
        }
        finish(api);
    }

    private void apply(ExchangeApi api, int from, int to) {
        for (int i = from; i < to; i++) {
            api.submitCommand(commands.commands().get(i));
        }
    }

    /** Waits until everything submitted so far has gone through. */
    private static void finish(ExchangeApi api) {
        api.submitCommandAsync(ApiNop.builder().build()).join();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    private void count(OrderCommand command, long sequence) {
        boolean isOrder = switch (command.command) {
            case PLACE_ORDER, MOVE_ORDER, REDUCE_ORDER, CANCEL_ORDER -> true;
            default -> false;
        };
        if (isOrder && command.resultCode == CommandResultCode.SUCCESS) {
            executed++;
        }
    }

    private PerformanceConfiguration performance() {
        return PerformanceConfiguration.throughputPerformanceBuilder()
                .ringBufferSize(RING_SIZE)
                .matchingEnginesNum(1)
                .riskEnginesNum(1)
                .msgsInGroupLimit(GROUP_MESSAGES_MAX)
                .maxGroupDurationNs(GROUP_NANOS_MAX)
                .waitStrategy(waitStrategy)
                .orderBookFactory(OrderBookDirectImpl::new)
                .build();
    }
}
