package io.pharos.core.trading;

import io.pharos.core.event.BalanceChanged;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.ReceivableChanged;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.PostingCause;
import io.pharos.core.ledger.Postings;
import io.pharos.core.state.Invariant;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.Side;
import org.jspecify.annotations.Nullable;

/**
 * Posts what venues report. Every fill is posted against the clearing account of the venue, every bust and correction by
 * what differs from the trade that it changes; nothing that was posted is edited.
 *
 * <pre>
 *                   buy                                     sell
 *   fill            held -> clearing (cash)                 held -> clearing (securities)
 *                   clearing -> available (securities)      clearing -> available (cash)
 *   taken back      available -> clearing (securities)      available -> clearing (cash)
 *                   clearing -> available (cash)            clearing -> available (securities)
 *   not there       error -> clearing, and the customer owes it to the house
 * </pre>
 */
final class VenueClearing {
    private final Balances balances;
    private final Postings postings;
    private final Ledger ledger;
    private final Clearing trades;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final BalanceChanged balanceChanged = new BalanceChanged();
    private final ReceivableChanged receivableChanged = new ReceivableChanged();
    final PostingCause cause = new PostingCause();

    /** What the customer could not give back in the last {@link #adjust}. */
    long baseShortMinor;

    long quoteShortMinor;

    /** What the last fill charged. */
    final TradeCharges charges = new TradeCharges();

    /** The rate of its fee or commission, parts per million. */
    int ratePpm;

    VenueClearing(Ledger ledger, Clearing trades, Sequencer sequencer, EventSink sink) {
        this.ledger = ledger;
        this.trades = trades;
        this.sequencer = sequencer;
        this.sink = sink;
        balances = ledger.balances();
        postings = ledger.postings();
    }

    /** Whether house accounts may go below zero by so much more of the assets of an instrument. */
    boolean canPost(Instrument of, long baseMinor, long quoteMinor) {
        return baseMinor != Exact.OVERFLOW
                && quoteMinor != Exact.OVERFLOW
                && balances.canOverdraw(of.baseAssetIndex, baseMinor)
                && balances.canOverdraw(of.quoteAssetIndex, quoteMinor);
    }

    /** Raises the filled quantity of an order, and charges it for the fill as one that took what rested there. */
    void trade(RoutedOrder routed, long lots, long notionalMinor) {
        Order order = routed.order;
        order.filledLots += lots;
        ratePpm = trades.accrue(order, notionalMinor, false);
        Clearing.take(order, order.isBuy() ? Long.MAX_VALUE : notionalMinor, charges);
    }

    /** Posts what an order has just traded, out of what it holds. */
    void fill(RoutedOrder routed, Listing listing, long lots, long notionalMinor) {
        Order order = routed.order;
        Instrument of = order.instrument();
        long baseMinor = lots * of.lotMinor;
        cause.orderId = order.orderId;
        int receiveSlot = receiveSlot(order);
        FeeSchedule by = order.fees;
        if (order.isBuy()) {
            spend(order, listing.clearingQuoteSlot, notionalMinor, PostingCode.TRADE_CASH);
            postings.post(
                    listing.clearingBaseSlot,
                    Bucket.AVAILABLE,
                    receiveSlot,
                    baseMinor,
                    PostingCode.TRADE_SECURITY,
                    cause);
            spend(order, feeSlot(of, by), charges.feeMinor, feeCode(by));
            spend(order, taxSlot(of, by), charges.taxMinor, taxCode(by));
            spend(order, transferFeeSlot(of, by), charges.transferFeeMinor, PostingCode.TRANSFER_FEE);
        } else {
            spend(order, listing.clearingBaseSlot, baseMinor, PostingCode.TRADE_SECURITY);
            postings.post(
                    listing.clearingQuoteSlot,
                    Bucket.AVAILABLE,
                    receiveSlot,
                    notionalMinor,
                    PostingCode.TRADE_CASH,
                    cause);
            move(receiveSlot, feeSlot(of, by), charges.feeMinor, feeCode(by));
            move(receiveSlot, taxSlot(of, by), charges.taxMinor, taxCode(by));
            move(receiveSlot, transferFeeSlot(of, by), charges.transferFeeMinor, PostingCode.TRANSFER_FEE);
        }
    }

    /** Brings what an order holds down to what it may still cost after a fill. */
    void releaseToNeed(RoutedOrder routed, long tradeId) {
        Invariant.check(
                routed.order.holdMinor >= openCostMinor(routed),
                "what an order at a venue holds covers what it may still cost");
        release(routed, tradeId);
    }

    /** Releases what an order holds beyond what it may still cost. */
    void release(RoutedOrder routed, long tradeId) {
        Order order = routed.order;
        long releasedMinor = order.holdMinor - openCostMinor(routed);
        if (releasedMinor <= 0) {
            return;
        }
        balances.unhold(order.holdSlot, releasedMinor);
        order.holdMinor -= releasedMinor;
        balances.declareHeld(order.instrument().spentAssetIndex(order.side), -releasedMinor);
        BalanceChanged event = balanceChanged;
        event.accountId = order.accountId;
        event.orderId = order.orderId;
        event.tradeId = tradeId;
        event.releasedMinor = releasedMinor;
        event.availableAfterMinor = balances.availableMinor(order.holdSlot);
        event.heldAfterMinor = balances.heldMinor(order.holdSlot);
        event.assetId = order.instrument().spentAssetId(order.side);
        sequencer.stamp(event);
        sink.onBalanceChanged(event);
    }

    /** What an order that goes on may cost more than it holds, since other fees are due; 0 where it does not. */
    static long missingMinor(RoutedOrder routed) {
        return Math.max(0, openCostMinor(routed) - routed.order.holdMinor);
    }

    private static long openCostMinor(RoutedOrder routed) {
        return routed.openLots() == 0 ? 0 : routed.neededMinor();
    }

    /** Lends what is not there of an amount that is about to be held: the account owes it to the house. */
    void lend(Listing listing, Order order, long amountMinor, long tradeId) {
        long lentMinor = balances.isHouse(order.holdSlot)
                ? 0
                : amountMinor - Math.min(amountMinor, Math.max(0, balances.availableMinor(order.holdSlot)));
        move(listing.errorQuoteSlot, order.holdSlot, lentMinor, PostingCode.ADJUSTMENT);
        Instrument of = order.instrument();
        owe(order.accountIndex, of.quoteAssetIndex, of.quoteAssetId, lentMinor, tradeId);
        quoteShortMinor += lentMinor;
    }

    /**
     * Posts what the error account traded, or no longer trades.
     *
     * @param baseMinor securities that it gets of the venue; negative where it gives them
     * @param quoteMinor cash that it gets of the venue; negative where it pays
     */
    void house(Listing listing, long baseMinor, long quoteMinor) {
        shift(listing.clearingBaseSlot, listing.errorBaseSlot, baseMinor, PostingCode.TRADE_SECURITY);
        shift(listing.clearingQuoteSlot, listing.errorQuoteSlot, quoteMinor, PostingCode.TRADE_CASH);
    }

    /**
     * Posts by what a trade of a customer changed.
     *
     * @param baseMinor securities more (negative: less) that the customer gets of the venue
     * @param quoteMinor cash more (negative: less) that the customer gets of the venue
     * @param charged what is charged more, or less, and by which schedule
     */
    void adjust(
            Listing listing,
            Instrument of,
            int accountIndex,
            long baseMinor,
            long quoteMinor,
            VenueCharges charged,
            long tradeId) {
        int baseSlot = balances.findOrAdd(accountIndex, of.baseAssetIndex);
        int quoteSlot = balances.findOrAdd(accountIndex, of.quoteAssetIndex);
        baseShortMinor = 0;
        quoteShortMinor = 0;
        // What the customer gets comes first, so that it may pay for what is taken.
        FeeSchedule by = charged.schedule;
        TradeCharges change = charged.change;
        move(feeSlot(of, by), quoteSlot, -change.feeMinor, PostingCode.REVERSAL);
        move(taxSlot(of, by), quoteSlot, -change.taxMinor, PostingCode.REVERSAL);
        move(transferFeeSlot(of, by), quoteSlot, -change.transferFeeMinor, PostingCode.REVERSAL);
        move(listing.clearingBaseSlot, baseSlot, baseMinor, PostingCode.REVERSAL);
        move(listing.clearingQuoteSlot, quoteSlot, quoteMinor, PostingCode.REVERSAL);
        baseShortMinor += take(baseSlot, listing.clearingBaseSlot, listing.errorBaseSlot, -baseMinor);
        quoteShortMinor += take(quoteSlot, listing.clearingQuoteSlot, listing.errorQuoteSlot, -quoteMinor);
        quoteShortMinor += take(quoteSlot, feeSlot(of, by), listing.errorQuoteSlot, change.feeMinor);
        quoteShortMinor += take(quoteSlot, taxSlot(of, by), listing.errorQuoteSlot, change.taxMinor);
        quoteShortMinor += take(quoteSlot, transferFeeSlot(of, by), listing.errorQuoteSlot, change.transferFeeMinor);
        owe(accountIndex, of.baseAssetIndex, of.baseAssetId, baseShortMinor, tradeId);
        owe(accountIndex, of.quoteAssetIndex, of.quoteAssetId, quoteShortMinor, tradeId);
    }

    /** Takes what an account owes out of what it has; returns what was taken. */
    long collect(int accountIndex, int assetIndex, int assetId, int errorAccountIndex) {
        int slot = balances.find(accountIndex, assetIndex);
        long owedMinor = ledger.receivables().owedMinor(accountIndex, assetIndex);
        long amountMinor =
                slot == Balances.NOT_FOUND ? 0 : Math.min(owedMinor, Math.max(0, balances.availableMinor(slot)));
        if (amountMinor > 0) {
            cause.clear();
            move(slot, balances.findOrAdd(errorAccountIndex, assetIndex), amountMinor, PostingCode.ADJUSTMENT);
            owe(accountIndex, assetIndex, assetId, -amountMinor, 0);
        }
        return amountMinor;
    }

    private long take(int slot, int toSlot, int errorSlot, long amountMinor) {
        if (amountMinor <= 0) {
            return 0;
        }
        long paidMinor = balances.isHouse(slot)
                ? amountMinor
                : Math.min(amountMinor, Math.max(0, balances.availableMinor(slot)));
        move(slot, toSlot, paidMinor, PostingCode.REVERSAL);
        move(errorSlot, toSlot, amountMinor - paidMinor, PostingCode.ADJUSTMENT);
        return amountMinor - paidMinor;
    }

    private static int feeSlot(Instrument of, @Nullable FeeSchedule by) {
        return by == null ? of.feeSlot : by.commissionSlot;
    }

    private static int taxSlot(Instrument of, @Nullable FeeSchedule by) {
        return by == null ? of.taxSlot : by.stampDutySlot;
    }

    private static int transferFeeSlot(Instrument of, @Nullable FeeSchedule by) {
        return by == null ? of.feeSlot : by.transferFeeSlot;
    }

    private static PostingCode feeCode(@Nullable FeeSchedule by) {
        return by == null ? PostingCode.FEE : PostingCode.COMMISSION;
    }

    private static PostingCode taxCode(@Nullable FeeSchedule by) {
        return by == null ? PostingCode.TAX : PostingCode.STAMP_DUTY;
    }

    /** Changes what an account owes the house of an asset. */
    void owe(int accountIndex, int assetIndex, int assetId, long changeMinor, long tradeId) {
        if (changeMinor == 0) {
            return;
        }
        ReceivableChanged event = receivableChanged;
        event.accountId = ledger.accounts().accountId(accountIndex);
        event.changeMinor = changeMinor;
        event.owedMinor = ledger.receivables().add(accountIndex, assetIndex, changeMinor);
        event.tradeId = tradeId;
        event.assetId = assetId;
        sequencer.stamp(event);
        sink.onReceivableChanged(event);
    }

    private void spend(Order order, int toSlot, long amountMinor, PostingCode code) {
        if (amountMinor > 0) {
            postings.post(order.holdSlot, Bucket.HELD, toSlot, amountMinor, code, cause);
            order.holdMinor -= amountMinor;
            balances.declareHeld(order.instrument().spentAssetIndex(order.side), -amountMinor);
        }
    }

    private void shift(int clearingSlot, int slot, long amountMinor, PostingCode code) {
        move(clearingSlot, slot, amountMinor, code);
        move(slot, clearingSlot, -amountMinor, code);
    }

    private void move(int fromSlot, int toSlot, long amountMinor, PostingCode code) {
        if (amountMinor > 0) {
            postings.post(fromSlot, Bucket.AVAILABLE, toSlot, amountMinor, code, cause);
        }
    }

    private int receiveSlot(Order order) {
        if (order.receiveSlot == Balances.NOT_FOUND) {
            order.receiveSlot =
                    balances.findOrAdd(order.accountIndex, order.instrument().receivedAssetIndex(order.side));
        }
        return order.receiveSlot;
    }

    /** What a customer gets of the venue by a trade: securities for a buy, cash for a sell; the other is negative. */
    static long signed(Side side, long amountMinor, boolean isBase) {
        return (side == Side.BUY) == isBase ? amountMinor : -amountMinor;
    }
}
