package io.pharos.platform.trading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pharos.platform.catalogue.BusinessCalendar;
import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.catalogue.Catalogue.Name;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.DecimalText;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.projection.TrialFold;
import io.pharos.platform.trading.query.SettlementQueries;
import io.pharos.platform.trading.query.SettlementQueries.Day;
import io.pharos.platform.trading.query.SettlementQueries.Due;
import io.pharos.platform.trading.query.SettlementQueries.Fail;
import io.pharos.platform.trading.query.SettlementQueries.Rules;
import io.pharos.platform.trading.query.TrialBalances;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff how settlement stands, and the trial balance at any sequence. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "settlement", description = "Business days, what is due, fails, buy-ins; the trial balance; staff only")
public final class SettlementController {
    private final SettlementQueries queries;
    private final TrialBalances trialBalances;
    private final Catalogue catalogue;
    private final InstrumentDirectory directory;

    public SettlementController(
            SettlementQueries queries,
            TrialBalances trialBalances,
            Catalogue catalogue,
            InstrumentDirectory directory) {
        this.queries = queries;
        this.trialBalances = trialBalances;
        this.catalogue = catalogue;
        this.directory = directory;
    }

    /**
     * A business day of a calendar.
     *
     * @param settled absent until everything due has been looked at, like those that follow
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BusinessDayView(
            long day,
            LocalDate date,
            long due,
            @Nullable Long settled,
            @Nullable Long failed,
            @Nullable Instant completedAt) {}

    /** A calendar with its last days, the newest first, and the date of the next. */
    public record SettlementCalendarView(int calendarId, Name name, LocalDate nextDate, List<BusinessDayView> days) {}

    /** How the trades of an instrument settle. */
    public record SettlementRulesView(
            String symbol,
            int calendarId,
            int lagDays,
            int buyInDays,
            boolean proceedsUsable,
            boolean sameDaySale,
            boolean suspended) {}

    /**
     * What is due of an instrument on one day, netted by account.
     *
     * @param daysAhead business days until then; 0 or less: today, or failed before
     * @param securities what net deliverers deliver
     * @param cash what net payers pay
     */
    public record SettlementDueView(
            String symbol,
            long daysAhead,
            long accounts,
            @DecimalText String securities,
            @DecimalText String cash,
            String cashAsset,
            long failed) {}

    /** A failed settlement; amounts are net, and negative where the account delivers or pays. */
    public record SettlementFailView(
            String symbol,
            String accountId,
            LocalDate date,
            @DecimalText String securities,
            @DecimalText String cash,
            int failedDays,
            String reason) {}

    /** Securities that are to be bought in. */
    public record BuyInView(
            String symbol,
            String accountId,
            LocalDate date,
            @DecimalText String securities,
            int failedDays) {}

    /** How settlement stands. */
    public record SettlementReport(
            List<SettlementCalendarView> calendars,
            List<SettlementRulesView> rules,
            List<SettlementDueView> due,
            List<SettlementFailView> fails,
            List<BuyInView> buyIns) {}

    /**
     * What a class of accounts has of an asset.
     *
     * @param accountClass an account of the house as its number, or PARTICIPANTS or CUSTOMERS
     * @param paid all that left, as a total since the beginning
     * @param received all that came
     * @param debit the balance where it is below zero, else 0
     * @param credit the balance where it is above zero, else 0
     */
    public record TrialLine(
            String accountClass,
            String asset,
            @DecimalText String paid,
            @DecimalText String received,
            @DecimalText String debit,
            @DecimalText String credit) {}

    /** The totals of an asset: paid equals received, and debit equals credit. */
    public record TrialTotal(
            String asset,
            @DecimalText String paid,
            @DecimalText String received,
            @DecimalText String debit,
            @DecimalText String credit,
            boolean balanced) {}

    /** The trial balance after the event of a sequence. */
    public record TrialBalance(long sequence, long lastSequence, List<TrialLine> lines, List<TrialTotal> totals) {}

    @GetMapping("/settlement")
    @Operation(summary = "Business days, what is due, fails and buy-ins; staff only")
    SettlementReport report() {
        List<Day> days = queries.days();
        return new SettlementReport(
                catalogue.calendars().stream()
                        .map(calendar -> view(calendar, days))
                        .toList(),
                queries.rules().stream().map(this::view).toList(),
                queries.due().stream().map(this::view).toList(),
                queries.fails().stream().map(this::fail).toList(),
                queries.buyIns().stream().map(this::buyIn).toList());
    }

    @GetMapping("/ledger/trial-balance")
    @Operation(summary = "The trial balance after any event; without a sequence, after the last; staff only")
    TrialBalance trialBalance(@RequestParam(name = "sequence", required = false) @Nullable Long sequence) {
        long last = trialBalances.lastSequence();
        long at = sequence == null ? last : sequence;
        TrialFold fold = trialBalances
                .at(at)
                .orElseThrow(() -> ProblemException.at("?sequence", TradingProblem.SEQUENCE_NOT_REACHED, last));
        return TrialViews.of(at, last, fold, directory);
    }

    @GetMapping(value = "/ledger/trial-balance.csv", produces = "text/csv")
    @Operation(summary = "The same as comma-separated values; staff only")
    ResponseEntity<String> trialBalanceCsv(@RequestParam(name = "sequence", required = false) @Nullable Long sequence) {
        TrialBalance balance = trialBalance(sequence);
        StringBuilder csv = new StringBuilder("sequence,account,asset,paid,received,debit,credit\r\n");
        for (TrialLine line : balance.lines()) {
            csv.append(String.join(
                            ",",
                            String.valueOf(balance.sequence()),
                            line.accountClass(),
                            line.asset(),
                            line.paid(),
                            line.received(),
                            line.debit(),
                            line.credit()))
                    .append("\r\n");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"trial-balance-" + balance.sequence() + ".csv\"")
                .body(csv.toString());
    }

    private static SettlementCalendarView view(BusinessCalendar calendar, List<Day> days) {
        List<Day> own = days.stream()
                .filter(day -> day.calendarId() == calendar.calendarId())
                .toList();
        LocalDate last = own.isEmpty() ? null : own.getFirst().date();
        return new SettlementCalendarView(
                calendar.calendarId(),
                calendar.name(),
                calendar.after(last == null ? LocalDate.now(calendar.zone()).minusDays(1) : last),
                own.stream()
                        .map(day -> new BusinessDayView(
                                day.day(),
                                day.date(),
                                day.dueCount(),
                                day.settledCount(),
                                day.failedCount(),
                                day.completedNanos() == null ? null : Views.instant(day.completedNanos())))
                        .toList());
    }

    private SettlementRulesView view(Rules rules) {
        return new SettlementRulesView(
                directory.instrument(rules.instrumentId()).symbol(),
                rules.calendarId(),
                rules.lagDays(),
                rules.buyInDays(),
                rules.proceedsUsable(),
                rules.sameDaySale(),
                rules.suspended());
    }

    private SettlementDueView view(Due due) {
        Instrument instrument = directory.instrument(due.instrumentId());
        return new SettlementDueView(
                instrument.symbol(),
                due.daysAhead(),
                due.accounts(),
                instrument.base().format(due.baseMinor()),
                instrument.quote().format(due.quoteMinor()),
                instrument.quote().code(),
                due.failed());
    }

    private SettlementFailView fail(Fail fail) {
        Instrument instrument = directory.instrument(fail.instrumentId());
        Asset base = instrument.base();
        return new SettlementFailView(
                instrument.symbol(),
                "acc_" + fail.accountId(),
                fail.date(),
                base.format(fail.baseMinor()),
                instrument.quote().format(fail.quoteMinor()),
                fail.failedDays(),
                String.valueOf(fail.reason()));
    }

    private BuyInView buyIn(Fail fail) {
        Instrument instrument = directory.instrument(fail.instrumentId());
        return new BuyInView(
                instrument.symbol(),
                "acc_" + fail.accountId(),
                fail.date(),
                instrument.base().format(fail.baseMinor()),
                fail.failedDays());
    }
}
