package io.pharos.platform.sandbox.venue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * What others offer at the sandbox venue: on each side five prices around a middle that wanders. An order that takes a price
 * moves the middle its way.
 */
final class VenueQuotes {
    private static final int LEVELS = 5;
    private static final long LEVEL_QUANTITY = 100;
    private static final BigDecimal STEP = new BigDecimal("0.0005");
    private static final BigDecimal TICK = new BigDecimal("0.01");

    private final Map<String, BigDecimal> middles = new HashMap<>();
    private final Random random = new Random(1);

    VenueQuotes(Map<String, BigDecimal> references) {
        middles.putAll(references);
    }

    boolean knows(String symbol) {
        return middles.containsKey(symbol);
    }

    /** The price of a level for a buyer (a seller), from 0. */
    BigDecimal price(String symbol, boolean buy, int level) {
        BigDecimal middle = middle(symbol);
        BigDecimal away = middle.multiply(STEP, MathContext.DECIMAL64).multiply(BigDecimal.valueOf(level + 1L));
        BigDecimal price = buy ? middle.add(away) : middle.subtract(away);
        return price.divide(TICK, 0, RoundingMode.HALF_EVEN).multiply(TICK).max(TICK);
    }

    int levels() {
        return LEVELS;
    }

    long quantity() {
        return LEVEL_QUANTITY;
    }

    /** After somebody took levels. */
    void taken(String symbol, boolean buy, int levels) {
        if (levels > 0) {
            BigDecimal by = middle(symbol).multiply(STEP, MathContext.DECIMAL64).multiply(BigDecimal.valueOf(levels));
            middles.put(symbol, buy ? middle(symbol).add(by) : middle(symbol).subtract(by));
        }
    }

    void wander() {
        middles.replaceAll((symbol, middle) -> middle.add(middle.multiply(STEP, MathContext.DECIMAL64)
                        .multiply(BigDecimal.valueOf(random.nextInt(-1, 2))))
                .max(BigDecimal.ONE));
    }

    private BigDecimal middle(String symbol) {
        BigDecimal middle = middles.get(symbol);
        if (middle == null) {
            throw new IllegalArgumentException("not traded here: " + symbol);
        }
        return middle;
    }
}
