package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An instrument of the reference: its terms, its phase, and one unsorted list of its open orders. */
final class RefInstrument {
    static final long PRICE_MAX = 1_000_000_000_000L;

    final CoreCommand.RegisterInstrument terms;
    final List<RefOrder> orders = new ArrayList<>();
    Phase phase = Phase.PENDING;
    long reference;
    long lastPrice;

    /** Session rules; null where none were set. */
    CoreCommand.@Nullable SetSessionRules rules;

    /** Settlement rules: at first those of one that settles with the trade. */
    CoreCommand.SetSettlementRules settlement;

    /** Whether staff halted it: its calendar leaves it alone until they change its phase. */
    boolean suspended;

    /** The schedule that is assigned; 0 for none. */
    int feeScheduleId;

    /** Its version in force; null for the fees of the registration. */
    CoreCommand.@Nullable SetFeeSchedule fees;

    /** Why no orders are taken for a corporate action; ACCEPTED where they are. */
    Outcome restriction = Outcome.ACCEPTED;

    /** Whether what changed in it is to be looked at. */
    boolean touched;

    /** When the phase ends by itself; 0 for never. */
    long endsNanos;

    /** When trigger prices that have moved are told; 0 where all are told. */
    long triggersNanos;

    /** Price of the last auction of the day; 0 before the first. */
    long auctionPrice;

    /** When its call was last looked at, and what was published of it. */
    long indicatedNanos;

    RefAuction indicated = new RefAuction(0, 0, 0);

    RefInstrument(CoreCommand.RegisterInstrument terms) {
        this.terms = terms;
        reference = terms.referencePriceTicks();
        settlement = new CoreCommand.SetSettlementRules(0, terms.instrumentId(), 0, 0, 0, false, false, false);
    }

    BigInteger notional(long price, long lots) {
        return BigInteger.valueOf(price)
                .multiply(BigInteger.valueOf(lots))
                .multiply(BigInteger.valueOf(terms.tickValueMinor()));
    }

    int dearerFeePpm() {
        return Math.max(terms.makerFeePpm(), terms.takerFeePpm());
    }

    /** The rules of an instrument that settles on a later day; null where it settles with the trade. */
    CoreCommand.@Nullable SetSettlementRules deferred() {
        CoreCommand.SetSettlementRules rules = settlement;
        return rules.lagDays() == 0 ? null : rules;
    }

    int spentAsset(Side side) {
        return side == Side.BUY ? terms.quoteAssetId() : terms.baseAssetId();
    }

    boolean hasLimits() {
        return terms.bandPpm() > 0 && reference > 0;
    }

    long lower() {
        return hasLimits() ? Math.max(1, shifted(reference, -terms.bandPpm())) : 0;
    }

    long upper() {
        return hasLimits() ? Math.min(PRICE_MAX, shifted(reference, terms.bandPpm())) : 0;
    }

    boolean outside(long price) {
        return hasLimits() && (price < lower() || price > upper());
    }

    /** A price and so many millionths of it, rounded half up. */
    static long shifted(long price, int ppm) {
        BigInteger exact = BigInteger.valueOf(price).multiply(BigInteger.valueOf(1_000_000L + ppm));
        return exact.add(BigInteger.valueOf(500_000)).divide(RefOrder.MILLION).longValueExact();
    }

    /** The resting orders of a side, the first to trade first. */
    List<RefOrder> resting(Side side) {
        Comparator<RefOrder> byPrice = Comparator.comparingLong(order -> side == Side.BUY ? -order.price : order.price);
        return sorted(order -> order.side == side && !order.waits && !order.parked && !order.unpriced, byPrice);
    }

    /** The waiting orders of a side, the nearest trigger price first. */
    List<RefOrder> waiting(Side side) {
        Comparator<RefOrder> byTrigger =
                Comparator.comparingLong(order -> side == Side.SELL ? -order.trigger : order.trigger);
        return sorted(order -> order.side == side && order.waits, byTrigger);
    }

    /** The orders of a side that are kept for the closing auction, best price first. */
    List<RefOrder> parked(Side side) {
        Comparator<RefOrder> byPrice = Comparator.comparingLong(order -> side == Side.BUY ? -order.price : order.price);
        return sorted(order -> order.side == side && order.parked, byPrice);
    }

    /** The pegged orders of a side that have no price now, best limit first. */
    List<RefOrder> unpriced(Side side) {
        Comparator<RefOrder> byPrice = Comparator.comparingLong(order -> side == Side.BUY ? -order.price : order.price);
        return sorted(order -> order.side == side && order.unpriced, byPrice);
    }

    private List<RefOrder> sorted(Predicate<RefOrder> wanted, Comparator<RefOrder> first) {
        List<RefOrder> sorted = new ArrayList<>();
        for (RefOrder order : orders) {
            if (wanted.test(order)) {
                sorted.add(order);
            }
        }
        sorted.sort(first.thenComparingLong(order -> order.arrival));
        return sorted;
    }

    /** Whether orders may not be cancelled or changed now. */
    boolean isLocked() {
        boolean isAuction = phase == Phase.OPENING_AUCTION || phase == Phase.CLOSING_AUCTION;
        return isAuction && rules != null && rules.locksAuctions();
    }

    /** The calendar that says its phases; 0 for none. */
    int calendarId() {
        return rules == null ? 0 : rules.calendarId();
    }

    boolean hasCollar() {
        return rules != null && (rules.dynamicCollarPpm() | rules.staticCollarPpm()) != 0;
    }

    /** A limit, but no further than the collars around the last and the auction price let an order trade now. */
    long reach(Side side, long limit) {
        CoreCommand.SetSessionRules collars = rules;
        if (collars == null) {
            return limit;
        }
        long dynamic = collar(side, lastPrice > 0 ? lastPrice : reference, collars.dynamicCollarPpm(), limit);
        long fixed = collar(side, auctionPrice > 0 ? auctionPrice : reference, collars.staticCollarPpm(), limit);
        return side == Side.BUY ? Math.min(limit, Math.min(dynamic, fixed)) : Math.max(limit, Math.max(dynamic, fixed));
    }

    private static long collar(Side side, long around, int ppm, long limit) {
        return ppm == 0 || around == 0 ? limit : shifted(around, side == Side.BUY ? ppm : -ppm);
    }

    /** The last price, else the reference price; 0 for neither. */
    long mark() {
        return lastPrice > 0 ? lastPrice : reference;
    }

    /** The best price of a side; 0 where it is empty. */
    long best(Side side) {
        List<RefOrder> resting = resting(side);
        return resting.isEmpty() ? 0 : resting.getFirst().price;
    }

    static Side opposite(Side side) {
        return side == Side.BUY ? Side.SELL : Side.BUY;
    }

    /** Whether an order of a side with a limit trades at a price. */
    static boolean reaches(Side side, long limit, long price) {
        return side == Side.BUY ? limit >= price : limit <= price;
    }

    /** Lots of others, or of anybody, that an order with this limit may meet. */
    long reachable(Side side, long limit, long exceptAccountId) {
        long lots = 0;
        for (RefOrder order : resting(opposite(side))) {
            if (order.accountId != exceptAccountId && reaches(side, limit, order.price)) {
                lots = Math.addExact(lots, order.remaining());
            }
        }
        return lots;
    }

    /** What an order of so many lots with a limit trades for, without fees. */
    BigInteger costOfTaking(Side side, long limit, long quantity, long exceptAccountId) {
        BigInteger cost = BigInteger.ZERO;
        long left = quantity;
        for (RefOrder order : resting(opposite(side))) {
            if (order.accountId != exceptAccountId && reaches(side, limit, order.price)) {
                long lots = Math.min(left, order.remaining());
                cost = cost.add(notional(order.price, lots));
                left -= lots;
            }
        }
        return cost;
    }
}
