package io.pharos.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What became of a command: executed, or the first rule that it failed.
 *
 * <p>Codes are stable: never renumbered, never reused. 0 to 19 may answer any command, 20 to 59 and 125 to
 * 149 come from the ledger and settlement, 60 to 124 from trading. {@code docs/reference/outcomes.md} gives the order of the checks of each command.
 */
public enum Outcome implements Coded {
    /** Executed. */
    ACCEPTED(0),

    /** The client id or command id is not positive, or an enumerated field has no known value. */
    MALFORMED(1),

    /** The command id lies at or below the highest id that left the duplicate window; it was not executed now. */
    COMMAND_TOO_OLD(2),

    /** A fence was set for the command before it arrived; it will never be executed. */
    CANCELLED_BEFORE_ARRIVAL(3),

    /** The command asked about has not arrived. */
    NOT_SEEN(4),

    /** The command id was used before with other fields; the first command stands. */
    DUPLICATE_WITH_OTHER_BODY(5),

    /** No room for the duplicate window of another client. */
    CLIENTS_LIMIT(6),

    /** Said by clients only, never by the core: the outcome could not be learnt yet. */
    UNKNOWN(19),

    /** The id of what is registered is not positive. */
    ID_NOT_POSITIVE(20),

    /** The id is registered with other fields. */
    EXISTS_WITH_OTHER_FIELDS(21),

    /** The code of the asset is not 1 to 12 characters A-Z and 0-9. */
    ASSET_CODE_INVALID(22),

    /** Another asset has the code. */
    ASSET_CODE_TAKEN(23),

    /** The scale is not 0 to 8. */
    SCALE_OUT_OF_RANGE(24),

    /** No room for another asset. */
    ASSETS_LIMIT(25),

    /** No room for another account. */
    ACCOUNTS_LIMIT(26),

    /** The asset is not registered. */
    ASSET_NOT_FOUND(27),

    /** The account, of a transfer the paying one, is not registered. */
    ACCOUNT_NOT_FOUND(28),

    /** The receiving account is not registered. */
    CREDIT_ACCOUNT_NOT_FOUND(29),

    /** The paying and the receiving account are the same. */
    SAME_ACCOUNT(30),

    /** The amount is zero or negative. */
    AMOUNT_NOT_POSITIVE(31),

    /** The code is not in the chart of accounts. */
    POSTING_CODE_UNKNOWN(32),

    /** The available balance does not cover the amount; for an order, fees included. */
    INSUFFICIENT_FUNDS(33),

    /** More of the asset would be outstanding than the ledger can count. */
    BALANCE_OVERFLOW(34),

    /** Linked transfers have 1 to 64 legs. */
    LEGS_OUT_OF_RANGE(35),

    /** The deadline of the hold is not in the future. */
    DEADLINE_PASSED(36),

    /** No room for another hold. */
    HOLDS_LIMIT(37),

    /** No such hold is open: never placed, captured, released or expired. */
    HOLD_NOT_FOUND(38),

    /** The amount is more than the hold. */
    CAPTURE_EXCEEDS_HOLD(39),

    /** The instrument is not registered. */
    INSTRUMENT_NOT_FOUND(60),

    /** The instrument has never been opened. */
    INSTRUMENT_PENDING(61),

    /** The instrument is halted. */
    INSTRUMENT_HALTED(62),

    /** The instrument is closed. */
    INSTRUMENT_CLOSED(63),

    /** Post-only goes with a limit order that may rest only, and repricing with post-only. */
    POST_ONLY_NOT_ALLOWED(64),

    /** The limit is zero or negative, or the protection price negative. */
    PRICE_NOT_POSITIVE(65),

    /** The price is above 1,000,000,000,000 ticks. */
    PRICE_TOO_LARGE(66),

    /** The price is outside the limits of the day. */
    PRICE_OUTSIDE_BAND(67),

    /** The quantity is zero or negative. */
    QUANTITY_NOT_POSITIVE(68),

    /** The quantity is above the largest of one order. */
    QUANTITY_TOO_LARGE(69),

    /** The quantity is not a multiple of the board lot, nor does a sell clear the odd remainder. */
    OFF_LOT(70),

    /** Price times quantity, fees included, is more than the ledger can count. */
    NOTIONAL_OVERFLOW(71),

    /** The account, the instrument or the firm has as many open orders as it may. */
    OPEN_ORDERS_LIMIT(72),

    /** Nothing on the other side that a market order may trade with. */
    NO_LIQUIDITY(73),

    /** A fill-or-kill order cannot be filled whole. */
    CANNOT_FILL(74),

    /** A post-only order would trade at once. */
    WOULD_TAKE(75),

    /** The available holding does not cover the quantity to sell. */
    INSUFFICIENT_HOLDINGS(76),

    /** The account has no such open order; somebody else may. */
    ORDER_NOT_FOUND(77),

    /** The new total quantity is not above what is filled. */
    QUANTITY_BELOW_FILLED(78),

    /** Price and total quantity are what they were. */
    NO_CHANGE(79),

    /** The instrument is in this phase. */
    ALREADY_IN_PHASE(80),

    /** No way leads from the phase of the instrument to this one. */
    PHASE_CHANGE_NOT_ALLOWED(81),

    /** An instrument with a band cannot open without a reference price. */
    REFERENCE_PRICE_REQUIRED(82),

    /** The symbol is not 1 to 16 characters A-Z, 0-9, dot, dash or slash. */
    SYMBOL_INVALID(83),

    /** Another instrument has the symbol. */
    SYMBOL_TAKEN(84),

    /** Base and quote asset are the same. */
    SAME_ASSET(85),

    /** The lot, the board lot or the largest order is out of range, or the largest order in minor units more than the ledger can count. */
    LOT_INVALID(86),

    /** The tick value is out of range. */
    TICK_VALUE_INVALID(87),

    /** The band or the market collar is not 0 to 999,999 parts per million. */
    BAND_OUT_OF_RANGE(88),

    /** A fee or tax is not 0 to 1,000,000 parts per million, or fee and tax together are more. */
    FEE_OUT_OF_RANGE(89),

    /** The fee or the tax account is not registered. */
    FEE_ACCOUNT_NOT_FOUND(90),

    /** No room for another instrument. */
    INSTRUMENTS_LIMIT(91),

    /** The time in force does not go with the type of the order or the phase of the instrument. */
    TIME_IN_FORCE_NOT_ALLOWED(92),

    /** Good till date without a time in the future, or a time without good till date. */
    EXPIRY_INVALID(93),

    /** A stop without trigger price or distance, a distance out of range, or either on an order that is no stop. */
    TRIGGER_INVALID(94),

    /** The displayed quantity is negative, not below the whole, off the board lot, or the order cannot rest. */
    DISPLAY_INVALID(95),

    /** The minimum quantity is negative, or the order waits for its trigger price. */
    MINIMUM_INVALID(96),

    /** Less than the minimum quantity would trade at once. */
    MINIMUM_NOT_MET(97),

    /** The type, time in force or a condition of the order does not go with the phase of the instrument. */
    NOT_IN_THIS_PHASE(98),

    /** Orders may not be cancelled or changed in this phase of the instrument. */
    ORDERS_LOCKED(99),

    /** A market order for an auction of an instrument without limits, collar or reference, and without protection price. */
    PROTECTION_PRICE_REQUIRED(100),

    /** No transitions, more than 16, not in the order of their times, not in the future, or to a phase that cannot be planned. */
    SCHEDULE_INVALID(101),

    /** A collar, a breaker's move or a duration is out of range. */
    SESSION_RULES_INVALID(102),

    /** No room for another calendar. */
    CALENDARS_LIMIT(103),

    /** The firm has the id 0, and no other scope of a kill switch has it. */
    SCOPE_INVALID(110),

    /** The value of the limit is out of the range of its kind. */
    LIMIT_VALUE_INVALID(111),

    /** The kill switch cannot be released yet: it is still cancelling the orders of its scope. */
    CANCELS_PENDING(112),

    /** More orders, changes and cancellations in a second than the account, instrument or firm may send. */
    MESSAGE_RATE_EXCEEDED(113),

    /** The kill switch of the firm is engaged. */
    FIRM_BLOCKED(114),

    /** The kill switch of the account is engaged. */
    ACCOUNT_BLOCKED(115),

    /** The kill switch of the instrument is engaged. */
    INSTRUMENT_BLOCKED(116),

    /** A buy dearer, or a sell cheaper, than the collar around the last price allows. */
    PRICE_OUTSIDE_COLLAR(117),

    /** The quantity is above the largest order that the account, the instrument or the firm allows. */
    ORDER_QUANTITY_LIMIT(118),

    /** Price times quantity is above the largest order that the account, the instrument or the firm allows. */
    ORDER_NOTIONAL_LIMIT(119),

    /** The account would have more of the asset than it may. */
    CONCENTRATION_LIMIT(120),

    /** Two orders that cannot be linked, or a change that would tell linked orders apart. */
    LINK_INVALID(121),

    /** No such transfer can be reversed: never posted by a command, itself a reversal, or older than the last 65,536. */
    TRANSFER_NOT_FOUND(125),

    /** Linked transfers are reversed as one, by the id of the first. */
    NOT_FIRST_OF_LINK(126),

    /** The transfer has been reversed. */
    ALREADY_REVERSED(127),

    /** The balancing side of the transfer has nothing to bring to zero. */
    NOTHING_TO_BALANCE(128),

    /** No business day of the calendar has begun yet. */
    CALENDAR_NOT_FOUND(129),

    /** The settlement lag is not 0 to 2 days, or the days to a buy-in not 0 to 30. */
    LAG_OUT_OF_RANGE(131),

    /** The clearing account is not a registered account of the house. */
    CLEARING_ACCOUNT_INVALID(132),

    /** Calendar and clearing account stay while obligations of the instrument are open. */
    OBLIGATIONS_OPEN(133),

    /** The date is not one of the calendar, or not later than the present business day. */
    DATE_INVALID(134),

    /** What is due on the present business day has not all been settled or failed. */
    SETTLEMENT_UNFINISHED(135),

    /** The limit of one step is not 1 to 10,000. */
    LIMIT_OUT_OF_RANGE(136),

    /** The amount is available for buying but has not settled: it cannot leave yet. */
    PROCEEDS_UNSETTLED(137),

    // --- Orders: 140 to 149 -----------------------------------------------------------------------------------------

    /** A peg without its best price or with an offset that does not go with it, or either on an order that is not pegged. */
    PEG_INVALID(140),

    /** The instrument has as many pegged orders as may follow its best prices. */
    PEGGED_ORDERS_LIMIT(141),

    /** An entry that does not buy, or exits that are not on the two sides of it. */
    BRACKET_INVALID(142),

    /** What the entry buys may not be sold before it has settled, so nothing could protect it. */
    EXIT_NOT_SELLABLE(143),

    /** The minimum is out of range, a rounding is not known, or the tiers do not rise in turnover and fall in rates. */
    FEE_SCHEDULE_INVALID(150),

    /** No room for another fee schedule, or another version of one. */
    FEE_SCHEDULES_LIMIT(151),

    /** No such fee schedule has been set. */
    FEE_SCHEDULE_NOT_FOUND(152),

    /** The fee schedule is of another asset than the instrument is paid in, or than before. */
    FEE_ASSET_DIFFERS(153),

    /** No such corporate action is known. */
    ACTION_NOT_FOUND(154),

    /** The kind is not known, or the rates, the price or the tax do not go with it. */
    ACTION_INVALID(155),

    /** No room for another corporate action. */
    ACTIONS_LIMIT(156),

    /** The ex date of the corporate action has come: it cannot be withdrawn. */
    ACTION_STARTED(157),

    /** A corporate action is converting the holdings of the asset: nothing of it moves until it is done. */
    ASSET_FROZEN(158),

    /** A corporate action is being carried out in the instrument: no orders until it is done. */
    INSTRUMENT_IN_ACTION(159),

    /** The account that pays, or the one that receives taxes, is not a registered account of the house. */
    SOURCE_ACCOUNT_INVALID(160),

    /** The rights cannot be exercised now. */
    RIGHTS_CLOSED(161),

    /** A rate is below zero or above 100 %, the bands do not rise, or day count or credit day are not known. */
    INTEREST_TERMS_INVALID(162),

    /** The run at the end of the present business day is not finished, or is for another date. */
    END_OF_DAY_RUNNING(163),

    /** The instrument does not trade any more. */
    INSTRUMENT_DELISTED(164),

    /** Another instrument trades the asset, so that its holdings cannot be converted; or the rights are not the issue's own. */
    ASSET_SHARED(165),

    /** Another corporate action of the instrument gives or takes units and is not over. */
    ACTIONS_OVERLAP(166),

    /** The venue of the instrument cannot be reached, and its orders do not wait for it. */
    VENUE_UNAVAILABLE(170),

    /** The venue has not answered the last request about the order yet. */
    REQUEST_PENDING(171),

    /** Type, time in force, a condition of the order or the phase does not go with an instrument that is matched elsewhere. */
    ORDER_NOT_ROUTABLE(172),

    /** The accounts are not two of the house, another error account is used, or the instrument settles later. */
    LISTING_INVALID(173),

    /** The instrument has open orders, here or at its venue. */
    ORDERS_AT_VENUE(174),

    /** No instrument is matched at the venue. */
    VENUE_NOT_FOUND(175),

    /** No such break is open. */
    BREAK_NOT_FOUND(176),

    /** The report has no execution id or no known kind, or the quantity or price of its trade is out of range. */
    REPORT_INVALID(177),

    /** The account owes nothing of the asset, or has none to pay with. */
    NOTHING_OWED(178),

    /** The account owes the house something, and cannot take anything out until that is paid. */
    RECEIVABLE_OPEN(179),

    /** Lines that do not rise, or a ratio, a rate, a number of days or a limit out of range. */
    MARGIN_TERMS_INVALID(180),

    /** No margin program has this id. */
    MARGIN_PROGRAM_NOT_FOUND(181),

    /** The account has no margin agreement. */
    MARGIN_AGREEMENT_NOT_FOUND(182),

    /** The account owes, or has orders that borrow. */
    MARGIN_DEBT_OPEN(183),

    /** The account owes nothing. */
    MARGIN_NO_DEBT(184),

    /** Margin is called, or the account is being closed out: it may not buy. */
    MARGIN_CALL_OPEN(185),

    /** The instrument may not be bought with borrowed cash, or by an account that owes. */
    MARGIN_NOT_ELIGIBLE(186),

    /** The account or the program would owe more than its limit. */
    MARGIN_CREDIT_LIMIT(187),

    /** The margin that is free does not cover the initial margin of what would be borrowed. */
    MARGIN_INSUFFICIENT(188),

    /** It is collateral of a debt, and the maintenance ratio would be below the line above which it may leave. */
    MARGIN_PLEDGED(189);

    private static final @Nullable Outcome[] BY_CODE = new Outcome[values()[values().length - 1].code + 1];

    static {
        for (Outcome outcome : values()) {
            BY_CODE[outcome.code] = outcome;
        }
    }

    private final short code;

    Outcome(int code) {
        this.code = (short) code;
    }

    @Override
    public short code() {
        return code;
    }

    /** Whether the command was executed. */
    public boolean isAccepted() {
        return this == ACCEPTED;
    }

    /**
     * The outcome of a code.
     *
     * @throws IllegalArgumentException for a code that no outcome has: the sender runs a newer protocol
     */
    public static Outcome ofCode(int code) {
        Outcome outcome = code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
        if (outcome == null) {
            throw new IllegalArgumentException("no outcome has code " + code);
        }
        return outcome;
    }
}
