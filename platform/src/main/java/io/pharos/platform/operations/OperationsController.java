package io.pharos.platform.operations;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.catalogue.Catalogue.InstrumentEntry;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.health.StatusBoard;
import io.pharos.platform.operations.ActionLog.Action;
import io.pharos.platform.sandbox.bank.SandboxBank;
import io.pharos.platform.sandbox.bank.SandboxBank.Mode;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public status, and the health page and switches of staff. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "operations", description = "Status, health and the switches of staff")
final class OperationsController {
    private static final int REASON_LENGTH_MAX = 200;
    private static final int ACTIONS_SHOWN = 100;
    private static final int PHASE_SECONDS_MAX = 86_400;
    private static final Set<Phase> CALLS = EnumSet.of(
            Phase.PRE_OPEN,
            Phase.OPENING_AUCTION,
            Phase.VOLATILITY_INTERRUPTION,
            Phase.CLOSING_AUCTION,
            Phase.POST_CLOSE);

    private final StatusBoard status;
    private final PlatformHealth health;
    private final ActionLog log;
    private final CoreCalls core;
    private final Catalogue catalogue;
    private final SandboxBank bank;
    private final Clock clock;

    OperationsController(
            StatusBoard status,
            PlatformHealth health,
            ActionLog log,
            CoreCalls core,
            Catalogue catalogue,
            SandboxBank bank,
            Clock clock) {
        this.status = status;
        this.health = health;
        this.log = log;
        this.core = core;
        this.catalogue = catalogue;
        this.bank = bank;
        this.clock = clock;
    }

    /** Why staff does it; kept for ever. */
    record ReasonForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    /**
     * A phase of a call, or post-close, and why.
     *
     * @param phase PRE_OPEN, OPENING_AUCTION, VOLATILITY_INTERRUPTION, CLOSING_AUCTION or POST_CLOSE
     * @param seconds how long, 1 to 86,400; then the next phase follows by itself. Absent: until the phase is changed
     */
    record PhaseForm(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {
                        "PRE_OPEN",
                        "OPENING_AUCTION",
                        "VOLATILITY_INTERRUPTION",
                        "CLOSING_AUCTION",
                        "POST_CLOSE"
                    })
            @Nullable
            String phase,

            @Nullable Integer seconds,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    /** How the sandbox bank shall behave. */
    record BankForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Mode mode) {}

    /** How the sandbox bank behaves. */
    record BankView(Mode mode) {}

    /** An instrument in its new phase. */
    record PhaseView(String symbol, Phase phase) {}

    /** What staff did, the newest first. */
    record ActionList(List<Action> items) {}

    @GetMapping("/status")
    @Operation(summary = "How each part of the platform stands; public")
    StatusBoard.Status status() {
        return status.status();
    }

    @GetMapping("/operations/health")
    @Operation(summary = "Members, projections, process and database; staff only")
    PlatformHealth.Report health() {
        return health.report();
    }

    @GetMapping("/operations/actions")
    @Operation(summary = "What staff did; staff only")
    ActionList actions() {
        return new ActionList(log.latest(ACTIONS_SHOWN));
    }

    @PostMapping("/operations/instruments/{symbol}/halt")
    @Operation(summary = "Interrupt trading; orders stay; staff only")
    PhaseView halt(@PathVariable String symbol, @RequestBody ReasonForm form, Caller staff) {
        InstrumentEntry instrument = instrument(symbol);
        return change(
                "HALT",
                instrument,
                new CoreCommand.HaltInstrument(instrument.instrumentId()),
                Phase.HALTED,
                form,
                staff);
    }

    @PostMapping("/operations/instruments/{symbol}/open")
    @Operation(summary = "Begin or resume trading; staff only")
    PhaseView open(@PathVariable String symbol, @RequestBody ReasonForm form, Caller staff) {
        InstrumentEntry instrument = instrument(symbol);
        return change(
                "OPEN",
                instrument,
                new CoreCommand.OpenInstrument(instrument.instrumentId(), 0),
                Phase.OPEN,
                form,
                staff);
    }

    @PostMapping("/operations/instruments/{symbol}/close")
    @Operation(summary = "End trading until the next opening; staff only")
    PhaseView close(@PathVariable String symbol, @RequestBody ReasonForm form, Caller staff) {
        InstrumentEntry instrument = instrument(symbol);
        return change(
                "CLOSE",
                instrument,
                new CoreCommand.CloseInstrument(instrument.instrumentId()),
                Phase.CLOSED,
                form,
                staff);
    }

    @PostMapping("/operations/instruments/{symbol}/phase")
    @Operation(summary = "Call an auction, or end the day's trading; staff only")
    PhaseView changePhase(@PathVariable String symbol, @RequestBody PhaseForm form, Caller staff) {
        InstrumentEntry instrument = instrument(symbol);
        Phase phase = CALLS.stream()
                .filter(call -> call.name().equals(form.phase()))
                .findFirst()
                .orElseThrow(() -> ProblemException.at("/phase", OperationsProblem.PHASE_UNKNOWN));
        Integer seconds = form.seconds();
        if (seconds != null && (seconds < 1 || seconds > PHASE_SECONDS_MAX)) {
            throw ProblemException.at("/seconds", OperationsProblem.DURATION_INVALID, PHASE_SECONDS_MAX);
        }
        long endsNanos = seconds == null ? 0 : nanos(clock.instant().plusSeconds(seconds));
        return change(
                phase.name(),
                instrument,
                new CoreCommand.ChangePhase(instrument.instrumentId(), phase, 0, endsNanos),
                phase,
                new ReasonForm(form.reason()),
                staff);
    }

    private static long nanos(Instant at) {
        return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
    }

    @GetMapping("/operations/sandbox/bank")
    @Operation(summary = "How the sandbox bank behaves; staff only")
    BankView bank() {
        return new BankView(bank.mode());
    }

    @PostMapping("/operations/sandbox/bank")
    @Operation(summary = "Make the sandbox bank work, refuse, time out, delay or lose; staff only")
    BankView changeBank(@RequestBody BankForm form, Caller staff) {
        Mode mode = form.mode();
        if (mode == null) {
            throw ProblemException.at("/mode", EdgeProblem.VALUE_MISSING);
        }
        bank.change(mode);
        log.add(staff.customerId(), "BANK_MODE", "sandbox bank", "a drill", mode.name());
        return new BankView(mode);
    }

    /** What staff gave as a reason, 1 to 200 characters. */
    static String reason(@Nullable String given) {
        String reason = given == null ? "" : given.strip();
        if (reason.isEmpty() || reason.length() > REASON_LENGTH_MAX) {
            throw ProblemException.at("/reason", OperationsProblem.REASON_REQUIRED, REASON_LENGTH_MAX);
        }
        return reason;
    }

    private PhaseView change(
            String deed, InstrumentEntry instrument, CoreCommand command, Phase phase, ReasonForm form, Caller staff) {
        String reason = reason(form.reason());
        CommandReply reply = core.run(command);
        Outcome outcome = reply.outcome();
        log.add(staff.customerId(), deed, instrument.symbol(), reason, outcome.name());
        return switch (outcome) {
            case ACCEPTED, ALREADY_IN_PHASE -> new PhaseView(instrument.symbol(), phase);
            case UNKNOWN -> throw new ProblemException(EdgeProblem.EXECUTION_UNKNOWN);
            default -> throw new ProblemException(OperationsProblem.PHASE_CHANGE_REFUSED, instrument.symbol(), outcome);
        };
    }

    private InstrumentEntry instrument(String symbol) {
        return catalogue
                .instrument(symbol)
                .orElseThrow(() -> new ProblemException(OperationsProblem.INSTRUMENT_NOT_FOUND));
    }
}
