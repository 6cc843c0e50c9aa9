package io.pharos.simulation.check;

import io.pharos.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What a call would uncross, by trying every tick: the most quantity; then the least surplus; then, where all that is left
 * wants to buy, the highest such price, and where all wants to sell, the lowest; else the nearest to the reference.
 *
 * @param price 0 where nothing would trade
 * @param surplus left over at the price: above 0 to buy, below 0 to sell
 */
record RefAuction(long price, long quantity, long surplus) {
    /** More ticks than that are not tried one by one, but where demand or supply changes. */
    private static final long TICKS_MAX = 5_000;

    private static final RefAuction NONE = new RefAuction(0, 0, 0);

    static RefAuction of(RefInstrument instrument) {
        List<RefOrder> buys = instrument.resting(Side.BUY);
        List<RefOrder> sells = instrument.resting(Side.SELL);
        if (buys.isEmpty() || sells.isEmpty() || buys.getFirst().price < sells.getFirst().price) {
            return NONE;
        }
        long lowest = sells.getFirst().price;
        long highest = buys.getFirst().price;
        List<RefAuction> best = new ArrayList<>();
        for (long price : ticks(lowest, highest, buys, sells)) {
            RefAuction tried = at(price, buys, sells);
            int order = best.isEmpty() ? -1 : tried.comparedTo(best.getFirst());
            if (order < 0) {
                best.clear();
            }
            if (order <= 0) {
                best.add(tried);
            }
        }
        return choose(best, instrument);
    }

    private static RefAuction choose(List<RefAuction> best, RefInstrument instrument) {
        if (best.stream().allMatch(at -> at.surplus > 0)) {
            return best.getLast();
        }
        if (best.stream().allMatch(at -> at.surplus < 0)) {
            return best.getFirst();
        }
        long lowest = best.getFirst().price;
        long highest = best.getLast().price;
        long reference = instrument.lastPrice > 0 ? instrument.lastPrice : instrument.reference;
        long wanted = reference == 0 ? lowest + (highest - lowest) / 2 : reference;
        long price = Math.max(lowest, Math.min(wanted, highest));
        return at(price, instrument.resting(Side.BUY), instrument.resting(Side.SELL));
    }

    private static RefAuction at(long price, List<RefOrder> buys, List<RefOrder> sells) {
        long demand = buys.stream()
                .filter(order -> order.price >= price)
                .mapToLong(RefOrder::remaining)
                .sum();
        long supply = sells.stream()
                .filter(order -> order.price <= price)
                .mapToLong(RefOrder::remaining)
                .sum();
        return new RefAuction(price, Math.min(demand, supply), demand - supply);
    }

    /** Below 0 where this is better, 0 where both are as good. */
    private int comparedTo(RefAuction other) {
        return quantity == other.quantity
                ? Long.compare(Math.abs(surplus), Math.abs(other.surplus))
                : Long.compare(other.quantity, quantity);
    }

    private static Iterable<Long> ticks(long lowest, long highest, List<RefOrder> buys, List<RefOrder> sells) {
        TreeSet<Long> ticks = new TreeSet<>();
        if (highest - lowest <= TICKS_MAX) {
            for (long price = lowest; price <= highest; price++) {
                ticks.add(price);
            }
            return ticks;
        }
        List<RefOrder> all = new ArrayList<>(buys);
        all.addAll(sells);
        for (RefOrder order : all) {
            for (long price = order.price - 1; price <= order.price + 1; price++) {
                if (price >= lowest && price <= highest) {
                    ticks.add(price);
                }
            }
        }
        return ticks;
    }
}
