package io.pharos.cluster.message;

import io.pharos.protocol.AccountKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.Balancing;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Phase;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.RiskScope;
import io.pharos.protocol.Rounding;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.protocol.VenueReportKind;
import java.util.List;

/**
 * Something that the core is asked to do. Amounts are minor units of their asset, prices are ticks, quantities are
 * lots, times are nanoseconds since the epoch in log time. The core checks every field and answers with an outcome; a
 * record here is never refused by its constructor.
 */
public sealed interface CoreCommand {

    /**
     * Registers an asset. The same fields again are accepted and change nothing.
     *
     * @param assetId chosen by the caller, above 0
     * @param code    1 to 12 characters of A–Z and 0–9
     * @param scale   decimals of the minor unit, 0 to 8
     */
    record RegisterAsset(int assetId, String code, int scale, AssetKind kind) implements CoreCommand {}

    /**
     * Registers an instrument in phase PENDING. The same fields again are accepted and change nothing.
     *
     * @param instrumentId         chosen by the caller, above 0
     * @param symbol               1 to 16 characters
     * @param lotMinor             minor units of the base asset in one lot
     * @param boardLotLots         an order's quantity is a multiple of this many lots
     * @param tickValueMinor       minor units of the quote asset that one tick of one lot is worth
     * @param bandPpm              price band around the reference, parts per million; 0 for none
     * @param referencePriceTicks  what the band is around; 0 if there is none yet
     * @param makerFeePpm          fee of the resting side, parts per million of the notional
     * @param takerFeePpm          fee of the aggressive side, parts per million of the notional
     * @param sellTaxPpm           tax on the seller's notional, parts per million
     * @param maxOrderLots         the largest quantity of one order
     * @param marketCollarPpm      how far beyond the best opposite price a market order without a protection price and
     *                             without a band may trade, parts per million
     */
    record RegisterInstrument(
            int instrumentId,
            String symbol,
            int baseAssetId,
            int quoteAssetId,
            long lotMinor,
            long boardLotLots,
            long tickValueMinor,
            int bandPpm,
            long referencePriceTicks,
            int makerFeePpm,
            int takerFeePpm,
            int sellTaxPpm,
            long feeAccountId,
            long taxAccountId,
            long maxOrderLots,
            int marketCollarPpm)
            implements CoreCommand {}

    /**
     * Registers an account. The same fields again are accepted and change nothing.
     *
     * @param accountId chosen by the caller: 1 to 999 for the house, 1000 and above for customers
     */
    record RegisterAccount(long accountId, AccountKind kind) implements CoreCommand {}

    /**
     * Moves available money: the debit account's falls, the credit account's rises.
     *
     * @param code      what it is for, from the chart of accounts
     * @param reference the caller's own, kept as it is
     * @param balancing whether less than the amount may move, so that one side comes to zero
     */
    record Transfer(
            long debitAccountId,
            long creditAccountId,
            int assetId,
            long amountMinor,
            PostingCode code,
            long reference,
            Balancing balancing)
            implements CoreCommand {
        /** Moves the whole amount. */
        public Transfer(
                long debitAccountId,
                long creditAccountId,
                int assetId,
                long amountMinor,
                PostingCode code,
                long reference) {
            this(debitAccountId, creditAccountId, assetId, amountMinor, code, reference, Balancing.NONE);
        }
    }

    /**
     * 1 to 64 transfers, applied in order, all or none.
     *
     * @param legs 1 to 64, all posted or none
     */
    record LinkedTransfers(List<Transfer> legs) implements CoreCommand {
        public LinkedTransfers {
            legs = List.copyOf(legs);
        }
    }

    /**
     * Moves an amount of one account from available to held, until it is captured, released or past its deadline.
     *
     * @param deadlineNanos when the core releases it by itself, in log time; 0 for never
     */
    record Hold(long accountId, int assetId, long amountMinor, long deadlineNanos, PostingCode code, long reference)
            implements CoreCommand {}

    /**
     * Pays an amount of a hold to another account and releases the rest. Ends the hold.
     *
     * @param amountMinor at most what is held; the rest is released
     */
    record CaptureHold(long holdId, long creditAccountId, long amountMinor) implements CoreCommand {}

    /** Gives the whole hold back. Ends the hold. */
    record ReleaseHold(long holdId) implements CoreCommand {}

    /**
     * Places an order; what crosses the book trades in the same step.
     *
     * @param priceTicks the limit; for a market order the protection price, or 0 for the instrument's collar
     * @param clientTag  the caller's own, carried by the order's events
     * @param conditions what few orders have
     */
    record PlaceOrder(
            long accountId,
            int instrumentId,
            Side side,
            OrderType orderType,
            TimeInForce timeInForce,
            boolean postOnly,
            long priceTicks,
            long quantityLots,
            long clientTag,
            OrderConditions conditions)
            implements CoreCommand {
        /** An order without conditions. */
        public PlaceOrder(
                long accountId,
                int instrumentId,
                Side side,
                OrderType orderType,
                TimeInForce timeInForce,
                boolean postOnly,
                long priceTicks,
                long quantityLots,
                long clientTag) {
            this(
                    accountId,
                    instrumentId,
                    side,
                    orderType,
                    timeInForce,
                    postOnly,
                    priceTicks,
                    quantityLots,
                    clientTag,
                    OrderConditions.NONE);
        }
    }

    /**
     * Cancels an open order of the account.
     *
     * @param accountId whose order it must be
     */
    record CancelOrder(long accountId, long orderId) implements CoreCommand {}

    /**
     * Sets price and total quantity of an open order. A smaller total at the same price keeps the priority, any other
     * change loses it.
     *
     * @param priceTicks   the new limit
     * @param quantityLots the new total, what is filled included; less at the same price keeps the order's priority
     * @param triggerPriceTicks the new trigger price; 0 to keep it, and for an order that does not wait
     */
    record ReplaceOrder(long accountId, long orderId, long priceTicks, long quantityLots, long triggerPriceTicks)
            implements CoreCommand {
        /** Keeps the trigger price of an order that waits for it. */
        public ReplaceOrder(long accountId, long orderId, long priceTicks, long quantityLots) {
            this(accountId, orderId, priceTicks, quantityLots, 0);
        }
    }

    /**
     * Cancels the open orders of an account, oldest first.
     *
     * @param instrumentId 0 for all instruments
     */
    record MassCancel(long accountId, int instrumentId) implements CoreCommand {}

    /**
     * Opens continuous trading. A new reference price cancels the orders outside the new band.
     *
     * @param referencePriceTicks the new reference of the price band; 0 keeps the present one
     */
    record OpenInstrument(int instrumentId, long referencePriceTicks) implements CoreCommand {}

    /** Interrupts trading; orders stay and may be cancelled. */
    record HaltInstrument(int instrumentId) implements CoreCommand {}

    /** Ends trading; orders stay and may be cancelled. */
    record CloseInstrument(int instrumentId) implements CoreCommand {}

    /**
     * Brings an instrument into a phase of a call or into post-close.
     *
     * @param referencePriceTicks new reference price; 0 keeps the old one
     * @param endsNanos           when the phase ends by itself; 0 for when it is changed
     */
    record ChangePhase(int instrumentId, Phase phase, long referencePriceTicks, long endsNanos)
            implements CoreCommand {}

    /**
     * Sets the calendar, the collars and the auctions of an instrument.
     *
     * @param calendarId        says its phases; 0 for none
     * @param dynamicCollarPpm  how far a trade may be from the last price, parts per million; 0 for any
     * @param staticCollarPpm   how far from the last auction's price, or else the reference; 0 for any
     * @param interruptionNanos how long the call lasts that follows where a price would leave a collar
     * @param locksAuctions     whether orders stay as they are during opening and closing auction
     */
    record SetSessionRules(
            int instrumentId,
            int calendarId,
            int dynamicCollarPpm,
            int staticCollarPpm,
            long interruptionNanos,
            boolean locksAuctions)
            implements CoreCommand {}

    /** Plans 1 to 16 phases of a calendar, in the place of what was planned from the first of them on. */
    record ScheduleSession(int calendarId, List<Transition> transitions) implements CoreCommand {
        public ScheduleSession {
            transitions = List.copyOf(transitions);
        }
    }

    /** A phase and when it begins. */
    record Transition(long startNanos, Phase phase) {}

    /**
     * Sets when the instruments of a calendar are halted together.
     *
     * @param haltMovePpm  mean move from the reference prices that halts them for a time; 0 for never
     * @param haltNanos    for how long
     * @param closeMovePpm mean move that halts them until they close; 0 for never
     */
    record SetMarketBreaker(int calendarId, int haltMovePpm, long haltNanos, int closeMovePpm) implements CoreCommand {}

    /**
     * Posts the opposite of a past transfer, or of linked ones, once.
     *
     * @param transferId the transfer, of linked ones the first.
     * @param reference opaque to the core.
     */
    record ReverseTransfer(long transferId, long reference) implements CoreCommand {}

    /**
     * Places two orders of the same quantity, of which one cancels the other: both, or none.
     *
     * @param orderType of the first: LIMIT, STOP, STOP_LIMIT or TRAILING_STOP
     * @param priceTicks limit or protection price of the first; 0 for none
     * @param triggerPriceTicks what sets the first off, where it waits
     * @param otherOrderType the same of the other one
     * @param clientTag the caller's own, carried by the events of both
     */
    record PlaceOco(
            long accountId,
            int instrumentId,
            long quantityLots,
            TimeInForce timeInForce,
            long expiresNanos,
            Side side,
            OrderType orderType,
            long priceTicks,
            long triggerPriceTicks,
            long trailTicks,
            int trailPpm,
            Side otherSide,
            OrderType otherOrderType,
            long otherPriceTicks,
            long otherTriggerPriceTicks,
            long otherTrailTicks,
            int otherTrailPpm,
            SelfTradePrevention selfTradePrevention,
            long clientTag)
            implements CoreCommand {}

    /**
     * Places an entry that brings forth a take-profit limit order and a protective stop as it is filled, of which one
     * cancels the other.
     *
     * @param priceTicks limit or protection price of the entry; 0 for none
     * @param takeProfitTicks limit of the take-profit order
     * @param stopType STOP, STOP_LIMIT or TRAILING_STOP
     * @param stopPriceTicks limit or protection price of the stop; 0 for none
     * @param clientTag the caller's own, carried by the events of all three
     */
    record PlaceBracket(
            long accountId,
            int instrumentId,
            Side side,
            OrderType orderType,
            TimeInForce timeInForce,
            long priceTicks,
            long triggerPriceTicks,
            long quantityLots,
            long expiresNanos,
            long takeProfitTicks,
            OrderType stopType,
            long stopTriggerTicks,
            long stopPriceTicks,
            long stopTrailTicks,
            int stopTrailPpm,
            SelfTradePrevention selfTradePrevention,
            long clientTag)
            implements CoreCommand {}

    /**
     * Sets a risk limit. The same value again is accepted and changes nothing.
     *
     * @param subjectId account or instrument; 0 for the firm, and for the default of all customers or instruments
     * @param value the most that is allowed, in the unit of the kind; 0 for no limit, -1 for the default
     * @param staffId who sets it, kept as it is
     * @param reasonCode why, kept as it is
     */
    record SetLimit(RiskScope scope, long subjectId, LimitKind limitKind, long value, long staffId, int reasonCode)
            implements CoreCommand {}

    /**
     * Engages a kill switch, which cancels every open order of its scope and blocks new and changed ones, or releases
     * it. The same again is accepted and changes nothing.
     *
     * @param subjectId account or instrument; 0 for the firm
     * @param staffId who does it, kept as it is
     * @param reasonCode why, kept as it is
     */
    record SetKillSwitch(RiskScope scope, long subjectId, boolean engaged, long staffId, int reasonCode)
            implements CoreCommand {}

    /**
     * Sets how the later trades of an instrument settle.
     *
     * @param clearingAccountId account of the house that stands between buyer and seller; 0 while the lag is 0.
     * @param instrumentId instrument.
     * @param calendarId business calendar whose days are counted; 0 while the lag is 0.
     * @param lagDays business days from trade to settlement, 0 to 2; with 0 a trade settles at once.
     * @param buyInDays failed days after which a buy-in is recorded, 1 to 30; 0 for never.
     * @param proceedsUsable whether the proceeds of a sale may be spent on securities before they settle.
     * @param sameDaySale whether what was bought may be sold before it settles.
     * @param suspended whether settlement is suspended: what is due fails until it is resumed.
     */
    record SetSettlementRules(
            long clearingAccountId,
            int instrumentId,
            int calendarId,
            int lagDays,
            int buyInDays,
            boolean proceedsUsable,
            boolean sameDaySale,
            boolean suspended)
            implements CoreCommand {}

    /**
     * Begins the next business day of a calendar: what is due on it may be settled.
     *
     * @param calendarId calendar, positive; made by its first day.
     * @param date date as year, month and day: 20261123. Later than the present one, 19000101 to 29991231.
     */
    record BeginBusinessDay(int calendarId, int date) implements CoreCommand {}

    /**
     * Settles a part of what is due today on a calendar, delivery versus payment.
     *
     * @param calendarId calendar.
     * @param obligationsMax the most obligations to look at, 1 to 10,000.
     */
    record SettleDue(int calendarId, int obligationsMax) implements CoreCommand {}

    /**
     * Asks what became of a command.
     *
     * @param fence if it was never seen, refuse it from now on, so that the answer is final
     */
    record AskOutcome(long targetClientId, long targetCommandId, boolean fence) implements CoreCommand {}

    /** Makes every member compute the digest of all its state at this position of the log. */
    record TakeDigest() implements CoreCommand {}

    /**
     * Sets a new version of a fee schedule, at once or from a business day on. Open orders keep the one they came under.
     *
     * @param scheduleId schedule, positive; made by its first version.
     * @param assetId asset in which it is charged; the same for all versions.
     * @param calendarId business calendar of the effective date; 0 without one.
     * @param effectiveDate business day from which it is in force, as year, month and day: 20230828; 0 for at once.
     * @param commissionAccountId account that receives commissions.
     * @param stampDutyAccountId account that receives stamp duty.
     * @param transferFeeAccountId account that receives transfer fees.
     * @param commissionMinimumMinor least commission of an order that traded, minor units; 0 for none.
     * @param makerPpm commission of the order that rested, parts per million of the notional.
     * @param takerPpm commission of the order that came in.
     * @param tier1TurnoverMinor turnover of 30 days from which the rates of tier 1 hold; 0 for no such tier.
     * @param tier1MakerPpm commission of tier 1, rested.
     * @param tier1TakerPpm commission of tier 1, came in.
     * @param tier2TurnoverMinor turnover of 30 days from which the rates of tier 2 hold; 0 for no such tier.
     * @param tier2MakerPpm commission of tier 2, rested.
     * @param tier2TakerPpm commission of tier 2, came in.
     * @param tier3TurnoverMinor turnover of 30 days from which the rates of tier 3 hold; 0 for no such tier.
     * @param tier3MakerPpm commission of tier 3, rested.
     * @param tier3TakerPpm commission of tier 3, came in.
     * @param stampDutyPpm stamp duty of a sale.
     * @param transferFeePpm transfer fee of either side.
     * @param commissionRounding of the commission of an order.
     * @param stampDutyRounding of the stamp duty of an order.
     * @param transferFeeRounding of the transfer fee of an order.
     */
    record SetFeeSchedule(
            int scheduleId,
            int assetId,
            int calendarId,
            int effectiveDate,
            long commissionAccountId,
            long stampDutyAccountId,
            long transferFeeAccountId,
            long commissionMinimumMinor,
            int makerPpm,
            int takerPpm,
            long tier1TurnoverMinor,
            int tier1MakerPpm,
            int tier1TakerPpm,
            long tier2TurnoverMinor,
            int tier2MakerPpm,
            int tier2TakerPpm,
            long tier3TurnoverMinor,
            int tier3MakerPpm,
            int tier3TakerPpm,
            int stampDutyPpm,
            int transferFeePpm,
            Rounding commissionRounding,
            Rounding stampDutyRounding,
            Rounding transferFeeRounding)
            implements CoreCommand {}

    /**
     * Says which fee schedule an instrument charges, for orders that come later.
     *
     * @param instrumentId instrument.
     * @param scheduleId fee schedule; 0 for the fees of the registration.
     */
    record AssignFeeSchedule(int instrumentId, int scheduleId) implements CoreCommand {}

    /**
     * Announces a corporate action. The same again is accepted and changes nothing.
     *
     * @param actionId action, positive, chosen by the caller.
     * @param kind what is done.
     * @param instrumentId instrument.
     * @param calendarId business calendar of the dates.
     * @param exDate first business day on which a buyer is no longer entitled: 20261123.
     * @param payDate business day of payment, not before the ex date.
     * @param expiryDate last business day on which rights may be exercised; 0 for other kinds.
     * @param numerator minor units paid, given, or held instead, for each denominator of minor units held; 0 to 10^9.
     * @param denominator 1 to 10^9.
     * @param priceNumerator price of a fraction, or of subscribing, in minor units of cash for each priceDenominator of minor units; 0 for none.
     * @param priceDenominator 1 to 10^9.
     * @param taxPpm withheld of the cash, parts per million.
     * @param rounding of each amount of cash and of tax.
     * @param sourceAccountId account of the house that pays, and gives and takes units.
     * @param taxAccountId account of the house that receives taxes.
     * @param rightsAssetId asset of the rights; 0 for other kinds.
     */
    record AnnounceCorporateAction(
            long actionId,
            CorporateActionKind kind,
            int instrumentId,
            int calendarId,
            int exDate,
            int payDate,
            int expiryDate,
            long numerator,
            long denominator,
            long priceNumerator,
            long priceDenominator,
            int taxPpm,
            Rounding rounding,
            long sourceAccountId,
            long taxAccountId,
            int rightsAssetId)
            implements CoreCommand {}

    /**
     * Withdraws a corporate action before its ex date.
     *
     * @param actionId action.
     */
    record WithdrawCorporateAction(long actionId) implements CoreCommand {}

    /**
     * Subscribes new units by rights.
     *
     * @param accountId account.
     * @param actionId the rights issue.
     * @param quantityMinor rights, one for each minor unit subscribed.
     */
    record ExerciseRights(long accountId, long actionId, long quantityMinor) implements CoreCommand {}

    /**
     * Sets what interest a currency bears, from the next accrual on.
     *
     * @param assetId currency.
     * @param calendarId business calendar whose days are counted.
     * @param payerAccountId account of the house that pays.
     * @param dayCount days of a year: 360 or 365.
     * @param creditDay day of the month on which a period ends, 1 to 28.
     * @param creditMonths months of a period: 1, 3, 6 or 12, counted from January.
     * @param ratePpm yearly rate of what lies below the first band.
     * @param band1Minor balance from which the next rate holds; 0 for none.
     * @param band1Ppm rate of what lies above it.
     * @param band2Minor balance from which the next rate holds; 0 for none.
     * @param band2Ppm rate of what lies above it.
     */
    record SetInterestTerms(
            int assetId,
            int calendarId,
            long payerAccountId,
            int dayCount,
            int creditDay,
            int creditMonths,
            int ratePpm,
            long band1Minor,
            int band1Ppm,
            long band2Minor,
            int band2Ppm)
            implements CoreCommand {}

    /**
     * Begins the run that ends a business day, or does a part of what is left of it.
     *
     * @param calendarId business calendar.
     * @param date the next business day: 20261123.
     * @param itemsMax most orders, obligations and accounts to look at, 1 to 10,000.
     * @param staffId who runs it; 0 for the clock.
     */
    record RunEndOfDay(int calendarId, int date, int itemsMax, long staffId) implements CoreCommand {}

    /**
     * Says at which venue an instrument is matched: here with venue 0, or elsewhere, where its orders are sent to. The same
     * again is accepted and changes nothing.
     *
     * @param clearingAccountId account of the house that stands for the venue: what customers buy comes from it; 0 with venue 0.
     * @param errorAccountId account of the house that takes what no customer owns, one for all listings; 0 with venue 0.
     * @param instrumentId instrument.
     * @param venueId venue, positive; 0 for the book of this core.
     * @param queuesWhenDown whether an order is taken while the venue is down, to be sent when it is back; else it is refused.
     */
    record SetListing(
            long clearingAccountId, long errorAccountId, int instrumentId, int venueId, boolean queuesWhenDown)
            implements CoreCommand {}

    /**
     * Says whether a venue can be reached. The same again is accepted and changes nothing.
     *
     * @param venueId venue.
     * @param up whether orders reach it.
     */
    record SetVenueState(int venueId, boolean up) implements CoreCommand {}

    /**
     * What a venue reported of an order or a trade: FIX 4.4 ExecutionReport and OrderCancelReject in the units of the core.
     * Idempotent by the execution id, whatever command carries it.
     *
     * @param executionId the venue's id of the report, hashed to 64 bits by the gateway (FIX 17); not 0.
     * @param referenceId of a correction or a bust the execution that it is about (FIX 19); 0 for the others.
     * @param orderId order, as the venue names it (out of FIX 11); 0 where that is none of ours.
     * @param lots traded quantity of a fill, the whole corrected quantity of a correction, the new total of a replaced order.
     * @param priceTicks price of the trade, or of the replaced order.
     * @param cumulativeLots what the venue says was traded of the order in all (FIX 14).
     * @param instrumentId instrument.
     * @param venueId venue.
     * @param requestNumber which request of the order the venue answers, from 1; 0 where it does not say.
     * @param reasonCode why, in the words of the venue; opaque to the core.
     * @param kind what is reported.
     * @param side side of a fill.
     */
    record VenueReport(
            long executionId,
            long referenceId,
            long orderId,
            long lots,
            long priceTicks,
            long cumulativeLots,
            int instrumentId,
            int venueId,
            int requestNumber,
            int reasonCode,
            VenueReportKind kind,
            Side side)
            implements CoreCommand {}

    /**
     * The venue did not answer a request in time: its outcome is not known until the venue is asked. A request that was
     * answered meanwhile is not doubted.
     *
     * @param orderId order.
     * @param requestNumber the request that waits for an answer.
     */
    record DoubtVenueOrder(long orderId, int requestNumber) implements CoreCommand {}

    /**
     * Staff have dealt with a break: what was to be posted has been posted by commands of its own.
     *
     * @param breakId break.
     * @param staffId who does it; opaque to the core.
     * @param reasonCode how; opaque to the core.
     */
    record ResolveVenueBreak(long breakId, long staffId, int reasonCode) implements CoreCommand {}

    /**
     * Takes what an account owes the house of an asset out of its available balance, as far as that goes.
     *
     * @param accountId who owes.
     * @param assetId of what.
     */
    record CollectReceivable(long accountId, int assetId) implements CoreCommand {}

    /**
     * Sets the lines, limits and accounts of lending to margin accounts, for all agreements under it at once.
     *
     * @param programId program, 1 to 16.
     * @param assetId currency that is lent.
     * @param calendarId business calendar by which interest and the days of a call are counted.
     * @param lendingAccountId account of the house that lends: below zero by what is lent.
     * @param incomeAccountId account of the house that receives the interest.
     * @param closingPpm maintenance ratio below which collateral is sold at once; 1,300,000 is 130 %.
     * @param warningPpm maintenance ratio below which margin is called; no lower than the closing line.
     * @param restorePpm maintenance ratio that meets a call and ends a close-out; above 100 %, no lower than the warning line.
     * @param withdrawalPpm maintenance ratio that what leaves must leave behind; no lower than the line that restores.
     * @param concentrationPpm the most that one instrument may be of all assets after a purchase with borrowed cash; 0 for no limit.
     * @param dayCount days of a year: 360 or 365.
     * @param callDays business days after its own within which a call must be met, 0 to 10.
     * @param protectionPpm how far below the last price a close-out may sell, below 1,000,000.
     * @param creditMaxMinor the most that may be lent to all accounts together.
     * @param revalueNanos log time between two valuations of each account, a second to a day.
     * @param staffId who sets it.
     */
    record SetMarginProgram(
            int programId,
            int assetId,
            int calendarId,
            long lendingAccountId,
            long incomeAccountId,
            int closingPpm,
            int warningPpm,
            int restorePpm,
            int withdrawalPpm,
            int concentrationPpm,
            int dayCount,
            int callDays,
            int protectionPpm,
            long creditMaxMinor,
            long revalueNanos,
            long staffId)
            implements CoreCommand {}

    /**
     * Sets what an instrument counts as margin, and whether it may be bought with borrowed cash.
     *
     * @param instrumentId instrument.
     * @param conversionPpm what a unit of its market value counts as margin: the conversion rate, 0 to 1,000,000.
     * @param initialPpm initial margin ratio: margin for what is borrowed to buy it, 1 to 10,000,000.
     * @param collateral whether its holdings are collateral at all.
     * @param financing whether it may be bought with borrowed cash; only collateral may.
     * @param staffId who sets it.
     */
    record SetMarginTerms(
            int instrumentId, int conversionPpm, int initialPpm, boolean collateral, boolean financing, long staffId)
            implements CoreCommand {}

    /**
     * Makes an account a margin account, changes its agreement, or ends it.
     *
     * @param accountId account of a customer.
     * @param programId program under which it borrows.
     * @param creditLimitMinor the most that it may owe.
     * @param ratePpm yearly rate of interest on what it owes, 0 to 1,000,000.
     * @param active whether the agreement is in force; it ends only where nothing is owed.
     * @param staffId who sets it.
     */
    record SetMarginAgreement(
            long accountId, int programId, long creditLimitMinor, int ratePpm, boolean active, long staffId)
            implements CoreCommand {}

    /**
     * Pays interest, then loans from the oldest on, out of the cash of the account; no more than is owed.
     *
     * @param accountId account that owes.
     * @param amountMinor the most to be paid.
     */
    record RepayMarginLoan(long accountId, long amountMinor) implements CoreCommand {}
}
