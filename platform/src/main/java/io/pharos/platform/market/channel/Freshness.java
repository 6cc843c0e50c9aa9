package io.pharos.platform.market.channel;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Whether quotes may be called live. They are stale when the journal has had trouble for a while; that nothing was traded
 * for long does not make them stale.
 */
public final class Freshness {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BooleanSupplier inTrouble;
    private volatile long wellAtNanos = System.nanoTime();
    private volatile boolean everWell;

    /**
     * Makes the judge.
     *
     * @param inTrouble whether the journal cannot be read at this moment
     */
    public Freshness(BooleanSupplier inTrouble) {
        this.inTrouble = inTrouble;
    }

    /** Asks the journal; cheap, but not for every quote. */
    public boolean isLive() {
        if (!inTrouble.getAsBoolean()) {
            wellAtNanos = System.nanoTime();
            everWell = true;
        }
        return everWell && System.nanoTime() - wellAtNanos < PATIENCE.toNanos();
    }
}
