package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.fixture.Seeded;
import io.pharos.core.fixture.TestMarket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the price of an auction against a search of every tick, written from the rules alone. */
class CallPriceTest {
    private record Limit(boolean isBuy, long lots, long priceTicks) {}

    private record Price(long ticks, long lots, long surplusLots) {}

    private final long seed = Seeded.seed("CallPriceTest", 20_261_122);

    @Test
    void isThePriceThatASearchOfAllTicksFinds() {
        for (int run = 0; run < 400; run++) {
            Seeded random = new Seeded(seed + run);
            int referenceTicks = random.percent(30) ? 0 : 90 + random.below(21);
            List<Limit> limits = new ArrayList<>();
            TestMarket market = new TestMarket();
            market.runAll("close");
            if (referenceTicks > 0) {
                market.run("open " + referenceTicks);
                market.run("close");
            }
            market.run("call opening_auction");
            int count = 1 + random.below(14);
            for (int i = 0; i < count; i++) {
                Limit limit = new Limit(random.percent(50), 1L + random.below(6), 94L + random.below(13));
                limits.add(limit);
                market.run((limit.isBuy() ? "A buys " : "B sells ") + limit.lots() + "@" + limit.priceTicks());
            }
            market.events().clear();

            market.run("open");

            Price expected = search(limits, referenceTicks);
            assertThat(market.events().terse().getFirst())
                    .as("seed %s, limits %s, reference %s", seed + run, limits, referenceTicks)
                    .isEqualTo("uncrosses " + expected.lots() + "@" + expected.ticks()
                            + (expected.surplusLots() > 0 ? " +" : " ") + expected.surplusLots());
        }
    }

    private static Price search(List<Limit> limits, long referenceTicks) {
        List<Price> prices = new ArrayList<>();
        for (long ticks = 90; ticks <= 110; ticks++) {
            long price = ticks;
            long demand = limits.stream()
                    .filter(limit -> limit.isBuy() && limit.priceTicks() >= price)
                    .mapToLong(Limit::lots)
                    .sum();
            long supply = limits.stream()
                    .filter(limit -> !limit.isBuy() && limit.priceTicks() <= price)
                    .mapToLong(Limit::lots)
                    .sum();
            prices.add(new Price(price, Math.min(demand, supply), demand - supply));
        }
        long most = prices.stream().mapToLong(Price::lots).max().orElse(0);
        if (most == 0) {
            return new Price(0, 0, 0);
        }
        prices.removeIf(price -> price.lots() < most);
        long least = prices.stream()
                .mapToLong(price -> Math.abs(price.surplusLots()))
                .min()
                .orElse(0);
        prices.removeIf(price -> Math.abs(price.surplusLots()) > least);
        if (prices.stream().allMatch(price -> price.surplusLots() > 0)) {
            return prices.getLast();
        }
        if (prices.stream().allMatch(price -> price.surplusLots() < 0)) {
            return prices.getFirst();
        }
        long wanted = referenceTicks != 0
                ? referenceTicks
                : (prices.getFirst().ticks() + prices.getLast().ticks()) / 2;
        return prices.stream()
                .min(Comparator.comparingLong(price -> Math.abs(price.ticks() - wanted)))
                .orElseThrow();
    }
}
