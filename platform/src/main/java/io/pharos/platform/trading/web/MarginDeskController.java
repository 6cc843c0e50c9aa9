package io.pharos.platform.trading.web;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.CommandRef;
import io.pharos.platform.edge.IdempotencyKey;
import io.pharos.platform.edge.IdempotentPosts;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.entry.AccountWrites;
import io.pharos.platform.trading.entry.OrderEntry;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.query.MarginQueries;
import io.pharos.platform.trading.query.MarginQueries.Account;
import io.pharos.platform.trading.query.MarginQueries.Program;
import io.pharos.platform.trading.web.MarginForms.MarginAgreementForm;
import io.pharos.platform.trading.web.MarginForms.MarginProgramForm;
import io.pharos.platform.trading.web.MarginForms.MarginTermsForm;
import io.pharos.platform.trading.web.MarginViews.MarginAccountView;
import io.pharos.platform.trading.web.MarginViews.MarginChangeView;
import io.pharos.platform.trading.web.MarginViews.MarginProgramView;
import io.pharos.platform.trading.web.MarginViews.MarginSaleView;
import io.pharos.platform.trading.web.MarginViews.MarginTermsView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The desk of the margin business; staff only. */
@RestController
@RequestMapping("/api/v1/margin")
@Tag(name = "margin")
public final class MarginDeskController {
    private static final int DEFAULT_PROGRAM = 1;

    private final MarginQueries queries;
    private final MarginViews views;
    private final OrderEntry entry;
    private final AccountWrites writes;
    private final IdempotentPosts posts;
    private final InstrumentDirectory directory;

    private MarginDeskController(
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

    public static MarginDeskController of(
            MarginQueries queries,
            OrderEntry entry,
            AccountWrites writes,
            IdempotentPosts posts,
            Catalogue catalogue,
            InstrumentDirectory directory) {
        return new MarginDeskController(
                queries, new MarginViews(directory, catalogue), entry, writes, posts, directory);
    }

    /** How the margin business stands: accounts in a call or close-out first, then the lowest ratio. */
    record MarginDesk(
            List<MarginProgramView> programs,
            List<MarginTermsView> terms,
            List<MarginAccountView> accounts,
            List<MarginChangeView> changes,
            List<MarginSaleView> forcedSales) {}

    /** What was set. */
    record MarginSet(String subject) {}

    @GetMapping("/desk")
    @Operation(summary = "Programs, terms, margin accounts by ratio, calls, close-outs and forced sales; staff only")
    MarginDesk desk(Caller caller) {
        RiskForms.requireStaff(caller);
        writes.awaitLast(caller.accountId(), 0);
        List<Program> programs = queries.programs();
        List<Account> accounts = queries.accounts();
        return new MarginDesk(
                programs.stream()
                        .map(program -> views.program(program, lentMinor(program, accounts)))
                        .toList(),
                queries.terms().stream()
                        .map(terms -> views.terms(terms, null, null))
                        .toList(),
                accounts.stream()
                        .map(account -> views.account(account, programOf(account.programId())))
                        .toList(),
                programs.isEmpty()
                        ? List.of()
                        : queries.changes().stream()
                                .map(change -> views.change(change, assetOf(change.accountId(), programs)))
                                .toList(),
                views.sales(queries.sales(0)));
    }

    @PostMapping("/agreements")
    @Operation(summary = "Make, change or end a margin agreement; once for a key; staff only")
    ResponseEntity<?> agree(Caller caller, IdempotencyKey key, @RequestBody MarginAgreementForm form) {
        RiskForms.requireStaff(caller);
        return posts.execute(caller, "POST /margin/agreements", key, form, command -> {
            int programId = form.programId() == null ? DEFAULT_PROGRAM : form.programId();
            Asset asset = directory.asset(programOf(programId).assetId());
            long accountId = RiskForms.accountId(MarginForms.given("/account", form.account()));
            return send(
                    caller,
                    command,
                    "acc_" + accountId,
                    new CoreCommand.SetMarginAgreement(
                            accountId,
                            programId,
                            MarginForms.minor("/creditLimit", form.creditLimit(), asset.scale()),
                            MarginForms.ppm("/rate", form.rate()),
                            !Boolean.FALSE.equals(form.active()),
                            caller.accountId()));
        });
    }

    @PostMapping("/terms")
    @Operation(summary = "Set what an instrument counts as margin; once for a key; staff only")
    ResponseEntity<?> setTerms(Caller caller, IdempotencyKey key, @RequestBody MarginTermsForm form) {
        RiskForms.requireStaff(caller);
        return posts.execute(caller, "POST /margin/terms", key, form, command -> {
            String symbol = form.symbol();
            Instrument instrument = directory
                    .bySymbol(symbol)
                    .orElseThrow(() -> ProblemException.at(
                            "/symbol", TradingProblem.INSTRUMENT_NOT_FOUND, String.valueOf(symbol)));
            return send(
                    caller,
                    command,
                    instrument.symbol(),
                    new CoreCommand.SetMarginTerms(
                            instrument.instrumentId(),
                            MarginForms.ppm("/conversion", form.conversion()),
                            MarginForms.ppm("/initial", form.initial()),
                            MarginForms.given("/collateral", form.collateral()),
                            MarginForms.given("/financing", form.financing()),
                            caller.accountId()));
        });
    }

    @PostMapping("/programs")
    @Operation(summary = "Change lines and limits of a margin program, at once for all its accounts; staff only")
    ResponseEntity<?> setProgram(Caller caller, IdempotencyKey key, @RequestBody MarginProgramForm form) {
        RiskForms.requireStaff(caller);
        return posts.execute(caller, "POST /margin/programs", key, form, command -> {
            Program present = programOf(form.programId() == null ? DEFAULT_PROGRAM : form.programId());
            return send(caller, command, String.valueOf(present.programId()), changed(caller, present, form));
        });
    }

    private CoreCommand changed(Caller staff, Program present, MarginProgramForm form) {
        int scale = directory.asset(present.assetId()).scale();
        return new CoreCommand.SetMarginProgram(
                present.programId(),
                present.assetId(),
                present.calendarId(),
                present.lendingAccount(),
                present.incomeAccount(),
                MarginForms.ppm("/closing", form.closing(), present.closingPpm()),
                MarginForms.ppm("/warning", form.warning(), present.warningPpm()),
                MarginForms.ppm("/restore", form.restore(), present.restorePpm()),
                MarginForms.ppm("/withdrawal", form.withdrawal(), present.withdrawalPpm()),
                MarginForms.ppm("/concentration", form.concentration(), present.concentrationPpm()),
                present.dayCount(),
                form.callDays() == null ? present.callDays() : form.callDays(),
                MarginForms.ppm("/protection", form.protection(), present.protectionPpm()),
                form.creditMax() == null
                        ? present.creditMaxMinor()
                        : MarginForms.minor("/creditMax", form.creditMax(), scale),
                form.revalueSeconds() == null
                        ? present.revalueNanos()
                        : TimeUnit.SECONDS.toNanos(form.revalueSeconds()),
                staff.accountId());
    }

    private ResponseEntity<?> send(Caller staff, CommandRef ref, String subject, CoreCommand command) {
        Replies.await(entry.send(staff.accountId(), ref.clientId(), ref.commandId(), command));
        writes.awaitLast(staff.accountId(), 0);
        return ResponseEntity.ok(new MarginSet(subject));
    }

    private static long lentMinor(Program program, List<Account> accounts) {
        return accounts.stream()
                .filter(account -> account.programId() == program.programId())
                .mapToLong(account -> account.debtMinor() + account.reservedMinor())
                .sum();
    }

    private Asset assetOf(long accountId, List<Program> programs) {
        int programId = queries.account(accountId).map(Account::programId).orElse(0);
        return directory.asset(programs.stream()
                .filter(program -> program.programId() == programId)
                .findFirst()
                .orElse(programs.getFirst())
                .assetId());
    }

    private Program programOf(int programId) {
        return queries.program(programId)
                .orElseThrow(() -> new ProblemException(TradingProblem.MARGIN_PROGRAM_NOT_FOUND));
    }
}
