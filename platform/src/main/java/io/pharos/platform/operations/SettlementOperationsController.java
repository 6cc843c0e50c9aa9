package io.pharos.platform.operations;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.catalogue.Catalogue.InstrumentEntry;
import io.pharos.platform.catalogue.Catalogue.SettlementEntry;
import io.pharos.platform.catalogue.HouseAccount;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.operations.OperationsController.ReasonForm;
import io.pharos.protocol.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff do to settlement: end a business day ahead of the clock, and suspend an instrument's. Each with a reason. */
@RestController
@RequestMapping("/api/v1/operations/settlement")
@Tag(name = "operations")
final class SettlementOperationsController {
    private static final int RUN_STEP = 1_000;

    private final ActionLog log;
    private final CoreCalls core;
    private final Catalogue catalogue;

    SettlementOperationsController(ActionLog log, CoreCalls core, Catalogue catalogue) {
        this.log = log;
        this.core = core;
        this.catalogue = catalogue;
    }

    /** The date of the day that is to begin, and why. */
    record BeginDayForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            LocalDate date,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    /** The business day that has begun. */
    record BegunDay(int calendarId, LocalDate date) {}

    /** Whether settlement of an instrument is suspended: what is due fails until it is resumed. */
    record SuspensionView(String symbol, boolean suspended) {}

    @PostMapping("/calendars/{calendarId}/days")
    @Operation(
            summary =
                    "End the business day ahead of the clock and begin the next, with all that is due on it; staff only")
    BegunDay beginDay(@PathVariable int calendarId, @RequestBody BeginDayForm form, Caller staff) {
        String reason = OperationsController.reason(form.reason());
        LocalDate date = form.date();
        if (date == null) {
            throw ProblemException.at("/date", EdgeProblem.VALUE_MISSING);
        }
        int number = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
        CommandReply step = core.run(new CoreCommand.RunEndOfDay(calendarId, number, RUN_STEP, staff.accountId()));
        Outcome outcome = step.outcome();
        log.add(staff.customerId(), "BUSINESS_DAY", "calendar " + calendarId + ": " + date, reason, outcome.name());
        if (outcome == Outcome.UNKNOWN) {
            throw new ProblemException(EdgeProblem.EXECUTION_UNKNOWN);
        }
        if (outcome != Outcome.ACCEPTED) {
            throw new ProblemException(OperationsProblem.DAY_REFUSED, date, outcome);
        }
        while (step.isAccepted() && step.entityId() > 0) {
            step = core.run(new CoreCommand.RunEndOfDay(calendarId, number, RUN_STEP, staff.accountId()));
        }
        return new BegunDay(calendarId, date);
    }

    @PostMapping("/instruments/{symbol}/suspend")
    @Operation(summary = "Suspend settlement: what is due fails until it is resumed; staff only")
    SuspensionView suspend(@PathVariable String symbol, @RequestBody ReasonForm form, Caller staff) {
        return change(symbol, true, form, staff);
    }

    @PostMapping("/instruments/{symbol}/resume")
    @Operation(summary = "Resume settlement: what failed is due again on the next business day; staff only")
    SuspensionView resume(@PathVariable String symbol, @RequestBody ReasonForm form, Caller staff) {
        return change(symbol, false, form, staff);
    }

    private SuspensionView change(String symbol, boolean suspended, ReasonForm form, Caller staff) {
        InstrumentEntry instrument = catalogue
                .instrument(symbol)
                .orElseThrow(() -> new ProblemException(OperationsProblem.INSTRUMENT_NOT_FOUND));
        SettlementEntry rules = instrument.settlement();
        if (rules == null) {
            throw new ProblemException(OperationsProblem.SETTLES_AT_ONCE, symbol);
        }
        String reason = OperationsController.reason(form.reason());
        Outcome outcome = core.run(new CoreCommand.SetSettlementRules(
                        HouseAccount.SETTLEMENT_CLEARING.accountId(),
                        instrument.instrumentId(),
                        rules.calendarId(),
                        rules.lagDays(),
                        rules.buyInDays(),
                        rules.proceedsUsable(),
                        rules.sameDaySale(),
                        suspended))
                .outcome();
        log.add(
                staff.customerId(),
                suspended ? "SUSPEND_SETTLEMENT" : "RESUME_SETTLEMENT",
                symbol,
                reason,
                outcome.name());
        return switch (outcome) {
            case ACCEPTED -> new SuspensionView(symbol, suspended);
            case UNKNOWN -> throw new ProblemException(EdgeProblem.EXECUTION_UNKNOWN);
            default -> throw new ProblemException(OperationsProblem.SETTLEMENT_REFUSED, symbol, outcome);
        };
    }
}
