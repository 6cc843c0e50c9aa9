package io.pharos.platform.trading.web;

import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.trading.entry.AccountWrites;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.query.OrderQueries;
import io.pharos.platform.trading.query.OrderQueries.StoredOrder;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads single orders, after the account's last write has reached the tables. */
public final class OrderReader {
    private final OrderQueries queries;
    private final AccountWrites writes;

    public OrderReader(OrderQueries queries, AccountWrites writes) {
        this.queries = queries;
        this.writes = writes;
    }

    Optional<StoredOrder> find(long accountId, long orderId) {
        writes.awaitLast(accountId, 0);
        return queries.order(accountId, orderId);
    }

    /** The order with this public id, or 404: also for somebody else's. */
    StoredOrder require(long accountId, String id) {
        OptionalLong orderId = number(id);
        return (orderId.isEmpty() ? Optional.<StoredOrder>empty() : find(accountId, orderId.getAsLong()))
                .orElseThrow(() -> new ProblemException(TradingProblem.ORDER_NOT_FOUND));
    }

    /** The core's number in a public id; a refused order's is negative. */
    public static OptionalLong number(String id) {
        boolean refused = id.startsWith("rej_");
        if (!(refused || id.startsWith("ord_")) || !id.substring(4).matches("[0-9]{1,18}")) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(id.substring(4));
        return OptionalLong.of(refused ? -number : number);
    }
}
