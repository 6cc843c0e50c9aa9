package io.pharos.platform.trading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreCommand.SetKillSwitch;
import io.pharos.cluster.message.CoreCommand.SetLimit;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.CommandRef;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.IdempotencyKey;
import io.pharos.platform.edge.IdempotentPosts;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.instrument.Parsed;
import io.pharos.platform.trading.entry.AccountWrites;
import io.pharos.platform.trading.entry.OrderEntry;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.projection.RiskChangeRow;
import io.pharos.platform.trading.query.Page;
import io.pharos.platform.trading.query.PageToken;
import io.pharos.platform.trading.risk.Binding;
import io.pharos.platform.trading.risk.LimitUnits;
import io.pharos.platform.trading.risk.RiskChanges;
import io.pharos.platform.trading.risk.RiskChanges.Change;
import io.pharos.platform.trading.web.RiskForms.LimitForm;
import io.pharos.platform.trading.web.RiskForms.Subject;
import io.pharos.platform.trading.web.RiskForms.SwitchForm;
import io.pharos.platform.trading.web.RiskViews.BindingView;
import io.pharos.platform.trading.web.RiskViews.ChangeView;
import io.pharos.platform.trading.web.RiskViews.LimitView;
import io.pharos.platform.trading.web.RiskViews.SwitchView;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.RiskScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Risk limits and kill switches: staff set them, a customer reads what binds an order. */
@RestController
@RequestMapping("/api/v1")
public final class RiskController {
    private static final int LIMIT = 50;

    private final RiskChanges changes;
    private final RiskViews views;
    private final LimitUnits units;
    private final OrderEntry entry;
    private final AccountWrites writes;
    private final InstrumentDirectory directory;
    private final IdempotentPosts posts;

    public RiskController(
            RiskChanges changes,
            OrderEntry entry,
            AccountWrites writes,
            InstrumentDirectory directory,
            IdempotentPosts posts) {
        this.changes = changes;
        this.entry = entry;
        this.writes = writes;
        this.directory = directory;
        this.posts = posts;
        units = new LimitUnits(directory);
        views = new RiskViews(directory, units);
    }

    /** The limits that are set. */
    record LimitList(List<LimitView> items) {}

    /** The kill switches that were ever engaged, those that are first. */
    record SwitchList(List<SwitchView> items) {}

    /**
     * What binds the caller's orders in an instrument.
     *
     * @param blockedBy the widest kill switch that blocks them; absent: none does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnLimits(
            String symbol,

            @Schema(implementation = RiskScope.class) @Nullable
            String blockedBy,

            List<BindingView> items) {}

    @GetMapping("/limits/mine")
    @Operation(summary = "What binds my orders in an instrument, and whether a kill switch blocks them")
    OwnLimits mine(Caller caller, @RequestParam("symbol") String symbol) {
        Instrument instrument = directory
                .bySymbol(symbol)
                .orElseThrow(() -> ProblemException.at("?symbol", TradingProblem.INSTRUMENT_NOT_FOUND, symbol));
        var rows = changes.over(caller.accountId(), instrument.instrumentId());
        return new OwnLimits(
                symbol,
                Binding.blockedBy(rows).map(RiskScope::name).orElse(null),
                Binding.limits(rows).stream()
                        .map(row -> views.binding(row, instrument))
                        .toList());
    }

    @GetMapping("/limits")
    @Operation(summary = "The limits that are set, by whom and why; staff only")
    LimitList limits(Caller caller) {
        RiskForms.requireStaff(caller);
        writes.awaitLast(caller.accountId(), 0);
        return new LimitList(changes.current().stream()
                .filter(change ->
                        change.row().kind() != LimitKind.NONE && change.row().value() >= 0)
                .map(views::limit)
                .toList());
    }

    @GetMapping("/limits/history")
    @Operation(summary = "Every change of a limit or kill switch, the newest first; staff only")
    Page<ChangeView> history(
            Caller caller,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "pageToken", required = false) @Nullable String pageToken) {
        RiskForms.requireStaff(caller);
        writes.awaitLast(caller.accountId(), 0);
        int size = PageToken.limit(limit, LIMIT);
        Page<Change> page = Page.of(
                changes.history(PageToken.read(pageToken), size),
                size,
                change -> change.row().sequence());
        return new Page<>(page.items().stream().map(views::change).toList(), page.nextPageToken());
    }

    @PostMapping("/limits")
    @Operation(summary = "Set a limit, or take it back; once for a key; staff only")
    @ApiResponse(
            responseCode = "200",
            description = "the limit as it stands",
            content = @Content(schema = @Schema(implementation = LimitView.class)))
    ResponseEntity<?> set(Caller caller, IdempotencyKey key, @RequestBody LimitForm form) {
        RiskForms.requireStaff(caller);
        return posts.execute(caller, "POST /limits", key, form, command -> set(caller, form, command));
    }

    @GetMapping("/kill-switches")
    @Operation(summary = "The kill switches that were ever engaged, by whom and why; staff only")
    SwitchList switches(Caller caller) {
        RiskForms.requireStaff(caller);
        writes.awaitLast(caller.accountId(), 0);
        return new SwitchList(changes.current().stream()
                .filter(change -> change.row().kind() == LimitKind.NONE)
                .map(views::killSwitch)
                .sorted((a, b) -> Boolean.compare(b.engaged(), a.engaged()))
                .toList());
    }

    @PostMapping("/kill-switches")
    @Operation(summary = "Engage a kill switch, which cancels and blocks, or release it; once for a key; staff only")
    @ApiResponse(
            responseCode = "200",
            description = "the kill switch as it stands",
            content = @Content(schema = @Schema(implementation = SwitchView.class)))
    ResponseEntity<?> engage(Caller caller, IdempotencyKey key, @RequestBody SwitchForm form) {
        RiskForms.requireStaff(caller);
        return posts.execute(caller, "POST /kill-switches", key, form, command -> engage(caller, form, command));
    }

    private ResponseEntity<?> set(Caller staff, LimitForm form, CommandRef command) {
        Subject subject = RiskForms.subject(form.scope(), form.account(), form.symbol(), directory);
        LimitKind kind = RiskForms.choice("/kind", LimitKind.class, form.kind());
        long value = Boolean.TRUE.equals(form.inherit()) ? -1 : value(kind, subject.instrument(), form.value());
        String reason = RiskForms.reason(form.reason());
        int reasonCode = RiskForms.reasonCode(form.reasonCode()).code();
        send(
                staff,
                command,
                reason,
                new SetLimit(subject.scope(), subject.id(), kind, value, staff.accountId(), reasonCode));
        return ResponseEntity.ok(views.limit(current(staff, subject, kind, value)));
    }

    private ResponseEntity<?> engage(Caller staff, SwitchForm form, CommandRef command) {
        Subject subject = RiskForms.subject(form.scope(), form.account(), form.symbol(), directory);
        if (subject.name().isEmpty()) {
            String pointer = subject.scope() == RiskScope.ACCOUNT ? "/account" : "/symbol";
            throw ProblemException.at(pointer, EdgeProblem.VALUE_MISSING);
        }
        Boolean engaged = form.engaged();
        if (engaged == null) {
            throw ProblemException.at("/engaged", EdgeProblem.VALUE_MISSING);
        }
        String reason = RiskForms.reason(form.reason());
        int reasonCode = RiskForms.reasonCode(form.reasonCode()).code();
        if (!subject.name().equals(form.confirmation())) {
            throw ProblemException.at("/confirmation", TradingProblem.CONFIRMATION_MISMATCH, subject.name());
        }
        send(
                staff,
                command,
                reason,
                new SetKillSwitch(subject.scope(), subject.id(), engaged, staff.accountId(), reasonCode));
        return ResponseEntity.ok(views.killSwitch(current(staff, subject, LimitKind.NONE, engaged ? 1 : 0)));
    }

    /** How a limit or switch stands that was just set to a value, also where that changed nothing, or no row shows it yet. */
    private Change current(Caller staff, Subject subject, LimitKind kind, long value) {
        return changes.current(subject.scope(), subject.id()).stream()
                .filter(change -> change.row().kind() == kind && change.row().value() == value)
                .findFirst()
                .orElseGet(() -> new Change(
                        new RiskChangeRow(
                                0, subject.scope(), subject.id(), kind, value, value, 0, staff.accountId(), 0, 0, 0, 0),
                        null,
                        null));
    }

    private void send(Caller staff, CommandRef ref, String reason, CoreCommand command) {
        changes.record(ref.clientId(), ref.commandId(), staff.customerId(), reason);
        Replies.await(entry.send(staff.accountId(), ref.clientId(), ref.commandId(), command));
        writes.awaitLast(staff.accountId(), 0);
    }

    private long value(LimitKind kind, @Nullable Instrument instrument, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.at("/value", EdgeProblem.VALUE_MISSING);
        }
        Parsed parsed = units.parse(kind, instrument, text);
        if (parsed instanceof Parsed.Exact exact) {
            if (exact.value() < 0) {
                throw ProblemException.at("/value", TradingProblem.LIMIT_VALUE_INVALID);
            }
            return exact.value();
        }
        throw ProblemException.at("/value", TradingProblem.of(((Parsed.Refused) parsed).reason()), text);
    }
}
