package io.pharos.platform.trading.entry;

import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemCode;
import io.pharos.platform.instrument.Parsed;
import io.pharos.protocol.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The refusals of trading. Those that the core knows too have the core's name. */
public enum TradingProblem implements ProblemCode {
    // the form
    OFF_TICK(422),
    OFF_LOT(422),
    PRICE_REQUIRED(422),
    TIME_IN_FORCE_NOT_ALLOWED(422),
    DUPLICATE_CLIENT_ORDER_ID(409),
    PRECONDITION_FAILED(412),
    ORDER_CLOSED(409),
    PAGE_TOKEN_INVALID(400),
    SEQUENCE_NOT_REACHED(422),
    // the core
    INSUFFICIENT_FUNDS(422),
    INSUFFICIENT_HOLDINGS(422),
    PROCEEDS_UNSETTLED(422),
    ACCOUNT_NOT_FOUND(422),
    ASSET_NOT_FOUND(404),
    INSTRUMENT_NOT_FOUND(404),
    INSTRUMENT_PENDING(422),
    INSTRUMENT_HALTED(422),
    INSTRUMENT_CLOSED(422),
    INSTRUMENT_IN_ACTION(422),
    INSTRUMENT_DELISTED(422),
    ASSET_FROZEN(422),
    ASSET_SHARED(422),
    ACTION_NOT_FOUND(404),
    ACTION_INVALID(422),
    ACTION_STARTED(409),
    ACTIONS_OVERLAP(409),
    DATE_INVALID(422),
    RIGHTS_CLOSED(409),
    FEE_OUT_OF_RANGE(422),
    FEE_SCHEDULE_INVALID(422),
    FEE_SCHEDULES_LIMIT(422),
    FEE_SCHEDULE_NOT_FOUND(404),
    FEE_ASSET_DIFFERS(422),
    INTEREST_TERMS_INVALID(422),
    POST_ONLY_NOT_ALLOWED(422),
    EXPIRY_INVALID(422),
    TRIGGER_INVALID(422),
    DISPLAY_INVALID(422),
    MINIMUM_INVALID(422),
    MINIMUM_NOT_MET(422),
    NOT_IN_THIS_PHASE(422),
    ORDERS_LOCKED(409),
    PROTECTION_PRICE_REQUIRED(422),
    PRICE_NOT_POSITIVE(422),
    PRICE_TOO_LARGE(422),
    PRICE_OUTSIDE_BAND(422),
    QUANTITY_NOT_POSITIVE(422),
    QUANTITY_TOO_LARGE(422),
    NOTIONAL_OVERFLOW(422),
    OPEN_ORDERS_LIMIT(422),
    NO_LIQUIDITY(422),
    CANNOT_FILL(422),
    WOULD_TAKE(422),
    MESSAGE_RATE_EXCEEDED(429),
    FIRM_BLOCKED(422),
    ACCOUNT_BLOCKED(422),
    INSTRUMENT_BLOCKED(422),
    PRICE_OUTSIDE_COLLAR(422),
    ORDER_QUANTITY_LIMIT(422),
    ORDER_NOTIONAL_LIMIT(422),
    CONCENTRATION_LIMIT(422),
    LINK_INVALID(422),
    PEG_INVALID(422),
    PEGGED_ORDERS_LIMIT(422),
    BRACKET_INVALID(422),
    EXIT_NOT_SELLABLE(422),
    VENUE_UNAVAILABLE(422),
    REQUEST_PENDING(409),
    ORDER_NOT_ROUTABLE(422),
    BREAK_NOT_FOUND(404),
    NOTHING_OWED(422),
    // margin accounts
    MARGIN_TERMS_INVALID(422),
    MARGIN_PROGRAM_NOT_FOUND(404),
    MARGIN_AGREEMENT_NOT_FOUND(404),
    MARGIN_DEBT_OPEN(409),
    MARGIN_NO_DEBT(422),
    MARGIN_CALL_OPEN(422),
    MARGIN_NOT_ELIGIBLE(422),
    MARGIN_CREDIT_LIMIT(422),
    MARGIN_INSUFFICIENT(422),
    MARGIN_PLEDGED(422),
    // the desk of risk
    SCOPE_INVALID(422),
    LIMIT_VALUE_INVALID(422),
    CANCELS_PENDING(409),
    REASON_REQUIRED(422),
    CONFIRMATION_MISMATCH(422),
    ORDER_NOT_FOUND(404),
    QUANTITY_BELOW_FILLED(422),
    NO_CHANGE(422),
    CANCELLED_BEFORE_ARRIVAL(409),
    COMMAND_TOO_OLD(409),
    /** The core refused for a reason that has no text here. */
    REFUSED_BY_CORE(422);

    private static final Map<String, TradingProblem> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Enum::name, Function.identity()));

    private final int status;

    TradingProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    /** All codes, for the bundle of texts. */
    public static List<TradingProblem> all() {
        return List.of(values());
    }

    /** The code of a refusal by the core. */
    public static ProblemCode of(Outcome outcome) {
        return switch (outcome) {
            case UNKNOWN -> EdgeProblem.EXECUTION_UNKNOWN;
            default -> BY_NAME.getOrDefault(outcome.name(), REFUSED_BY_CORE);
        };
    }

    /** The code of decimal text that was refused. */
    public static ProblemCode of(Parsed.Reason reason) {
        return switch (reason) {
            case NOT_A_NUMBER -> EdgeProblem.NOT_A_NUMBER;
            case TOO_MANY_DECIMALS -> EdgeProblem.TOO_MANY_DECIMALS;
            case OVERFLOW -> EdgeProblem.OVERFLOW;
            case OFF_TICK -> OFF_TICK;
            case OFF_LOT -> OFF_LOT;
        };
    }
}
