package io.pharos.core.trading;

import io.pharos.core.event.BalanceChanged;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.Sequencer;
import io.pharos.core.event.Traded;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.PostingCause;
import io.pharos.core.ledger.Postings;
import io.pharos.core.settlement.DeferredTrades;
import io.pharos.core.state.Invariant;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PostingCode;

/**
 * Posts a trade: both sides, the fees and the tax in one step, out of what the orders hold. What a buy no longer needs to
 * hold, because it traded better than its limit or at the cheaper fee, is released with each fill. Where the instrument
 * settles later, securities and cash go by way of {@link DeferredTrades}; fees and tax are always charged at once.
 */
final class Clearing {
    private final Balances balances;
    private final Postings postings;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final PostingCause cause = new PostingCause();
    private final Traded traded = new Traded();
    private final BalanceChanged balanceChanged = new BalanceChanged();
    private final DeferredTrades deferred;
    private final FeeSchedules fees;
    private final BuyingPower power;
    private final TradeCharges buyCharges = new TradeCharges();
    private final TradeCharges sellCharges = new TradeCharges();
    private long lastTradeId;

    Clearing(
            Ledger ledger,
            BuyingPower power,
            DeferredTrades deferred,
            FeeSchedules fees,
            Sequencer sequencer,
            EventSink sink) {
        this.power = power;
        this.fees = fees;
        this.deferred = deferred;
        this.sequencer = sequencer;
        this.sink = sink;
        balances = ledger.balances();
        postings = ledger.postings();
    }

    /** Trades a quantity between two orders, whose filled quantities it raises, at the maker's price. */
    void trade(Order maker, Order taker, long quantityLots) {
        traded.auction = false;
        trade(maker, taker, quantityLots, maker.priceTicks, false);
    }

    /** Trades a quantity between two orders in an auction; both pay the maker's fee, since neither waited for the other. */
    void tradeInAuction(Order older, Order younger, long quantityLots, long priceTicks) {
        traded.auction = true;
        trade(older, younger, quantityLots, priceTicks, true);
    }

    private void trade(Order maker, Order taker, long quantityLots, long priceTicks, boolean asMakers) {
        Instrument instrument = maker.instrument();
        long notionalMinor = instrument.notionalMinor(priceTicks, quantityLots);
        Invariant.check(notionalMinor != Exact.OVERFLOW, "the notional of a trade was counted when its orders came");
        maker.filledLots += quantityLots;
        taker.filledLots += quantityLots;
        Invariant.check(
                maker.filledLots <= maker.quantityLots && taker.filledLots <= taker.quantityLots,
                "an order is not filled for more than its quantity");
        lastTradeId++;

        Order buy = taker.isBuy() ? taker : maker;
        Order sell = taker.isBuy() ? maker : taker;
        accrue(maker, notionalMinor, true);
        accrue(taker, notionalMinor, asMakers);
        take(buy, Long.MAX_VALUE, buyCharges);
        take(sell, notionalMinor, sellCharges);

        TradeCharges makerCharges = maker == buy ? buyCharges : sellCharges;
        TradeCharges takerCharges = maker == buy ? sellCharges : buyCharges;
        traded.makerFeeMinor = makerCharges.feesMinor();
        traded.makerTaxMinor = makerCharges.taxMinor;
        traded.takerFeeMinor = takerCharges.feesMinor();
        traded.takerTaxMinor = takerCharges.taxMinor;
        emit(maker, taker, quantityLots, priceTicks, notionalMinor);
        deliver(instrument, buy, sell, quantityLots);
        pay(instrument, buy, sell, notionalMinor);
        charge(instrument, buy, sell);
        if (!instrument.settlement.isImmediate()) {
            deferred.note(
                    instrument.settlement,
                    buy.accountIndex,
                    sell.accountIndex,
                    quantityLots * instrument.lotMinor,
                    notionalMinor,
                    notionalMinor - sellCharges.totalMinor(),
                    lastTradeId);
        }
        if (buy.borrowedMinor > buy.holdMinor) {
            power.spent(buy, lastTradeId);
        }
        if (balances.isPledged(receiveSlot(sell))) {
            power.sold(sell, lastTradeId, notionalMinor - sellCharges.totalMinor());
        }
        reduceHold(buy, notionalMinor + buyCharges.totalMinor());
    }

    private void deliver(Instrument instrument, Order buy, Order sell, long quantityLots) {
        long baseMinor = quantityLots * instrument.lotMinor;
        cause.clear();
        cause.tradeId = lastTradeId;
        cause.orderId = sell.orderId;
        if (instrument.settlement.isImmediate()) {
            postings.post(sell.holdSlot, Bucket.HELD, receiveSlot(buy), baseMinor, PostingCode.TRADE_SECURITY, cause);
        } else {
            deferred.deliver(instrument.settlement, sell.holdSlot, receiveSlot(buy), baseMinor, cause);
        }
        sell.holdMinor -= baseMinor;
        balances.declareHeld(instrument.baseAssetIndex, -baseMinor);
    }

    private void pay(Instrument instrument, Order buy, Order sell, long notionalMinor) {
        cause.orderId = buy.orderId;
        if (instrument.settlement.isImmediate()) {
            postings.post(buy.holdSlot, Bucket.HELD, receiveSlot(sell), notionalMinor, PostingCode.TRADE_CASH, cause);
        } else {
            deferred.pay(instrument.settlement, buy.holdSlot, receiveSlot(sell), notionalMinor, cause);
        }
        buy.holdMinor -= notionalMinor;
        balances.declareHeld(instrument.quoteAssetIndex, -notionalMinor);
    }

    /** Adds a fill to what an order owes; returns the rate of its fee or commission, parts per million. */
    int accrue(Order order, long notionalMinor, boolean asMaker) {
        FeeSchedule schedule = order.fees;
        if (schedule != null) {
            return fees.accrue(schedule, order, notionalMinor, asMaker);
        }
        Instrument of = order.instrument();
        int feePpm = asMaker ? of.makerFeePpm : of.takerFeePpm;
        order.fee.accrue(notionalMinor, feePpm);
        if (!order.isBuy()) {
            order.tax.accrue(notionalMinor, of.sellTaxPpm);
        }
        return feePpm;
    }

    /** Charges what an order owes, together at most the limit. */
    static void take(Order order, long limitMinor, TradeCharges charges) {
        FeeSchedule schedule = order.fees;
        if (schedule != null) {
            schedule.take(order, limitMinor, charges);
            return;
        }
        charges.feeMinor = order.fee.take(limitMinor);
        charges.taxMinor = order.isBuy() ? 0 : order.tax.take(limitMinor - charges.feeMinor);
        charges.transferFeeMinor = 0;
    }

    private void charge(Instrument instrument, Order buy, Order sell) {
        long buyMinor = buyCharges.totalMinor();
        if (buyMinor > 0) {
            post(buy, buy.holdSlot, Bucket.HELD, buyCharges);
            buy.holdMinor -= buyMinor;
            balances.declareHeld(instrument.quoteAssetIndex, -buyMinor);
        }
        cause.orderId = sell.orderId;
        if (sellCharges.totalMinor() > 0) {
            post(sell, receiveSlot(sell), deferred.proceedsBucket(instrument.settlement), sellCharges);
        }
    }

    /** Posts each component to its account under its own code. */
    private void post(Order order, int fromSlot, Bucket from, TradeCharges charges) {
        FeeSchedule schedule = order.fees;
        if (schedule == null) {
            post(fromSlot, from, order.instrument().feeSlot, charges.feeMinor, PostingCode.FEE);
            post(fromSlot, from, order.instrument().taxSlot, charges.taxMinor, PostingCode.TAX);
        } else {
            post(fromSlot, from, schedule.commissionSlot, charges.feeMinor, PostingCode.COMMISSION);
            post(fromSlot, from, schedule.stampDutySlot, charges.taxMinor, PostingCode.STAMP_DUTY);
            post(fromSlot, from, schedule.transferFeeSlot, charges.transferFeeMinor, PostingCode.TRANSFER_FEE);
        }
    }

    private void post(int fromSlot, Bucket from, int toSlot, long amountMinor, PostingCode code) {
        if (amountMinor > 0) {
            postings.post(fromSlot, from, toSlot, amountMinor, code, cause);
        }
    }

    /** Leaves a buy with the hold that its remaining quantity needs. */
    private void reduceHold(Order buy, long spentMinor) {
        Invariant.check(spentMinor >= 0 && buy.holdMinor >= 0, "a buy spends at most what it holds");
        if (buy.orderType == OrderType.MARKET) {
            return;
        }
        long neededMinor = OrderCost.limit(buy, buy.boundTicks(), buy.remainingLots());
        Invariant.check(buy.holdMinor >= neededMinor, "what a buy holds covers its remaining quantity");
        release(buy, buy.holdMinor - neededMinor);
    }

    /** Releases what an order still holds that has nothing left to trade. */
    void releaseRest(Order order) {
        release(order, order.holdMinor);
    }

    private void release(Order order, long releasedMinor) {
        if (releasedMinor == 0) {
            return;
        }
        Instrument instrument = order.instrument();
        balances.unhold(order.holdSlot, releasedMinor);
        order.holdMinor -= releasedMinor;
        balances.declareHeld(instrument.spentAssetIndex(order.side), -releasedMinor);
        BalanceChanged event = balanceChanged;
        event.accountId = order.accountId;
        event.orderId = order.orderId;
        event.tradeId = lastTradeId;
        event.releasedMinor = releasedMinor;
        event.availableAfterMinor = balances.availableMinor(order.holdSlot);
        event.heldAfterMinor = balances.heldMinor(order.holdSlot);
        event.assetId = instrument.spentAssetId(order.side);
        sequencer.stamp(event);
        sink.onBalanceChanged(event);
        if (order.borrowedMinor != 0) {
            power.giveBack(order, releasedMinor);
        }
    }

    private void emit(Order maker, Order taker, long quantityLots, long priceTicks, long notionalMinor) {
        Traded event = traded;
        event.tradeId = lastTradeId;
        event.priceTicks = priceTicks;
        event.quantityLots = quantityLots;
        event.notionalMinor = notionalMinor;
        event.makerOrderId = maker.orderId;
        event.makerAccountId = maker.accountId;
        event.makerClientTag = maker.clientTag;
        event.makerRemainingLots = maker.remainingLots();
        event.takerOrderId = taker.orderId;
        event.takerAccountId = taker.accountId;
        event.takerClientTag = taker.clientTag;
        event.takerRemainingLots = taker.remainingLots();
        event.instrumentId = maker.instrument().instrumentId;
        event.takerSide = taker.side;
        sequencer.stamp(event);
        sink.onTraded(event);
    }

    private int receiveSlot(Order order) {
        if (order.receiveSlot == Balances.NOT_FOUND) {
            order.receiveSlot =
                    balances.findOrAdd(order.accountIndex, order.instrument().receivedAssetIndex(order.side));
        }
        return order.receiveSlot;
    }

    /** Gives the next trade its id. */
    long takeTradeId() {
        return ++lastTradeId;
    }

    long lastTradeId() {
        return lastTradeId;
    }

    void loadCounters(long lastTradeId) {
        this.lastTradeId = lastTradeId;
    }
}
