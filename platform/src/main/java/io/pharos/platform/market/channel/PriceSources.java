package io.pharos.platform.market.channel;

import io.pharos.platform.market.MarketQuotes.Source;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which instruments a recorded day moves. The journal does not tell, since a replay trades like everybody: the sandbox
 * says so for a while, again and again, and silence ends it. Thread-safe.
 */
public final class PriceSources {
    private final Clock clock;
    private final Map<String, Instant> replayedUntil = new ConcurrentHashMap<>();

    public PriceSources(Clock clock) {
        this.clock = clock;
    }

    /** A recorded day moves the prices until this moment, exclusive. */
    public void replayed(String symbol, Instant until) {
        replayedUntil.put(symbol, until);
    }

    /** Who moves the prices now. */
    public Source of(String symbol) {
        Instant until = replayedUntil.get(symbol);
        return until != null && clock.instant().isBefore(until) ? Source.REPLAY : Source.SANDBOX;
    }
}
