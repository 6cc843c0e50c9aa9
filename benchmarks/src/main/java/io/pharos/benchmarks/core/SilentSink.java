package io.pharos.benchmarks.core;

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

/** Drops every event; a listener overrides what it wants to know. */
public class SilentSink implements EventSink {
    @Override
    public void onAssetRegistered(AssetRegistered event) {}

    @Override
    public void onInstrumentRegistered(InstrumentRegistered event) {}

    @Override
    public void onInstrumentPhaseChanged(InstrumentPhaseChanged event) {}

    @Override
    public void onAccountRegistered(AccountRegistered event) {}

    @Override
    public void onPosted(Posted event) {}

    @Override
    public void onHoldPlaced(HoldPlaced event) {}

    @Override
    public void onHoldCaptured(HoldCaptured event) {}

    @Override
    public void onHoldReleased(HoldReleased event) {}

    @Override
    public void onHoldExpired(HoldExpired event) {}

    @Override
    public void onBalanceChanged(BalanceChanged event) {}

    @Override
    public void onOrderAccepted(OrderAccepted event) {}

    @Override
    public void onOrderRejected(OrderRejected event) {}

    @Override
    public void onOrderReplaced(OrderReplaced event) {}

    @Override
    public void onOrderTriggered(OrderTriggered event) {}

    @Override
    public void onOrderRefreshed(OrderRefreshed event) {}

    @Override
    public void onOrderReduced(OrderReduced event) {}

    @Override
    public void onOrderCancelled(OrderCancelled event) {}

    @Override
    public void onTraded(Traded event) {}

    @Override
    public void onOrdersLinked(OrdersLinked event) {}

    @Override
    public void onOrderRepriced(OrderRepriced event) {}

    @Override
    public void onTriggerMoved(TriggerMoved event) {}

    @Override
    public void onBracketPlaced(BracketPlaced event) {}

    @Override
    public void onExitsPlaced(ExitsPlaced event) {}

    @Override
    public void onLimitChanged(LimitChanged event) {}

    @Override
    public void onKillSwitchChanged(KillSwitchChanged event) {}

    @Override
    public void onAuctionIndicated(AuctionIndicated event) {}

    @Override
    public void onAuctionUncrossed(AuctionUncrossed event) {}

    @Override
    public void onSessionRulesSet(SessionRulesSet event) {}

    @Override
    public void onTransitionPlanned(TransitionPlanned event) {}

    @Override
    public void onMarketBreakerSet(MarketBreakerSet event) {}

    @Override
    public void onMarketBreakerTripped(MarketBreakerTripped event) {}

    @Override
    public void onSettlementRulesSet(SettlementRulesSet event) {}

    @Override
    public void onBusinessDayBegan(BusinessDayBegan event) {}

    @Override
    public void onObligationChanged(ObligationChanged event) {}

    @Override
    public void onObligationSettled(ObligationSettled event) {}

    @Override
    public void onSettlementFailed(SettlementFailed event) {}

    @Override
    public void onBuyInRecorded(BuyInRecorded event) {}

    @Override
    public void onSettlementCompleted(SettlementCompleted event) {}

    @Override
    public void onFeeScheduleSet(FeeScheduleSet event) {}

    @Override
    public void onFeeScheduleAssigned(FeeScheduleAssigned event) {}

    @Override
    public void onCorporateActionAnnounced(CorporateActionAnnounced event) {}

    @Override
    public void onCorporateActionAdvanced(CorporateActionAdvanced event) {}

    @Override
    public void onEntitlementPaid(EntitlementPaid event) {}

    @Override
    public void onInterestTermsSet(InterestTermsSet event) {}

    @Override
    public void onInterestCredited(InterestCredited event) {}

    @Override
    public void onInterestAccrued(InterestAccrued event) {}

    @Override
    public void onReferencePriceAdjusted(ReferencePriceAdjusted event) {}

    @Override
    public void onRightsExercised(RightsExercised event) {}

    @Override
    public void onEndOfDayAdvanced(EndOfDayAdvanced event) {}

    @Override
    public void onListingSet(ListingSet event) {}

    @Override
    public void onVenueStateChanged(VenueStateChanged event) {}

    @Override
    public void onOrderRouted(OrderRouted event) {}

    @Override
    public void onVenueOrderChanged(VenueOrderChanged event) {}

    @Override
    public void onVenueTraded(VenueTraded event) {}

    @Override
    public void onVenueTradeChanged(VenueTradeChanged event) {}

    @Override
    public void onVenueBreakFound(VenueBreakFound event) {}

    @Override
    public void onVenueBreakResolved(VenueBreakResolved event) {}

    @Override
    public void onReceivableChanged(ReceivableChanged event) {}

    @Override
    public void onMarginProgramSet(MarginProgramSet event) {}

    @Override
    public void onMarginTermsSet(MarginTermsSet event) {}

    @Override
    public void onMarginAgreementSet(MarginAgreementSet event) {}

    @Override
    public void onMarginLoanChanged(MarginLoanChanged event) {}

    @Override
    public void onMarginValued(MarginValued event) {}

    @Override
    public void onMarginStatusChanged(MarginStatusChanged event) {}

    @Override
    public void onMarginSaleForced(MarginSaleForced event) {}

    @Override
    public void onCommandRejected(CommandRejected event) {}

    @Override
    public void onDigestTaken(DigestTaken event) {}
}
