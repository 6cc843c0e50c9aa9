package io.pharos.platform.trading.web;

import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.stream.Channel;
import io.pharos.platform.stream.Channel.Sink;
import io.pharos.platform.stream.ChannelSource;
import io.pharos.platform.trading.projection.BalanceRow;
import io.pharos.platform.trading.projection.ExecutionRow;
import io.pharos.platform.trading.projection.OrderRow;
import io.pharos.platform.trading.projection.ProjectedChanges;
import io.pharos.platform.trading.query.AccountQueries;
import io.pharos.platform.trading.query.OrderQueries;
import io.pharos.platform.trading.query.OrderQueries.State;
import io.pharos.platform.trading.query.PageToken;
import io.pharos.platform.trading.web.Views.BalanceView;
import io.pharos.platform.trading.web.Views.ExecutionView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;

/**
 * {@code account}: the caller's own orders, balances and executions, pushed when the tables have them. A message may tell
 * what the snapshot before it told already; each row carries its whole new state, so that does no harm.
 */
public final class AccountChannels implements ChannelSource, AutoCloseable {
    private static final int SNAPSHOT_ORDERS = 200;
    private static final Logger LOG = LoggerFactory.getLogger(AccountChannels.class);

    private final OrderQueries orders;
    private final AccountQueries accounts;
    private final Views views;
    private final ObjectMapper json;
    private final Map<Long, Followed> followed = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<ProjectedChanges> changes = new LinkedBlockingQueue<>();
    private final Thread publisher;

    /** The readers of one account. Guarded by itself. */
    private static final class Followed {
        private final List<Sink> sinks = new ArrayList<>();
        private long lastSequence;
    }

    private record Data(List<OrderView> orders, List<BalanceView> balances, List<ExecutionView> executions) {}

    /** What one batch changed for one account. */
    private static final class Own {
        private final List<Long> orderIds = new ArrayList<>();
        private final List<BalanceRow> balances = new ArrayList<>();
        private final List<ExecutionRow> executions = new ArrayList<>();
    }

    public AccountChannels(OrderQueries orders, AccountQueries accounts, Views views, ObjectMapper json) {
        this.orders = orders;
        this.accounts = accounts;
        this.views = views;
        this.json = json;
        this.publisher = Thread.ofVirtual().name("account-channels").start(this::run);
    }

    @Override
    public Optional<Channel> open(String name, @Nullable Caller caller) {
        if (!name.equals("account")) {
            return Optional.empty();
        }
        if (caller == null) {
            throw new ProblemException(EdgeProblem.UNAUTHENTICATED);
        }
        return Optional.of((Channel.Ordered) (after, sink) -> attach(caller.accountId(), sink));
    }

    /** Called after each committed batch. It only queues what somebody follows. */
    public void onCommit(ProjectedChanges committed) {
        if (!followed.isEmpty()) {
            changes.add(committed);
        }
    }

    @Override
    public void close() {
        publisher.interrupt();
    }

    private Runnable attach(long accountId, Sink sink) {
        Followed readers = followed.computeIfAbsent(accountId, id -> new Followed());
        synchronized (readers) {
            AccountQueries.Balances balances = accounts.balances(accountId);
            List<OrderView> open =
                    orders.orders(accountId, State.OPEN, null, PageToken.FIRST, SNAPSHOT_ORDERS).items().stream()
                            .map(views::order)
                            .toList();
            readers.lastSequence = Math.max(readers.lastSequence, Math.max(1, balances.sequence()));
            Data data =
                    new Data(open, balances.rows().stream().map(views::balance).toList(), List.of());
            sink.snapshot(readers.lastSequence, json.writeValueAsString(data));
            readers.sinks.add(sink);
        }
        return () -> {
            synchronized (readers) {
                readers.sinks.remove(sink);
                if (readers.sinks.isEmpty()) {
                    followed.remove(accountId, readers);
                }
            }
        };
    }

    private void run() {
        try {
            while (true) {
                ProjectedChanges committed = changes.take();
                try {
                    publish(committed);
                } catch (RuntimeException e) {
                    // The readers see it with the next change or when they ask; the tables are right.
                    LOG.warn("Changes up to sequence {} were not pushed", committed.sequence(), e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(ProjectedChanges committed) {
        Map<Long, Own> own = new HashMap<>();
        for (OrderRow order : committed.orders()) {
            if (followed.containsKey(order.accountId())) {
                own.computeIfAbsent(order.accountId(), id -> new Own()).orderIds.add(order.orderId());
            }
        }
        for (BalanceRow balance : committed.balances()) {
            if (followed.containsKey(balance.accountId())) {
                own.computeIfAbsent(balance.accountId(), id -> new Own())
                        .balances
                        .add(balance);
            }
        }
        for (ExecutionRow execution : committed.executions()) {
            if (followed.containsKey(execution.accountId())) {
                own.computeIfAbsent(execution.accountId(), id -> new Own())
                        .executions
                        .add(execution);
            }
        }
        own.forEach((accountId, changed) -> publish(accountId, changed, committed.sequence()));
    }

    private void publish(long accountId, Own changed, long sequence) {
        Followed readers = followed.get(accountId);
        if (readers == null) {
            return;
        }
        List<OrderView> changedOrders = changed.orderIds.isEmpty()
                ? List.of()
                : orders.orders(accountId, changed.orderIds).stream()
                        .map(views::order)
                        .toList();
        Data data = new Data(
                changedOrders,
                changed.balances.stream().map(views::balance).toList(),
                changed.executions.stream().map(views::execution).toList());
        synchronized (readers) {
            if (sequence <= readers.lastSequence) {
                return; // the snapshot held it
            }
            String text = json.writeValueAsString(data);
            readers.sinks.forEach(sink -> sink.delta(sequence, readers.lastSequence, text));
            readers.lastSequence = sequence;
        }
    }
}
