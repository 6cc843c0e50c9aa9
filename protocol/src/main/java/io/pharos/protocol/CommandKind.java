package io.pharos.protocol;

/**
 * Commands by their template id in the schema.
 *
 * <p>Codes are stable: never renumbered, never reused.
 */
public enum CommandKind implements Coded {
    /** Not set, or a code that is not known. */
    NONE(0),

    /** {@code RegisterAsset}. */
    REGISTER_ASSET(1),

    /** {@code RegisterInstrument}. */
    REGISTER_INSTRUMENT(2),

    /** {@code RegisterAccount}. */
    REGISTER_ACCOUNT(3),

    /** {@code Transfer}. */
    TRANSFER(4),

    /** {@code LinkedTransfers}. */
    LINKED_TRANSFERS(5),

    /** {@code Hold}. */
    HOLD(6),

    /** {@code CaptureHold}. */
    CAPTURE_HOLD(7),

    /** {@code ReleaseHold}. */
    RELEASE_HOLD(8),

    /** {@code ReverseTransfer}. */
    REVERSE_TRANSFER(9),

    /** {@code SetSettlementRules}. */
    SET_SETTLEMENT_RULES(10),

    /** {@code BeginBusinessDay}. */
    BEGIN_BUSINESS_DAY(11),

    /** {@code SettleDue}. */
    SETTLE_DUE(12),

    /** {@code SetFeeSchedule}. */
    SET_FEE_SCHEDULE(13),

    /** {@code AssignFeeSchedule}. */
    ASSIGN_FEE_SCHEDULE(14),

    /** {@code AnnounceCorporateAction}. */
    ANNOUNCE_CORPORATE_ACTION(15),

    /** {@code WithdrawCorporateAction}. */
    WITHDRAW_CORPORATE_ACTION(16),

    /** {@code ExerciseRights}. */
    EXERCISE_RIGHTS(17),

    /** {@code SetInterestTerms}. */
    SET_INTEREST_TERMS(18),

    /** {@code RunEndOfDay}. */
    RUN_END_OF_DAY(19),

    /** {@code PlaceOrder}. */
    PLACE_ORDER(20),

    /** {@code CancelOrder}. */
    CANCEL_ORDER(21),

    /** {@code ReplaceOrder}. */
    REPLACE_ORDER(22),

    /** {@code MassCancel}. */
    MASS_CANCEL(23),

    /** {@code OpenInstrument}. */
    OPEN_INSTRUMENT(24),

    /** {@code HaltInstrument}. */
    HALT_INSTRUMENT(25),

    /** {@code CloseInstrument}. */
    CLOSE_INSTRUMENT(26),

    /** {@code SetSessionRules}. */
    SET_SESSION_RULES(27),

    /** {@code ScheduleSession}. */
    SCHEDULE_SESSION(28),

    /** {@code SetMarketBreaker}. */
    SET_MARKET_BREAKER(29),

    /** {@code ChangePhase}. */
    CHANGE_PHASE(30),

    /** {@code SetLimit}. */
    SET_LIMIT(33),

    /** {@code SetKillSwitch}. */
    SET_KILL_SWITCH(34),

    /** {@code PlaceOco}. */
    PLACE_OCO(35),

    /** {@code PlaceBracket}. */
    PLACE_BRACKET(36),

    /** {@code SetMarginProgram}. */
    SET_MARGIN_PROGRAM(70),

    /** {@code SetMarginTerms}. */
    SET_MARGIN_TERMS(71),

    /** {@code SetMarginAgreement}. */
    SET_MARGIN_AGREEMENT(72),

    /** {@code RepayMarginLoan}. */
    REPAY_MARGIN_LOAN(73),

    /** {@code AskOutcome}. */
    ASK_OUTCOME(40),

    /** {@code TakeDigest}. */
    TAKE_DIGEST(41),

    /** {@code SetListing}. */
    SET_LISTING(60),

    /** {@code SetVenueState}. */
    SET_VENUE_STATE(61),

    /** {@code VenueReport}. */
    VENUE_REPORT(62),

    /** {@code DoubtVenueOrder}. */
    DOUBT_VENUE_ORDER(63),

    /** {@code ResolveVenueBreak}. */
    RESOLVE_VENUE_BREAK(64),

    /** {@code CollectReceivable}. */
    COLLECT_RECEIVABLE(65);

    private static final CommandKind[] BY_CODE = Coded.byCode(values());

    private final short code;

    CommandKind(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** The value of a code; {@link #NONE} for a code that no value has. */
    public static CommandKind ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
    }
}
