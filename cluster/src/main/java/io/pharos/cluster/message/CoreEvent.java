package io.pharos.cluster.message;

import io.pharos.protocol.AccountKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.CorporateActionStage;
import io.pharos.protocol.EndOfDayStage;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.MarginLoanChange;
import io.pharos.protocol.MarginReason;
import io.pharos.protocol.MarginStatus;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.Phase;
import io.pharos.protocol.PhaseReason;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.RiskScope;
import io.pharos.protocol.Rounding;
import io.pharos.protocol.RouteAction;
import io.pharos.protocol.SettlementFailReason;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.protocol.VenueBreakKind;
import io.pharos.protocol.VenueOrderState;
import io.pharos.protocol.VenueReportKind;

/**
 * Something that the core did. Amounts are minor units of their asset, prices are ticks, quantities are lots, times are
 * nanoseconds since the epoch in log time. A balance after the event is given where the event changed it.
 */
public sealed interface CoreEvent {

    /** Gapless, from 1. */
    long sequence();

    /** Log time. */
    long timeNanos();

    /** Whose command caused it; 0 if the core did it by itself. */
    long clientId();

    /** The command that caused it; 0 if the core did it by itself. */
    long commandId();

    /** An asset exists from now on. */
    record AssetRegistered(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            int assetId,
            int scale,
            AssetKind kind,
            String code)
            implements CoreEvent {}

    /** An instrument exists from now on, in phase PENDING. */
    record InstrumentRegistered(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            int instrumentId,
            int baseAssetId,
            int quoteAssetId,
            long lotMinor,
            long boardLotLots,
            long tickValueMinor,
            long referencePriceTicks,
            long maxOrderLots,
            long feeAccountId,
            long taxAccountId,
            int bandPpm,
            int makerFeePpm,
            int takerFeePpm,
            int sellTaxPpm,
            int marketCollarPpm,
            String symbol)
            implements CoreEvent {}

    /** An instrument changed its phase, and with it perhaps its reference price and limits. */
    record InstrumentPhaseChanged(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long referencePriceTicks,
            long lowerLimitTicks,
            long upperLimitTicks,
            long endsNanos,
            int instrumentId,
            Phase previousPhase,
            Phase phase,
            PhaseReason reason)
            implements CoreEvent {}

    /** An account exists from now on. */
    record AccountRegistered(
            long sequence, long timeNanos, long clientId, long commandId, long accountId, AccountKind kind)
            implements CoreEvent {}

    /** A transfer: the amount left a bucket of one balance and reached a bucket of another. */
    record Posted(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long transferId,
            long linkId,
            long debitAccountId,
            long creditAccountId,
            long amountMinor,
            long reference,
            long orderId,
            long tradeId,
            long holdId,
            long debitAvailableAfterMinor,
            long debitHeldAfterMinor,
            long creditAvailableAfterMinor,
            long creditHeldAfterMinor,
            int assetId,
            PostingCode code,
            Bucket debitBucket,
            Bucket creditBucket,
            long reversedTransferId)
            implements CoreEvent {}

    /** An amount moved from available to held. */
    record HoldPlaced(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long holdId,
            long accountId,
            long amountMinor,
            long deadlineNanos,
            long reference,
            long availableAfterMinor,
            long heldAfterMinor,
            int assetId,
            PostingCode code)
            implements CoreEvent {}

    /** A hold ended: its rest was released, and its captured part is posted by the next event. */
    record HoldCaptured(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long holdId,
            long accountId,
            long creditAccountId,
            long capturedMinor,
            long releasedMinor,
            long transferId,
            long availableAfterMinor,
            long heldAfterMinor,
            int assetId)
            implements CoreEvent {}

    /** A hold was released by command. */
    record HoldReleased(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long holdId,
            long accountId,
            long amountMinor,
            long availableAfterMinor,
            long heldAfterMinor,
            int assetId)
            implements CoreEvent {}

    /** A hold was released by the core at its deadline. */
    record HoldExpired(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long holdId,
            long accountId,
            long amountMinor,
            long availableAfterMinor,
            long heldAfterMinor,
            int assetId)
            implements CoreEvent {}

    /** An order's hold shrank at a fill: price improvement, or the reserve for the dearer fee. */
    record BalanceChanged(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long accountId,
            long orderId,
            long tradeId,
            long releasedMinor,
            long availableAfterMinor,
            long heldAfterMinor,
            int assetId)
            implements CoreEvent {}

    /** An order was accepted. It holds what it may spend, or waits for its trigger price and holds nothing yet. */
    record OrderAccepted(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long orderId,
            long accountId,
            long clientTag,
            long priceTicks,
            long effectivePriceTicks,
            long quantityLots,
            long triggerPriceTicks,
            long trailTicks,
            int trailPpm,
            long displayLots,
            long expiresNanos,
            long holdMinor,
            long availableAfterMinor,
            long heldAfterMinor,
            int instrumentId,
            int holdAssetId,
            Side side,
            OrderType orderType,
            TimeInForce timeInForce,
            boolean postOnly,
            PegReference pegReference,
            long pegOffsetTicks)
            implements CoreEvent {}

    /** An order was refused; nothing changed. */
    record OrderRejected(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long accountId,
            long priceTicks,
            long quantityLots,
            long clientTag,
            int instrumentId,
            Side side,
            OrderType orderType,
            TimeInForce timeInForce,
            boolean postOnly,
            Outcome outcome)
            implements CoreEvent {}

    /** Price and total quantity of an order changed. Its trades follow under the same cause. */
    record OrderReplaced(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long orderId,
            long accountId,
            long clientTag,
            long oldPriceTicks,
            long oldQuantityLots,
            long priceTicks,
            long quantityLots,
            long triggerPriceTicks,
            long filledLots,
            long holdMinor,
            long availableAfterMinor,
            long heldAfterMinor,
            int instrumentId,
            int holdAssetId,
            Side side,
            boolean keptPriority)
            implements CoreEvent {}

    /** An order ended before it was filled; its hold was released. */
    record OrderCancelled(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long orderId,
            long accountId,
            long clientTag,
            long priceTicks,
            long quantityLots,
            long filledLots,
            long remainingLots,
            long releasedMinor,
            long availableAfterMinor,
            long heldAfterMinor,
            int instrumentId,
            int holdAssetId,
            Side side,
            CancelReason reason)
            implements CoreEvent {}

    /** The last price reached the trigger price of an order that waited: accepted, or refused and cancelled next. */
    record OrderTriggered(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long orderId,
            long accountId,
            long clientTag,
            long triggerPriceTicks,
            long lastPriceTicks,
            long effectivePriceTicks,
            long holdMinor,
            long availableAfterMinor,
            long heldAfterMinor,
            int instrumentId,
            int holdAssetId,
            Side side,
            OrderType orderType,
            Outcome outcome)
            implements CoreEvent {}

    /** What the book shows of an order that does not show all: it came to rest, or its shown part was used up and the next came up. */
    record OrderRefreshed(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long orderId,
            long priceTicks,
            long shownLots,
            long remainingLots,
            int instrumentId,
            Side side)
            implements CoreEvent {}

    /** The core made an order smaller, which keeps its place. */
    record OrderReduced(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long orderId,
            long accountId,
            long clientTag,
            long priceTicks,
            long quantityLots,
            long filledLots,
            long reducedLots,
            long releasedMinor,
            long availableAfterMinor,
            long heldAfterMinor,
            int instrumentId,
            int holdAssetId,
            Side side)
            implements CoreEvent {}

    /** Two orders met. The postings follow under the same cause, with this trade id. */
    record Traded(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long tradeId,
            long priceTicks,
            long quantityLots,
            long notionalMinor,
            long makerOrderId,
            long makerAccountId,
            long makerClientTag,
            long makerRemainingLots,
            long makerFeeMinor,
            long makerTaxMinor,
            long takerOrderId,
            long takerAccountId,
            long takerClientTag,
            long takerRemainingLots,
            long takerFeeMinor,
            long takerTaxMinor,
            int instrumentId,
            Side takerSide,
            boolean auction)
            implements CoreEvent {}

    /**
     * Two orders that were just accepted are linked: one cancels the other.
     *
     * @param orderId the first
     * @param linkedOrderId the other
     */
    record OrdersLinked(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long orderId,
            long linkedOrderId,
            long accountId,
            int instrumentId)
            implements CoreEvent {}

    /**
     * A pegged order stands at another price, or is parked.
     *
     * @param oldPriceTicks 0 where it was parked
     * @param priceTicks 0 where it is parked
     */
    record OrderRepriced(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long orderId,
            long accountId,
            long oldPriceTicks,
            long priceTicks,
            long remainingLots,
            int instrumentId,
            Side side)
            implements CoreEvent {}

    /** The trigger price of a trailing stop has followed the last price; told at most once a second of each. */
    record TriggerMoved(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long orderId,
            long accountId,
            long triggerPriceTicks,
            int instrumentId)
            implements CoreEvent {}

    /**
     * The order that was just accepted is the entry of a bracket.
     *
     * @param stopTriggerTicks 0 for a trailing stop that starts at its distance
     */
    record BracketPlaced(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long orderId,
            long accountId,
            long takeProfitTicks,
            long stopTriggerTicks,
            long stopPriceTicks,
            long stopTrailTicks,
            int stopTrailPpm,
            int instrumentId,
            OrderType stopType)
            implements CoreEvent {}

    /**
     * The exits of a bracket were just accepted.
     *
     * @param orderId the entry
     * @param takeProfitOrderId 0 where only the stop could be placed
     */
    record ExitsPlaced(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long orderId,
            long accountId,
            long takeProfitOrderId,
            long stopOrderId,
            int instrumentId)
            implements CoreEvent {}

    /**
     * A risk limit has another value from now on.
     *
     * @param subjectId account or instrument; 0 for the firm, and for the default of all customers or instruments
     * @param value the most that is allowed, in the unit of the kind; 0 for no limit, -1 for the default, or none
     */
    record LimitChanged(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            RiskScope scope,
            long subjectId,
            LimitKind limitKind,
            long previousValue,
            long value,
            long staffId,
            int reasonCode)
            implements CoreEvent {}

    /**
     * A kill switch was engaged or released. What it cancels follows.
     *
     * @param subjectId account or instrument; 0 for the firm
     * @param openOrders open orders of the scope, which it cancels where it was engaged
     */
    record KillSwitchChanged(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            RiskScope scope,
            long subjectId,
            boolean engaged,
            long openOrders,
            long staffId,
            int reasonCode)
            implements CoreEvent {}

    /** The price and quantity at which a call would uncross now; 0 for none. The surplus is above 0 to buy, below to sell. */
    record AuctionIndicated(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long priceTicks,
            long quantityLots,
            long surplusLots,
            int instrumentId)
            implements CoreEvent {}

    /** A call ended at one price; its trades follow. The surplus is above 0 to buy, below to sell. */
    record AuctionUncrossed(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long priceTicks,
            long quantityLots,
            long surplusLots,
            int instrumentId,
            Phase phase)
            implements CoreEvent {}

    /** An instrument has these session rules from now on. */
    record SessionRulesSet(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long interruptionNanos,
            int instrumentId,
            int calendarId,
            int dynamicCollarPpm,
            int staticCollarPpm,
            boolean locksAuctions)
            implements CoreEvent {}

    /** The instruments of a calendar will enter a phase. The first of a command replaces what was planned from its time on. */
    record TransitionPlanned(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long startNanos,
            int calendarId,
            Phase phase,
            boolean replaces)
            implements CoreEvent {}

    /** A calendar has this market-wide circuit breaker from now on. */
    record MarketBreakerSet(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long haltNanos,
            int calendarId,
            int haltMovePpm,
            int closeMovePpm)
            implements CoreEvent {}

    /** The instruments of a calendar moved so far that they are halted together; their phase changes follow. */
    record MarketBreakerTripped(
            long sequence, long timeNanos, long clientId, long commandId, long endsNanos, int calendarId, int movePpm)
            implements CoreEvent {}

    /** How the later trades of an instrument settle. */
    record SettlementRulesSet(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long clearingAccountId,
            int instrumentId,
            int calendarId,
            int lagDays,
            int buyInDays,
            boolean proceedsUsable,
            boolean sameDaySale,
            boolean suspended)
            implements CoreEvent {}

    /** A business day of a calendar began. */
    record BusinessDayBegan(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long day,
            long dueCount,
            int calendarId,
            int date)
            implements CoreEvent {}

    /** A trade changed what an account is due to deliver and receive of an instrument on a day. */
    record ObligationChanged(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long accountId,
            long dueDay,
            long baseInMinor,
            long baseOutMinor,
            long baseCreditedMinor,
            long quoteInMinor,
            long quoteOutMinor,
            long quoteCreditedMinor,
            long tradeId,
            int instrumentId,
            int calendarId,
            int tradeDate)
            implements CoreEvent {}

    /** An account delivered and received what was due, versus payment; the postings stand before this event. */
    record ObligationSettled(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long accountId,
            long dueDay,
            long baseMinor,
            long quoteMinor,
            int instrumentId,
            int calendarId,
            int date,
            int failedDays)
            implements CoreEvent {}

    /** What was due was not settled today, and is tried again on the next business day. */
    record SettlementFailed(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long accountId,
            long dueDay,
            long baseMinor,
            long quoteMinor,
            int instrumentId,
            int calendarId,
            int date,
            int failedDays,
            SettlementFailReason reason)
            implements CoreEvent {}

    /** A delivery has failed for as many days as the rules allow: the securities are to be bought in. */
    record BuyInRecorded(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long accountId,
            long dueDay,
            long baseMinor,
            int instrumentId,
            int calendarId,
            int date,
            int failedDays)
            implements CoreEvent {}

    /** Everything due today has been settled or has failed. */
    record SettlementCompleted(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long day,
            long settledCount,
            long failedCount,
            int calendarId,
            int date)
            implements CoreEvent {}

    /** A command other than PlaceOrder was refused; nothing changed. */
    record CommandRejected(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long subjectId,
            int legIndex,
            CommandKind kind,
            Outcome outcome)
            implements CoreEvent {}

    /** The digest of the whole state, before this event. */
    record DigestTaken(long sequence, long timeNanos, long clientId, long commandId, long digest)
            implements CoreEvent {}

    /** A version of a fee schedule was set, or has come into force. */
    record FeeScheduleSet(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
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
            Rounding transferFeeRounding,
            int version,
            boolean inForce)
            implements CoreEvent {}

    /** Later orders of an instrument are charged by a fee schedule. */
    record FeeScheduleAssigned(
            long sequence, long timeNanos, long clientId, long commandId, int instrumentId, int scheduleId)
            implements CoreEvent {}

    /** A corporate action was announced. */
    record CorporateActionAnnounced(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
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
            implements CoreEvent {}

    /** A corporate action reached a stage, or a step of it was done. The totals are those so far. */
    record CorporateActionAdvanced(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long actionId,
            int instrumentId,
            CorporateActionStage stage,
            long accounts,
            long positionMinor,
            long grossMinor,
            long taxMinor,
            long unitsMinor,
            long lieuMinor,
            long roundingParts,
            long roundingScale,
            long unpaid)
            implements CoreEvent {}

    /** An account was paid or converted; the postings stand before this event. */
    record EntitlementPaid(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long actionId,
            long accountId,
            long positionMinor,
            long grossMinor,
            long taxMinor,
            long unitsMinor,
            int instrumentId,
            CorporateActionKind kind,
            boolean paid)
            implements CoreEvent {}

    /** What interest a currency bears. */
    record InterestTermsSet(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
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
            implements CoreEvent {}

    /** Interest was paid to an account; the posting stands before this event. */
    record InterestCredited(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long accountId,
            long amountMinor,
            long carriedParts,
            int assetId,
            int date)
            implements CoreEvent {}

    /** The interest of the days before a business day has been accrued for all accounts. */
    record InterestAccrued(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long accounts,
            long balanceMinor,
            long accruedMinor,
            long accruedParts,
            long creditedMinor,
            int assetId,
            int calendarId,
            int date,
            int days)
            implements CoreEvent {}

    /** A corporate action changed the prices that limits are counted from. */
    record ReferencePriceAdjusted(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long actionId,
            long priceTicks,
            long referencePriceTicks,
            long lowerLimitTicks,
            long upperLimitTicks,
            int instrumentId)
            implements CoreEvent {}

    /** Rights were exercised; the postings stand before this event. */
    record RightsExercised(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long actionId,
            long accountId,
            long quantityMinor,
            long costMinor,
            int instrumentId)
            implements CoreEvent {}

    /** A step of the run that ends a business day was done. The totals are those so far. */
    record EndOfDayAdvanced(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            int calendarId,
            int date,
            EndOfDayStage stage,
            long staffId,
            long expiredOrders,
            long settledCount,
            long failedCount,
            long servicedAccounts,
            long accruedAccounts,
            long steps)
            implements CoreEvent {}

    /** Where an instrument is matched from now on. */
    record ListingSet(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long clearingAccountId,
            long errorAccountId,
            int instrumentId,
            int venueId,
            boolean queuesWhenDown)
            implements CoreEvent {}

    /** A venue can be reached, or no longer. */
    record VenueStateChanged(long sequence, long timeNanos, long clientId, long commandId, int venueId, boolean up)
            implements CoreEvent {}

    /** A request is to be sent to a venue. Of one order only one request waits for an answer at a time. */
    record OrderRouted(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long orderId,
            long accountId,
            long clientTag,
            long priceTicks,
            long quantityLots,
            long filledLots,
            long expiresNanos,
            int instrumentId,
            int venueId,
            int requestNumber,
            int acceptedNumber,
            RouteAction action,
            Side side,
            TimeInForce timeInForce)
            implements CoreEvent {}

    /** Where an order stands at its venue. */
    record VenueOrderChanged(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long orderId,
            long accountId,
            long clientTag,
            long finalLots,
            long holdMinor,
            long availableAfterMinor,
            long heldAfterMinor,
            int holdAssetId,
            int instrumentId,
            int venueId,
            int requestNumber,
            int reasonCode,
            VenueOrderState state,
            boolean unknown,
            boolean cancelWanted)
            implements CoreEvent {}

    /** A trade that a venue reported. The postings, and for what a customer traded a {@code Traded}, stand before it. */
    record VenueTraded(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long tradeId,
            long executionId,
            long correctedTradeId,
            long orderId,
            long accountId,
            long priceTicks,
            long lots,
            long houseLots,
            long notionalMinor,
            long feeMinor,
            long taxMinor,
            int instrumentId,
            int venueId,
            Side side)
            implements CoreEvent {}

    /** A venue busted or corrected a trade. The postings, which name the old trade as their reference, stand before it. */
    record VenueTradeChanged(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long tradeId,
            long newTradeId,
            long executionId,
            long orderId,
            long accountId,
            long lots,
            long newLots,
            long notionalMinor,
            long newNotionalMinor,
            long feeMinor,
            long newFeeMinor,
            long taxMinor,
            long newTaxMinor,
            long baseShortMinor,
            long quoteShortMinor,
            long priceTicks,
            int instrumentId,
            int venueId,
            Side side)
            implements CoreEvent {}

    /** A report of a venue matched nothing, or not what is known: staff look at it. */
    record VenueBreakFound(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long breakId,
            long executionId,
            long orderId,
            long tradeId,
            long lots,
            long priceTicks,
            int instrumentId,
            int venueId,
            VenueBreakKind kind,
            VenueReportKind reportKind,
            Side side)
            implements CoreEvent {}

    /** Staff have dealt with a break. */
    record VenueBreakResolved(
            long sequence, long timeNanos, long clientId, long commandId, long breakId, long staffId, int reasonCode)
            implements CoreEvent {}

    /** What an account owes the house of an asset changed: the house paid for it, or collected. */
    record ReceivableChanged(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long accountId,
            long changeMinor,
            long owedMinor,
            long tradeId,
            int assetId)
            implements CoreEvent {}

    /** A margin program was set. */
    record MarginProgramSet(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
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
            implements CoreEvent {}

    /** What an instrument counts as margin was set. */
    record MarginTermsSet(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            int instrumentId,
            int conversionPpm,
            int initialPpm,
            boolean collateral,
            boolean financing,
            long staffId)
            implements CoreEvent {}

    /** A margin agreement was made, changed or ended. */
    record MarginAgreementSet(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long accountId,
            int programId,
            long creditLimitMinor,
            int ratePpm,
            boolean active,
            long staffId)
            implements CoreEvent {}

    /** A loan of a margin account changed. */
    record MarginLoanChanged(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long accountId,
            long orderId,
            long tradeId,
            long changeMinor,
            long principalMinor,
            long reservedMinor,
            long debtMinor,
            long interestMinor,
            int instrumentId,
            MarginLoanChange kind)
            implements CoreEvent {}

    /** A margin account was valued, and something had changed. */
    record MarginValued(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long accountId,
            long assetsMinor,
            long marketMinor,
            long debtMinor,
            long reservedMinor,
            long interestMinor,
            long ratioPpm,
            long excessMinor)
            implements CoreEvent {}

    /** A margin call was made or met, or a close-out began, waits or ended. */
    record MarginStatusChanged(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long accountId,
            long assetsMinor,
            long debtMinor,
            long interestMinor,
            long ratioPpm,
            long requiredMinor,
            long deadlineDay,
            int callDate,
            int callDays,
            MarginStatus status,
            MarginStatus previous,
            MarginReason reason)
            implements CoreEvent {}

    /** A close-out placed an order; the order itself is told of as any other. */
    record MarginSaleForced(
            long sequence,
            long timeNanos,
            long clientId,
            long commandId,
            long accountId,
            long orderId,
            long quantityLots,
            long filledLots,
            long priceTicks,
            long neededMinor,
            int instrumentId)
            implements CoreEvent {}
}
