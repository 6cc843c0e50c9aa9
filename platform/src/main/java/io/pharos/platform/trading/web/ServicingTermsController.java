package io.pharos.platform.trading.web;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.catalogue.Catalogue.FeeTier;
import io.pharos.platform.catalogue.HouseAccount;
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
import io.pharos.protocol.Rounding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff set for orders and balances to come: versions of fee schedules, who is charged by which, interest. */
@RestController
@RequestMapping("/api/v1/settlement")
@Tag(name = "servicing")
public final class ServicingTermsController {
    private static final int TIERS_MAX = 3;
    private static final int BANDS_MAX = 2;

    private final OrderEntry entry;
    private final AccountWrites writes;
    private final IdempotentPosts posts;
    private final InstrumentDirectory directory;

    public ServicingTermsController(
            OrderEntry entry, AccountWrites writes, IdempotentPosts posts, InstrumentDirectory directory) {
        this.entry = entry;
        this.writes = writes;
        this.posts = posts;
        this.directory = directory;
    }

    /**
     * Rates from a turnover of thirty days on.
     *
     * @param maker share of the notional, such as 0.0002
     */
    public record FeeTierForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
            String turnover,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
            String maker,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
            String taker) {}

    /**
     * A version of a fee schedule. Rates are shares of the notional, such as 0.00025; those left out are 0.
     *
     * @param scheduleId an id that was not used yet makes a schedule
     * @param effectiveDate the business day from which it counts; absent: at once
     * @param commissionMinimum least commission of an order that traded; absent: none
     * @param tiers at most three, of rising turnover and falling rates
     * @param commissionRounding of the commission of a whole order; absent: HALF_UP, as of the others
     */
    public record FeeScheduleForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Integer scheduleId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String asset,

            @Nullable LocalDate effectiveDate,
            @Nullable @DecimalText String commissionMinimum,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
            String maker,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
            String taker,

            @Nullable @DecimalText String stampDuty,
            @Nullable @DecimalText String transferFee,
            @Nullable List<@Nullable FeeTierForm> tiers,

            @Schema(implementation = Rounding.class) @Nullable
            String commissionRounding,

            @Schema(implementation = Rounding.class) @Nullable
            String stampDutyRounding,

            @Schema(implementation = Rounding.class) @Nullable
            String transferFeeRounding) {}

    /** A schedule, by its id. */
    public record FeeScheduleRef(int scheduleId) {}

    /**
     * Which schedule an instrument is charged by.
     *
     * @param scheduleId 0 for the fees of the instrument's registration
     */
    public record FeeAssignmentForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String symbol,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Integer scheduleId) {}

    /** A yearly rate of what lies above a balance. */
    public record InterestBandForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
            String balance,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
            String rate) {}

    /**
     * What interest a currency bears, from the next accrual on.
     *
     * @param rate share of a year, such as 0.0035, of what lies below the first band
     * @param dayCount days of a year: 360 or 365
     * @param creditDay day of the month on which a period ends, 1 to 28
     * @param creditMonths months of a period: 1, 3, 6 or 12
     * @param bands at most two, of rising balances
     */
    public record InterestForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String asset,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable @DecimalText
            String rate,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Integer dayCount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Integer creditDay,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Integer creditMonths,

            @Nullable List<@Nullable InterestBandForm> bands) {}

    /** A currency, by its code. */
    public record InterestRef(String asset) {}

    @PostMapping("/fee-schedules")
    @Operation(summary = "Set a version of a fee schedule; once for a key; staff only")
    ResponseEntity<?> setFees(Caller caller, IdempotencyKey key, @RequestBody FeeScheduleForm form) {
        RiskForms.requireStaff(caller);
        CoreCommand command = fees(form);
        return posts.execute(caller, "POST /settlement/fee-schedules", key, form, ref -> {
            send(caller, ref, command);
            return ResponseEntity.ok(new FeeScheduleRef(ServicingForms.given("/scheduleId", form.scheduleId())));
        });
    }

    @PostMapping("/fee-assignments")
    @Operation(summary = "Charge an instrument by a fee schedule from now on; once for a key; staff only")
    ResponseEntity<?> assignFees(Caller caller, IdempotencyKey key, @RequestBody FeeAssignmentForm form) {
        RiskForms.requireStaff(caller);
        int scheduleId = ServicingForms.given("/scheduleId", form.scheduleId());
        int instrumentId = ServicingForms.instrument(form.symbol(), directory).instrumentId();
        return posts.execute(caller, "POST /settlement/fee-assignments", key, form, ref -> {
            send(caller, ref, new CoreCommand.AssignFeeSchedule(instrumentId, scheduleId));
            return ResponseEntity.ok(new FeeScheduleRef(scheduleId));
        });
    }

    @PostMapping("/interest-terms")
    @Operation(summary = "Set what interest a currency bears; once for a key; staff only")
    ResponseEntity<?> setInterest(Caller caller, IdempotencyKey key, @RequestBody InterestForm form) {
        RiskForms.requireStaff(caller);
        Asset asset = ServicingForms.asset("/asset", form.asset(), directory);
        CoreCommand command = interest(form, asset);
        return posts.execute(caller, "POST /settlement/interest-terms", key, form, ref -> {
            send(caller, ref, command);
            return ResponseEntity.ok(new InterestRef(asset.code()));
        });
    }

    private void send(Caller staff, CommandRef ref, CoreCommand command) {
        Replies.await(entry.send(staff.accountId(), ref.clientId(), ref.commandId(), command));
        writes.awaitLast(staff.accountId(), 0);
    }

    private CoreCommand.SetFeeSchedule fees(FeeScheduleForm form) {
        Asset asset = ServicingForms.asset("/asset", form.asset(), directory);
        List<FeeTier> tiers = tiers(form.tiers() == null ? List.of() : form.tiers(), asset);
        FeeTier first = tiers.get(0);
        FeeTier second = tiers.get(1);
        FeeTier third = tiers.get(2);
        return new CoreCommand.SetFeeSchedule(
                ServicingForms.given("/scheduleId", form.scheduleId()),
                asset.assetId(),
                form.effectiveDate() == null ? 0 : ServicingForms.CALENDAR,
                ServicingForms.number(form.effectiveDate()),
                HouseAccount.COMMISSIONS.accountId(),
                HouseAccount.STAMP_DUTY.accountId(),
                HouseAccount.TRANSFER_FEES.accountId(),
                ServicingForms.minorOrZero("/commissionMinimum", form.commissionMinimum(), asset.scale()),
                fee("/maker", form.maker()),
                fee("/taker", form.taker()),
                first.turnoverMinor(),
                first.makerPpm(),
                first.takerPpm(),
                second.turnoverMinor(),
                second.makerPpm(),
                second.takerPpm(),
                third.turnoverMinor(),
                third.makerPpm(),
                third.takerPpm(),
                form.stampDuty() == null ? 0 : fee("/stampDuty", form.stampDuty()),
                form.transferFee() == null ? 0 : fee("/transferFee", form.transferFee()),
                rounding("/commissionRounding", form.commissionRounding()),
                rounding("/stampDutyRounding", form.stampDutyRounding()),
                rounding("/transferFeeRounding", form.transferFeeRounding()));
    }

    /** As many as a command has, those that are not there of turnover 0. */
    private static List<FeeTier> tiers(List<@Nullable FeeTierForm> forms, Asset asset) {
        if (forms.size() > TIERS_MAX) {
            throw ProblemException.at("/tiers", TradingProblem.FEE_SCHEDULE_INVALID);
        }
        List<FeeTier> tiers = new ArrayList<>();
        for (FeeTierForm one : forms) {
            String pointer = "/tiers/" + tiers.size();
            FeeTierForm form = ServicingForms.given(pointer, one);
            tiers.add(new FeeTier(
                    above(pointer + "/turnover", form.turnover(), asset, TradingProblem.FEE_SCHEDULE_INVALID),
                    fee(pointer + "/maker", form.maker()),
                    fee(pointer + "/taker", form.taker())));
        }
        while (tiers.size() < TIERS_MAX) {
            tiers.add(new FeeTier(0, 0, 0));
        }
        return tiers;
    }

    private static int fee(String pointer, @Nullable String share) {
        return ServicingForms.sharePpm(pointer, share, TradingProblem.FEE_OUT_OF_RANGE);
    }

    private static Rounding rounding(String pointer, @Nullable String name) {
        return name == null ? Rounding.HALF_UP : RiskForms.choice(pointer, Rounding.class, name);
    }

    private record Band(long fromMinor, int ratePpm) {}

    private static CoreCommand.SetInterestTerms interest(InterestForm form, Asset asset) {
        List<Band> bands = bands(form.bands() == null ? List.of() : form.bands(), asset);
        return new CoreCommand.SetInterestTerms(
                asset.assetId(),
                ServicingForms.CALENDAR,
                HouseAccount.SERVICING.accountId(),
                ServicingForms.given("/dayCount", form.dayCount()),
                ServicingForms.given("/creditDay", form.creditDay()),
                ServicingForms.given("/creditMonths", form.creditMonths()),
                interestRate("/rate", form.rate()),
                bands.get(0).fromMinor(),
                bands.get(0).ratePpm(),
                bands.get(1).fromMinor(),
                bands.get(1).ratePpm());
    }

    private static List<Band> bands(List<@Nullable InterestBandForm> forms, Asset asset) {
        if (forms.size() > BANDS_MAX) {
            throw ProblemException.at("/bands", TradingProblem.INTEREST_TERMS_INVALID);
        }
        List<Band> bands = new ArrayList<>();
        for (InterestBandForm one : forms) {
            String pointer = "/bands/" + bands.size();
            InterestBandForm form = ServicingForms.given(pointer, one);
            bands.add(new Band(
                    above(pointer + "/balance", form.balance(), asset, TradingProblem.INTEREST_TERMS_INVALID),
                    interestRate(pointer + "/rate", form.rate())));
        }
        while (bands.size() < BANDS_MAX) {
            bands.add(new Band(0, 0));
        }
        return bands;
    }

    private static int interestRate(String pointer, @Nullable String share) {
        return ServicingForms.sharePpm(pointer, share, TradingProblem.INTEREST_TERMS_INVALID);
    }

    /** An amount above zero: in the command 0 means that there is none. */
    private static long above(String pointer, @Nullable String text, Asset asset, TradingProblem zero) {
        long minor = ServicingForms.minor(pointer, text, asset.scale());
        if (minor == 0) {
            throw ProblemException.at(pointer, zero);
        }
        return minor;
    }
}
