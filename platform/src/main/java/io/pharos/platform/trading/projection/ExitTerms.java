package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent.BracketPlaced;
import io.pharos.protocol.OrderType;

/**
 * What the entry of a bracket brings forth as it is filled.
 *
 * @param takeProfitTicks limit of the take-profit order; 0 for an order that is no entry
 * @param stopType of the protective stop
 * @param stopTriggerTicks 0 for a trailing stop that starts at its distance
 * @param stopPriceTicks limit or protection price; 0 for none
 */
public record ExitTerms(
        long takeProfitTicks,
        OrderType stopType,
        long stopTriggerTicks,
        long stopPriceTicks,
        long stopTrailTicks,
        int stopTrailPpm) {
    /** Of an order that is no entry. */
    static final ExitTerms NONE = new ExitTerms(0, OrderType.NONE, 0, 0, 0, 0);

    static ExitTerms of(BracketPlaced e) {
        return new ExitTerms(
                e.takeProfitTicks(),
                e.stopType(),
                e.stopTriggerTicks(),
                e.stopPriceTicks(),
                e.stopTrailTicks(),
                e.stopTrailPpm());
    }

    /** Whether there are any. */
    public boolean isBracket() {
        return takeProfitTicks != 0;
    }
}
