package io.pharos.platform.replay.exchange;

import tools.jackson.databind.JsonNode;

/**
 * An instrument that the sandbox has handed over: its own participants keep away from it, and we may trade it, until it
 * is given back.
 */
public final class HandedOver implements AutoCloseable {
    private final ExchangeSession session;
    private final String symbol;
    private final String id;
    private boolean givenBack;

    private HandedOver(ExchangeSession session, String symbol, String id) {
        this.session = session;
        this.symbol = symbol;
        this.id = id;
    }

    /** Asks for the instrument, and takes off what an earlier replay left in its book. */
    public static HandedOver take(ExchangeSession session, String symbol) {
        JsonNode replay = session.require(
                "POST",
                "/sandbox/replays",
                session.json().createObjectNode().put("symbol", symbol),
                "the hand-over of " + symbol);
        HandedOver handedOver =
                new HandedOver(session, symbol, replay.path("id").asString(""));
        handedOver.cancelOrders();
        return handedOver;
    }

    /** Cancels all that we have resting; returns how many orders that were. */
    public long cancelOrders() {
        return session.require(
                        "DELETE", "/orders?symbol=" + symbol, null, "the cancellation of our orders in " + symbol)
                .path("cancelled")
                .asLong();
    }

    /** Gives the instrument back; a second call does nothing. */
    @Override
    public void close() {
        if (!givenBack) {
            givenBack = true;
            session.require("DELETE", "/sandbox/replays/" + id, null, "giving " + symbol + " back");
        }
    }
}
