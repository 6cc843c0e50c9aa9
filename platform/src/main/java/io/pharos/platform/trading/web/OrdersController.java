package io.pharos.platform.trading.web;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand.CancelOrder;
import io.pharos.cluster.message.CoreCommand.MassCancel;
import io.pharos.cluster.message.CoreCommand.ReplaceOrder;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.CommandRef;
import io.pharos.platform.edge.IdempotencyKey;
import io.pharos.platform.edge.IdempotentPosts;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.entry.OrderEntry;
import io.pharos.platform.trading.entry.OrderForms;
import io.pharos.platform.trading.entry.OrderForms.NewOrder;
import io.pharos.platform.trading.entry.PlaceForm;
import io.pharos.platform.trading.entry.ReplaceForm;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.query.OrderQueries.StoredOrder;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Places, changes and cancels orders. */
@RestController
@RequestMapping("/api/v1/orders")
public final class OrdersController {
    private final OrderEntry entry;
    private final OrderForms forms;
    private final OrderReader reader;
    private final Views views;
    private final InstrumentDirectory directory;
    private final IdempotentPosts posts;
    private final Clock clock;

    public OrdersController(
            OrderEntry entry,
            OrderForms forms,
            OrderReader reader,
            Views views,
            InstrumentDirectory directory,
            IdempotentPosts posts,
            Clock clock) {
        this.entry = entry;
        this.forms = forms;
        this.reader = reader;
        this.views = views;
        this.directory = directory;
        this.posts = posts;
        this.clock = clock;
    }

    /** How many orders a mass cancel took off. */
    public record MassCancelled(long cancelled) {}

    @PostMapping
    @ApiResponse(
            responseCode = "201",
            description = "accepted by the core",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    ResponseEntity<?> place(Caller caller, IdempotencyKey key, @RequestBody PlaceForm form) {
        return posts.execute(caller, "POST /orders", key, form, command -> place(caller, form, command));
    }

    private ResponseEntity<?> place(Caller caller, PlaceForm form, CommandRef command) {
        NewOrder order = forms.check(caller.accountId(), form).orThrow();
        CompletionStage<OrderEntry.Result> result =
                entry.claim(order, command.clientId(), command.commandId()).thenCompose(entry::send);
        CommandReply reply = Replies.await(result);
        OrderView view = reply.filledLots() == 0 && order.isPlain()
                ? views.accepted(order, reply, clock.instant())
                : reader.find(caller.accountId(), reply.entityId())
                        .map(views::order)
                        .orElseGet(() -> views.accepted(order, reply, clock.instant()));
        return ResponseEntity.created(URI.create("/api/v1/orders/" + view.id()))
                .eTag(Long.toString(view.sequence()))
                .body(view);
    }

    @PatchMapping("/{id:ord_.*|rej_.*}")
    ResponseEntity<OrderView> replace(
            Caller caller,
            @PathVariable("id") String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReplaceForm form) {
        StoredOrder stored = reader.require(caller.accountId(), id);
        if (ifMatch != null && !Etags.matches(ifMatch, stored.row().sequence())) {
            throw new ProblemException(TradingProblem.PRECONDITION_FAILED);
        }
        Instrument instrument = directory.instrument(stored.row().instrumentId());
        String price = form.price();
        String quantity = form.quantity();
        long priceTicks = price == null
                ? stored.row().priceTicks()
                : forms.price(instrument, price).orThrow();
        long quantityLots = quantity == null
                ? stored.row().quantityLots()
                : forms.quantity(instrument, quantity).orThrow();
        String trigger = form.triggerPrice();
        long triggerTicks = trigger == null
                ? 0
                : forms.price("/triggerPrice", instrument, trigger).orThrow();
        Replies.await(entry.send(
                caller.accountId(),
                new ReplaceOrder(caller.accountId(), stored.row().orderId(), priceTicks, quantityLots, triggerTicks)));
        return fresh(caller, stored);
    }

    @DeleteMapping("/{id:ord_.*|rej_.*}")
    ResponseEntity<OrderView> cancel(Caller caller, @PathVariable("id") String id) {
        StoredOrder stored = reader.require(caller.accountId(), id);
        if (!stored.row().status().isOpen()) {
            throw new ProblemException(TradingProblem.ORDER_CLOSED);
        }
        Replies.await(entry.send(
                caller.accountId(),
                new CancelOrder(caller.accountId(), stored.row().orderId())));
        return fresh(caller, stored);
    }

    @DeleteMapping
    ResponseEntity<MassCancelled> cancelAll(
            Caller caller, @RequestParam(name = "symbol", required = false) @Nullable String symbol) {
        int instrumentId = symbol == null
                ? 0
                : directory
                        .bySymbol(symbol)
                        .orElseThrow(() -> ProblemException.at("?symbol", TradingProblem.INSTRUMENT_NOT_FOUND, symbol))
                        .instrumentId();
        CommandReply reply =
                Replies.await(entry.send(caller.accountId(), new MassCancel(caller.accountId(), instrumentId)));
        return ResponseEntity.status(HttpStatus.OK).body(new MassCancelled(reply.entityId()));
    }

    private ResponseEntity<OrderView> fresh(Caller caller, StoredOrder before) {
        StoredOrder after =
                reader.find(caller.accountId(), before.row().orderId()).orElse(before);
        return ResponseEntity.ok().eTag(Long.toString(after.row().sequence())).body(views.order(after));
    }
}
