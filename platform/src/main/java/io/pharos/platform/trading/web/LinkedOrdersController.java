package io.pharos.platform.trading.web;

import io.pharos.cluster.message.CommandReply;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.CommandRef;
import io.pharos.platform.edge.IdempotencyKey;
import io.pharos.platform.edge.IdempotentPosts;
import io.pharos.platform.trading.entry.BracketForm;
import io.pharos.platform.trading.entry.OcoForm;
import io.pharos.platform.trading.entry.OrderEntry;
import io.pharos.platform.trading.entry.OrderForms;
import io.pharos.platform.trading.entry.OrderForms.NewBracket;
import io.pharos.platform.trading.entry.OrderForms.NewOco;
import io.pharos.platform.trading.entry.OrderForms.NewOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Places orders that are linked: all of them, or none. */
@RestController
@RequestMapping("/api/v1/order-lists")
public final class LinkedOrdersController {
    private final OrderEntry entry;
    private final OrderForms forms;
    private final OrderReader reader;
    private final Views views;
    private final IdempotentPosts posts;
    private final Clock clock;

    public LinkedOrdersController(
            OrderEntry entry, OrderForms forms, OrderReader reader, Views views, IdempotentPosts posts, Clock clock) {
        this.entry = entry;
        this.forms = forms;
        this.reader = reader;
        this.views = views;
        this.posts = posts;
        this.clock = clock;
    }

    /** The orders that were placed together: the first, then the other. */
    public record LinkedOrders(List<OrderView> orders) {}

    @PostMapping("/oco")
    @Operation(summary = "Place two orders of which one cancels the other; both or none; once for a key")
    @ApiResponse(
            responseCode = "201",
            description = "both accepted by the core",
            content = @Content(schema = @Schema(implementation = LinkedOrders.class)))
    ResponseEntity<?> placeOco(Caller caller, IdempotencyKey key, @RequestBody OcoForm form) {
        return posts.execute(caller, "POST /order-lists/oco", key, form, command -> place(caller, form, command));
    }

    @PostMapping("/bracket")
    @Operation(
            summary = "Place an entry that brings forth a take-profit order and a stop as it is filled; once for a key")
    @ApiResponse(
            responseCode = "201",
            description = "the entry, accepted by the core; its exits name it as their entryOrderId",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    ResponseEntity<?> placeBracket(Caller caller, IdempotencyKey key, @RequestBody BracketForm form) {
        return posts.execute(caller, "POST /order-lists/bracket", key, form, command -> place(caller, form, command));
    }

    private ResponseEntity<?> place(Caller caller, OcoForm form, CommandRef ref) {
        NewOco oco = forms.check(caller.accountId(), form).orThrow();
        CommandReply reply = Replies.await(entry.claim(oco.first(), ref.clientId(), ref.commandId())
                .thenCompose(claimed -> entry.send(claimed, oco::tagged)));
        CommandReply ofOther = new CommandReply(
                reply.clientId(),
                reply.commandId(),
                reply.outcome(),
                reply.entityId() - 1,
                0,
                oco.other().command().quantityLots(),
                reply.sequence());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new LinkedOrders(List.of(view(caller, oco.first(), reply), view(caller, oco.other(), ofOther))));
    }

    private ResponseEntity<?> place(Caller caller, BracketForm form, CommandRef ref) {
        NewBracket bracket = forms.check(caller.accountId(), form).orThrow();
        CommandReply reply = Replies.await(entry.claim(bracket.entry(), ref.clientId(), ref.commandId())
                .thenCompose(claimed -> entry.send(claimed, bracket::tagged)));
        OrderView view = view(caller, bracket.entry(), reply);
        return ResponseEntity.created(URI.create("/api/v1/orders/" + view.id()))
                .eTag(Long.toString(view.sequence()))
                .body(view);
    }

    /** As the tables show it, or as it was accepted where they are behind. */
    private OrderView view(Caller caller, NewOrder order, CommandReply reply) {
        return reader.find(caller.accountId(), reply.entityId())
                .map(views::order)
                .orElseGet(() -> views.accepted(order, reply, clock.instant()));
    }
}
