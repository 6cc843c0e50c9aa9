package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An instrument of the reference: its terms, its phase, and one unsorted list of its open orders. */
final class RefInstrument {
    static final long PRICE_MAX = 1_000_000_000_000L;

    final CoreCommand.RegisterInstrument terms;
    final List<RefOrder> orders = new ArrayList<>();
    Phase phase = Phase.PENDING;
    long reference;
    long lastPrice;
    long followedPrice;

    RefInstrument(CoreCommand.RegisterInstrument terms) {
        this.terms = terms;
        reference = terms.referencePriceTicks();
    }

    BigInteger notional(long price, long lots) {
        return BigInteger.valueOf(price)
                .multiply(BigInteger.valueOf(lots))
                .multiply(BigInteger.valueOf(terms.tickValueMinor()));
    }

    int dearerFeePpm() {
        return Math.max(terms.makerFeePpm(), terms.takerFeePpm());
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
        return sorted(side, false, byPrice);
    }

    /** The waiting orders of a side, the nearest trigger price first. */
    List<RefOrder> waiting(Side side) {
        Comparator<RefOrder> byTrigger =
                Comparator.comparingLong(order -> side == Side.SELL ? -order.trigger : order.trigger);
        return sorted(side, true, byTrigger);
    }

    private List<RefOrder> sorted(Side side, boolean waits, Comparator<RefOrder> first) {
        List<RefOrder> sorted = new ArrayList<>();
        for (RefOrder order : orders) {
            if (order.side == side && order.waits == waits) {
                sorted.add(order);
            }
        }
        sorted.sort(first.thenComparingLong(order -> order.arrival));
        return sorted;
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

    /** What a buy of so many lots up to a limit pays, without fees. */
    BigInteger costOfTaking(long limit, long quantity, long exceptAccountId) {
        BigInteger cost = BigInteger.ZERO;
        long left = quantity;
        for (RefOrder order : resting(Side.SELL)) {
            if (order.accountId != exceptAccountId && order.price <= limit) {
                long lots = Math.min(left, order.remaining());
                cost = cost.add(notional(order.price, lots));
                left -= lots;
            }
        }
        return cost;
    }
}
