package io.pharos.platform.replay.exchange;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * What the replay needs to know of an instrument.
 *
 * @param tick the step of its price, in ten-thousandths of a dollar
 */
public record TradedInstrument(String symbol, long tick) {

    /**
     * Asks the exchange.
     *
     * @throws ExchangeException if the exchange does not know the symbol, or cannot trade single shares of it
     */
    public static TradedInstrument find(ExchangeSession session, String symbol) {
        JsonNode instrument = session.require("GET", "/instruments/" + symbol, null, "instrument " + symbol);
        String tick = instrument.path("tickSize").asString("0.01");
        String board = instrument.path("boardLot").asString("1");
        if (new BigDecimal(board).compareTo(BigDecimal.ONE) != 0) {
            throw new ExchangeException(
                    symbol + " is traded in lots of " + board + "; a recording needs single shares");
        }
        try {
            return new TradedInstrument(symbol, Decimals.price(tick));
        } catch (ArithmeticException e) {
            throw new ExchangeException(symbol + " has a tick of " + tick + ", finer than recordings have", e);
        }
    }
}
