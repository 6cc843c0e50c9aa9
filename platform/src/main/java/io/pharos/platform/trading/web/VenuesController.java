package io.pharos.platform.trading.web;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.CommandRef;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.IdempotencyKey;
import io.pharos.platform.edge.IdempotentPosts;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.DecimalText;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.entry.AccountWrites;
import io.pharos.platform.trading.entry.OrderEntry;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.projection.VenueRows.Break;
import io.pharos.platform.trading.projection.VenueRows.Owed;
import io.pharos.platform.trading.projection.VenueRows.PendingOrder;
import io.pharos.platform.trading.query.VenueQueries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Venues for staff: which are up, what waits there, what did not match, and who owes. */
@RestController
@RequestMapping("/api/v1/venues")
@Tag(name = "venues", description = "External venues: connection, pending orders, breaks; staff only")
public final class VenuesController {
    private static final int REASON_LENGTH_MAX = 200;

    private final VenueQueries queries;
    private final InstrumentDirectory directory;
    private final OrderEntry entry;
    private final AccountWrites writes;
    private final IdempotentPosts posts;

    public VenuesController(
            VenueQueries queries,
            InstrumentDirectory directory,
            OrderEntry entry,
            AccountWrites writes,
            IdempotentPosts posts) {
        this.queries = queries;
        this.directory = directory;
        this.entry = entry;
        this.writes = writes;
        this.posts = posts;
    }

    /**
     * A venue.
     *
     * @param since when it came up or went down; absent where it has never been up
     * @param symbols what is matched there
     */
    public record VenueView(
            int venueId, boolean up, @Nullable Instant since, List<String> symbols) {}

    /**
     * An open order at a venue.
     *
     * @param state PENDING_NEW, WORKING, PENDING_REPLACE, PENDING_CANCEL or AWAITING_FILLS
     * @param unknown whether the venue did not answer in time; it is asked until it does
     */
    public record VenueOrderView(
            String orderId,
            String accountId,
            int venueId,
            String symbol,
            String side,
            @DecimalText String price,
            @DecimalText String quantity,
            @DecimalText String filledQuantity,
            String state,
            boolean unknown,
            boolean cancelWanted,
            Instant since) {}

    /**
     * A report that did not match.
     *
     * @param kind what does not match
     * @param orderId as the venue named it; absent where it named none
     * @param tradeId the trade that was booked; absent where none was
     * @param resolvedAt absent while it is open
     */
    public record VenueBreakView(
            String breakId,
            String kind,
            String reportKind,
            String symbol,
            String side,
            @DecimalText String quantity,
            @Nullable @DecimalText String price,
            @Nullable String orderId,
            @Nullable String tradeId,
            Instant foundAt,
            @Nullable Instant resolvedAt,
            @Nullable String reason) {}

    /** What an account owes the house. */
    public record ReceivableView(
            String accountId, @DecimalText String amount, String asset) {}

    /** How venues stand. */
    public record VenueReportView(
            List<VenueView> venues,
            List<VenueOrderView> orders,
            List<VenueBreakView> breaks,
            List<ReceivableView> receivables) {}

    /** How a break was dealt with; kept for ever. */
    public record ResolutionForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    /** Whose debt, and of which asset. */
    public record CollectForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String accountId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String asset) {}

    /** What was collected. */
    public record Collected(@DecimalText String amount, String asset) {}

    /** A break that is closed. */
    public record ResolvedBreak(String breakId) {}

    @GetMapping
    @Operation(summary = "Connection, open orders, breaks and receivables; staff only")
    VenueReportView report() {
        return new VenueReportView(
                queries.venues().stream()
                        .map(venue -> new VenueView(
                                venue.venueId(),
                                venue.up(),
                                venue.sinceNanos() == null ? null : Views.instant(venue.sinceNanos()),
                                queries.listings().stream()
                                        .filter(listed -> listed.venueId() == venue.venueId())
                                        .map(listed -> directory
                                                .instrument(listed.instrumentId())
                                                .symbol())
                                        .toList()))
                        .toList(),
                queries.orders().stream().map(this::view).toList(),
                queries.breaks().stream().map(this::view).toList(),
                queries.receivables().stream().map(this::view).toList());
    }

    @PostMapping("/breaks/{breakId}/resolution")
    @Operation(summary = "Close a break that has been dealt with; once for a key; staff only")
    ResponseEntity<?> resolve(
            Caller staff, IdempotencyKey key, @PathVariable String breakId, @RequestBody ResolutionForm form) {
        String reason = form.reason() == null ? "" : form.reason().strip();
        if (reason.isEmpty() || reason.length() > REASON_LENGTH_MAX) {
            throw ProblemException.at("/reason", TradingProblem.REASON_REQUIRED, REASON_LENGTH_MAX);
        }
        long id = number(breakId, "brk_");
        return posts.execute(staff, "POST /venues/breaks/resolution", key, new Resolution(breakId, reason), command -> {
            send(staff, command, new CoreCommand.ResolveVenueBreak(id, staff.accountId(), 0));
            queries.keepReason(id, staff.customerId(), reason);
            return ResponseEntity.ok(new ResolvedBreak(breakId));
        });
    }

    private record Resolution(String breakId, String reason) {}

    @PostMapping("/receivables/collections")
    @Operation(summary = "Take what an account owes the house out of what it has; once for a key; staff only")
    ResponseEntity<?> collect(Caller staff, IdempotencyKey key, @RequestBody CollectForm form) {
        Asset asset = directory
                .assetByCode(form.asset())
                .orElseThrow(() -> ProblemException.at("/asset", TradingProblem.ASSET_NOT_FOUND));
        long accountId = number(String.valueOf(form.accountId()), "acc_");
        return posts.execute(staff, "POST /venues/receivables/collections", key, form, command -> {
            CommandReply reply = send(staff, command, new CoreCommand.CollectReceivable(accountId, asset.assetId()));
            return ResponseEntity.ok(new Collected(asset.format(reply.entityId()), asset.code()));
        });
    }

    private CommandReply send(Caller staff, CommandRef ref, CoreCommand command) {
        CommandReply reply = Replies.await(entry.send(staff.accountId(), ref.clientId(), ref.commandId(), command));
        writes.awaitLast(staff.accountId(), 0);
        return reply;
    }

    private static long number(String id, String prefix) {
        try {
            if (id.startsWith(prefix)) {
                return Long.parseLong(id.substring(prefix.length()));
            }
        } catch (NumberFormatException e) {
            throw new ProblemException(EdgeProblem.NOT_FOUND);
        }
        throw new ProblemException(EdgeProblem.NOT_FOUND);
    }

    private VenueOrderView view(PendingOrder order) {
        Instrument instrument = directory.instrument(order.instrumentId());
        return new VenueOrderView(
                "ord_" + order.orderId(),
                "acc_" + order.accountId(),
                order.venueId(),
                instrument.symbol(),
                order.side(),
                instrument.formatPrice(order.priceTicks()),
                instrument.formatQuantity(order.quantityLots()),
                instrument.formatQuantity(order.filledLots()),
                order.state(),
                order.unknown(),
                order.cancelWanted(),
                Views.instant(order.changedNanos()));
    }

    private VenueBreakView view(Break found) {
        Instrument instrument = directory.instrument(found.instrumentId());
        return new VenueBreakView(
                "brk_" + found.breakId(),
                found.kind(),
                found.reportKind(),
                instrument.symbol(),
                found.side(),
                instrument.formatQuantity(found.lots()),
                found.priceTicks() == 0 ? null : instrument.formatPrice(found.priceTicks()),
                found.orderId() <= 0 ? null : "ord_" + found.orderId(),
                found.tradeId() == 0 ? null : "trd_" + found.tradeId(),
                Views.instant(found.foundNanos()),
                found.resolvedNanos() == null ? null : Views.instant(found.resolvedNanos()),
                found.reason());
    }

    private ReceivableView view(Owed owed) {
        Asset asset = directory.asset(owed.assetId());
        return new ReceivableView("acc_" + owed.accountId(), asset.format(owed.owedMinor()), asset.code());
    }
}
