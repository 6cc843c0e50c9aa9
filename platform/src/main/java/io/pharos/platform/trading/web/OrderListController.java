package io.pharos.platform.trading.web;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand.AskOutcome;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.entry.AccountWrites;
import io.pharos.platform.trading.entry.ClientOrders;
import io.pharos.platform.trading.entry.OrderEntry;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.query.OrderQueries;
import io.pharos.platform.trading.query.OrderQueries.State;
import io.pharos.platform.trading.query.OrderQueries.StoredOrder;
import io.pharos.platform.trading.query.Page;
import io.pharos.platform.trading.query.PageToken;
import io.pharos.platform.trading.web.Views.ExecutionView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows orders and executions. Each read waits briefly for the account's own last write. */
@RestController
@RequestMapping("/api/v1")
public final class OrderListController {
    private static final int LIMIT = 50;

    private final OrderQueries queries;
    private final OrderReader reader;
    private final ClientOrders clientOrders;
    private final OrderEntry entry;
    private final AccountWrites writes;
    private final Views views;
    private final InstrumentDirectory directory;

    public OrderListController(
            OrderQueries queries,
            OrderReader reader,
            ClientOrders clientOrders,
            OrderEntry entry,
            AccountWrites writes,
            Views views,
            InstrumentDirectory directory) {
        this.queries = queries;
        this.reader = reader;
        this.clientOrders = clientOrders;
        this.entry = entry;
        this.writes = writes;
        this.views = views;
        this.directory = directory;
    }

    @GetMapping("/orders/{id:ord_.*|rej_.*}")
    ResponseEntity<OrderView> order(Caller caller, @PathVariable("id") String id) {
        StoredOrder order = reader.require(caller.accountId(), id);
        return ResponseEntity.ok().eTag(Long.toString(order.row().sequence())).body(views.order(order));
    }

    @GetMapping("/orders")
    Page<OrderView> orders(
            Caller caller,
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "symbol", required = false) @Nullable String symbol,
            @RequestParam(name = "clientOrderId", required = false) @Nullable String clientOrderId,
            @RequestParam(name = "sequence", defaultValue = "0") long sequence,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "pageToken", required = false) @Nullable String pageToken) {
        long before = PageToken.read(pageToken);
        Integer instrumentId = instrumentId(symbol);
        State which = state(state);
        writes.awaitLast(caller.accountId(), sequence);
        if (clientOrderId != null) {
            return new Page<>(
                    byOwnId(caller.accountId(), clientOrderId).map(views::order).stream()
                            .toList(),
                    null);
        }
        Page<StoredOrder> page =
                queries.orders(caller.accountId(), which, instrumentId, before, PageToken.limit(limit, LIMIT));
        return new Page<>(page.items().stream().map(views::order).toList(), page.nextPageToken());
    }

    /**
     * The order with the customer's own id. If the tables do not show it, the core is asked what became of its command,
     * with a fence, so that "no such order" is final.
     */
    private Optional<StoredOrder> byOwnId(long accountId, String clientOrderId) {
        Optional<ClientOrders.Claim> claimed = clientOrders.find(accountId, clientOrderId);
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        ClientOrders.Claim claim = claimed.get();
        Optional<StoredOrder> shown = queries.byTag(accountId, claim.clientTag());
        if (shown.isPresent()) {
            return shown;
        }
        CommandReply reply = asked(accountId, claim);
        if (reply == null) {
            return Optional.empty();
        }
        writes.awaitLast(accountId, reply.sequence());
        return queries.byTag(accountId, claim.clientTag());
    }

    private @Nullable CommandReply asked(long accountId, ClientOrders.Claim claim) {
        try {
            return Replies.await(entry.send(accountId, new AskOutcome(claim.clientId(), claim.commandId(), true)));
        } catch (ProblemException refusal) {
            if (refusal.code() == EdgeProblem.EXECUTION_UNKNOWN || refusal.code() == EdgeProblem.ROLE_UNAVAILABLE) {
                throw refusal;
            }
            return null; // refused or never seen: there is no order
        }
    }

    @GetMapping("/executions")
    Page<ExecutionView> executions(
            Caller caller,
            @RequestParam(name = "symbol", required = false) @Nullable String symbol,
            @RequestParam(name = "orderId", required = false) @Nullable String orderId,
            @RequestParam(name = "sequence", defaultValue = "0") long sequence,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "pageToken", required = false) @Nullable String pageToken) {
        long before = PageToken.read(pageToken);
        Integer instrumentId = instrumentId(symbol);
        Long order = orderId == null
                ? null
                : (Long) OrderReader.number(orderId)
                        .orElseThrow(() -> ProblemException.at("?orderId", TradingProblem.ORDER_NOT_FOUND));
        writes.awaitLast(caller.accountId(), sequence);
        var page = queries.executions(caller.accountId(), instrumentId, order, before, PageToken.limit(limit, LIMIT));
        List<ExecutionView> items = page.items().stream().map(views::execution).toList();
        return new Page<>(items, page.nextPageToken());
    }

    private static State state(@Nullable String text) {
        if (text == null) {
            return State.ALL;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "open" -> State.OPEN;
            case "closed" -> State.CLOSED;
            case "all" -> State.ALL;
            default -> throw ProblemException.at("?state", EdgeProblem.VALUE_MALFORMED);
        };
    }

    private @Nullable Integer instrumentId(@Nullable String symbol) {
        return symbol == null
                ? null
                : (Integer) directory
                        .bySymbol(symbol)
                        .orElseThrow(() -> ProblemException.at("?symbol", TradingProblem.INSTRUMENT_NOT_FOUND, symbol))
                        .instrumentId();
    }
}
