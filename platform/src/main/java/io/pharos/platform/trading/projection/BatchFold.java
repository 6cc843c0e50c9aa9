package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.message.CoreEvent.AssetRegistered;
import io.pharos.cluster.message.CoreEvent.BalanceChanged;
import io.pharos.cluster.message.CoreEvent.HoldCaptured;
import io.pharos.cluster.message.CoreEvent.HoldExpired;
import io.pharos.cluster.message.CoreEvent.HoldPlaced;
import io.pharos.cluster.message.CoreEvent.HoldReleased;
import io.pharos.cluster.message.CoreEvent.InstrumentPhaseChanged;
import io.pharos.cluster.message.CoreEvent.InstrumentRegistered;
import io.pharos.cluster.message.CoreEvent.OrderAccepted;
import io.pharos.cluster.message.CoreEvent.OrderCancelled;
import io.pharos.cluster.message.CoreEvent.OrderReduced;
import io.pharos.cluster.message.CoreEvent.OrderRejected;
import io.pharos.cluster.message.CoreEvent.OrderReplaced;
import io.pharos.cluster.message.CoreEvent.OrderTriggered;
import io.pharos.cluster.message.CoreEvent.OrdersLinked;
import io.pharos.cluster.message.CoreEvent.Posted;
import io.pharos.cluster.message.CoreEvent.Traded;
import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.position.Position;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Phase;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.Side;
import java.util.List;

/** What each event does to the rows of a {@link Batch}. It computes and remembers nothing else. */
final class BatchFold {
    private static final String BOOKED = "BOOKED";

    private final InstrumentDirectory directory;
    private final Batch batch;

    BatchFold(InstrumentDirectory directory, Batch batch) {
        this.directory = directory;
        this.batch = batch;
    }

    void fold(List<CoreEvent> events) {
        for (CoreEvent event : events) {
            fold(event);
            batch.sequence = event.sequence();
        }
    }

    private void fold(CoreEvent event) {
        switch (event) {
            case AssetRegistered e ->
                batch.assets.put(e.assetId(), new Asset(e.assetId(), e.code(), e.scale(), e.kind()));
            case InstrumentRegistered e -> register(e);
            case InstrumentPhaseChanged e ->
                batch.instruments.put(
                        e.instrumentId(),
                        instrument(e.instrumentId())
                                .inPhase(e.phase(), e.referencePriceTicks(), e.lowerLimitTicks(), e.upperLimitTicks()));
            case Posted e -> post(e);
            case HoldPlaced e ->
                balance(e.accountId(), e.assetId(), e.availableAfterMinor(), e.heldAfterMinor(), e.sequence());
            case HoldCaptured e ->
                balance(e.accountId(), e.assetId(), e.availableAfterMinor(), e.heldAfterMinor(), e.sequence());
            case HoldReleased e ->
                balance(e.accountId(), e.assetId(), e.availableAfterMinor(), e.heldAfterMinor(), e.sequence());
            case HoldExpired e ->
                balance(e.accountId(), e.assetId(), e.availableAfterMinor(), e.heldAfterMinor(), e.sequence());
            case BalanceChanged e ->
                balance(e.accountId(), e.assetId(), e.availableAfterMinor(), e.heldAfterMinor(), e.sequence());
            case OrderAccepted e -> accept(e);
            case OrderRejected e -> reject(e);
            case OrderReplaced e -> replace(e);
            case OrderTriggered e -> trigger(e);
            case OrderReduced e -> reduce(e);
            case CoreEvent.OrderRefreshed e -> {}
            case OrderCancelled e -> cancel(e);
            case Traded e -> trade(e);
            case CoreEvent.AccountRegistered e -> {}
            case CoreEvent.AuctionIndicated e -> {}
            case CoreEvent.AuctionUncrossed e -> {}
            case CoreEvent.SessionRulesSet e -> {}
            case CoreEvent.TransitionPlanned e -> {}
            case CoreEvent.MarketBreakerSet e -> {}
            case CoreEvent.MarketBreakerTripped e -> {}
            case OrdersLinked e -> link(e);
            case CoreEvent.OrderRepriced e -> {
                if (Batch.keeps(e.accountId())) {
                    OrderRow row = batch.order(e.orderId());
                    batch.put(row.with(row.terms().standingAt(e.priceTicks()), e.timeNanos(), e.sequence()));
                }
            }
            case CoreEvent.TriggerMoved e -> {
                if (Batch.keeps(e.accountId())) {
                    OrderRow row = batch.order(e.orderId());
                    batch.put(row.with(row.terms().triggerPrice(e.triggerPriceTicks()), e.timeNanos(), e.sequence()));
                }
            }
            case CoreEvent.BracketPlaced e -> {
                if (Batch.keeps(e.accountId())) {
                    OrderRow row = batch.order(e.orderId());
                    batch.put(row.with(row.terms().bracketed(ExitTerms.of(e)), e.timeNanos(), e.sequence()));
                }
            }
            case CoreEvent.ExitsPlaced e -> exit(e);
            case CoreEvent.SettlementRulesSet e -> batch.settlement.fold(e);
            case CoreEvent.BusinessDayBegan e -> batch.settlement.fold(e);
            case CoreEvent.ObligationChanged e -> batch.settlement.fold(e);
            case CoreEvent.ObligationSettled e -> batch.settlement.fold(e);
            case CoreEvent.SettlementFailed e -> batch.settlement.fold(e);
            case CoreEvent.BuyInRecorded e -> batch.settlement.fold(e);
            case CoreEvent.SettlementCompleted e -> batch.settlement.fold(e);
            case CoreEvent.FeeScheduleSet e -> batch.servicing.fold(e);
            case CoreEvent.FeeScheduleAssigned e -> batch.servicing.fold(e);
            case CoreEvent.CorporateActionAnnounced e -> batch.servicing.fold(e);
            case CoreEvent.CorporateActionAdvanced e -> batch.servicing.fold(e);
            case CoreEvent.InterestTermsSet e -> batch.servicing.fold(e);
            case CoreEvent.InterestAccrued e -> batch.servicing.fold(e);
            case CoreEvent.EndOfDayAdvanced e -> batch.servicing.fold(e);
            case CoreEvent.EntitlementPaid e -> redeem(e);
            case CoreEvent.InterestCredited e -> {}
            case CoreEvent.ReferencePriceAdjusted e -> {}
            case CoreEvent.RightsExercised e -> subscribe(e);
            case CoreEvent.MarginProgramSet e -> batch.margin.fold(e);
            case CoreEvent.MarginTermsSet e -> batch.margin.fold(e);
            case CoreEvent.MarginAgreementSet e -> batch.margin.fold(e);
            case CoreEvent.MarginLoanChanged e -> batch.margin.fold(e);
            case CoreEvent.MarginValued e -> batch.margin.fold(e);
            case CoreEvent.MarginStatusChanged e -> batch.margin.fold(e);
            case CoreEvent.MarginSaleForced e -> batch.margin.fold(e);
            case CoreEvent.LimitChanged e -> batch.riskChanges.add(RiskChangeRow.of(e));
            case CoreEvent.KillSwitchChanged e -> batch.riskChanges.add(RiskChangeRow.of(e));
            case CoreEvent.VenueOrderChanged e -> {
                balance(e.accountId(), e.holdAssetId(), e.availableAfterMinor(), e.heldAfterMinor(), e.sequence());
                batch.venue.fold(e);
            }
            case CoreEvent.VenueTradeChanged e -> change(e);
            case CoreEvent.ListingSet e -> batch.venue.foldAny(e);
            case CoreEvent.VenueStateChanged e -> batch.venue.foldAny(e);
            case CoreEvent.OrderRouted e -> batch.venue.foldAny(e);
            case CoreEvent.VenueTraded e -> batch.venue.foldAny(e);
            case CoreEvent.VenueBreakFound e -> batch.venue.foldAny(e);
            case CoreEvent.VenueBreakResolved e -> batch.venue.foldAny(e);
            case CoreEvent.ReceivableChanged e -> batch.venue.foldAny(e);
            case CoreEvent.CommandRejected e -> {}
            case CoreEvent.DigestTaken e -> {}
        }
    }

    private void register(InstrumentRegistered e) {
        batch.instruments.put(
                e.instrumentId(),
                new Instrument(
                        e.instrumentId(),
                        e.symbol(),
                        asset(e.baseAssetId()),
                        asset(e.quoteAssetId()),
                        e.lotMinor(),
                        e.boardLotLots(),
                        e.tickValueMinor(),
                        e.bandPpm(),
                        e.referencePriceTicks(),
                        0,
                        0,
                        e.makerFeePpm(),
                        e.takerFeePpm(),
                        e.sellTaxPpm(),
                        e.marketCollarPpm(),
                        e.maxOrderLots(),
                        Phase.PENDING));
    }

    private void post(Posted e) {
        balance(e.debitAccountId(), e.assetId(), e.debitAvailableAfterMinor(), e.debitHeldAfterMinor(), e.sequence());
        balance(
                e.creditAccountId(),
                e.assetId(),
                e.creditAvailableAfterMinor(),
                e.creditHeldAfterMinor(),
                e.sequence());
        batch.settlement.fold(e);
        batch.trial.fold(e);
        if (Batch.keeps(e.debitAccountId()) && SettlementFold.isOwned(e.debitBucket())) {
            long after = Math.addExact(e.debitAvailableAfterMinor(), e.debitHeldAfterMinor());
            batch.movements.add(movement(e, 2 * e.sequence(), e.debitAccountId(), -e.amountMinor(), after));
        }
        if (Batch.keeps(e.creditAccountId()) && SettlementFold.isOwned(e.creditBucket())) {
            long after = Math.addExact(e.creditAvailableAfterMinor(), e.creditHeldAfterMinor());
            batch.movements.add(movement(e, 2 * e.sequence() + 1, e.creditAccountId(), e.amountMinor(), after));
        }
        boolean ofATrade = e.tradeId() != 0
                || e.code() == PostingCode.TRADE_SECURITY
                || e.code() == PostingCode.TRADE_CASH
                || e.code() == PostingCode.SETTLEMENT
                || (e.code() == PostingCode.REDEMPTION && Batch.keeps(e.debitAccountId()));
        if (!ofATrade && asset(e.assetId()).kind() != AssetKind.CURRENCY) {
            moveHolding(e);
        }
    }

    private void moveHolding(Posted e) {
        HoldingKey debit = new HoldingKey(e.debitAccountId(), e.assetId());
        HoldingKey credit = new HoldingKey(e.creditAccountId(), e.assetId());
        if (Batch.keeps(e.debitAccountId())) {
            Position before = position(debit);
            batch.put(
                    debit,
                    e.code() == PostingCode.SPLIT
                            ? before.consolidate(e.amountMinor())
                            : before.release(e.amountMinor()));
        }
        if (Batch.keeps(e.creditAccountId())) {
            batch.put(credit, position(credit).acquire(e.amountMinor(), 0));
        }
    }

    /** A redemption is a sale to the issuer: what it pays is realised. */
    private void redeem(CoreEvent.EntitlementPaid e) {
        HoldingKey key = new HoldingKey(
                e.accountId(), instrument(e.instrumentId()).base().assetId());
        if (e.paid() && e.kind() == CorporateActionKind.REDEMPTION && Batch.keeps(e.accountId())) {
            batch.put(key, position(key).sell(e.positionMinor(), e.grossMinor() - e.taxMinor()));
        }
    }

    /** What rights subscribe cost their price; the units came with their posting. */
    private void subscribe(CoreEvent.RightsExercised e) {
        HoldingKey key = new HoldingKey(
                e.accountId(), instrument(e.instrumentId()).base().assetId());
        if (Batch.keeps(e.accountId())) {
            batch.put(key, position(key).acquire(0, e.costMinor()));
        }
    }

    private static MovementRow movement(Posted e, long id, long accountId, long amountMinor, long afterMinor) {
        return new MovementRow(
                id,
                accountId,
                e.assetId(),
                amountMinor,
                afterMinor,
                e.code(),
                e.transferId(),
                e.orderId(),
                e.tradeId(),
                e.reference(),
                e.timeNanos());
    }

    private void accept(OrderAccepted e) {
        balance(e.accountId(), e.holdAssetId(), e.availableAfterMinor(), e.heldAfterMinor(), e.sequence());
        if (!Batch.keeps(e.accountId())) {
            return;
        }
        batch.put(new OrderRow(
                e.orderId(),
                e.accountId(),
                e.instrumentId(),
                e.clientTag(),
                e.side(),
                e.orderType() == OrderType.MARKET_TO_LIMIT ? OrderType.LIMIT : e.orderType(),
                e.timeInForce(),
                e.postOnly(),
                OrderTerms.of(e),
                e.priceTicks(),
                e.quantityLots(),
                0,
                0,
                0,
                0,
                e.orderType().isConditional() ? OrderStatus.PENDING_TRIGGER : OrderStatus.NEW,
                null,
                e.timeNanos(),
                e.timeNanos(),
                e.sequence(),
                e.sequence()));
    }

    private void link(OrdersLinked e) {
        if (Batch.keeps(e.accountId())) {
            batch.put(batch.order(e.orderId()).linkedTo(e.linkedOrderId(), e.timeNanos(), e.sequence()));
            batch.put(batch.order(e.linkedOrderId()).linkedTo(e.orderId(), e.timeNanos(), e.sequence()));
        }
    }

    private void exit(CoreEvent.ExitsPlaced e) {
        if (!Batch.keeps(e.accountId())) {
            return;
        }
        for (long orderId : new long[] {e.takeProfitOrderId(), e.stopOrderId()}) {
            if (orderId != 0) {
                OrderRow row = batch.order(orderId);
                batch.put(row.with(row.terms().exitOf(e.orderId()), e.timeNanos(), e.sequence()));
            }
        }
    }

    private void reject(OrderRejected e) {
        if (!Batch.keeps(e.accountId())) {
            return;
        }
        batch.put(new OrderRow(
                -e.sequence(),
                e.accountId(),
                e.instrumentId(),
                e.clientTag(),
                e.side(),
                e.orderType(),
                e.timeInForce(),
                e.postOnly(),
                OrderTerms.only(e.orderType()),
                e.priceTicks(),
                e.quantityLots(),
                0,
                0,
                0,
                0,
                OrderStatus.REJECTED,
                e.outcome().name(),
                e.timeNanos(),
                e.timeNanos(),
                e.sequence(),
                e.sequence()));
    }

    private void replace(OrderReplaced e) {
        balance(e.accountId(), e.holdAssetId(), e.availableAfterMinor(), e.heldAfterMinor(), e.sequence());
        if (Batch.keeps(e.accountId())) {
            batch.put(batch.order(e.orderId())
                    .replaced(e.priceTicks(), e.quantityLots(), e.triggerPriceTicks(), e.timeNanos(), e.sequence()));
        }
    }

    private void trigger(OrderTriggered e) {
        balance(e.accountId(), e.holdAssetId(), e.availableAfterMinor(), e.heldAfterMinor(), e.sequence());
        if (Batch.keeps(e.accountId())) {
            batch.put(batch.order(e.orderId()).setOff(e));
        }
    }

    private void reduce(OrderReduced e) {
        balance(e.accountId(), e.holdAssetId(), e.availableAfterMinor(), e.heldAfterMinor(), e.sequence());
        if (Batch.keeps(e.accountId())) {
            batch.put(batch.order(e.orderId()).reduced(e.quantityLots(), e.timeNanos(), e.sequence()));
        }
    }

    private void cancel(OrderCancelled e) {
        balance(e.accountId(), e.holdAssetId(), e.availableAfterMinor(), e.heldAfterMinor(), e.sequence());
        if (Batch.keeps(e.accountId())) {
            OrderRow row = batch.order(e.orderId());
            String refusal = row.reason();
            String why = e.reason() == CancelReason.TRIGGER_REFUSED && refusal != null
                    ? refusal
                    : e.reason().name();
            batch.put(row.cancelled(why, e.timeNanos(), e.sequence()));
        }
    }

    private void trade(Traded e) {
        Side makerSide = e.takerSide() == Side.BUY ? Side.SELL : Side.BUY;
        if (Batch.keeps(e.makerAccountId())) {
            execute(
                    e,
                    false,
                    e.makerOrderId(),
                    e.makerAccountId(),
                    makerSide,
                    e.makerFeeMinor(),
                    e.makerTaxMinor(),
                    e.makerRemainingLots());
        }
        if (Batch.keeps(e.takerAccountId())) {
            execute(
                    e,
                    true,
                    e.takerOrderId(),
                    e.takerAccountId(),
                    e.takerSide(),
                    e.takerFeeMinor(),
                    e.takerTaxMinor(),
                    e.takerRemainingLots());
        }
    }

    private void execute(
            Traded e, boolean taker, long orderId, long accountId, Side side, long fee, long tax, long remainingLots) {
        batch.put(batch.order(orderId)
                .traded(e.quantityLots(), e.notionalMinor(), fee, tax, remainingLots, e.timeNanos(), e.sequence()));
        batch.executions.add(new ExecutionRow(
                2 * e.tradeId() + (taker ? 1 : 0),
                e.tradeId(),
                orderId,
                accountId,
                e.instrumentId(),
                side,
                e.priceTicks(),
                e.quantityLots(),
                e.notionalMinor(),
                fee,
                tax,
                taker,
                e.timeNanos(),
                e.sequence(),
                BOOKED));
        Instrument instrument = instrument(e.instrumentId());
        HoldingKey key = new HoldingKey(accountId, instrument.base().assetId());
        long quantity = instrument.quantityMinor(e.quantityLots());
        Position before = position(key);
        batch.put(
                key,
                side == Side.BUY
                        ? before.acquire(quantity, e.notionalMinor() + fee)
                        : before.sell(quantity, e.notionalMinor() - fee - tax));
    }

    /** A venue took a trade back, or told it anew. */
    private void change(CoreEvent.VenueTradeChanged e) {
        batch.venue.fold(e);
        if (!Batch.keeps(e.accountId()) || e.lots() == 0) {
            return;
        }
        batch.put(batch.order(e.orderId()).changedByVenue(e));
        if (e.newTradeId() != 0 && e.newLots() > 0) {
            batch.executions.add(new ExecutionRow(
                    2 * e.newTradeId() + 1,
                    e.newTradeId(),
                    e.orderId(),
                    e.accountId(),
                    e.instrumentId(),
                    e.side(),
                    e.priceTicks(),
                    e.newLots(),
                    e.newNotionalMinor(),
                    e.newFeeMinor(),
                    e.newTaxMinor(),
                    true,
                    e.timeNanos(),
                    e.sequence(),
                    BOOKED));
        }
        Instrument instrument = instrument(e.instrumentId());
        HoldingKey key = new HoldingKey(e.accountId(), instrument.base().assetId());
        batch.put(key, VenueFold.changed(position(key), e, instrument.lotMinor()));
    }

    private void balance(long accountId, int assetId, long available, long held, long sequence) {
        batch.balances.put(
                new HoldingKey(accountId, assetId), new BalanceRow(accountId, assetId, available, held, sequence));
    }

    private Position position(HoldingKey key) {
        return batch.positions.getOrDefault(key, Position.NONE);
    }

    private Asset asset(int assetId) {
        Asset asset = batch.assets.get(assetId);
        return asset == null ? directory.asset(assetId) : asset;
    }

    private Instrument instrument(int instrumentId) {
        Instrument instrument = batch.instruments.get(instrumentId);
        return instrument == null ? directory.instrument(instrumentId) : instrument;
    }
}
