package io.pharos.platform.trading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.catalogue.HouseAccount;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.CommandRef;
import io.pharos.platform.edge.IdempotencyKey;
import io.pharos.platform.edge.IdempotentPosts;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.DecimalText;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.entry.AccountWrites;
import io.pharos.platform.trading.entry.OrderEntry;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.query.ServicingQueries;
import io.pharos.platform.trading.query.ServicingQueries.Action;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.Rounding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Fee schedules, corporate actions, interest on cash, and the runs that end business days. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "servicing", description = "Fee schedules, corporate actions, interest, end of day")
public final class ServicingController {
    private final ServicingQueries queries;
    private final OrderEntry entry;
    private final AccountWrites writes;
    private final IdempotentPosts posts;
    private final InstrumentDirectory directory;
    private final ServicingViews views;

    public ServicingController(
            ServicingQueries queries,
            OrderEntry entry,
            AccountWrites writes,
            IdempotentPosts posts,
            InstrumentDirectory directory) {
        this.queries = queries;
        this.entry = entry;
        this.writes = writes;
        this.posts = posts;
        this.directory = directory;
        views = new ServicingViews(directory);
    }

    /** Rates from a turnover of thirty days on; a share of the notional. */
    public record FeeTierView(
            @DecimalText String turnover,
            @DecimalText String maker,
            @DecimalText String taker) {}

    /**
     * A version of a fee schedule. Rates are shares of the notional.
     *
     * @param symbols what is charged by the schedule
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FeeScheduleView(
            int scheduleId,
            int version,
            String asset,
            @Nullable LocalDate effectiveDate,
            boolean inForce,
            @DecimalText String commissionMinimum,
            @DecimalText String maker,
            @DecimalText String taker,
            @DecimalText String stampDuty,
            @DecimalText String transferFee,
            String commissionRounding,
            String stampDutyRounding,
            String transferFeeRounding,
            List<FeeTierView> tiers,
            List<String> symbols) {}

    /**
     * A corporate action.
     *
     * @param rate cash, or units, for each {@code per} held
     * @param price of a fraction, or of subscribing one unit
     * @param rightsAsset what the rights are held as, of a rights issue
     * @param taxRate share of the cash that is withheld
     * @param gross cash paid so far, before tax
     * @param units given so far; below zero for units taken
     * @param rounding exact entitlement of all less what was paid, in the smallest parts: with it the totals agree
     * @param agrees whether positions times rate are what was paid and rounded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CorporateActionView(
            String actionId,
            String kind,
            String symbol,
            LocalDate exDate,
            LocalDate payDate,
            @Nullable LocalDate expiryDate,
            @DecimalText String rate,
            @DecimalText String per,
            @Nullable @DecimalText String price,
            @Nullable String rightsAsset,
            String asset,
            @DecimalText String taxRate,
            String stage,
            long accounts,
            @DecimalText String positions,
            @DecimalText String gross,
            @DecimalText String tax,
            @DecimalText String units,
            String rounding,
            boolean agrees,
            long unpaid) {}

    /** The yearly rate of what lies above a balance. */
    public record InterestBandView(
            @DecimalText String balance, @DecimalText String rate) {}

    /** What interest a currency bears; its rate is of what lies below the first band. */
    public record InterestView(
            String asset,
            @DecimalText String rate,
            int dayCount,
            int creditDay,
            int creditMonths,
            List<InterestBandView> bands) {}

    /** The accrual of a business day; accrued is what is not paid yet, after this run. */
    public record InterestRunView(
            String asset,
            LocalDate date,
            int days,
            long accounts,
            @DecimalText String balance,
            @DecimalText String accrued,
            @DecimalText String credited,
            long sequence) {}

    /**
     * A run that ends a business day and begins the one of its date.
     *
     * @param staff whether a member of staff ran its last step, ahead of the clock
     * @param sequence of its last event: the journal up to there gives the same totals again
     */
    public record EndOfDayView(
            int calendarId,
            LocalDate date,
            String stage,
            long expiredOrders,
            long settled,
            long failed,
            long servicedAccounts,
            long accruedAccounts,
            long steps,
            boolean staff,
            Instant at,
            long sequence) {}

    /** How servicing stands. */
    public record ServicingReport(
            List<EndOfDayView> runs,
            List<CorporateActionView> actions,
            List<FeeScheduleView> feeSchedules,
            List<InterestView> interest,
            List<InterestRunView> interestRuns) {}

    /** Corporate actions that customers may know. */
    public record CorporateActionList(List<CorporateActionView> items) {}

    /**
     * A corporate action to announce.
     *
     * @param rate cash, or units, for each {@code per} held
     * @param tax share of the cash that is withheld, such as 0.10
     */
    public record ActionForm(
            @Nullable String kind,
            @Nullable String symbol,
            @Nullable Integer calendarId,
            @Nullable LocalDate exDate,
            @Nullable LocalDate payDate,
            @Nullable LocalDate expiryDate,
            @Nullable String rate,
            @Nullable String per,
            @Nullable String price,
            @Nullable String tax,
            @Nullable String rightsAsset) {}

    /** How many rights to use, one for each new unit. */
    public record ExerciseForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
            String quantity) {}

    /** New units that were subscribed; balances read as of the sequence show them. */
    public record Exercised(String actionId, @DecimalText String quantity, String symbol, long sequence) {}

    /** The id of an action. */
    public record ActionRef(String actionId) {}

    @GetMapping("/settlement/servicing")
    @Operation(summary = "Runs that ended days, corporate actions, fee schedules and interest; staff only")
    ServicingReport report(Caller caller) {
        RiskForms.requireStaff(caller);
        writes.awaitLast(caller.accountId(), 0);
        Map<Integer, Integer> assignments = queries.assignments();
        return new ServicingReport(
                queries.runs().stream().map(ServicingViews::run).toList(),
                queries.actions().stream().map(views::action).toList(),
                queries.fees().stream()
                        .map(fees -> views.fees(fees, assignments))
                        .toList(),
                queries.interest().stream().map(views::interest).toList(),
                queries.interestRuns().stream().map(views::interestRun).toList());
    }

    @GetMapping("/corporate-actions")
    @Operation(summary = "The corporate actions that are announced or were carried out, the newest first")
    CorporateActionList actions() {
        return new CorporateActionList(queries.actions().stream()
                .filter(action -> !action.stage().equals("WITHDRAWN"))
                .map(views::action)
                .toList());
    }

    @PostMapping("/settlement/corporate-actions")
    @Operation(summary = "Announce a corporate action; once for a key; staff only")
    ResponseEntity<?> announce(Caller caller, IdempotencyKey key, @RequestBody ActionForm form) {
        RiskForms.requireStaff(caller);
        return posts.execute(
                caller, "POST /settlement/corporate-actions", key, form, command -> announce(caller, form, command));
    }

    @PostMapping("/settlement/corporate-actions/{actionId}/withdraw")
    @Operation(summary = "Withdraw a corporate action before its ex date; once for a key; staff only")
    ResponseEntity<?> withdraw(Caller caller, IdempotencyKey key, @PathVariable String actionId) {
        RiskForms.requireStaff(caller);
        long id = find(actionId).actionId();
        return posts.execute(caller, "POST /settlement/corporate-actions/withdraw", key, actionId, command -> {
            send(caller, command, new CoreCommand.WithdrawCorporateAction(id));
            return ResponseEntity.ok(new ActionRef(actionId));
        });
    }

    @PostMapping("/corporate-actions/{actionId}/exercise")
    @Operation(summary = "Subscribe new units by rights, at the price of the action; once for a key")
    ResponseEntity<?> exercise(
            Caller caller, IdempotencyKey key, @PathVariable String actionId, @RequestBody ExerciseForm form) {
        Action action = find(actionId);
        Instrument instrument = directory.instrument(action.instrumentId());
        long quantityMinor = ServicingForms.minor(
                "/quantity", form.quantity(), instrument.base().scale());
        if (quantityMinor == 0) {
            throw ProblemException.at("/quantity", TradingProblem.QUANTITY_NOT_POSITIVE);
        }
        return posts.execute(
                caller,
                "POST /corporate-actions/exercise",
                key,
                List.of(actionId, String.valueOf(quantityMinor)),
                command -> {
                    long sequence = Replies.await(entry.send(
                                    caller.accountId(),
                                    command.clientId(),
                                    command.commandId(),
                                    new CoreCommand.ExerciseRights(
                                            caller.accountId(), action.actionId(), quantityMinor)))
                            .sequence();
                    return ResponseEntity.ok(new Exercised(
                            actionId, instrument.base().format(quantityMinor), instrument.symbol(), sequence));
                });
    }

    private Action find(String actionId) {
        return queries.actions().stream()
                .filter(action -> ServicingViews.id(action).equals(actionId))
                .findFirst()
                .orElseThrow(() -> new ProblemException(TradingProblem.ACTION_NOT_FOUND));
    }

    private ResponseEntity<?> announce(Caller staff, ActionForm form, CommandRef command) {
        CorporateActionKind kind = RiskForms.choice("/kind", CorporateActionKind.class, form.kind());
        Instrument instrument = ServicingForms.instrument(form.symbol(), directory);
        boolean isCash = ServicingViews.isCash(kind.name());
        int rateScale = isCash ? instrument.quote().scale() : instrument.base().scale();
        boolean isDelisting = kind == CorporateActionKind.DELISTING;
        long numerator = isDelisting ? 0 : ServicingForms.minor("/rate", form.rate(), rateScale);
        long denominator = isDelisting
                ? 1
                : ServicingForms.minor("/per", form.per(), instrument.base().scale());
        long price = ServicingForms.minorOrZero(
                "/price", form.price(), instrument.quote().scale());
        LocalDate exDate = ServicingForms.given("/exDate", form.exDate());
        LocalDate payDate = form.payDate() == null ? exDate : form.payDate();
        int rights = form.rightsAsset() == null
                ? 0
                : ServicingForms.asset("/rightsAsset", form.rightsAsset(), directory)
                        .assetId();
        long unit = ServicingForms.minor("/per", "1", instrument.base().scale());
        send(
                staff,
                command,
                new CoreCommand.AnnounceCorporateAction(
                        command.commandId(),
                        kind,
                        instrument.instrumentId(),
                        form.calendarId() == null ? ServicingForms.CALENDAR : form.calendarId(),
                        ServicingForms.number(exDate),
                        ServicingForms.number(payDate),
                        ServicingForms.number(form.expiryDate()),
                        numerator,
                        denominator,
                        price,
                        price == 0 ? 1 : unit,
                        form.tax() == null
                                ? 0
                                : ServicingForms.sharePpm("/tax", form.tax(), TradingProblem.ACTION_INVALID),
                        Rounding.HALF_UP,
                        HouseAccount.SERVICING.accountId(),
                        HouseAccount.TAX.accountId(),
                        rights));
        return ResponseEntity.ok(new ActionRef("act_" + command.commandId()));
    }

    private void send(Caller staff, CommandRef ref, CoreCommand command) {
        Replies.await(entry.send(staff.accountId(), ref.clientId(), ref.commandId(), command));
        writes.awaitLast(staff.accountId(), 0);
    }
}
