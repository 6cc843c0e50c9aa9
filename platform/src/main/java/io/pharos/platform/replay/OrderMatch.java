package io.pharos.platform.replay;

import io.pharos.platform.replay.exchange.ExchangeException;
import io.pharos.platform.replay.exchange.ExchangeSession;
import io.pharos.platform.replay.exchange.Executions;
import io.pharos.platform.replay.follow.PlayedExecution;
import io.pharos.platform.replay.follow.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which executions filled the recorded order.
 *
 * @param sameOrder how many filled it and no other, and in full
 * @param otherOrders the rest, with the reason where it is known
 */
record OrderMatch(int sameOrder, List<PlayedExecution> otherOrders) {
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long RETRY_MILLIS = 500;

    /** Reads the fills from the exchange, whose list of executions may lag behind. Null if it does not tell in time. */
    static @Nullable OrderMatch read(ExchangeSession session, String symbol, Tally tally) throws InterruptedException {
        Set<String> filled = tally.executions().stream()
                .filter(execution -> execution.filledQuantity() > 0)
                .map(PlayedExecution::aggressorOrderId)
                .collect(Collectors.toSet());
        long deadlineNanos = System.nanoTime() + TIMEOUT_NANOS;
        try {
            Map<String, List<Executions.Fill>> fills =
                    filled.isEmpty() ? Map.of() : Executions.read(session, symbol, filled);
            while (!fills.keySet().containsAll(filled)) {
                if (System.nanoTime() > deadlineNanos) {
                    return null;
                }
                Thread.sleep(RETRY_MILLIS);
                fills = Executions.read(session, symbol, filled);
            }
            return of(tally, fills);
        } catch (ExchangeException e) {
            System.err.println("replay: " + e.getMessage());
            return null;
        }
    }

    static OrderMatch of(Tally tally, Map<String, List<Executions.Fill>> fills) {
        int same = 0;
        List<PlayedExecution> others = new ArrayList<>();
        for (PlayedExecution execution : tally.executions()) {
            List<Executions.Fill> makers = fills.getOrDefault(execution.aggressorOrderId(), List.of());
            String recorded = tally.ordersByKey().get(execution.makerKey());
            if (makers.size() == 1
                    && makers.getFirst().makerOrderId().equals(recorded)
                    && makers.getFirst().quantity() == execution.quantity()) {
                same++;
            } else if (execution.evidence().isEmpty()) {
                others.add(execution.withEvidence("the exchange filled " + makers + ", a price-time book fills order "
                        + recorded + " with " + execution.quantity()));
            } else {
                others.add(execution);
            }
        }
        return new OrderMatch(same, List.copyOf(others));
    }
}
