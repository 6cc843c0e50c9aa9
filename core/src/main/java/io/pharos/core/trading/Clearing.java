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
    private long lastTradeId;

    Clearing(Ledger ledger, DeferredTrades deferred, Sequencer sequencer, EventSink sink) {
        this.deferred = deferred;
        this.sequencer = sequencer;
        this.sink = sink;
        balances = ledger.balances();
        postings = ledger.postings();
    }

    /** Trades a quantity between two orders, whose filled quantities it raises, at the maker's price. */
    void trade(Order maker, Order taker, long quantityLots) {
        traded.auction = false;
        trade(maker, taker, quantityLots, maker.priceTicks, maker.instrument().takerFeePpm);
    }

    /** Trades a quantity between two orders in an auction; both pay the maker's fee, since neither waited for the other. */
    void tradeInAuction(Order older, Order younger, long quantityLots, long priceTicks) {
        traded.auction = true;
        trade(older, younger, quantityLots, priceTicks, older.instrument().makerFeePpm);
    }

    private void trade(Order maker, Order taker, long quantityLots, long priceTicks, int takerFeePpm) {
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
        maker.fee.accrue(notionalMinor, instrument.makerFeePpm);
        taker.fee.accrue(notionalMinor, takerFeePpm);
        sell.tax.accrue(notionalMinor, instrument.sellTaxPpm);
        long buyFeeMinor = buy.fee.take(Long.MAX_VALUE);
        long sellFeeMinor = sell.fee.take(notionalMinor);
        long sellTaxMinor = sell.tax.take(notionalMinor - sellFeeMinor);

        boolean takerBuys = taker == buy;
        traded.makerFeeMinor = takerBuys ? sellFeeMinor : buyFeeMinor;
        traded.makerTaxMinor = takerBuys ? sellTaxMinor : 0;
        traded.takerFeeMinor = takerBuys ? buyFeeMinor : sellFeeMinor;
        traded.takerTaxMinor = takerBuys ? 0 : sellTaxMinor;
        emit(maker, taker, quantityLots, priceTicks, notionalMinor);
        deliver(instrument, buy, sell, quantityLots);
        pay(instrument, buy, sell, notionalMinor);
        charge(instrument, buy, sell, buyFeeMinor, sellFeeMinor, sellTaxMinor);
        if (!instrument.settlement.isImmediate()) {
            deferred.note(
                    instrument.settlement,
                    buy.accountIndex,
                    sell.accountIndex,
                    quantityLots * instrument.lotMinor,
                    notionalMinor,
                    notionalMinor - sellFeeMinor - sellTaxMinor,
                    lastTradeId);
        }
        reduceHold(buy, notionalMinor + buyFeeMinor);
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

    private void charge(
            Instrument instrument, Order buy, Order sell, long buyFeeMinor, long sellFeeMinor, long sellTaxMinor) {
        if (buyFeeMinor > 0) {
            postings.post(buy.holdSlot, Bucket.HELD, instrument.feeSlot, buyFeeMinor, PostingCode.FEE, cause);
            buy.holdMinor -= buyFeeMinor;
            balances.declareHeld(instrument.quoteAssetIndex, -buyFeeMinor);
        }
        cause.orderId = sell.orderId;
        int sellerSlot = receiveSlot(sell);
        Bucket proceeds = deferred.proceedsBucket(instrument.settlement);
        if (sellFeeMinor > 0) {
            postings.post(sellerSlot, proceeds, instrument.feeSlot, sellFeeMinor, PostingCode.FEE, cause);
        }
        if (sellTaxMinor > 0) {
            postings.post(sellerSlot, proceeds, instrument.taxSlot, sellTaxMinor, PostingCode.TAX, cause);
        }
    }

    /** Leaves a buy with the hold that its remaining quantity needs. */
    private void reduceHold(Order buy, long spentMinor) {
        Invariant.check(spentMinor >= 0 && buy.holdMinor >= 0, "a buy spends at most what it holds");
        if (buy.orderType == OrderType.MARKET) {
            return;
        }
        long neededMinor = OrderCost.limit(buy, buy.priceTicks, buy.remainingLots());
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

    long lastTradeId() {
        return lastTradeId;
    }

    void loadCounters(long lastTradeId) {
        this.lastTradeId = lastTradeId;
    }
}
