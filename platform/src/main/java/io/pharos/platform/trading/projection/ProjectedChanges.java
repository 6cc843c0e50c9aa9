package io.pharos.platform.trading.projection;

import java.util.Collection;
import java.util.List;

/**
 * What one transaction of the projection changed.
 *
 * @param sequence that the tables have reached with it
 */
public record ProjectedChanges(
        long sequence, Collection<OrderRow> orders, Collection<BalanceRow> balances, List<ExecutionRow> executions) {
    static ProjectedChanges of(Batch batch) {
        return new ProjectedChanges(
                batch.sequence,
                batch.changedOrders.stream().map(batch::order).toList(),
                List.copyOf(batch.balances.values()),
                List.copyOf(batch.executions));
    }
}
