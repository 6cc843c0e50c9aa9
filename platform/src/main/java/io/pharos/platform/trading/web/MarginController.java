package io.pharos.platform.trading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.CommandRef;
import io.pharos.platform.edge.IdempotencyKey;
import io.pharos.platform.edge.IdempotentPosts;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.DecimalText;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.entry.AccountWrites;
import io.pharos.platform.trading.entry.OrderEntry;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.query.MarginQueries;
import io.pharos.platform.trading.query.MarginQueries.Account;
import io.pharos.platform.trading.query.MarginQueries.Program;
import io.pharos.platform.trading.web.MarginViews.MarginAccountView;
import io.pharos.platform.trading.web.MarginViews.MarginLoanView;
import io.pharos.platform.trading.web.MarginViews.MarginProgramView;
import io.pharos.platform.trading.web.MarginViews.MarginSaleView;
import io.pharos.platform.trading.web.MarginViews.MarginTermsView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A customer's margin account. */
@RestController
@RequestMapping("/api/v1/margin")
@Tag(name = "margin", description = "Borrowing to buy: agreements, loans, calls and close-outs")
public final class MarginController {
    private final MarginQueries queries;
    private final MarginViews views;
    private final OrderEntry entry;
    private final AccountWrites writes;
    private final IdempotentPosts posts;
    private final InstrumentDirectory directory;

    private MarginController(
            MarginQueries queries,
            MarginViews views,
            OrderEntry entry,
            AccountWrites writes,
            IdempotentPosts posts,
            InstrumentDirectory directory) {
        this.queries = queries;
        this.views = views;
        this.entry = entry;
        this.writes = writes;
        this.posts = posts;
        this.directory = directory;
    }

    public static MarginController of(
            MarginQueries queries,
            OrderEntry entry,
            AccountWrites writes,
            IdempotentPosts posts,
            Catalogue catalogue,
            InstrumentDirectory directory) {
        return new MarginController(queries, new MarginViews(directory, catalogue), entry, writes, posts, directory);
    }

    /**
     * A margin account.
     *
     * @param account absent where there is no agreement; then the rest is empty
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MarginSummary(
            @Nullable MarginAccountView account,
            @Nullable MarginProgramView program,
            List<MarginLoanView> loans,
            List<MarginTermsView> instruments,
            List<MarginSaleView> forcedSales) {}

    /** What to pay back at most; no more than is owed is taken. */
    record MarginRepaymentForm(@Nullable @DecimalText String amount) {}

    /** What was paid: interest first, then the oldest loan. */
    record MarginRepayment(String asset, @DecimalText String paid) {}

    @GetMapping
    @Operation(summary = "My margin account: ratio, debt, interest, free margin, a call with its deadline")
    MarginSummary summary(Caller caller) {
        writes.awaitLast(caller.accountId(), 0);
        Account account = queries.account(caller.accountId()).orElse(null);
        if (account == null) {
            return new MarginSummary(null, null, List.of(), List.of(), List.of());
        }
        Program program = program(account);
        return new MarginSummary(
                views.account(account, program),
                views.program(program, 0),
                queries.loans(caller.accountId()).stream().map(views::loan).toList(),
                queries.terms().stream()
                        .filter(terms -> terms.collateral()
                                && directory
                                                .instrument(terms.instrumentId())
                                                .quote()
                                                .assetId()
                                        == program.assetId())
                        .map(terms -> views.terms(terms, account, program))
                        .toList(),
                views.sales(queries.sales(caller.accountId())));
    }

    @PostMapping("/repayments")
    @Operation(summary = "Pay interest and loans out of my cash; once for a key")
    @ApiResponse(
            responseCode = "200",
            description = "what was paid",
            content = @Content(schema = @Schema(implementation = MarginRepayment.class)))
    ResponseEntity<?> repay(Caller caller, IdempotencyKey key, @RequestBody MarginRepaymentForm form) {
        Account account = queries.account(caller.accountId())
                .orElseThrow(() -> new ProblemException(TradingProblem.MARGIN_AGREEMENT_NOT_FOUND));
        Asset asset = directory.asset(program(account).assetId());
        long amountMinor = MarginForms.minor("/amount", form.amount(), asset.scale());
        return posts.execute(
                caller, "POST /margin/repayments", key, form, command -> repay(caller, asset, amountMinor, command));
    }

    private ResponseEntity<?> repay(Caller caller, Asset asset, long amountMinor, CommandRef command) {
        CommandReply reply = Replies.await(entry.send(
                caller.accountId(),
                command.clientId(),
                command.commandId(),
                new CoreCommand.RepayMarginLoan(caller.accountId(), amountMinor)));
        return ResponseEntity.ok(new MarginRepayment(asset.code(), asset.format(reply.entityId())));
    }

    private Program program(Account account) {
        return queries.program(account.programId())
                .orElseThrow(() -> new ProblemException(TradingProblem.MARGIN_PROGRAM_NOT_FOUND));
    }
}
