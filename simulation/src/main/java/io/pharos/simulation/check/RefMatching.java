package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.CancelReason;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Price, then time; each fill paid; what is shown, what follows, what is set off: the slow and obvious way. */
final class RefMatching {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final RefState state;
    private final RefSettlement settlement;
    private @Nullable Step step;
    private List<String> lines = new ArrayList<>();
    private long lastArrival;
    private long lastTradeId;
    private boolean metCollar;
    private final List<RefOrder> filledEntries = new ArrayList<>();
    private final List<RefInstrument> touched = new ArrayList<>();

    RefMatching(RefState state) {
        this.state = state;
        settlement = state.settlement;
    }

    void begin(Step step, List<String> lines) {
        this.step = step;
        this.lines = lines;
    }

    Step step() {
        return java.util.Objects.requireNonNull(step, "begun");
    }

    /** How many events are predicted so far. */
    int said() {
        return lines.size();
    }

    void say(String line) {
        lines.add(line);
    }

    private void noteEntry(RefOrder order) {
        if (order.bracket != null && !filledEntries.contains(order)) {
            filledEntries.add(order);
        }
    }

    /** An entry that was filled since it was asked for, in the order of the fills; null for none. */
    @Nullable
    RefOrder takeFilledEntry() {
        return filledEntries.isEmpty() ? null : filledEntries.removeFirst();
    }

    /** An instrument in which something is to be looked at, the one touched last first; null for none. */
    @Nullable
    RefInstrument takeTouched() {
        if (touched.isEmpty()) {
            return null;
        }
        RefInstrument of = touched.removeLast();
        of.touched = false;
        return of;
    }

    void touch(RefInstrument of) {
        if (!of.touched) {
            of.touched = true;
            touched.add(of);
        }
    }

    /** Takes an order out of its queue; what is pegged looks whether best prices have changed. */
    void leave(RefOrder order) {
        if (order.of.orders.stream().anyMatch(RefOrder::isPegged)) {
            touch(order.of);
        }
        order.of.orders.remove(order);
    }

    /** Matches an order that stands in no queue, and rests or ends what is left; returns the lots that rest. */
    long enter(RefOrder order, long limit) {
        boolean mayStay = match(order, limit);
        noteEntry(order);
        if (order.remaining() == 0) {
            release(order, order.hold);
            return 0;
        }
        if (mayStay && order.mayRest()) {
            queue(order);
            show(order);
            return order.remaining();
        }
        sayCancelled(order, mayStay ? CancelReason.IOC_REMAINDER : CancelReason.SELF_TRADE);
        return 0;
    }

    private boolean match(RefOrder taker, long limit) {
        long reach = taker.of.reach(taker.side, limit);
        boolean mayStay = matchUpTo(taker, reach);
        long best = taker.of.best(RefInstrument.opposite(taker.side));
        boolean wouldGoOn =
                mayStay && taker.remaining() > 0 && best != 0 && RefInstrument.reaches(taker.side, limit, best);
        metCollar = reach != limit && wouldGoOn;
        return mayStay;
    }

    /** Whether the last order would have traded on outside the collars; says so once. */
    boolean takeMetCollar() {
        boolean taken = metCollar;
        metCollar = false;
        return taken;
    }

    /** Rests an order of a call, or for one to come. */
    long rest(RefOrder order) {
        queue(order);
        show(order);
        return order.remaining();
    }

    /** The first orders of both sides trade at one price, until one side has none left that reaches it. */
    void uncross(RefInstrument of, long price) {
        while (true) {
            RefOrder buy = of.resting(Side.BUY).stream().findFirst().orElse(null);
            RefOrder sell = of.resting(Side.SELL).stream().findFirst().orElse(null);
            if (buy == null || sell == null || buy.price < price || sell.price > price) {
                return;
            }
            long lots = Math.min(buy.openShown(), sell.openShown());
            buy.shown -= buy.display == 0 ? 0 : lots;
            sell.shown -= sell.display == 0 ? 0 : lots;
            boolean buyIsOlder = buy.arrival < sell.arrival;
            // Neither waited for the other: both pay the maker's fee.
            trade(buyIsOlder ? buy : sell, buyIsOlder ? sell : buy, lots, price, true);
            afterFill(buy);
            afterFill(sell);
        }
    }

    private boolean matchUpTo(RefOrder taker, long limit) {
        while (taker.remaining() > 0) {
            List<RefOrder> makers = taker.of.resting(RefInstrument.opposite(taker.side));
            if (makers.isEmpty() || !RefInstrument.reaches(taker.side, limit, makers.getFirst().price)) {
                return true;
            }
            RefOrder maker = makers.getFirst();
            if (maker.accountId != taker.accountId || taker.prevention == SelfTradePrevention.NONE) {
                fill(maker, taker);
            } else if (!passes(maker, taker)) {
                return false;
            }
        }
        return true;
    }

    private void fill(RefOrder maker, RefOrder taker) {
        RefInstrument of = maker.of;
        long lots = Math.min(maker.openShown(), taker.remaining());
        of.lastPrice = maker.price;
        maker.shown -= maker.display == 0 ? 0 : lots;
        trade(maker, taker, lots, maker.price, false);
        afterFill(maker);
    }

    private void afterFill(RefOrder maker) {
        if (maker.remaining() == 0) {
            leave(maker);
        } else if (maker.openShown() == 0) {
            leave(maker);
            queue(maker);
            show(maker);
        }
    }

    private void trade(RefOrder maker, RefOrder taker, long lots, long price, boolean asMakers) {
        RefInstrument of = maker.of;
        var terms = of.terms;
        BigInteger notional = of.notional(price, lots);
        maker.filled += lots;
        taker.filled += lots;
        noteEntry(maker);
        if (asMakers) {
            noteEntry(taker);
        }
        long tradeId = ++lastTradeId;
        RefOrder buy = taker.buys() ? taker : maker;
        RefOrder sell = taker.buys() ? maker : taker;
        accrue(maker, notional, true);
        accrue(taker, notional, asMakers);
        buy.charges.charge(notional);
        sell.charges.charge(notional);
        RefCharges ofMaker = maker.charges;
        RefCharges ofTaker = taker.charges;
        say(Lines.traded(
                tradeId,
                maker.orderId,
                taker.orderId,
                lots + "@" + price + "=" + notional,
                "left " + maker.remaining() + "/" + taker.remaining(),
                "fees " + (ofMaker.fee + ofMaker.transfer) + "/" + (ofTaker.fee + ofTaker.transfer),
                "tax " + ofMaker.tax + "/" + ofTaker.tax));

        long paid = notional.longValueExact();
        long shares = Math.multiplyExact(lots, terms.lotMinor());
        pay(of, buy, sell, shares, paid, tradeId);
        CoreCommand.SetSettlementRules deferred = of.deferred();
        String proceeds = deferred == null || deferred.proceedsUsable() ? "AVAILABLE" : "UNSETTLED_IN";
        charge(buy, "HELD", tradeId);
        charge(sell, proceeds, tradeId);
        settlement.note(of, buy, sell, shares, paid, paid - sell.charges.total(), lines);
        sell.hold -= shares;
        buy.hold -= paid + buy.charges.total();
        if (buy.type != OrderType.MARKET) {
            release(buy, buy.hold - buy.need(buy.bound(), buy.remaining()));
        }
    }

    private void accrue(RefOrder order, BigInteger notional, boolean asMaker) {
        var terms = order.of.terms;
        int ppm = asMaker ? terms.makerFeePpm() : terms.takerFeePpm();
        if (order.fees != null) {
            ppm = state.fees.commissionPpm(order, order.fees, notional, asMaker, state.timeNanos);
        }
        order.charges.fill(notional, ppm, order.buys() ? 0 : terms.sellTaxPpm());
    }

    /** Each component goes to its account, under its own code. */
    private void charge(RefOrder order, String from, long trade) {
        var terms = order.of.terms;
        int quote = terms.quoteAssetId();
        long account = order.accountId;
        RefCharges charges = order.charges;
        CoreCommand.SetFeeSchedule of = order.fees;
        if (of == null) {
            post(account, from, terms.feeAccountId(), "AVAILABLE", quote, charges.fee, PostingCode.FEE, trade);
            post(account, from, terms.taxAccountId(), "AVAILABLE", quote, charges.tax, PostingCode.TAX, trade);
            return;
        }
        post(account, from, of.commissionAccountId(), "AVAILABLE", quote, charges.fee, PostingCode.COMMISSION, trade);
        post(account, from, of.stampDutyAccountId(), "AVAILABLE", quote, charges.tax, PostingCode.STAMP_DUTY, trade);
        post(
                account,
                from,
                of.transferFeeAccountId(),
                "AVAILABLE",
                quote,
                charges.transfer,
                PostingCode.TRANSFER_FEE,
                trade);
    }

    private void pay(RefInstrument of, RefOrder buy, RefOrder sell, long shares, long paid, long tradeId) {
        int base = of.terms.baseAssetId();
        int quote = of.terms.quoteAssetId();
        PostingCode security = PostingCode.TRADE_SECURITY;
        PostingCode cash = PostingCode.TRADE_CASH;
        CoreCommand.SetSettlementRules rules = of.deferred();
        if (rules == null) {
            post(sell.accountId, "HELD", buy.accountId, "AVAILABLE", base, shares, security, tradeId);
            post(buy.accountId, "HELD", sell.accountId, "AVAILABLE", quote, paid, cash, tradeId);
            return;
        }
        long clearing = rules.clearingAccountId();
        String bought = rules.sameDaySale() ? "AVAILABLE" : "UNSETTLED_IN";
        String proceeds = rules.proceedsUsable() ? "AVAILABLE" : "UNSETTLED_IN";
        post(sell.accountId, "HELD", sell.accountId, "UNSETTLED_OUT", base, shares, security, tradeId);
        post(clearing, "AVAILABLE", buy.accountId, bought, base, shares, security, tradeId);
        post(buy.accountId, "HELD", buy.accountId, "UNSETTLED_OUT", quote, paid, cash, tradeId);
        post(clearing, "AVAILABLE", sell.accountId, proceeds, quote, paid, cash, tradeId);
    }

    private void post(
            long from, String bucket, long to, String toBucket, int asset, long amount, PostingCode code, long trade) {
        if (amount > 0) {
            say(Lines.posted(from, bucket, to, toBucket, asset, amount, code, trade));
        }
    }

    private void release(RefOrder order, long amount) {
        if (amount != 0) {
            order.hold -= amount;
            say(Lines.released(order.orderId, amount));
        }
    }

    /** Deals with a resting order of the taker's account; whether the taker goes on. */
    private boolean passes(RefOrder maker, RefOrder taker) {
        return switch (taker.prevention) {
            case CANCEL_OLDEST -> {
                cancel(maker, CancelReason.SELF_TRADE);
                yield true;
            }
            case CANCEL_BOTH -> {
                cancel(maker, CancelReason.SELF_TRADE);
                yield false;
            }
            case DECREMENT -> decrement(maker, taker);
            default -> false;
        };
    }

    private boolean decrement(RefOrder maker, RefOrder taker) {
        long lots = Math.min(maker.remaining(), taker.remaining());
        boolean goesOn = taker.remaining() > lots;
        if (maker.remaining() > lots) {
            reduce(maker, lots);
        } else {
            cancel(maker, CancelReason.SELF_TRADE);
        }
        if (goesOn) {
            reduce(taker, lots);
        }
        return goesOn;
    }

    void reduce(RefOrder order, long lots) {
        order.quantity -= lots;
        order.shown = Math.min(order.shown, order.remaining());
        long released = 0;
        if (!order.waits && order.type != OrderType.MARKET) {
            released = order.hold - order.need(order.bound(), order.remaining());
            order.hold -= released;
        }
        say(Lines.reduced(order.orderId, lots, order.quantity, released));
    }

    /** Puts an order behind those of its price. */
    void queue(RefOrder order) {
        order.arrival = ++lastArrival;
        order.shown = Math.min(order.display, order.remaining());
        order.of.orders.add(order);
        if (order.of.orders.stream().anyMatch(RefOrder::isPegged)) {
            touch(order.of);
        }
    }

    void show(RefOrder order) {
        if (order.display != 0 && !order.waits && !order.parked && !order.unpriced) {
            say(Lines.refreshed(order.orderId, order.price, order.openShown(), order.remaining()));
        }
    }

    void cancel(RefOrder order, CancelReason reason) {
        leave(order);
        sayCancelled(order, reason);
    }

    void sayCancelled(RefOrder order, CancelReason reason) {
        long released = order.hold;
        order.hold = 0;
        say(Lines.cancelled(order.orderId, order.remaining(), released, reason));
    }

    /** The trigger price of a trailing stop at a last price. */
    static long trailed(RefOrder order, long lastPrice) {
        int sign = order.side == Side.SELL ? -1 : 1;
        long ticks = order.trailPpm == 0
                ? lastPrice + sign * order.trailTicks
                : RefInstrument.shifted(lastPrice, sign * order.trailPpm);
        return Math.max(1, Math.min(ticks, RefInstrument.PRICE_MAX));
    }

    void follow(RefOrder order, long lastPrice) {
        long ticks = trailed(order, lastPrice);
        if (order.side == Side.SELL ? ticks > order.trigger : ticks < order.trigger) {
            leave(order);
            order.trigger = ticks;
            queue(order);
            if (order.of.triggersNanos == 0) {
                order.of.triggersNanos = (state.timeNanos / SECOND_NANOS + 1) * SECOND_NANOS;
            }
        }
    }

    /** Tells the trigger prices that have moved since they were told. */
    void tellTriggers(RefInstrument of) {
        of.triggersNanos = 0;
        for (Side side : new Side[] {Side.SELL, Side.BUY}) {
            for (RefOrder order : of.waiting(side)) {
                if (order.type == OrderType.TRAILING_STOP && order.toldTrigger != order.trigger) {
                    order.toldTrigger = order.trigger;
                    say(Lines.triggerMoved(order.orderId, order.trigger));
                }
            }
        }
    }

    void followAll(RefInstrument of) {
        for (Side side : new Side[] {Side.SELL, Side.BUY}) {
            for (RefOrder order : of.waiting(side)) {
                if (order.type == OrderType.TRAILING_STOP) {
                    follow(order, of.lastPrice);
                }
            }
        }
    }

    /** The waiting order that the last price sets off next, or null. */
    @Nullable
    RefOrder nextSetOff(RefInstrument of) {
        RefOrder buy = of.waiting(Side.BUY).stream().findFirst().orElse(null);
        RefOrder sell = of.waiting(Side.SELL).stream().findFirst().orElse(null);
        RefOrder nextBuy = buy != null && of.lastPrice >= buy.trigger ? buy : null;
        RefOrder nextSell = sell != null && of.lastPrice <= sell.trigger ? sell : null;
        if (nextBuy == null || nextSell == null) {
            return nextBuy == null ? nextSell : nextBuy;
        }
        return nextBuy.arrival < nextSell.arrival ? nextBuy : nextSell;
    }

    /** What the event says of an order that is set off; accepted where there is no such event. */
    Outcome outcomeOfSetOff(long orderId) {
        for (CoreEvent event : step().events()) {
            if (event instanceof CoreEvent.OrderTriggered triggered && triggered.orderId() == orderId) {
                return triggered.outcome();
            }
        }
        return Outcome.ACCEPTED;
    }
}
