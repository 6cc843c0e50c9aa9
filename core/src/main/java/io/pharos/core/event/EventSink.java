package io.pharos.core.event;

/**
 * Receives the events of the core, in the order of their sequence.
 *
 * <p>The event is a flyweight that the core reuses: copy or encode it before returning. A sink never calls the engine.
 * The events of one call of {@code apply} or {@code advanceTo} belong together, and all have been delivered when that
 * call returns; an adapter may write them as one record.
 *
 * <p>Each event carries the balances as its own change left them, so a reader that sets available and held of every
 * event that names a balance, in order, holds the exact balances at every sequence.
 */
public interface EventSink {
    void onAssetRegistered(AssetRegistered event);

    void onInstrumentRegistered(InstrumentRegistered event);

    void onInstrumentPhaseChanged(InstrumentPhaseChanged event);

    void onAccountRegistered(AccountRegistered event);

    void onPosted(Posted event);

    void onHoldPlaced(HoldPlaced event);

    void onHoldCaptured(HoldCaptured event);

    void onHoldReleased(HoldReleased event);

    void onHoldExpired(HoldExpired event);

    void onBalanceChanged(BalanceChanged event);

    void onOrderAccepted(OrderAccepted event);

    void onOrderRejected(OrderRejected event);

    void onOrderReplaced(OrderReplaced event);

    void onOrderTriggered(OrderTriggered event);

    void onOrderRefreshed(OrderRefreshed event);

    void onOrderReduced(OrderReduced event);

    void onOrderCancelled(OrderCancelled event);

    void onTraded(Traded event);

    void onOrdersLinked(OrdersLinked event);

    void onOrderRepriced(OrderRepriced event);

    void onTriggerMoved(TriggerMoved event);

    void onBracketPlaced(BracketPlaced event);

    void onExitsPlaced(ExitsPlaced event);

    void onLimitChanged(LimitChanged event);

    void onKillSwitchChanged(KillSwitchChanged event);

    void onAuctionIndicated(AuctionIndicated event);

    void onAuctionUncrossed(AuctionUncrossed event);

    void onSessionRulesSet(SessionRulesSet event);

    void onTransitionPlanned(TransitionPlanned event);

    void onMarketBreakerSet(MarketBreakerSet event);

    void onMarketBreakerTripped(MarketBreakerTripped event);

    void onSettlementRulesSet(SettlementRulesSet event);

    void onBusinessDayBegan(BusinessDayBegan event);

    void onObligationChanged(ObligationChanged event);

    void onObligationSettled(ObligationSettled event);

    void onSettlementFailed(SettlementFailed event);

    void onBuyInRecorded(BuyInRecorded event);

    void onSettlementCompleted(SettlementCompleted event);

    void onFeeScheduleSet(FeeScheduleSet event);

    void onFeeScheduleAssigned(FeeScheduleAssigned event);

    void onCorporateActionAnnounced(CorporateActionAnnounced event);

    void onCorporateActionAdvanced(CorporateActionAdvanced event);

    void onEntitlementPaid(EntitlementPaid event);

    void onInterestTermsSet(InterestTermsSet event);

    void onInterestCredited(InterestCredited event);

    void onInterestAccrued(InterestAccrued event);

    void onReferencePriceAdjusted(ReferencePriceAdjusted event);

    void onRightsExercised(RightsExercised event);

    void onEndOfDayAdvanced(EndOfDayAdvanced event);

    void onListingSet(ListingSet event);

    void onVenueStateChanged(VenueStateChanged event);

    void onOrderRouted(OrderRouted event);

    void onVenueOrderChanged(VenueOrderChanged event);

    void onVenueTraded(VenueTraded event);

    void onVenueTradeChanged(VenueTradeChanged event);

    void onVenueBreakFound(VenueBreakFound event);

    void onVenueBreakResolved(VenueBreakResolved event);

    void onReceivableChanged(ReceivableChanged event);

    void onMarginProgramSet(MarginProgramSet event);

    void onMarginTermsSet(MarginTermsSet event);

    void onMarginAgreementSet(MarginAgreementSet event);

    void onMarginLoanChanged(MarginLoanChanged event);

    void onMarginValued(MarginValued event);

    void onMarginStatusChanged(MarginStatusChanged event);

    void onMarginSaleForced(MarginSaleForced event);

    void onCommandRejected(CommandRejected event);

    void onDigestTaken(DigestTaken event);
}
