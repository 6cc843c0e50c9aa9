package io.pharos.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.fixture.Seeded;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Pegged orders against a slow and obvious reading of their rules: after each of many random commands every one of them is
 * looked up in the book, and must stand where the best prices of the others put it, or nowhere where there is no such price.
 */
class PegSimulationTest {
    private record Peg(boolean isBuy, String reference, long offset, long limit) {}

    private record Shown(Side side, long price) {}

    private final Seeded random = new Seeded(Seeded.seed("PegSimulationTest", 120));

    @Test
    void standWhereTheBestPricesOfTheOthersPutThem() {
        for (int round = 0; round < 40; round++) {
            TestMarket market = new TestMarket();
            Map<Long, Peg> pegs = new HashMap<>();
            boolean isOpen = true;
            for (int step = 0; step < 300; step++) {
                isOpen = step(market, pegs, isOpen);
                Map<Long, Shown> book = book(market);
                long bid = best(book, pegs, Side.BUY);
                long ask = best(book, pegs, Side.SELL);
                for (Map.Entry<Long, Peg> peg : pegs.entrySet()) {
                    Shown shown = book.get(peg.getKey());
                    long wanted = isOpen ? wanted(peg.getValue(), bid, ask) : 0;
                    if (isKnown(market, peg.getKey())) {
                        assertThat(shown == null ? 0 : shown.price())
                                .as("#" + peg.getKey() + " " + peg.getValue() + " between " + bid + " and " + ask)
                                .isEqualTo(wanted);
                    }
                }
            }
            market.engine().audit();
        }
    }

    /** One random command; says whether trading is continuous after it. */
    private boolean step(TestMarket market, Map<Long, Peg> pegs, boolean isOpen) {
        String who = String.valueOf((char) ('A' + random.below(5)));
        boolean buys = random.percent(50);
        String verb = buys ? " buys " : " sells ";
        long price = 95L + random.below(11);
        int dice = random.below(100);
        if (dice < 4) {
            market.run(isOpen ? random.percent(50) ? "halt" : "call volatility_interruption" : "open");
            return !isOpen;
        }
        if (dice < 40) {
            String kind = random.percent(20) ? " ioc" : "";
            market.run(who + verb + (1 + random.below(9)) + "@" + price + kind);
        } else if (dice < 65) {
            market.run(who + " cancels #" + (1 + random.below(1 + 2 * pegs.size() + 40)));
        } else if (dice < 75) {
            long orderId = 1L + random.below(1 + 2 * pegs.size() + 40);
            Peg peg = pegs.get(orderId);
            boolean changed = market.run(who + " moves #" + orderId + " to " + (1 + random.below(12)) + "@" + price)
                    .outcome
                    .isAccepted();
            if (changed && peg != null) {
                pegs.put(orderId, new Peg(peg.isBuy(), peg.reference(), peg.offset(), price));
            }
        } else {
            String reference = new String[] {"primary", "market", "midpoint"}[random.below(3)];
            long offset = reference.equals("midpoint")
                    ? 0
                    : reference.equals("market") ? 1L + random.below(4) : random.below(4);
            Reply reply = market.run(
                    who + verb + (1 + random.below(9)) + "@" + price + " pegs " + reference + " by " + offset);
            if (reply.outcome.isAccepted()) {
                pegs.put(reply.entityId, new Peg(buys, reference, offset, price));
            }
        }
        return isOpen;
    }

    /** Twice the price is compared in halves, so that half a tick is not lost before it is rounded. */
    private static long wanted(Peg peg, long bid, long ask) {
        long own = peg.isBuy() ? bid : ask;
        long other = peg.isBuy() ? ask : bid;
        long halves;
        if (peg.reference().equals("midpoint")) {
            halves = bid == 0 || ask == 0 ? 0 : bid + ask;
        } else {
            halves = 2 * (peg.reference().equals("primary") ? own : other);
        }
        if (halves == 0) {
            return 0;
        }
        long away = peg.isBuy() ? Math.floorDiv(halves, 2L) - peg.offset() : Math.ceilDiv(halves, 2L) + peg.offset();
        long price = peg.isBuy() ? Math.min(away, peg.limit()) : Math.max(away, peg.limit());
        return Math.max(price, 0);
    }

    private static Map<Long, Shown> book(TestMarket market) {
        Map<Long, Shown> book = new TreeMap<>();
        for (Side side : new Side[] {Side.BUY, Side.SELL}) {
            market.engine()
                    .view()
                    .trading()
                    .forEachOrder(
                            TestMarket.INSTRUMENT,
                            side,
                            (orderId, accountId, instrumentId, of, priceTicks, quantityLots, filledLots, holdMinor) ->
                                    book.put(orderId, new Shown(of, priceTicks)));
        }
        return book;
    }

    private static long best(Map<Long, Shown> book, Map<Long, Peg> pegs, Side side) {
        var prices = book.entrySet().stream()
                .filter(order ->
                        !pegs.containsKey(order.getKey()) && order.getValue().side() == side)
                .mapToLong(order -> order.getValue().price());
        return (side == Side.BUY ? prices.max() : prices.min()).orElse(0);
    }

    private static boolean isKnown(TestMarket market, long orderId) {
        boolean[] found = new boolean[1];
        for (String who : new String[] {"A", "B", "C", "D", "E"}) {
            market.engine()
                    .view()
                    .trading()
                    .forEachOrderOfAccount(
                            TestMarket.customer(who),
                            (id, accountId, instrumentId, of, priceTicks, quantityLots, filledLots, holdMinor) ->
                                    found[0] |= id == orderId);
        }
        return found[0];
    }
}
