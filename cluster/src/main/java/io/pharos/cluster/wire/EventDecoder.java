package io.pharos.cluster.wire;

import io.pharos.cluster.message.CoreEvent;
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
import io.pharos.protocol.codec.AccountRegisteredDecoder;
import io.pharos.protocol.codec.AssetRegisteredDecoder;
import io.pharos.protocol.codec.AuctionIndicatedDecoder;
import io.pharos.protocol.codec.AuctionUncrossedDecoder;
import io.pharos.protocol.codec.BalanceChangedDecoder;
import io.pharos.protocol.codec.BracketPlacedDecoder;
import io.pharos.protocol.codec.BusinessDayBeganDecoder;
import io.pharos.protocol.codec.BuyInRecordedDecoder;
import io.pharos.protocol.codec.CommandRejectedDecoder;
import io.pharos.protocol.codec.CorporateActionAdvancedDecoder;
import io.pharos.protocol.codec.CorporateActionAnnouncedDecoder;
import io.pharos.protocol.codec.DigestTakenDecoder;
import io.pharos.protocol.codec.EndOfDayAdvancedDecoder;
import io.pharos.protocol.codec.EntitlementPaidDecoder;
import io.pharos.protocol.codec.ExitsPlacedDecoder;
import io.pharos.protocol.codec.FeeScheduleAssignedDecoder;
import io.pharos.protocol.codec.FeeScheduleSetDecoder;
import io.pharos.protocol.codec.HoldCapturedDecoder;
import io.pharos.protocol.codec.HoldExpiredDecoder;
import io.pharos.protocol.codec.HoldPlacedDecoder;
import io.pharos.protocol.codec.HoldReleasedDecoder;
import io.pharos.protocol.codec.InstrumentPhaseChangedDecoder;
import io.pharos.protocol.codec.InstrumentRegisteredDecoder;
import io.pharos.protocol.codec.InterestAccruedDecoder;
import io.pharos.protocol.codec.InterestCreditedDecoder;
import io.pharos.protocol.codec.InterestTermsSetDecoder;
import io.pharos.protocol.codec.KillSwitchChangedDecoder;
import io.pharos.protocol.codec.LimitChangedDecoder;
import io.pharos.protocol.codec.ListingSetDecoder;
import io.pharos.protocol.codec.MarginAgreementSetDecoder;
import io.pharos.protocol.codec.MarginLoanChangedDecoder;
import io.pharos.protocol.codec.MarginProgramSetDecoder;
import io.pharos.protocol.codec.MarginSaleForcedDecoder;
import io.pharos.protocol.codec.MarginStatusChangedDecoder;
import io.pharos.protocol.codec.MarginTermsSetDecoder;
import io.pharos.protocol.codec.MarginValuedDecoder;
import io.pharos.protocol.codec.MarketBreakerSetDecoder;
import io.pharos.protocol.codec.MarketBreakerTrippedDecoder;
import io.pharos.protocol.codec.MessageHeaderDecoder;
import io.pharos.protocol.codec.ObligationChangedDecoder;
import io.pharos.protocol.codec.ObligationSettledDecoder;
import io.pharos.protocol.codec.OrderAcceptedDecoder;
import io.pharos.protocol.codec.OrderCancelledDecoder;
import io.pharos.protocol.codec.OrderReducedDecoder;
import io.pharos.protocol.codec.OrderRefreshedDecoder;
import io.pharos.protocol.codec.OrderRejectedDecoder;
import io.pharos.protocol.codec.OrderReplacedDecoder;
import io.pharos.protocol.codec.OrderRepricedDecoder;
import io.pharos.protocol.codec.OrderRoutedDecoder;
import io.pharos.protocol.codec.OrderTriggeredDecoder;
import io.pharos.protocol.codec.OrdersLinkedDecoder;
import io.pharos.protocol.codec.PostedDecoder;
import io.pharos.protocol.codec.ReceivableChangedDecoder;
import io.pharos.protocol.codec.ReferencePriceAdjustedDecoder;
import io.pharos.protocol.codec.RightsExercisedDecoder;
import io.pharos.protocol.codec.SessionRulesSetDecoder;
import io.pharos.protocol.codec.SettlementCompletedDecoder;
import io.pharos.protocol.codec.SettlementFailedDecoder;
import io.pharos.protocol.codec.SettlementRulesSetDecoder;
import io.pharos.protocol.codec.TradedDecoder;
import io.pharos.protocol.codec.TransitionPlannedDecoder;
import io.pharos.protocol.codec.TriggerMovedDecoder;
import io.pharos.protocol.codec.VenueBreakFoundDecoder;
import io.pharos.protocol.codec.VenueBreakResolvedDecoder;
import io.pharos.protocol.codec.VenueOrderChangedDecoder;
import io.pharos.protocol.codec.VenueStateChangedDecoder;
import io.pharos.protocol.codec.VenueTradeChangedDecoder;
import io.pharos.protocol.codec.VenueTradedDecoder;
import org.agrona.DirectBuffer;

/** Reads events from the wire into records. One thread. */
public final class EventDecoder {

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private int length;
    private final AssetRegisteredDecoder assetRegistered = new AssetRegisteredDecoder();
    private final InstrumentRegisteredDecoder instrumentRegistered = new InstrumentRegisteredDecoder();
    private final InstrumentPhaseChangedDecoder instrumentPhaseChanged = new InstrumentPhaseChangedDecoder();
    private final AccountRegisteredDecoder accountRegistered = new AccountRegisteredDecoder();
    private final PostedDecoder posted = new PostedDecoder();
    private final HoldPlacedDecoder holdPlaced = new HoldPlacedDecoder();
    private final HoldCapturedDecoder holdCaptured = new HoldCapturedDecoder();
    private final HoldReleasedDecoder holdReleased = new HoldReleasedDecoder();
    private final HoldExpiredDecoder holdExpired = new HoldExpiredDecoder();
    private final BalanceChangedDecoder balanceChanged = new BalanceChangedDecoder();
    private final OrderAcceptedDecoder orderAccepted = new OrderAcceptedDecoder();
    private final OrderRejectedDecoder orderRejected = new OrderRejectedDecoder();
    private final OrderReplacedDecoder orderReplaced = new OrderReplacedDecoder();
    private final OrderTriggeredDecoder orderTriggered = new OrderTriggeredDecoder();
    private final OrderRefreshedDecoder orderRefreshed = new OrderRefreshedDecoder();
    private final OrderReducedDecoder orderReduced = new OrderReducedDecoder();
    private final OrderCancelledDecoder orderCancelled = new OrderCancelledDecoder();
    private final TradedDecoder traded = new TradedDecoder();
    private final OrdersLinkedDecoder ordersLinked = new OrdersLinkedDecoder();
    private final OrderRepricedDecoder orderRepriced = new OrderRepricedDecoder();
    private final TriggerMovedDecoder triggerMoved = new TriggerMovedDecoder();
    private final BracketPlacedDecoder bracketPlaced = new BracketPlacedDecoder();
    private final ExitsPlacedDecoder exitsPlaced = new ExitsPlacedDecoder();
    private final LimitChangedDecoder limitChanged = new LimitChangedDecoder();
    private final KillSwitchChangedDecoder killSwitchChanged = new KillSwitchChangedDecoder();
    private final AuctionIndicatedDecoder auctionIndicated = new AuctionIndicatedDecoder();
    private final AuctionUncrossedDecoder auctionUncrossed = new AuctionUncrossedDecoder();
    private final SessionRulesSetDecoder sessionRulesSet = new SessionRulesSetDecoder();
    private final TransitionPlannedDecoder transitionPlanned = new TransitionPlannedDecoder();
    private final MarketBreakerSetDecoder marketBreakerSet = new MarketBreakerSetDecoder();
    private final MarketBreakerTrippedDecoder marketBreakerTripped = new MarketBreakerTrippedDecoder();
    private final SettlementRulesSetDecoder settlementRulesSet = new SettlementRulesSetDecoder();
    private final BusinessDayBeganDecoder businessDayBegan = new BusinessDayBeganDecoder();
    private final ObligationChangedDecoder obligationChanged = new ObligationChangedDecoder();
    private final ObligationSettledDecoder obligationSettled = new ObligationSettledDecoder();
    private final SettlementFailedDecoder settlementFailed = new SettlementFailedDecoder();
    private final BuyInRecordedDecoder buyInRecorded = new BuyInRecordedDecoder();
    private final SettlementCompletedDecoder settlementCompleted = new SettlementCompletedDecoder();
    private final EndOfDayAdvancedDecoder endOfDayAdvanced = new EndOfDayAdvancedDecoder();
    private final RightsExercisedDecoder rightsExercised = new RightsExercisedDecoder();
    private final ReferencePriceAdjustedDecoder referencePriceAdjusted = new ReferencePriceAdjustedDecoder();
    private final InterestAccruedDecoder interestAccrued = new InterestAccruedDecoder();
    private final InterestCreditedDecoder interestCredited = new InterestCreditedDecoder();
    private final InterestTermsSetDecoder interestTermsSet = new InterestTermsSetDecoder();
    private final EntitlementPaidDecoder entitlementPaid = new EntitlementPaidDecoder();
    private final CorporateActionAdvancedDecoder corporateActionAdvanced = new CorporateActionAdvancedDecoder();
    private final CorporateActionAnnouncedDecoder corporateActionAnnounced = new CorporateActionAnnouncedDecoder();
    private final FeeScheduleAssignedDecoder feeScheduleAssigned = new FeeScheduleAssignedDecoder();
    private final FeeScheduleSetDecoder feeScheduleSet = new FeeScheduleSetDecoder();
    private final MarginProgramSetDecoder marginProgramSet = new MarginProgramSetDecoder();
    private final MarginTermsSetDecoder marginTermsSet = new MarginTermsSetDecoder();
    private final MarginAgreementSetDecoder marginAgreementSet = new MarginAgreementSetDecoder();
    private final MarginLoanChangedDecoder marginLoanChanged = new MarginLoanChangedDecoder();
    private final MarginValuedDecoder marginValued = new MarginValuedDecoder();
    private final MarginStatusChangedDecoder marginStatusChanged = new MarginStatusChangedDecoder();
    private final MarginSaleForcedDecoder marginSaleForced = new MarginSaleForcedDecoder();
    private final CommandRejectedDecoder commandRejected = new CommandRejectedDecoder();
    private final DigestTakenDecoder digestTaken = new DigestTakenDecoder();
    private final ListingSetDecoder listingSet = new ListingSetDecoder();
    private final VenueStateChangedDecoder venueStateChanged = new VenueStateChangedDecoder();
    private final OrderRoutedDecoder orderRouted = new OrderRoutedDecoder();
    private final VenueOrderChangedDecoder venueOrderChanged = new VenueOrderChangedDecoder();
    private final VenueTradedDecoder venueTraded = new VenueTradedDecoder();
    private final VenueTradeChangedDecoder venueTradeChanged = new VenueTradeChangedDecoder();
    private final VenueBreakFoundDecoder venueBreakFound = new VenueBreakFoundDecoder();
    private final VenueBreakResolvedDecoder venueBreakResolved = new VenueBreakResolvedDecoder();
    private final ReceivableChangedDecoder receivableChanged = new ReceivableChangedDecoder();

    /** Of the event read last, header included. */
    public int length() {
        return length;
    }

    /**
     * Reads one event.
     *
     * @param buffer holds one message from {@code offset} on, its header included
     * @throws IllegalArgumentException if it is no event of this schema
     */
    public CoreEvent decode(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
            throw new IllegalArgumentException("schema " + header.schemaId() + " is not ours");
        }
        length = MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
        return switch (header.templateId()) {
            case AssetRegisteredDecoder.TEMPLATE_ID ->
                decode(assetRegistered.wrapAndApplyHeader(buffer, offset, header));
            case InstrumentRegisteredDecoder.TEMPLATE_ID ->
                decode(instrumentRegistered.wrapAndApplyHeader(buffer, offset, header));
            case InstrumentPhaseChangedDecoder.TEMPLATE_ID ->
                decode(instrumentPhaseChanged.wrapAndApplyHeader(buffer, offset, header));
            case AccountRegisteredDecoder.TEMPLATE_ID ->
                decode(accountRegistered.wrapAndApplyHeader(buffer, offset, header));
            case PostedDecoder.TEMPLATE_ID -> decode(posted.wrapAndApplyHeader(buffer, offset, header));
            case HoldPlacedDecoder.TEMPLATE_ID -> decode(holdPlaced.wrapAndApplyHeader(buffer, offset, header));
            case HoldCapturedDecoder.TEMPLATE_ID -> decode(holdCaptured.wrapAndApplyHeader(buffer, offset, header));
            case HoldReleasedDecoder.TEMPLATE_ID -> decode(holdReleased.wrapAndApplyHeader(buffer, offset, header));
            case HoldExpiredDecoder.TEMPLATE_ID -> decode(holdExpired.wrapAndApplyHeader(buffer, offset, header));
            case BalanceChangedDecoder.TEMPLATE_ID -> decode(balanceChanged.wrapAndApplyHeader(buffer, offset, header));
            case OrderAcceptedDecoder.TEMPLATE_ID -> decode(orderAccepted.wrapAndApplyHeader(buffer, offset, header));
            case OrderRejectedDecoder.TEMPLATE_ID -> decode(orderRejected.wrapAndApplyHeader(buffer, offset, header));
            case OrderReplacedDecoder.TEMPLATE_ID -> decode(orderReplaced.wrapAndApplyHeader(buffer, offset, header));
            case OrderTriggeredDecoder.TEMPLATE_ID -> decode(orderTriggered.wrapAndApplyHeader(buffer, offset, header));
            case OrderRefreshedDecoder.TEMPLATE_ID -> decode(orderRefreshed.wrapAndApplyHeader(buffer, offset, header));
            case OrderReducedDecoder.TEMPLATE_ID -> decode(orderReduced.wrapAndApplyHeader(buffer, offset, header));
            case OrderCancelledDecoder.TEMPLATE_ID -> decode(orderCancelled.wrapAndApplyHeader(buffer, offset, header));
            case TradedDecoder.TEMPLATE_ID -> decode(traded.wrapAndApplyHeader(buffer, offset, header));
            case OrdersLinkedDecoder.TEMPLATE_ID -> decode(ordersLinked.wrapAndApplyHeader(buffer, offset, header));
            case OrderRepricedDecoder.TEMPLATE_ID -> decode(orderRepriced.wrapAndApplyHeader(buffer, offset, header));
            case TriggerMovedDecoder.TEMPLATE_ID -> decode(triggerMoved.wrapAndApplyHeader(buffer, offset, header));
            case BracketPlacedDecoder.TEMPLATE_ID -> decode(bracketPlaced.wrapAndApplyHeader(buffer, offset, header));
            case ExitsPlacedDecoder.TEMPLATE_ID -> decode(exitsPlaced.wrapAndApplyHeader(buffer, offset, header));
            case LimitChangedDecoder.TEMPLATE_ID -> decode(limitChanged.wrapAndApplyHeader(buffer, offset, header));
            case KillSwitchChangedDecoder.TEMPLATE_ID ->
                decode(killSwitchChanged.wrapAndApplyHeader(buffer, offset, header));
            case AuctionIndicatedDecoder.TEMPLATE_ID ->
                decode(auctionIndicated.wrapAndApplyHeader(buffer, offset, header));
            case AuctionUncrossedDecoder.TEMPLATE_ID ->
                decode(auctionUncrossed.wrapAndApplyHeader(buffer, offset, header));
            case SessionRulesSetDecoder.TEMPLATE_ID ->
                decode(sessionRulesSet.wrapAndApplyHeader(buffer, offset, header));
            case TransitionPlannedDecoder.TEMPLATE_ID ->
                decode(transitionPlanned.wrapAndApplyHeader(buffer, offset, header));
            case MarketBreakerSetDecoder.TEMPLATE_ID ->
                decode(marketBreakerSet.wrapAndApplyHeader(buffer, offset, header));
            case MarketBreakerTrippedDecoder.TEMPLATE_ID ->
                decode(marketBreakerTripped.wrapAndApplyHeader(buffer, offset, header));
            case SettlementRulesSetDecoder.TEMPLATE_ID ->
                decode(settlementRulesSet.wrapAndApplyHeader(buffer, offset, header));
            case BusinessDayBeganDecoder.TEMPLATE_ID ->
                decode(businessDayBegan.wrapAndApplyHeader(buffer, offset, header));
            case ObligationChangedDecoder.TEMPLATE_ID ->
                decode(obligationChanged.wrapAndApplyHeader(buffer, offset, header));
            case ObligationSettledDecoder.TEMPLATE_ID ->
                decode(obligationSettled.wrapAndApplyHeader(buffer, offset, header));
            case SettlementFailedDecoder.TEMPLATE_ID ->
                decode(settlementFailed.wrapAndApplyHeader(buffer, offset, header));
            case BuyInRecordedDecoder.TEMPLATE_ID -> decode(buyInRecorded.wrapAndApplyHeader(buffer, offset, header));
            case SettlementCompletedDecoder.TEMPLATE_ID ->
                decode(settlementCompleted.wrapAndApplyHeader(buffer, offset, header));
            case FeeScheduleSetDecoder.TEMPLATE_ID -> decode(feeScheduleSet.wrapAndApplyHeader(buffer, offset, header));
            case FeeScheduleAssignedDecoder.TEMPLATE_ID ->
                decode(feeScheduleAssigned.wrapAndApplyHeader(buffer, offset, header));
            case CorporateActionAnnouncedDecoder.TEMPLATE_ID ->
                decode(corporateActionAnnounced.wrapAndApplyHeader(buffer, offset, header));
            case CorporateActionAdvancedDecoder.TEMPLATE_ID ->
                decode(corporateActionAdvanced.wrapAndApplyHeader(buffer, offset, header));
            case EntitlementPaidDecoder.TEMPLATE_ID ->
                decode(entitlementPaid.wrapAndApplyHeader(buffer, offset, header));
            case InterestTermsSetDecoder.TEMPLATE_ID ->
                decode(interestTermsSet.wrapAndApplyHeader(buffer, offset, header));
            case InterestCreditedDecoder.TEMPLATE_ID ->
                decode(interestCredited.wrapAndApplyHeader(buffer, offset, header));
            case InterestAccruedDecoder.TEMPLATE_ID ->
                decode(interestAccrued.wrapAndApplyHeader(buffer, offset, header));
            case ReferencePriceAdjustedDecoder.TEMPLATE_ID ->
                decode(referencePriceAdjusted.wrapAndApplyHeader(buffer, offset, header));
            case RightsExercisedDecoder.TEMPLATE_ID ->
                decode(rightsExercised.wrapAndApplyHeader(buffer, offset, header));
            case EndOfDayAdvancedDecoder.TEMPLATE_ID ->
                decode(endOfDayAdvanced.wrapAndApplyHeader(buffer, offset, header));
            case MarginProgramSetDecoder.TEMPLATE_ID ->
                decode(marginProgramSet.wrapAndApplyHeader(buffer, offset, header));
            case MarginTermsSetDecoder.TEMPLATE_ID -> decode(marginTermsSet.wrapAndApplyHeader(buffer, offset, header));
            case MarginAgreementSetDecoder.TEMPLATE_ID ->
                decode(marginAgreementSet.wrapAndApplyHeader(buffer, offset, header));
            case MarginLoanChangedDecoder.TEMPLATE_ID ->
                decode(marginLoanChanged.wrapAndApplyHeader(buffer, offset, header));
            case MarginValuedDecoder.TEMPLATE_ID -> decode(marginValued.wrapAndApplyHeader(buffer, offset, header));
            case MarginStatusChangedDecoder.TEMPLATE_ID ->
                decode(marginStatusChanged.wrapAndApplyHeader(buffer, offset, header));
            case MarginSaleForcedDecoder.TEMPLATE_ID ->
                decode(marginSaleForced.wrapAndApplyHeader(buffer, offset, header));
            case CommandRejectedDecoder.TEMPLATE_ID ->
                decode(commandRejected.wrapAndApplyHeader(buffer, offset, header));
            case DigestTakenDecoder.TEMPLATE_ID -> decode(digestTaken.wrapAndApplyHeader(buffer, offset, header));
            case ListingSetDecoder.TEMPLATE_ID -> decode(listingSet.wrapAndApplyHeader(buffer, offset, header));
            case VenueStateChangedDecoder.TEMPLATE_ID ->
                decode(venueStateChanged.wrapAndApplyHeader(buffer, offset, header));
            case OrderRoutedDecoder.TEMPLATE_ID -> decode(orderRouted.wrapAndApplyHeader(buffer, offset, header));
            case VenueOrderChangedDecoder.TEMPLATE_ID ->
                decode(venueOrderChanged.wrapAndApplyHeader(buffer, offset, header));
            case VenueTradedDecoder.TEMPLATE_ID -> decode(venueTraded.wrapAndApplyHeader(buffer, offset, header));
            case VenueTradeChangedDecoder.TEMPLATE_ID ->
                decode(venueTradeChanged.wrapAndApplyHeader(buffer, offset, header));
            case VenueBreakFoundDecoder.TEMPLATE_ID ->
                decode(venueBreakFound.wrapAndApplyHeader(buffer, offset, header));
            case VenueBreakResolvedDecoder.TEMPLATE_ID ->
                decode(venueBreakResolved.wrapAndApplyHeader(buffer, offset, header));
            case ReceivableChangedDecoder.TEMPLATE_ID ->
                decode(receivableChanged.wrapAndApplyHeader(buffer, offset, header));
            default -> throw new IllegalArgumentException("template " + header.templateId() + " is no event");
        };
    }

    private static CoreEvent decode(AssetRegisteredDecoder decoder) {
        return new CoreEvent.AssetRegistered(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.assetId(),
                decoder.scale(),
                AssetKind.ofCode(decoder.kind()),
                decoder.code());
    }

    private static CoreEvent decode(InstrumentRegisteredDecoder decoder) {
        return new CoreEvent.InstrumentRegistered(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.instrumentId(),
                decoder.baseAssetId(),
                decoder.quoteAssetId(),
                decoder.lotMinor(),
                decoder.boardLotLots(),
                decoder.tickValueMinor(),
                decoder.referencePriceTicks(),
                decoder.maxOrderLots(),
                decoder.feeAccountId(),
                decoder.taxAccountId(),
                decoder.bandPpm(),
                decoder.makerFeePpm(),
                decoder.takerFeePpm(),
                decoder.sellTaxPpm(),
                decoder.marketCollarPpm(),
                decoder.symbol());
    }

    private static CoreEvent decode(InstrumentPhaseChangedDecoder decoder) {
        return new CoreEvent.InstrumentPhaseChanged(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.referencePriceTicks(),
                decoder.lowerLimitTicks(),
                decoder.upperLimitTicks(),
                decoder.endsNanos(),
                decoder.instrumentId(),
                Phase.ofCode(decoder.previousPhase()),
                Phase.ofCode(decoder.phase()),
                PhaseReason.ofCode(decoder.reason()));
    }

    private static CoreEvent decode(AccountRegisteredDecoder decoder) {
        return new CoreEvent.AccountRegistered(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accountId(),
                AccountKind.ofCode(decoder.kind()));
    }

    private static CoreEvent decode(PostedDecoder decoder) {
        return new CoreEvent.Posted(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.transferId(),
                decoder.linkId(),
                decoder.debitAccountId(),
                decoder.creditAccountId(),
                decoder.amountMinor(),
                decoder.reference(),
                decoder.orderId(),
                decoder.tradeId(),
                decoder.holdId(),
                decoder.debitAvailableAfterMinor(),
                decoder.debitHeldAfterMinor(),
                decoder.creditAvailableAfterMinor(),
                decoder.creditHeldAfterMinor(),
                decoder.assetId(),
                PostingCode.ofCode(decoder.code()),
                Bucket.ofCode(decoder.debitBucket()),
                Bucket.ofCode(decoder.creditBucket()),
                decoder.reversedTransferId());
    }

    private static CoreEvent decode(HoldPlacedDecoder decoder) {
        return new CoreEvent.HoldPlaced(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.holdId(),
                decoder.accountId(),
                decoder.amountMinor(),
                decoder.deadlineNanos(),
                decoder.reference(),
                decoder.availableAfterMinor(),
                decoder.heldAfterMinor(),
                decoder.assetId(),
                PostingCode.ofCode(decoder.code()));
    }

    private static CoreEvent decode(HoldCapturedDecoder decoder) {
        return new CoreEvent.HoldCaptured(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.holdId(),
                decoder.accountId(),
                decoder.creditAccountId(),
                decoder.capturedMinor(),
                decoder.releasedMinor(),
                decoder.transferId(),
                decoder.availableAfterMinor(),
                decoder.heldAfterMinor(),
                decoder.assetId());
    }

    private static CoreEvent decode(HoldReleasedDecoder decoder) {
        return new CoreEvent.HoldReleased(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.holdId(),
                decoder.accountId(),
                decoder.amountMinor(),
                decoder.availableAfterMinor(),
                decoder.heldAfterMinor(),
                decoder.assetId());
    }

    private static CoreEvent decode(HoldExpiredDecoder decoder) {
        return new CoreEvent.HoldExpired(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.holdId(),
                decoder.accountId(),
                decoder.amountMinor(),
                decoder.availableAfterMinor(),
                decoder.heldAfterMinor(),
                decoder.assetId());
    }

    private static CoreEvent decode(BalanceChangedDecoder decoder) {
        return new CoreEvent.BalanceChanged(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accountId(),
                decoder.orderId(),
                decoder.tradeId(),
                decoder.releasedMinor(),
                decoder.availableAfterMinor(),
                decoder.heldAfterMinor(),
                decoder.assetId());
    }

    private static CoreEvent decode(OrderAcceptedDecoder decoder) {
        return new CoreEvent.OrderAccepted(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.orderId(),
                decoder.accountId(),
                decoder.clientTag(),
                decoder.priceTicks(),
                decoder.effectivePriceTicks(),
                decoder.quantityLots(),
                decoder.triggerPriceTicks(),
                decoder.trailTicks(),
                decoder.trailPpm(),
                decoder.displayLots(),
                decoder.expiresNanos(),
                decoder.holdMinor(),
                decoder.availableAfterMinor(),
                decoder.heldAfterMinor(),
                decoder.instrumentId(),
                decoder.holdAssetId(),
                Side.ofCode(decoder.side()),
                OrderType.ofCode(decoder.orderType()),
                TimeInForce.ofCode(decoder.timeInForce()),
                decoder.postOnly() != 0,
                PegReference.ofCode(decoder.pegReference()),
                decoder.pegOffsetTicks());
    }

    private static CoreEvent decode(OrderRejectedDecoder decoder) {
        return new CoreEvent.OrderRejected(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accountId(),
                decoder.priceTicks(),
                decoder.quantityLots(),
                decoder.clientTag(),
                decoder.instrumentId(),
                Side.ofCode(decoder.side()),
                OrderType.ofCode(decoder.orderType()),
                TimeInForce.ofCode(decoder.timeInForce()),
                decoder.postOnly() != 0,
                Outcome.ofCode(decoder.outcome()));
    }

    private static CoreEvent decode(OrderReplacedDecoder decoder) {
        return new CoreEvent.OrderReplaced(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.orderId(),
                decoder.accountId(),
                decoder.clientTag(),
                decoder.oldPriceTicks(),
                decoder.oldQuantityLots(),
                decoder.priceTicks(),
                decoder.quantityLots(),
                decoder.triggerPriceTicks(),
                decoder.filledLots(),
                decoder.holdMinor(),
                decoder.availableAfterMinor(),
                decoder.heldAfterMinor(),
                decoder.instrumentId(),
                decoder.holdAssetId(),
                Side.ofCode(decoder.side()),
                decoder.keptPriority() != 0);
    }

    private static CoreEvent decode(OrderCancelledDecoder decoder) {
        return new CoreEvent.OrderCancelled(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.orderId(),
                decoder.accountId(),
                decoder.clientTag(),
                decoder.priceTicks(),
                decoder.quantityLots(),
                decoder.filledLots(),
                decoder.remainingLots(),
                decoder.releasedMinor(),
                decoder.availableAfterMinor(),
                decoder.heldAfterMinor(),
                decoder.instrumentId(),
                decoder.holdAssetId(),
                Side.ofCode(decoder.side()),
                CancelReason.ofCode(decoder.reason()));
    }

    private static CoreEvent decode(OrderTriggeredDecoder decoder) {
        return new CoreEvent.OrderTriggered(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.orderId(),
                decoder.accountId(),
                decoder.clientTag(),
                decoder.triggerPriceTicks(),
                decoder.lastPriceTicks(),
                decoder.effectivePriceTicks(),
                decoder.holdMinor(),
                decoder.availableAfterMinor(),
                decoder.heldAfterMinor(),
                decoder.instrumentId(),
                decoder.holdAssetId(),
                Side.ofCode(decoder.side()),
                OrderType.ofCode(decoder.orderType()),
                Outcome.ofCode(decoder.outcome()));
    }

    private static CoreEvent decode(OrderRefreshedDecoder decoder) {
        return new CoreEvent.OrderRefreshed(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.orderId(),
                decoder.priceTicks(),
                decoder.shownLots(),
                decoder.remainingLots(),
                decoder.instrumentId(),
                Side.ofCode(decoder.side()));
    }

    private static CoreEvent decode(OrderReducedDecoder decoder) {
        return new CoreEvent.OrderReduced(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.orderId(),
                decoder.accountId(),
                decoder.clientTag(),
                decoder.priceTicks(),
                decoder.quantityLots(),
                decoder.filledLots(),
                decoder.reducedLots(),
                decoder.releasedMinor(),
                decoder.availableAfterMinor(),
                decoder.heldAfterMinor(),
                decoder.instrumentId(),
                decoder.holdAssetId(),
                Side.ofCode(decoder.side()));
    }

    private static CoreEvent decode(TradedDecoder decoder) {
        return new CoreEvent.Traded(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.tradeId(),
                decoder.priceTicks(),
                decoder.quantityLots(),
                decoder.notionalMinor(),
                decoder.makerOrderId(),
                decoder.makerAccountId(),
                decoder.makerClientTag(),
                decoder.makerRemainingLots(),
                decoder.makerFeeMinor(),
                decoder.makerTaxMinor(),
                decoder.takerOrderId(),
                decoder.takerAccountId(),
                decoder.takerClientTag(),
                decoder.takerRemainingLots(),
                decoder.takerFeeMinor(),
                decoder.takerTaxMinor(),
                decoder.instrumentId(),
                Side.ofCode(decoder.takerSide()),
                decoder.auction() != 0);
    }

    private static CoreEvent decode(OrdersLinkedDecoder decoder) {
        return new CoreEvent.OrdersLinked(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.orderId(),
                decoder.linkedOrderId(),
                decoder.accountId(),
                decoder.instrumentId());
    }

    private static CoreEvent decode(OrderRepricedDecoder decoder) {
        return new CoreEvent.OrderRepriced(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.orderId(),
                decoder.accountId(),
                decoder.oldPriceTicks(),
                decoder.priceTicks(),
                decoder.remainingLots(),
                decoder.instrumentId(),
                Side.ofCode(decoder.side()));
    }

    private static CoreEvent decode(TriggerMovedDecoder decoder) {
        return new CoreEvent.TriggerMoved(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.orderId(),
                decoder.accountId(),
                decoder.triggerPriceTicks(),
                decoder.instrumentId());
    }

    private static CoreEvent decode(BracketPlacedDecoder decoder) {
        return new CoreEvent.BracketPlaced(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.orderId(),
                decoder.accountId(),
                decoder.takeProfitTicks(),
                decoder.stopTriggerTicks(),
                decoder.stopPriceTicks(),
                decoder.stopTrailTicks(),
                decoder.stopTrailPpm(),
                decoder.instrumentId(),
                OrderType.ofCode(decoder.stopType()));
    }

    private static CoreEvent decode(ExitsPlacedDecoder decoder) {
        return new CoreEvent.ExitsPlaced(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.orderId(),
                decoder.accountId(),
                decoder.takeProfitOrderId(),
                decoder.stopOrderId(),
                decoder.instrumentId());
    }

    private static CoreEvent decode(LimitChangedDecoder decoder) {
        return new CoreEvent.LimitChanged(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                RiskScope.ofCode(decoder.scope()),
                decoder.subjectId(),
                LimitKind.ofCode(decoder.limitKind()),
                decoder.previousValue(),
                decoder.value(),
                decoder.staffId(),
                decoder.reasonCode());
    }

    private static CoreEvent decode(KillSwitchChangedDecoder decoder) {
        return new CoreEvent.KillSwitchChanged(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                RiskScope.ofCode(decoder.scope()),
                decoder.subjectId(),
                decoder.engaged() != 0,
                decoder.openOrders(),
                decoder.staffId(),
                decoder.reasonCode());
    }

    private static CoreEvent decode(AuctionIndicatedDecoder decoder) {
        return new CoreEvent.AuctionIndicated(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.priceTicks(),
                decoder.quantityLots(),
                decoder.surplusLots(),
                decoder.instrumentId());
    }

    private static CoreEvent decode(AuctionUncrossedDecoder decoder) {
        return new CoreEvent.AuctionUncrossed(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.priceTicks(),
                decoder.quantityLots(),
                decoder.surplusLots(),
                decoder.instrumentId(),
                Phase.ofCode(decoder.phase()));
    }

    private static CoreEvent decode(SessionRulesSetDecoder decoder) {
        return new CoreEvent.SessionRulesSet(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.interruptionNanos(),
                decoder.instrumentId(),
                decoder.calendarId(),
                decoder.dynamicCollarPpm(),
                decoder.staticCollarPpm(),
                decoder.locksAuctions() != 0);
    }

    private static CoreEvent decode(TransitionPlannedDecoder decoder) {
        return new CoreEvent.TransitionPlanned(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.startNanos(),
                decoder.calendarId(),
                Phase.ofCode(decoder.phase()),
                decoder.replaces() != 0);
    }

    private static CoreEvent decode(MarketBreakerSetDecoder decoder) {
        return new CoreEvent.MarketBreakerSet(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.haltNanos(),
                decoder.calendarId(),
                decoder.haltMovePpm(),
                decoder.closeMovePpm());
    }

    private static CoreEvent decode(MarketBreakerTrippedDecoder decoder) {
        return new CoreEvent.MarketBreakerTripped(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.endsNanos(),
                decoder.calendarId(),
                decoder.movePpm());
    }

    private static CoreEvent decode(SettlementRulesSetDecoder decoder) {
        return new CoreEvent.SettlementRulesSet(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.clearingAccountId(),
                decoder.instrumentId(),
                decoder.calendarId(),
                decoder.lagDays(),
                decoder.buyInDays(),
                decoder.proceedsUsable() != 0,
                decoder.sameDaySale() != 0,
                decoder.suspended() != 0);
    }

    private static CoreEvent decode(BusinessDayBeganDecoder decoder) {
        return new CoreEvent.BusinessDayBegan(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.day(),
                decoder.dueCount(),
                decoder.calendarId(),
                decoder.date());
    }

    private static CoreEvent decode(ObligationChangedDecoder decoder) {
        return new CoreEvent.ObligationChanged(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accountId(),
                decoder.dueDay(),
                decoder.baseInMinor(),
                decoder.baseOutMinor(),
                decoder.baseCreditedMinor(),
                decoder.quoteInMinor(),
                decoder.quoteOutMinor(),
                decoder.quoteCreditedMinor(),
                decoder.tradeId(),
                decoder.instrumentId(),
                decoder.calendarId(),
                decoder.tradeDate());
    }

    private static CoreEvent decode(ObligationSettledDecoder decoder) {
        return new CoreEvent.ObligationSettled(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accountId(),
                decoder.dueDay(),
                decoder.baseMinor(),
                decoder.quoteMinor(),
                decoder.instrumentId(),
                decoder.calendarId(),
                decoder.date(),
                decoder.failedDays());
    }

    private static CoreEvent decode(SettlementFailedDecoder decoder) {
        return new CoreEvent.SettlementFailed(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accountId(),
                decoder.dueDay(),
                decoder.baseMinor(),
                decoder.quoteMinor(),
                decoder.instrumentId(),
                decoder.calendarId(),
                decoder.date(),
                decoder.failedDays(),
                SettlementFailReason.ofCode(decoder.reason()));
    }

    private static CoreEvent decode(BuyInRecordedDecoder decoder) {
        return new CoreEvent.BuyInRecorded(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accountId(),
                decoder.dueDay(),
                decoder.baseMinor(),
                decoder.instrumentId(),
                decoder.calendarId(),
                decoder.date(),
                decoder.failedDays());
    }

    private static CoreEvent decode(SettlementCompletedDecoder decoder) {
        return new CoreEvent.SettlementCompleted(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.day(),
                decoder.settledCount(),
                decoder.failedCount(),
                decoder.calendarId(),
                decoder.date());
    }

    private static CoreEvent decode(FeeScheduleSetDecoder decoder) {
        return new CoreEvent.FeeScheduleSet(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.scheduleId(),
                decoder.assetId(),
                decoder.calendarId(),
                decoder.effectiveDate(),
                decoder.commissionAccountId(),
                decoder.stampDutyAccountId(),
                decoder.transferFeeAccountId(),
                decoder.commissionMinimumMinor(),
                decoder.makerPpm(),
                decoder.takerPpm(),
                decoder.tier1TurnoverMinor(),
                decoder.tier1MakerPpm(),
                decoder.tier1TakerPpm(),
                decoder.tier2TurnoverMinor(),
                decoder.tier2MakerPpm(),
                decoder.tier2TakerPpm(),
                decoder.tier3TurnoverMinor(),
                decoder.tier3MakerPpm(),
                decoder.tier3TakerPpm(),
                decoder.stampDutyPpm(),
                decoder.transferFeePpm(),
                Rounding.ofCode(decoder.commissionRounding()),
                Rounding.ofCode(decoder.stampDutyRounding()),
                Rounding.ofCode(decoder.transferFeeRounding()),
                decoder.version(),
                decoder.inForce() != 0);
    }

    private static CoreEvent decode(FeeScheduleAssignedDecoder decoder) {
        return new CoreEvent.FeeScheduleAssigned(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.instrumentId(),
                decoder.scheduleId());
    }

    private static CoreEvent decode(CorporateActionAnnouncedDecoder decoder) {
        return new CoreEvent.CorporateActionAnnounced(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.actionId(),
                CorporateActionKind.ofCode(decoder.kind()),
                decoder.instrumentId(),
                decoder.calendarId(),
                decoder.exDate(),
                decoder.payDate(),
                decoder.expiryDate(),
                decoder.numerator(),
                decoder.denominator(),
                decoder.priceNumerator(),
                decoder.priceDenominator(),
                decoder.taxPpm(),
                Rounding.ofCode(decoder.rounding()),
                decoder.sourceAccountId(),
                decoder.taxAccountId(),
                decoder.rightsAssetId());
    }

    private static CoreEvent decode(CorporateActionAdvancedDecoder decoder) {
        return new CoreEvent.CorporateActionAdvanced(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.actionId(),
                decoder.instrumentId(),
                CorporateActionStage.ofCode(decoder.stage()),
                decoder.accounts(),
                decoder.positionMinor(),
                decoder.grossMinor(),
                decoder.taxMinor(),
                decoder.unitsMinor(),
                decoder.lieuMinor(),
                decoder.roundingParts(),
                decoder.roundingScale(),
                decoder.unpaid());
    }

    private static CoreEvent decode(EntitlementPaidDecoder decoder) {
        return new CoreEvent.EntitlementPaid(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.actionId(),
                decoder.accountId(),
                decoder.positionMinor(),
                decoder.grossMinor(),
                decoder.taxMinor(),
                decoder.unitsMinor(),
                decoder.instrumentId(),
                CorporateActionKind.ofCode(decoder.kind()),
                decoder.paid() != 0);
    }

    private static CoreEvent decode(InterestTermsSetDecoder decoder) {
        return new CoreEvent.InterestTermsSet(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.assetId(),
                decoder.calendarId(),
                decoder.payerAccountId(),
                decoder.dayCount(),
                decoder.creditDay(),
                decoder.creditMonths(),
                decoder.ratePpm(),
                decoder.band1Minor(),
                decoder.band1Ppm(),
                decoder.band2Minor(),
                decoder.band2Ppm());
    }

    private static CoreEvent decode(InterestCreditedDecoder decoder) {
        return new CoreEvent.InterestCredited(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accountId(),
                decoder.amountMinor(),
                decoder.carriedParts(),
                decoder.assetId(),
                decoder.date());
    }

    private static CoreEvent decode(InterestAccruedDecoder decoder) {
        return new CoreEvent.InterestAccrued(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accounts(),
                decoder.balanceMinor(),
                decoder.accruedMinor(),
                decoder.accruedParts(),
                decoder.creditedMinor(),
                decoder.assetId(),
                decoder.calendarId(),
                decoder.date(),
                decoder.days());
    }

    private static CoreEvent decode(ReferencePriceAdjustedDecoder decoder) {
        return new CoreEvent.ReferencePriceAdjusted(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.actionId(),
                decoder.priceTicks(),
                decoder.referencePriceTicks(),
                decoder.lowerLimitTicks(),
                decoder.upperLimitTicks(),
                decoder.instrumentId());
    }

    private static CoreEvent decode(RightsExercisedDecoder decoder) {
        return new CoreEvent.RightsExercised(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.actionId(),
                decoder.accountId(),
                decoder.quantityMinor(),
                decoder.costMinor(),
                decoder.instrumentId());
    }

    private static CoreEvent decode(EndOfDayAdvancedDecoder decoder) {
        return new CoreEvent.EndOfDayAdvanced(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.calendarId(),
                decoder.date(),
                EndOfDayStage.ofCode(decoder.stage()),
                decoder.staffId(),
                decoder.expiredOrders(),
                decoder.settledCount(),
                decoder.failedCount(),
                decoder.servicedAccounts(),
                decoder.accruedAccounts(),
                decoder.steps());
    }

    private static CoreEvent decode(MarginProgramSetDecoder decoder) {
        return new CoreEvent.MarginProgramSet(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.programId(),
                decoder.assetId(),
                decoder.calendarId(),
                decoder.lendingAccountId(),
                decoder.incomeAccountId(),
                decoder.closingPpm(),
                decoder.warningPpm(),
                decoder.restorePpm(),
                decoder.withdrawalPpm(),
                decoder.concentrationPpm(),
                decoder.dayCount(),
                decoder.callDays(),
                decoder.protectionPpm(),
                decoder.creditMaxMinor(),
                decoder.revalueNanos(),
                decoder.staffId());
    }

    private static CoreEvent decode(MarginTermsSetDecoder decoder) {
        return new CoreEvent.MarginTermsSet(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.instrumentId(),
                decoder.conversionPpm(),
                decoder.initialPpm(),
                decoder.collateral() != 0,
                decoder.financing() != 0,
                decoder.staffId());
    }

    private static CoreEvent decode(MarginAgreementSetDecoder decoder) {
        return new CoreEvent.MarginAgreementSet(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accountId(),
                decoder.programId(),
                decoder.creditLimitMinor(),
                decoder.ratePpm(),
                decoder.active() != 0,
                decoder.staffId());
    }

    private static CoreEvent decode(MarginLoanChangedDecoder decoder) {
        return new CoreEvent.MarginLoanChanged(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accountId(),
                decoder.orderId(),
                decoder.tradeId(),
                decoder.changeMinor(),
                decoder.principalMinor(),
                decoder.reservedMinor(),
                decoder.debtMinor(),
                decoder.interestMinor(),
                decoder.instrumentId(),
                MarginLoanChange.ofCode(decoder.kind()));
    }

    private static CoreEvent decode(MarginValuedDecoder decoder) {
        return new CoreEvent.MarginValued(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accountId(),
                decoder.assetsMinor(),
                decoder.marketMinor(),
                decoder.debtMinor(),
                decoder.reservedMinor(),
                decoder.interestMinor(),
                decoder.ratioPpm(),
                decoder.excessMinor());
    }

    private static CoreEvent decode(MarginStatusChangedDecoder decoder) {
        return new CoreEvent.MarginStatusChanged(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accountId(),
                decoder.assetsMinor(),
                decoder.debtMinor(),
                decoder.interestMinor(),
                decoder.ratioPpm(),
                decoder.requiredMinor(),
                decoder.deadlineDay(),
                decoder.callDate(),
                decoder.callDays(),
                MarginStatus.ofCode(decoder.status()),
                MarginStatus.ofCode(decoder.previous()),
                MarginReason.ofCode(decoder.reason()));
    }

    private static CoreEvent decode(MarginSaleForcedDecoder decoder) {
        return new CoreEvent.MarginSaleForced(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accountId(),
                decoder.orderId(),
                decoder.quantityLots(),
                decoder.filledLots(),
                decoder.priceTicks(),
                decoder.neededMinor(),
                decoder.instrumentId());
    }

    private static CoreEvent decode(CommandRejectedDecoder decoder) {
        return new CoreEvent.CommandRejected(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.subjectId(),
                decoder.legIndex(),
                CommandKind.ofCode(decoder.kind()),
                Outcome.ofCode(decoder.outcome()));
    }

    private static CoreEvent decode(ListingSetDecoder decoder) {
        return new CoreEvent.ListingSet(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.clearingAccountId(),
                decoder.errorAccountId(),
                decoder.instrumentId(),
                decoder.venueId(),
                decoder.queuesWhenDown() != 0);
    }

    private static CoreEvent decode(VenueStateChangedDecoder decoder) {
        return new CoreEvent.VenueStateChanged(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.venueId(),
                decoder.up() != 0);
    }

    private static CoreEvent decode(OrderRoutedDecoder decoder) {
        return new CoreEvent.OrderRouted(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.orderId(),
                decoder.accountId(),
                decoder.clientTag(),
                decoder.priceTicks(),
                decoder.quantityLots(),
                decoder.filledLots(),
                decoder.expiresNanos(),
                decoder.instrumentId(),
                decoder.venueId(),
                decoder.requestNumber(),
                decoder.acceptedNumber(),
                RouteAction.ofCode(decoder.action()),
                Side.ofCode(decoder.side()),
                TimeInForce.ofCode(decoder.timeInForce()));
    }

    private static CoreEvent decode(VenueOrderChangedDecoder decoder) {
        return new CoreEvent.VenueOrderChanged(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.orderId(),
                decoder.accountId(),
                decoder.clientTag(),
                decoder.finalLots(),
                decoder.holdMinor(),
                decoder.availableAfterMinor(),
                decoder.heldAfterMinor(),
                decoder.holdAssetId(),
                decoder.instrumentId(),
                decoder.venueId(),
                decoder.requestNumber(),
                decoder.reasonCode(),
                VenueOrderState.ofCode(decoder.state()),
                decoder.unknown() != 0,
                decoder.cancelWanted() != 0);
    }

    private static CoreEvent decode(VenueTradedDecoder decoder) {
        return new CoreEvent.VenueTraded(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.tradeId(),
                decoder.executionId(),
                decoder.correctedTradeId(),
                decoder.orderId(),
                decoder.accountId(),
                decoder.priceTicks(),
                decoder.lots(),
                decoder.houseLots(),
                decoder.notionalMinor(),
                decoder.feeMinor(),
                decoder.taxMinor(),
                decoder.instrumentId(),
                decoder.venueId(),
                Side.ofCode(decoder.side()));
    }

    private static CoreEvent decode(VenueTradeChangedDecoder decoder) {
        return new CoreEvent.VenueTradeChanged(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.tradeId(),
                decoder.newTradeId(),
                decoder.executionId(),
                decoder.orderId(),
                decoder.accountId(),
                decoder.lots(),
                decoder.newLots(),
                decoder.notionalMinor(),
                decoder.newNotionalMinor(),
                decoder.feeMinor(),
                decoder.newFeeMinor(),
                decoder.taxMinor(),
                decoder.newTaxMinor(),
                decoder.baseShortMinor(),
                decoder.quoteShortMinor(),
                decoder.priceTicks(),
                decoder.instrumentId(),
                decoder.venueId(),
                Side.ofCode(decoder.side()));
    }

    private static CoreEvent decode(VenueBreakFoundDecoder decoder) {
        return new CoreEvent.VenueBreakFound(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.breakId(),
                decoder.executionId(),
                decoder.orderId(),
                decoder.tradeId(),
                decoder.lots(),
                decoder.priceTicks(),
                decoder.instrumentId(),
                decoder.venueId(),
                VenueBreakKind.ofCode(decoder.kind()),
                VenueReportKind.ofCode(decoder.reportKind()),
                Side.ofCode(decoder.side()));
    }

    private static CoreEvent decode(VenueBreakResolvedDecoder decoder) {
        return new CoreEvent.VenueBreakResolved(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.breakId(),
                decoder.staffId(),
                decoder.reasonCode());
    }

    private static CoreEvent decode(ReceivableChangedDecoder decoder) {
        return new CoreEvent.ReceivableChanged(
                decoder.sequence(),
                decoder.timeNanos(),
                decoder.clientId(),
                decoder.commandId(),
                decoder.accountId(),
                decoder.changeMinor(),
                decoder.owedMinor(),
                decoder.tradeId(),
                decoder.assetId());
    }

    private static CoreEvent decode(DigestTakenDecoder decoder) {
        return new CoreEvent.DigestTaken(
                decoder.sequence(), decoder.timeNanos(), decoder.clientId(), decoder.commandId(), decoder.digest());
    }
}
