package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.message.CoreEvent.Traded;
import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.trading.position.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rows that a stretch of the journal makes and changes.
 *
 * <p>Filled in three steps: {@link #wanted} names the stored rows that the events touch, the store loads them into
 * {@link #orders} and {@link #positions}, {@link BatchFold} folds the events, the store writes what is here. Nothing is
 * kept between batches, so a batch that failed is simply folded again.
 */
final class Batch {
    /**
     * The first account whose history is kept. Below are the house (1 to 899) and the sandbox's own participants (900 to
     * 949), who look nothing up and would fill the disk; their balances are kept all the same.
     */
    static final long FIRST_KEPT_ACCOUNT = 950;

    /** The stored rows that a batch needs before it can be folded. */
    record Wanted(Set<Long> orderIds, Set<Long> accountIds) {}

    final Map<Long, OrderRow> orders = new LinkedHashMap<>();
    final Map<HoldingKey, Position> positions = new LinkedHashMap<>();
    final Map<HoldingKey, BalanceRow> balances = new LinkedHashMap<>();
    final List<ExecutionRow> executions = new ArrayList<>();
    final List<MovementRow> movements = new ArrayList<>();
    final List<RiskChangeRow> riskChanges = new ArrayList<>();
    final Map<Integer, Asset> assets = new TreeMap<>();
    final Map<Integer, Instrument> instruments = new TreeMap<>();
    final SettlementFold settlement = new SettlementFold();
    final VenueFold venue = new VenueFold();
    final TrialFold trial = new TrialFold();
    final ServicingFold servicing = new ServicingFold();
    final MarginFold margin = new MarginFold();
    final Set<Long> changedOrders = new HashSet<>();
    final Set<HoldingKey> changedPositions = new HashSet<>();
    long sequence;

    static boolean keeps(long accountId) {
        return accountId >= FIRST_KEPT_ACCOUNT;
    }

    static Wanted wanted(List<CoreEvent> events) {
        Set<Long> orderIds = new HashSet<>();
        Set<Long> accountIds = new HashSet<>();
        for (CoreEvent event : events) {
            switch (event) {
                case CoreEvent.OrdersLinked e -> {
                    wanted(e.accountId(), e.orderId(), orderIds);
                    wanted(e.accountId(), e.linkedOrderId(), orderIds);
                }
                case CoreEvent.OrderRepriced e -> wanted(e.accountId(), e.orderId(), orderIds);
                case CoreEvent.TriggerMoved e -> wanted(e.accountId(), e.orderId(), orderIds);
                case CoreEvent.BracketPlaced e -> wanted(e.accountId(), e.orderId(), orderIds);
                case CoreEvent.ExitsPlaced e -> {
                    wanted(e.accountId(), e.takeProfitOrderId(), orderIds);
                    wanted(e.accountId(), e.stopOrderId(), orderIds);
                }
                case CoreEvent.OrderReplaced e -> wanted(e.accountId(), e.orderId(), orderIds);
                case CoreEvent.OrderTriggered e -> wanted(e.accountId(), e.orderId(), orderIds);
                case CoreEvent.OrderReduced e -> wanted(e.accountId(), e.orderId(), orderIds);
                case CoreEvent.OrderCancelled e -> wanted(e.accountId(), e.orderId(), orderIds);
                case Traded e -> {
                    wanted(e.makerAccountId(), e.makerOrderId(), orderIds);
                    wanted(e.takerAccountId(), e.takerOrderId(), orderIds);
                    accountIds.add(e.makerAccountId());
                    accountIds.add(e.takerAccountId());
                }
                case CoreEvent.VenueTradeChanged e -> {
                    if (e.lots() > 0) {
                        wanted(e.accountId(), e.orderId(), orderIds);
                    }
                    accountIds.add(e.accountId());
                }
                case CoreEvent.Posted e -> {
                    accountIds.add(e.debitAccountId());
                    accountIds.add(e.creditAccountId());
                }
                case CoreEvent.EntitlementPaid e -> accountIds.add(e.accountId());
                case CoreEvent.RightsExercised e -> accountIds.add(e.accountId());
                default -> {}
            }
        }
        accountIds.removeIf(id -> !keeps(id));
        return new Wanted(orderIds, accountIds);
    }

    private static void wanted(long accountId, long orderId, Set<Long> orderIds) {
        if (keeps(accountId)) {
            orderIds.add(orderId);
        }
    }

    void put(OrderRow order) {
        orders.put(order.orderId(), order);
        changedOrders.add(order.orderId());
    }

    void put(HoldingKey key, Position position) {
        positions.put(key, position);
        changedPositions.add(key);
    }

    OrderRow order(long orderId) {
        OrderRow order = orders.get(orderId);
        if (order == null) {
            throw new IllegalStateException("order " + orderId + " was never accepted");
        }
        return order;
    }
}
