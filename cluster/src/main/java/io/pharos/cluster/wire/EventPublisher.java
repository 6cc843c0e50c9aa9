package io.pharos.cluster.wire;

import io.pharos.core.event.AccountRegistered;
import io.pharos.core.event.AssetRegistered;
import io.pharos.core.event.AuctionIndicated;
import io.pharos.core.event.AuctionUncrossed;
import io.pharos.core.event.BalanceChanged;
import io.pharos.core.event.BracketPlaced;
import io.pharos.core.event.BusinessDayBegan;
import io.pharos.core.event.BuyInRecorded;
import io.pharos.core.event.CommandRejected;
import io.pharos.core.event.CorporateActionAdvanced;
import io.pharos.core.event.CorporateActionAnnounced;
import io.pharos.core.event.DigestTaken;
import io.pharos.core.event.EndOfDayAdvanced;
import io.pharos.core.event.EntitlementPaid;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.ExitsPlaced;
import io.pharos.core.event.FeeScheduleAssigned;
import io.pharos.core.event.FeeScheduleSet;
import io.pharos.core.event.HoldCaptured;
import io.pharos.core.event.HoldExpired;
import io.pharos.core.event.HoldPlaced;
import io.pharos.core.event.HoldReleased;
import io.pharos.core.event.InstrumentPhaseChanged;
import io.pharos.core.event.InstrumentRegistered;
import io.pharos.core.event.InterestAccrued;
import io.pharos.core.event.InterestCredited;
import io.pharos.core.event.InterestTermsSet;
import io.pharos.core.event.KillSwitchChanged;
import io.pharos.core.event.LimitChanged;
import io.pharos.core.event.ListingSet;
import io.pharos.core.event.MarginAgreementSet;
import io.pharos.core.event.MarginLoanChanged;
import io.pharos.core.event.MarginProgramSet;
import io.pharos.core.event.MarginSaleForced;
import io.pharos.core.event.MarginStatusChanged;
import io.pharos.core.event.MarginTermsSet;
import io.pharos.core.event.MarginValued;
import io.pharos.core.event.MarketBreakerSet;
import io.pharos.core.event.MarketBreakerTripped;
import io.pharos.core.event.ObligationChanged;
import io.pharos.core.event.ObligationSettled;
import io.pharos.core.event.OrderAccepted;
import io.pharos.core.event.OrderCancelled;
import io.pharos.core.event.OrderReduced;
import io.pharos.core.event.OrderRefreshed;
import io.pharos.core.event.OrderRejected;
import io.pharos.core.event.OrderReplaced;
import io.pharos.core.event.OrderRepriced;
import io.pharos.core.event.OrderRouted;
import io.pharos.core.event.OrderTriggered;
import io.pharos.core.event.OrdersLinked;
import io.pharos.core.event.Posted;
import io.pharos.core.event.ReceivableChanged;
import io.pharos.core.event.ReferencePriceAdjusted;
import io.pharos.core.event.RightsExercised;
import io.pharos.core.event.SessionRulesSet;
import io.pharos.core.event.SettlementCompleted;
import io.pharos.core.event.SettlementFailed;
import io.pharos.core.event.SettlementRulesSet;
import io.pharos.core.event.Traded;
import io.pharos.core.event.TransitionPlanned;
import io.pharos.core.event.TriggerMoved;
import io.pharos.core.event.VenueBreakFound;
import io.pharos.core.event.VenueBreakResolved;
import io.pharos.core.event.VenueOrderChanged;
import io.pharos.core.event.VenueStateChanged;
import io.pharos.core.event.VenueTradeChanged;
import io.pharos.core.event.VenueTraded;
import io.pharos.protocol.codec.AccountRegisteredEncoder;
import io.pharos.protocol.codec.AssetRegisteredEncoder;
import io.pharos.protocol.codec.AuctionIndicatedEncoder;
import io.pharos.protocol.codec.AuctionUncrossedEncoder;
import io.pharos.protocol.codec.BalanceChangedEncoder;
import io.pharos.protocol.codec.BracketPlacedEncoder;
import io.pharos.protocol.codec.BusinessDayBeganEncoder;
import io.pharos.protocol.codec.BuyInRecordedEncoder;
import io.pharos.protocol.codec.CommandRejectedEncoder;
import io.pharos.protocol.codec.CorporateActionAdvancedEncoder;
import io.pharos.protocol.codec.CorporateActionAnnouncedEncoder;
import io.pharos.protocol.codec.DigestTakenEncoder;
import io.pharos.protocol.codec.EndOfDayAdvancedEncoder;
import io.pharos.protocol.codec.EntitlementPaidEncoder;
import io.pharos.protocol.codec.ExitsPlacedEncoder;
import io.pharos.protocol.codec.FeeScheduleAssignedEncoder;
import io.pharos.protocol.codec.FeeScheduleSetEncoder;
import io.pharos.protocol.codec.HoldCapturedEncoder;
import io.pharos.protocol.codec.HoldExpiredEncoder;
import io.pharos.protocol.codec.HoldPlacedEncoder;
import io.pharos.protocol.codec.HoldReleasedEncoder;
import io.pharos.protocol.codec.InstrumentPhaseChangedEncoder;
import io.pharos.protocol.codec.InstrumentRegisteredEncoder;
import io.pharos.protocol.codec.InterestAccruedEncoder;
import io.pharos.protocol.codec.InterestCreditedEncoder;
import io.pharos.protocol.codec.InterestTermsSetEncoder;
import io.pharos.protocol.codec.KillSwitchChangedEncoder;
import io.pharos.protocol.codec.LimitChangedEncoder;
import io.pharos.protocol.codec.ListingSetEncoder;
import io.pharos.protocol.codec.MarginAgreementSetEncoder;
import io.pharos.protocol.codec.MarginLoanChangedEncoder;
import io.pharos.protocol.codec.MarginProgramSetEncoder;
import io.pharos.protocol.codec.MarginSaleForcedEncoder;
import io.pharos.protocol.codec.MarginStatusChangedEncoder;
import io.pharos.protocol.codec.MarginTermsSetEncoder;
import io.pharos.protocol.codec.MarginValuedEncoder;
import io.pharos.protocol.codec.MarketBreakerSetEncoder;
import io.pharos.protocol.codec.MarketBreakerTrippedEncoder;
import io.pharos.protocol.codec.MessageHeaderEncoder;
import io.pharos.protocol.codec.ObligationChangedEncoder;
import io.pharos.protocol.codec.ObligationSettledEncoder;
import io.pharos.protocol.codec.OrderAcceptedEncoder;
import io.pharos.protocol.codec.OrderCancelledEncoder;
import io.pharos.protocol.codec.OrderReducedEncoder;
import io.pharos.protocol.codec.OrderRefreshedEncoder;
import io.pharos.protocol.codec.OrderRejectedEncoder;
import io.pharos.protocol.codec.OrderReplacedEncoder;
import io.pharos.protocol.codec.OrderRepricedEncoder;
import io.pharos.protocol.codec.OrderRoutedEncoder;
import io.pharos.protocol.codec.OrderTriggeredEncoder;
import io.pharos.protocol.codec.OrdersLinkedEncoder;
import io.pharos.protocol.codec.PostedEncoder;
import io.pharos.protocol.codec.ReceivableChangedEncoder;
import io.pharos.protocol.codec.ReferencePriceAdjustedEncoder;
import io.pharos.protocol.codec.RightsExercisedEncoder;
import io.pharos.protocol.codec.SessionRulesSetEncoder;
import io.pharos.protocol.codec.SettlementCompletedEncoder;
import io.pharos.protocol.codec.SettlementFailedEncoder;
import io.pharos.protocol.codec.SettlementRulesSetEncoder;
import io.pharos.protocol.codec.TradedEncoder;
import io.pharos.protocol.codec.TransitionPlannedEncoder;
import io.pharos.protocol.codec.TriggerMovedEncoder;
import io.pharos.protocol.codec.VenueBreakFoundEncoder;
import io.pharos.protocol.codec.VenueBreakResolvedEncoder;
import io.pharos.protocol.codec.VenueOrderChangedEncoder;
import io.pharos.protocol.codec.VenueStateChangedEncoder;
import io.pharos.protocol.codec.VenueTradeChangedEncoder;
import io.pharos.protocol.codec.VenueTradedEncoder;
import org.agrona.MutableDirectBuffer;

/** Writes the core's events to the wire, each where its target says. One thread; allocates nothing. */
public final class EventPublisher implements EventSink {

    /** Where events go. */
    public interface Target {

        /** The buffer to write to; valid until the next call. */
        MutableDirectBuffer buffer();

        /**
         * Gives room for one event.
         *
         * @param length of the event, header included
         * @return where in the buffer it goes
         */
        int claim(long sequence, int length);
    }

    private static final int HEADER_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH;

    private final Target target;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final AssetRegisteredEncoder assetRegistered = new AssetRegisteredEncoder();
    private final InstrumentRegisteredEncoder instrumentRegistered = new InstrumentRegisteredEncoder();
    private final InstrumentPhaseChangedEncoder instrumentPhaseChanged = new InstrumentPhaseChangedEncoder();
    private final AccountRegisteredEncoder accountRegistered = new AccountRegisteredEncoder();
    private final PostedEncoder posted = new PostedEncoder();
    private final HoldPlacedEncoder holdPlaced = new HoldPlacedEncoder();
    private final HoldCapturedEncoder holdCaptured = new HoldCapturedEncoder();
    private final HoldReleasedEncoder holdReleased = new HoldReleasedEncoder();
    private final HoldExpiredEncoder holdExpired = new HoldExpiredEncoder();
    private final BalanceChangedEncoder balanceChanged = new BalanceChangedEncoder();
    private final OrderAcceptedEncoder orderAccepted = new OrderAcceptedEncoder();
    private final OrderRejectedEncoder orderRejected = new OrderRejectedEncoder();
    private final OrderReplacedEncoder orderReplaced = new OrderReplacedEncoder();
    private final OrderCancelledEncoder orderCancelled = new OrderCancelledEncoder();
    private final OrderTriggeredEncoder orderTriggered = new OrderTriggeredEncoder();
    private final OrderRefreshedEncoder orderRefreshed = new OrderRefreshedEncoder();
    private final OrderReducedEncoder orderReduced = new OrderReducedEncoder();
    private final TradedEncoder traded = new TradedEncoder();
    private final OrdersLinkedEncoder ordersLinked = new OrdersLinkedEncoder();
    private final OrderRepricedEncoder orderRepriced = new OrderRepricedEncoder();
    private final TriggerMovedEncoder triggerMoved = new TriggerMovedEncoder();
    private final BracketPlacedEncoder bracketPlaced = new BracketPlacedEncoder();
    private final ExitsPlacedEncoder exitsPlaced = new ExitsPlacedEncoder();
    private final LimitChangedEncoder limitChanged = new LimitChangedEncoder();
    private final KillSwitchChangedEncoder killSwitchChanged = new KillSwitchChangedEncoder();
    private final AuctionIndicatedEncoder auctionIndicated = new AuctionIndicatedEncoder();
    private final AuctionUncrossedEncoder auctionUncrossed = new AuctionUncrossedEncoder();
    private final SessionRulesSetEncoder sessionRulesSet = new SessionRulesSetEncoder();
    private final TransitionPlannedEncoder transitionPlanned = new TransitionPlannedEncoder();
    private final MarketBreakerSetEncoder marketBreakerSet = new MarketBreakerSetEncoder();
    private final MarketBreakerTrippedEncoder marketBreakerTripped = new MarketBreakerTrippedEncoder();
    private final CommandRejectedEncoder commandRejected = new CommandRejectedEncoder();
    private final DigestTakenEncoder digestTaken = new DigestTakenEncoder();
    private final ListingSetEncoder listingSet = new ListingSetEncoder();
    private final VenueStateChangedEncoder venueStateChanged = new VenueStateChangedEncoder();
    private final OrderRoutedEncoder orderRouted = new OrderRoutedEncoder();
    private final VenueOrderChangedEncoder venueOrderChanged = new VenueOrderChangedEncoder();
    private final VenueTradedEncoder venueTraded = new VenueTradedEncoder();
    private final VenueTradeChangedEncoder venueTradeChanged = new VenueTradeChangedEncoder();
    private final VenueBreakFoundEncoder venueBreakFound = new VenueBreakFoundEncoder();
    private final VenueBreakResolvedEncoder venueBreakResolved = new VenueBreakResolvedEncoder();
    private final ReceivableChangedEncoder receivableChanged = new ReceivableChangedEncoder();
    private final SettlementRulesSetEncoder settlementRulesSet = new SettlementRulesSetEncoder();
    private final BusinessDayBeganEncoder businessDayBegan = new BusinessDayBeganEncoder();
    private final ObligationChangedEncoder obligationChanged = new ObligationChangedEncoder();
    private final ObligationSettledEncoder obligationSettled = new ObligationSettledEncoder();
    private final SettlementFailedEncoder settlementFailed = new SettlementFailedEncoder();
    private final BuyInRecordedEncoder buyInRecorded = new BuyInRecordedEncoder();
    private final SettlementCompletedEncoder settlementCompleted = new SettlementCompletedEncoder();
    private final MarginProgramSetEncoder marginProgramSet = new MarginProgramSetEncoder();
    private final MarginTermsSetEncoder marginTermsSet = new MarginTermsSetEncoder();
    private final MarginAgreementSetEncoder marginAgreementSet = new MarginAgreementSetEncoder();
    private final MarginLoanChangedEncoder marginLoanChanged = new MarginLoanChangedEncoder();
    private final MarginValuedEncoder marginValued = new MarginValuedEncoder();
    private final MarginStatusChangedEncoder marginStatusChanged = new MarginStatusChangedEncoder();
    private final MarginSaleForcedEncoder marginSaleForced = new MarginSaleForcedEncoder();
    private final EndOfDayAdvancedEncoder endOfDayAdvanced = new EndOfDayAdvancedEncoder();
    private final RightsExercisedEncoder rightsExercised = new RightsExercisedEncoder();
    private final ReferencePriceAdjustedEncoder referencePriceAdjusted = new ReferencePriceAdjustedEncoder();
    private final InterestAccruedEncoder interestAccrued = new InterestAccruedEncoder();
    private final InterestCreditedEncoder interestCredited = new InterestCreditedEncoder();
    private final InterestTermsSetEncoder interestTermsSet = new InterestTermsSetEncoder();
    private final EntitlementPaidEncoder entitlementPaid = new EntitlementPaidEncoder();
    private final CorporateActionAdvancedEncoder corporateActionAdvanced = new CorporateActionAdvancedEncoder();
    private final CorporateActionAnnouncedEncoder corporateActionAnnounced = new CorporateActionAnnouncedEncoder();
    private final FeeScheduleAssignedEncoder feeScheduleAssigned = new FeeScheduleAssignedEncoder();
    private final FeeScheduleSetEncoder feeScheduleSet = new FeeScheduleSetEncoder();

    public EventPublisher(Target target) {
        this.target = target;
    }

    @Override
    public void onAssetRegistered(AssetRegistered event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + AssetRegisteredEncoder.BLOCK_LENGTH);
        assetRegistered
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .assetId(event.assetId)
                .scale((short) event.scale)
                .kind(event.kind.code())
                .code(event.code);
    }

    @Override
    public void onInstrumentRegistered(InstrumentRegistered event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + InstrumentRegisteredEncoder.BLOCK_LENGTH);
        instrumentRegistered
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .instrumentId(event.instrumentId)
                .baseAssetId(event.baseAssetId)
                .quoteAssetId(event.quoteAssetId)
                .lotMinor(event.lotMinor)
                .boardLotLots(event.boardLotLots)
                .tickValueMinor(event.tickValueMinor)
                .referencePriceTicks(event.referencePriceTicks)
                .maxOrderLots(event.maxOrderLots)
                .feeAccountId(event.feeAccountId)
                .taxAccountId(event.taxAccountId)
                .bandPpm(event.bandPpm)
                .makerFeePpm(event.makerFeePpm)
                .takerFeePpm(event.takerFeePpm)
                .sellTaxPpm(event.sellTaxPpm)
                .marketCollarPpm(event.marketCollarPpm)
                .symbol(event.symbol);
    }

    @Override
    public void onInstrumentPhaseChanged(InstrumentPhaseChanged event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + InstrumentPhaseChangedEncoder.BLOCK_LENGTH);
        instrumentPhaseChanged
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .referencePriceTicks(event.referencePriceTicks)
                .lowerLimitTicks(event.lowerLimitTicks)
                .upperLimitTicks(event.upperLimitTicks)
                .instrumentId(event.instrumentId)
                .previousPhase(event.previousPhase.code())
                .phase(event.phase.code())
                .endsNanos(event.endsNanos)
                .reason(event.reason.code());
    }

    @Override
    public void onAccountRegistered(AccountRegistered event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + AccountRegisteredEncoder.BLOCK_LENGTH);
        accountRegistered
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accountId(event.accountId)
                .kind(event.kind.code());
    }

    @Override
    public void onPosted(Posted event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + PostedEncoder.BLOCK_LENGTH);
        posted.wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .transferId(event.transferId)
                .linkId(event.linkId)
                .debitAccountId(event.debitAccountId)
                .creditAccountId(event.creditAccountId)
                .amountMinor(event.amountMinor)
                .reference(event.reference)
                .orderId(event.orderId)
                .tradeId(event.tradeId)
                .holdId(event.holdId)
                .debitAvailableAfterMinor(event.debitAvailableAfterMinor)
                .debitHeldAfterMinor(event.debitHeldAfterMinor)
                .creditAvailableAfterMinor(event.creditAvailableAfterMinor)
                .creditHeldAfterMinor(event.creditHeldAfterMinor)
                .assetId(event.assetId)
                .code(event.code.code())
                .debitBucket(event.debitBucket.code())
                .creditBucket(event.creditBucket.code())
                .reversedTransferId(event.reversedTransferId);
    }

    @Override
    public void onHoldPlaced(HoldPlaced event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + HoldPlacedEncoder.BLOCK_LENGTH);
        holdPlaced
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .holdId(event.holdId)
                .accountId(event.accountId)
                .amountMinor(event.amountMinor)
                .deadlineNanos(event.deadlineNanos)
                .reference(event.reference)
                .availableAfterMinor(event.availableAfterMinor)
                .heldAfterMinor(event.heldAfterMinor)
                .assetId(event.assetId)
                .code(event.code.code());
    }

    @Override
    public void onHoldCaptured(HoldCaptured event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + HoldCapturedEncoder.BLOCK_LENGTH);
        holdCaptured
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .holdId(event.holdId)
                .accountId(event.accountId)
                .creditAccountId(event.creditAccountId)
                .capturedMinor(event.capturedMinor)
                .releasedMinor(event.releasedMinor)
                .transferId(event.transferId)
                .availableAfterMinor(event.availableAfterMinor)
                .heldAfterMinor(event.heldAfterMinor)
                .assetId(event.assetId);
    }

    @Override
    public void onHoldReleased(HoldReleased event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + HoldReleasedEncoder.BLOCK_LENGTH);
        holdReleased
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .holdId(event.holdId)
                .accountId(event.accountId)
                .amountMinor(event.amountMinor)
                .availableAfterMinor(event.availableAfterMinor)
                .heldAfterMinor(event.heldAfterMinor)
                .assetId(event.assetId);
    }

    @Override
    public void onHoldExpired(HoldExpired event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + HoldExpiredEncoder.BLOCK_LENGTH);
        holdExpired
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .holdId(event.holdId)
                .accountId(event.accountId)
                .amountMinor(event.amountMinor)
                .availableAfterMinor(event.availableAfterMinor)
                .heldAfterMinor(event.heldAfterMinor)
                .assetId(event.assetId);
    }

    @Override
    public void onBalanceChanged(BalanceChanged event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + BalanceChangedEncoder.BLOCK_LENGTH);
        balanceChanged
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accountId(event.accountId)
                .orderId(event.orderId)
                .tradeId(event.tradeId)
                .releasedMinor(event.releasedMinor)
                .availableAfterMinor(event.availableAfterMinor)
                .heldAfterMinor(event.heldAfterMinor)
                .assetId(event.assetId);
    }

    @Override
    public void onOrderAccepted(OrderAccepted event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + OrderAcceptedEncoder.BLOCK_LENGTH);
        orderAccepted
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .orderId(event.orderId)
                .accountId(event.accountId)
                .clientTag(event.clientTag)
                .priceTicks(event.priceTicks)
                .effectivePriceTicks(event.effectivePriceTicks)
                .quantityLots(event.quantityLots)
                .triggerPriceTicks(event.triggerPriceTicks)
                .trailTicks(event.trailTicks)
                .trailPpm(event.trailPpm)
                .displayLots(event.displayLots)
                .expiresNanos(event.expiresNanos)
                .holdMinor(event.holdMinor)
                .availableAfterMinor(event.availableAfterMinor)
                .heldAfterMinor(event.heldAfterMinor)
                .instrumentId(event.instrumentId)
                .holdAssetId(event.holdAssetId)
                .side(event.side.code())
                .orderType(event.orderType.code())
                .timeInForce(event.timeInForce.code())
                .postOnly((short) (event.postOnly ? 1 : 0))
                .pegReference(event.pegReference.code())
                .pegOffsetTicks(event.pegOffsetTicks);
    }

    @Override
    public void onOrderRejected(OrderRejected event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + OrderRejectedEncoder.BLOCK_LENGTH);
        orderRejected
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accountId(event.accountId)
                .priceTicks(event.priceTicks)
                .quantityLots(event.quantityLots)
                .clientTag(event.clientTag)
                .instrumentId(event.instrumentId)
                .side(event.side.code())
                .orderType(event.orderType.code())
                .timeInForce(event.timeInForce.code())
                .postOnly((short) (event.postOnly ? 1 : 0))
                .outcome(event.outcome.code());
    }

    @Override
    public void onOrderReplaced(OrderReplaced event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + OrderReplacedEncoder.BLOCK_LENGTH);
        orderReplaced
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .orderId(event.orderId)
                .accountId(event.accountId)
                .clientTag(event.clientTag)
                .oldPriceTicks(event.oldPriceTicks)
                .oldQuantityLots(event.oldQuantityLots)
                .priceTicks(event.priceTicks)
                .quantityLots(event.quantityLots)
                .triggerPriceTicks(event.triggerPriceTicks)
                .filledLots(event.filledLots)
                .holdMinor(event.holdMinor)
                .availableAfterMinor(event.availableAfterMinor)
                .heldAfterMinor(event.heldAfterMinor)
                .instrumentId(event.instrumentId)
                .holdAssetId(event.holdAssetId)
                .side(event.side.code())
                .keptPriority((short) (event.keptPriority ? 1 : 0));
    }

    @Override
    public void onOrderCancelled(OrderCancelled event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + OrderCancelledEncoder.BLOCK_LENGTH);
        orderCancelled
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .orderId(event.orderId)
                .accountId(event.accountId)
                .clientTag(event.clientTag)
                .priceTicks(event.priceTicks)
                .quantityLots(event.quantityLots)
                .filledLots(event.filledLots)
                .remainingLots(event.remainingLots)
                .releasedMinor(event.releasedMinor)
                .availableAfterMinor(event.availableAfterMinor)
                .heldAfterMinor(event.heldAfterMinor)
                .instrumentId(event.instrumentId)
                .holdAssetId(event.holdAssetId)
                .side(event.side.code())
                .reason(event.reason.code());
    }

    @Override
    public void onOrderTriggered(OrderTriggered event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + OrderTriggeredEncoder.BLOCK_LENGTH);
        orderTriggered
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .orderId(event.orderId)
                .accountId(event.accountId)
                .clientTag(event.clientTag)
                .triggerPriceTicks(event.triggerPriceTicks)
                .lastPriceTicks(event.lastPriceTicks)
                .effectivePriceTicks(event.effectivePriceTicks)
                .holdMinor(event.holdMinor)
                .availableAfterMinor(event.availableAfterMinor)
                .heldAfterMinor(event.heldAfterMinor)
                .instrumentId(event.instrumentId)
                .holdAssetId(event.holdAssetId)
                .side(event.side.code())
                .orderType(event.orderType.code())
                .outcome(event.outcome.code());
    }

    @Override
    public void onOrderRefreshed(OrderRefreshed event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + OrderRefreshedEncoder.BLOCK_LENGTH);
        orderRefreshed
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .orderId(event.orderId)
                .priceTicks(event.priceTicks)
                .shownLots(event.shownLots)
                .remainingLots(event.remainingLots)
                .instrumentId(event.instrumentId)
                .side(event.side.code());
    }

    @Override
    public void onOrderReduced(OrderReduced event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + OrderReducedEncoder.BLOCK_LENGTH);
        orderReduced
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .orderId(event.orderId)
                .accountId(event.accountId)
                .clientTag(event.clientTag)
                .priceTicks(event.priceTicks)
                .quantityLots(event.quantityLots)
                .filledLots(event.filledLots)
                .reducedLots(event.reducedLots)
                .releasedMinor(event.releasedMinor)
                .availableAfterMinor(event.availableAfterMinor)
                .heldAfterMinor(event.heldAfterMinor)
                .instrumentId(event.instrumentId)
                .holdAssetId(event.holdAssetId)
                .side(event.side.code());
    }

    @Override
    public void onTraded(Traded event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + TradedEncoder.BLOCK_LENGTH);
        traded.wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .tradeId(event.tradeId)
                .priceTicks(event.priceTicks)
                .quantityLots(event.quantityLots)
                .notionalMinor(event.notionalMinor)
                .makerOrderId(event.makerOrderId)
                .makerAccountId(event.makerAccountId)
                .makerClientTag(event.makerClientTag)
                .makerRemainingLots(event.makerRemainingLots)
                .makerFeeMinor(event.makerFeeMinor)
                .makerTaxMinor(event.makerTaxMinor)
                .takerOrderId(event.takerOrderId)
                .takerAccountId(event.takerAccountId)
                .takerClientTag(event.takerClientTag)
                .takerRemainingLots(event.takerRemainingLots)
                .takerFeeMinor(event.takerFeeMinor)
                .takerTaxMinor(event.takerTaxMinor)
                .instrumentId(event.instrumentId)
                .takerSide(event.takerSide.code())
                .auction((short) (event.auction ? 1 : 0));
    }

    @Override
    public void onOrdersLinked(OrdersLinked event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + OrdersLinkedEncoder.BLOCK_LENGTH);
        ordersLinked
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .orderId(event.orderId)
                .linkedOrderId(event.linkedOrderId)
                .accountId(event.accountId)
                .instrumentId(event.instrumentId);
    }

    @Override
    public void onOrderRepriced(OrderRepriced event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + OrderRepricedEncoder.BLOCK_LENGTH);
        orderRepriced
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .orderId(event.orderId)
                .accountId(event.accountId)
                .oldPriceTicks(event.oldPriceTicks)
                .priceTicks(event.priceTicks)
                .remainingLots(event.remainingLots)
                .instrumentId(event.instrumentId)
                .side(event.side.code());
    }

    @Override
    public void onTriggerMoved(TriggerMoved event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + TriggerMovedEncoder.BLOCK_LENGTH);
        triggerMoved
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .orderId(event.orderId)
                .accountId(event.accountId)
                .triggerPriceTicks(event.triggerPriceTicks)
                .instrumentId(event.instrumentId);
    }

    @Override
    public void onBracketPlaced(BracketPlaced event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + BracketPlacedEncoder.BLOCK_LENGTH);
        bracketPlaced
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .orderId(event.orderId)
                .accountId(event.accountId)
                .takeProfitTicks(event.takeProfitTicks)
                .stopTriggerTicks(event.stopTriggerTicks)
                .stopPriceTicks(event.stopPriceTicks)
                .stopTrailTicks(event.stopTrailTicks)
                .stopTrailPpm(event.stopTrailPpm)
                .instrumentId(event.instrumentId)
                .stopType(event.stopType.code());
    }

    @Override
    public void onExitsPlaced(ExitsPlaced event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + ExitsPlacedEncoder.BLOCK_LENGTH);
        exitsPlaced
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .orderId(event.orderId)
                .accountId(event.accountId)
                .takeProfitOrderId(event.takeProfitOrderId)
                .stopOrderId(event.stopOrderId)
                .instrumentId(event.instrumentId);
    }

    @Override
    public void onLimitChanged(LimitChanged event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + LimitChangedEncoder.BLOCK_LENGTH);
        limitChanged
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .subjectId(event.subjectId)
                .previousValue(event.previousValue)
                .value(event.value)
                .staffId(event.staffId)
                .reasonCode(event.reasonCode)
                .scope(event.scope.code())
                .limitKind(event.limitKind.code());
    }

    @Override
    public void onKillSwitchChanged(KillSwitchChanged event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + KillSwitchChangedEncoder.BLOCK_LENGTH);
        killSwitchChanged
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .subjectId(event.subjectId)
                .openOrders(event.openOrders)
                .staffId(event.staffId)
                .reasonCode(event.reasonCode)
                .scope(event.scope.code())
                .engaged((short) (event.engaged ? 1 : 0));
    }

    @Override
    public void onAuctionIndicated(AuctionIndicated event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + AuctionIndicatedEncoder.BLOCK_LENGTH);
        auctionIndicated
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .priceTicks(event.priceTicks)
                .quantityLots(event.quantityLots)
                .surplusLots(event.surplusLots)
                .instrumentId(event.instrumentId);
    }

    @Override
    public void onAuctionUncrossed(AuctionUncrossed event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + AuctionUncrossedEncoder.BLOCK_LENGTH);
        auctionUncrossed
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .priceTicks(event.priceTicks)
                .quantityLots(event.quantityLots)
                .surplusLots(event.surplusLots)
                .instrumentId(event.instrumentId)
                .phase(event.phase.code());
    }

    @Override
    public void onSessionRulesSet(SessionRulesSet event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + SessionRulesSetEncoder.BLOCK_LENGTH);
        sessionRulesSet
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .interruptionNanos(event.interruptionNanos)
                .instrumentId(event.instrumentId)
                .calendarId(event.calendarId)
                .dynamicCollarPpm(event.dynamicCollarPpm)
                .staticCollarPpm(event.staticCollarPpm)
                .locksAuctions((short) (event.locksAuctions ? 1 : 0));
    }

    @Override
    public void onTransitionPlanned(TransitionPlanned event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + TransitionPlannedEncoder.BLOCK_LENGTH);
        transitionPlanned
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .startNanos(event.startNanos)
                .calendarId(event.calendarId)
                .phase(event.phase.code())
                .replaces((short) (event.replaces ? 1 : 0));
    }

    @Override
    public void onMarketBreakerSet(MarketBreakerSet event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + MarketBreakerSetEncoder.BLOCK_LENGTH);
        marketBreakerSet
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .haltNanos(event.haltNanos)
                .calendarId(event.calendarId)
                .haltMovePpm(event.haltMovePpm)
                .closeMovePpm(event.closeMovePpm);
    }

    @Override
    public void onMarketBreakerTripped(MarketBreakerTripped event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + MarketBreakerTrippedEncoder.BLOCK_LENGTH);
        marketBreakerTripped
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .endsNanos(event.endsNanos)
                .calendarId(event.calendarId)
                .movePpm(event.movePpm);
    }

    @Override
    public void onSettlementRulesSet(SettlementRulesSet event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + SettlementRulesSetEncoder.BLOCK_LENGTH);
        settlementRulesSet
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .clearingAccountId(event.clearingAccountId)
                .instrumentId(event.instrumentId)
                .calendarId(event.calendarId)
                .lagDays(event.lagDays)
                .buyInDays(event.buyInDays)
                .proceedsUsable((short) (event.proceedsUsable ? 1 : 0))
                .sameDaySale((short) (event.sameDaySale ? 1 : 0))
                .suspended((short) (event.suspended ? 1 : 0));
    }

    @Override
    public void onBusinessDayBegan(BusinessDayBegan event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + BusinessDayBeganEncoder.BLOCK_LENGTH);
        businessDayBegan
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .day(event.day)
                .dueCount(event.dueCount)
                .calendarId(event.calendarId)
                .date(event.date);
    }

    @Override
    public void onObligationChanged(ObligationChanged event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + ObligationChangedEncoder.BLOCK_LENGTH);
        obligationChanged
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accountId(event.accountId)
                .dueDay(event.dueDay)
                .baseInMinor(event.baseInMinor)
                .baseOutMinor(event.baseOutMinor)
                .baseCreditedMinor(event.baseCreditedMinor)
                .quoteInMinor(event.quoteInMinor)
                .quoteOutMinor(event.quoteOutMinor)
                .quoteCreditedMinor(event.quoteCreditedMinor)
                .tradeId(event.tradeId)
                .instrumentId(event.instrumentId)
                .calendarId(event.calendarId)
                .tradeDate(event.tradeDate);
    }

    @Override
    public void onObligationSettled(ObligationSettled event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + ObligationSettledEncoder.BLOCK_LENGTH);
        obligationSettled
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accountId(event.accountId)
                .dueDay(event.dueDay)
                .baseMinor(event.baseMinor)
                .quoteMinor(event.quoteMinor)
                .instrumentId(event.instrumentId)
                .calendarId(event.calendarId)
                .date(event.date)
                .failedDays(event.failedDays);
    }

    @Override
    public void onSettlementFailed(SettlementFailed event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + SettlementFailedEncoder.BLOCK_LENGTH);
        settlementFailed
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accountId(event.accountId)
                .dueDay(event.dueDay)
                .baseMinor(event.baseMinor)
                .quoteMinor(event.quoteMinor)
                .instrumentId(event.instrumentId)
                .calendarId(event.calendarId)
                .date(event.date)
                .failedDays(event.failedDays)
                .reason(event.reason.code());
    }

    @Override
    public void onBuyInRecorded(BuyInRecorded event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + BuyInRecordedEncoder.BLOCK_LENGTH);
        buyInRecorded
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accountId(event.accountId)
                .dueDay(event.dueDay)
                .baseMinor(event.baseMinor)
                .instrumentId(event.instrumentId)
                .calendarId(event.calendarId)
                .date(event.date)
                .failedDays(event.failedDays);
    }

    @Override
    public void onSettlementCompleted(SettlementCompleted event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + SettlementCompletedEncoder.BLOCK_LENGTH);
        settlementCompleted
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .day(event.day)
                .settledCount(event.settledCount)
                .failedCount(event.failedCount)
                .calendarId(event.calendarId)
                .date(event.date);
    }

    @Override
    public void onFeeScheduleSet(FeeScheduleSet event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + FeeScheduleSetEncoder.BLOCK_LENGTH);
        feeScheduleSet
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .scheduleId(event.scheduleId)
                .assetId(event.assetId)
                .calendarId(event.calendarId)
                .effectiveDate(event.effectiveDate)
                .commissionAccountId(event.commissionAccountId)
                .stampDutyAccountId(event.stampDutyAccountId)
                .transferFeeAccountId(event.transferFeeAccountId)
                .commissionMinimumMinor(event.commissionMinimumMinor)
                .makerPpm(event.makerPpm)
                .takerPpm(event.takerPpm)
                .tier1TurnoverMinor(event.tier1TurnoverMinor)
                .tier1MakerPpm(event.tier1MakerPpm)
                .tier1TakerPpm(event.tier1TakerPpm)
                .tier2TurnoverMinor(event.tier2TurnoverMinor)
                .tier2MakerPpm(event.tier2MakerPpm)
                .tier2TakerPpm(event.tier2TakerPpm)
                .tier3TurnoverMinor(event.tier3TurnoverMinor)
                .tier3MakerPpm(event.tier3MakerPpm)
                .tier3TakerPpm(event.tier3TakerPpm)
                .stampDutyPpm(event.stampDutyPpm)
                .transferFeePpm(event.transferFeePpm)
                .commissionRounding(event.commissionRounding.code())
                .stampDutyRounding(event.stampDutyRounding.code())
                .transferFeeRounding(event.transferFeeRounding.code())
                .version(event.version)
                .inForce((short) (event.inForce ? 1 : 0));
    }

    @Override
    public void onFeeScheduleAssigned(FeeScheduleAssigned event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + FeeScheduleAssignedEncoder.BLOCK_LENGTH);
        feeScheduleAssigned
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .instrumentId(event.instrumentId)
                .scheduleId(event.scheduleId);
    }

    @Override
    public void onCorporateActionAnnounced(CorporateActionAnnounced event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + CorporateActionAnnouncedEncoder.BLOCK_LENGTH);
        corporateActionAnnounced
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .actionId(event.actionId)
                .kind(event.kind.code())
                .instrumentId(event.instrumentId)
                .calendarId(event.calendarId)
                .exDate(event.exDate)
                .payDate(event.payDate)
                .expiryDate(event.expiryDate)
                .numerator(event.numerator)
                .denominator(event.denominator)
                .priceNumerator(event.priceNumerator)
                .priceDenominator(event.priceDenominator)
                .taxPpm(event.taxPpm)
                .rounding(event.rounding.code())
                .sourceAccountId(event.sourceAccountId)
                .taxAccountId(event.taxAccountId)
                .rightsAssetId(event.rightsAssetId);
    }

    @Override
    public void onCorporateActionAdvanced(CorporateActionAdvanced event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + CorporateActionAdvancedEncoder.BLOCK_LENGTH);
        corporateActionAdvanced
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .actionId(event.actionId)
                .instrumentId(event.instrumentId)
                .stage(event.stage.code())
                .accounts(event.accounts)
                .positionMinor(event.positionMinor)
                .grossMinor(event.grossMinor)
                .taxMinor(event.taxMinor)
                .unitsMinor(event.unitsMinor)
                .lieuMinor(event.lieuMinor)
                .roundingParts(event.roundingParts)
                .roundingScale(event.roundingScale)
                .unpaid(event.unpaid);
    }

    @Override
    public void onEntitlementPaid(EntitlementPaid event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + EntitlementPaidEncoder.BLOCK_LENGTH);
        entitlementPaid
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .actionId(event.actionId)
                .accountId(event.accountId)
                .positionMinor(event.positionMinor)
                .grossMinor(event.grossMinor)
                .taxMinor(event.taxMinor)
                .unitsMinor(event.unitsMinor)
                .instrumentId(event.instrumentId)
                .kind(event.kind.code())
                .paid((short) (event.paid ? 1 : 0));
    }

    @Override
    public void onInterestTermsSet(InterestTermsSet event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + InterestTermsSetEncoder.BLOCK_LENGTH);
        interestTermsSet
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .assetId(event.assetId)
                .calendarId(event.calendarId)
                .payerAccountId(event.payerAccountId)
                .dayCount(event.dayCount)
                .creditDay(event.creditDay)
                .creditMonths(event.creditMonths)
                .ratePpm(event.ratePpm)
                .band1Minor(event.band1Minor)
                .band1Ppm(event.band1Ppm)
                .band2Minor(event.band2Minor)
                .band2Ppm(event.band2Ppm);
    }

    @Override
    public void onInterestCredited(InterestCredited event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + InterestCreditedEncoder.BLOCK_LENGTH);
        interestCredited
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accountId(event.accountId)
                .amountMinor(event.amountMinor)
                .carriedParts(event.carriedParts)
                .assetId(event.assetId)
                .date(event.date);
    }

    @Override
    public void onInterestAccrued(InterestAccrued event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + InterestAccruedEncoder.BLOCK_LENGTH);
        interestAccrued
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accounts(event.accounts)
                .balanceMinor(event.balanceMinor)
                .accruedMinor(event.accruedMinor)
                .accruedParts(event.accruedParts)
                .creditedMinor(event.creditedMinor)
                .assetId(event.assetId)
                .calendarId(event.calendarId)
                .date(event.date)
                .days(event.days);
    }

    @Override
    public void onReferencePriceAdjusted(ReferencePriceAdjusted event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + ReferencePriceAdjustedEncoder.BLOCK_LENGTH);
        referencePriceAdjusted
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .actionId(event.actionId)
                .priceTicks(event.priceTicks)
                .referencePriceTicks(event.referencePriceTicks)
                .lowerLimitTicks(event.lowerLimitTicks)
                .upperLimitTicks(event.upperLimitTicks)
                .instrumentId(event.instrumentId);
    }

    @Override
    public void onRightsExercised(RightsExercised event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + RightsExercisedEncoder.BLOCK_LENGTH);
        rightsExercised
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .actionId(event.actionId)
                .accountId(event.accountId)
                .quantityMinor(event.quantityMinor)
                .costMinor(event.costMinor)
                .instrumentId(event.instrumentId);
    }

    @Override
    public void onEndOfDayAdvanced(EndOfDayAdvanced event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + EndOfDayAdvancedEncoder.BLOCK_LENGTH);
        endOfDayAdvanced
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .calendarId(event.calendarId)
                .date(event.date)
                .stage(event.stage.code())
                .staffId(event.staffId)
                .expiredOrders(event.expiredOrders)
                .settledCount(event.settledCount)
                .failedCount(event.failedCount)
                .servicedAccounts(event.servicedAccounts)
                .accruedAccounts(event.accruedAccounts)
                .steps(event.steps);
    }

    @Override
    public void onListingSet(ListingSet event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + ListingSetEncoder.BLOCK_LENGTH);
        listingSet
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .clearingAccountId(event.clearingAccountId)
                .errorAccountId(event.errorAccountId)
                .instrumentId(event.instrumentId)
                .venueId(event.venueId)
                .queuesWhenDown((short) (event.queuesWhenDown ? 1 : 0));
    }

    @Override
    public void onVenueStateChanged(VenueStateChanged event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + VenueStateChangedEncoder.BLOCK_LENGTH);
        venueStateChanged
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .venueId(event.venueId)
                .up((short) (event.up ? 1 : 0));
    }

    @Override
    public void onOrderRouted(OrderRouted event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + OrderRoutedEncoder.BLOCK_LENGTH);
        orderRouted
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .orderId(event.orderId)
                .accountId(event.accountId)
                .clientTag(event.clientTag)
                .priceTicks(event.priceTicks)
                .quantityLots(event.quantityLots)
                .filledLots(event.filledLots)
                .expiresNanos(event.expiresNanos)
                .instrumentId(event.instrumentId)
                .venueId(event.venueId)
                .requestNumber(event.requestNumber)
                .acceptedNumber(event.acceptedNumber)
                .action(event.action.code())
                .side(event.side.code())
                .timeInForce(event.timeInForce.code());
    }

    @Override
    public void onVenueOrderChanged(VenueOrderChanged event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + VenueOrderChangedEncoder.BLOCK_LENGTH);
        venueOrderChanged
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .orderId(event.orderId)
                .accountId(event.accountId)
                .clientTag(event.clientTag)
                .finalLots(event.finalLots)
                .holdMinor(event.holdMinor)
                .availableAfterMinor(event.availableAfterMinor)
                .heldAfterMinor(event.heldAfterMinor)
                .holdAssetId(event.holdAssetId)
                .instrumentId(event.instrumentId)
                .venueId(event.venueId)
                .requestNumber(event.requestNumber)
                .reasonCode(event.reasonCode)
                .state(event.state.code())
                .unknown((short) (event.unknown ? 1 : 0))
                .cancelWanted((short) (event.cancelWanted ? 1 : 0));
    }

    @Override
    public void onVenueTraded(VenueTraded event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + VenueTradedEncoder.BLOCK_LENGTH);
        venueTraded
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .tradeId(event.tradeId)
                .executionId(event.executionId)
                .correctedTradeId(event.correctedTradeId)
                .orderId(event.orderId)
                .accountId(event.accountId)
                .priceTicks(event.priceTicks)
                .lots(event.lots)
                .houseLots(event.houseLots)
                .notionalMinor(event.notionalMinor)
                .feeMinor(event.feeMinor)
                .taxMinor(event.taxMinor)
                .instrumentId(event.instrumentId)
                .venueId(event.venueId)
                .side(event.side.code());
    }

    @Override
    public void onVenueTradeChanged(VenueTradeChanged event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + VenueTradeChangedEncoder.BLOCK_LENGTH);
        venueTradeChanged
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .tradeId(event.tradeId)
                .newTradeId(event.newTradeId)
                .executionId(event.executionId)
                .orderId(event.orderId)
                .accountId(event.accountId)
                .lots(event.lots)
                .newLots(event.newLots)
                .notionalMinor(event.notionalMinor)
                .newNotionalMinor(event.newNotionalMinor)
                .feeMinor(event.feeMinor)
                .newFeeMinor(event.newFeeMinor)
                .taxMinor(event.taxMinor)
                .newTaxMinor(event.newTaxMinor)
                .baseShortMinor(event.baseShortMinor)
                .quoteShortMinor(event.quoteShortMinor)
                .priceTicks(event.priceTicks)
                .instrumentId(event.instrumentId)
                .venueId(event.venueId)
                .side(event.side.code());
    }

    @Override
    public void onVenueBreakFound(VenueBreakFound event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + VenueBreakFoundEncoder.BLOCK_LENGTH);
        venueBreakFound
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .breakId(event.breakId)
                .executionId(event.executionId)
                .orderId(event.orderId)
                .tradeId(event.tradeId)
                .lots(event.lots)
                .priceTicks(event.priceTicks)
                .instrumentId(event.instrumentId)
                .venueId(event.venueId)
                .kind(event.kind.code())
                .reportKind(event.reportKind.code())
                .side(event.side.code());
    }

    @Override
    public void onVenueBreakResolved(VenueBreakResolved event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + VenueBreakResolvedEncoder.BLOCK_LENGTH);
        venueBreakResolved
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .breakId(event.breakId)
                .staffId(event.staffId)
                .reasonCode(event.reasonCode);
    }

    @Override
    public void onReceivableChanged(ReceivableChanged event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + ReceivableChangedEncoder.BLOCK_LENGTH);
        receivableChanged
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accountId(event.accountId)
                .changeMinor(event.changeMinor)
                .owedMinor(event.owedMinor)
                .tradeId(event.tradeId)
                .assetId(event.assetId);
    }

    @Override
    public void onMarginProgramSet(MarginProgramSet event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + MarginProgramSetEncoder.BLOCK_LENGTH);
        marginProgramSet
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .programId(event.programId)
                .assetId(event.assetId)
                .calendarId(event.calendarId)
                .lendingAccountId(event.lendingAccountId)
                .incomeAccountId(event.incomeAccountId)
                .closingPpm(event.closingPpm)
                .warningPpm(event.warningPpm)
                .restorePpm(event.restorePpm)
                .withdrawalPpm(event.withdrawalPpm)
                .concentrationPpm(event.concentrationPpm)
                .dayCount(event.dayCount)
                .callDays(event.callDays)
                .protectionPpm(event.protectionPpm)
                .creditMaxMinor(event.creditMaxMinor)
                .revalueNanos(event.revalueNanos)
                .staffId(event.staffId);
    }

    @Override
    public void onMarginTermsSet(MarginTermsSet event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + MarginTermsSetEncoder.BLOCK_LENGTH);
        marginTermsSet
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .instrumentId(event.instrumentId)
                .conversionPpm(event.conversionPpm)
                .initialPpm(event.initialPpm)
                .collateral((short) (event.collateral ? 1 : 0))
                .financing((short) (event.financing ? 1 : 0))
                .staffId(event.staffId);
    }

    @Override
    public void onMarginAgreementSet(MarginAgreementSet event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + MarginAgreementSetEncoder.BLOCK_LENGTH);
        marginAgreementSet
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accountId(event.accountId)
                .programId(event.programId)
                .creditLimitMinor(event.creditLimitMinor)
                .ratePpm(event.ratePpm)
                .active((short) (event.active ? 1 : 0))
                .staffId(event.staffId);
    }

    @Override
    public void onMarginLoanChanged(MarginLoanChanged event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + MarginLoanChangedEncoder.BLOCK_LENGTH);
        marginLoanChanged
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accountId(event.accountId)
                .orderId(event.orderId)
                .tradeId(event.tradeId)
                .changeMinor(event.changeMinor)
                .principalMinor(event.principalMinor)
                .reservedMinor(event.reservedMinor)
                .debtMinor(event.debtMinor)
                .interestMinor(event.interestMinor)
                .instrumentId(event.instrumentId)
                .kind(event.kind.code());
    }

    @Override
    public void onMarginValued(MarginValued event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + MarginValuedEncoder.BLOCK_LENGTH);
        marginValued
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accountId(event.accountId)
                .assetsMinor(event.assetsMinor)
                .marketMinor(event.marketMinor)
                .debtMinor(event.debtMinor)
                .reservedMinor(event.reservedMinor)
                .interestMinor(event.interestMinor)
                .ratioPpm(event.ratioPpm)
                .excessMinor(event.excessMinor);
    }

    @Override
    public void onMarginStatusChanged(MarginStatusChanged event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + MarginStatusChangedEncoder.BLOCK_LENGTH);
        marginStatusChanged
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accountId(event.accountId)
                .assetsMinor(event.assetsMinor)
                .debtMinor(event.debtMinor)
                .interestMinor(event.interestMinor)
                .ratioPpm(event.ratioPpm)
                .requiredMinor(event.requiredMinor)
                .deadlineDay(event.deadlineDay)
                .callDate(event.callDate)
                .callDays(event.callDays)
                .status(event.status.code())
                .previous(event.previous.code())
                .reason(event.reason.code());
    }

    @Override
    public void onMarginSaleForced(MarginSaleForced event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + MarginSaleForcedEncoder.BLOCK_LENGTH);
        marginSaleForced
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .accountId(event.accountId)
                .orderId(event.orderId)
                .quantityLots(event.quantityLots)
                .filledLots(event.filledLots)
                .priceTicks(event.priceTicks)
                .neededMinor(event.neededMinor)
                .instrumentId(event.instrumentId);
    }

    @Override
    public void onCommandRejected(CommandRejected event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + CommandRejectedEncoder.BLOCK_LENGTH);
        commandRejected
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .subjectId(event.subjectId)
                .legIndex(event.legIndex)
                .kind(event.kind.code())
                .outcome(event.outcome.code());
    }

    @Override
    public void onDigestTaken(DigestTaken event) {
        int offset = target.claim(event.sequence, HEADER_LENGTH + DigestTakenEncoder.BLOCK_LENGTH);
        digestTaken
                .wrapAndApplyHeader(target.buffer(), offset, header)
                .sequence(event.sequence)
                .timeNanos(event.timeNanos)
                .clientId(event.clientId)
                .commandId(event.commandId)
                .digest(event.digest);
    }
}
