package io.pharos.platform.trading.projection;

import io.pharos.protocol.PegReference;

/**
 * What a pegged order follows.
 *
 * @param offsetTicks how far behind the price that it follows
 * @param priceTicks where it stands; 0 where it is parked, or ended
 */
public record PegTerms(PegReference reference, long offsetTicks, long priceTicks) {
    /** Of an order that is not pegged. */
    static final PegTerms NONE = new PegTerms(PegReference.NONE, 0, 0);

    PegTerms standingAt(long ticks) {
        return new PegTerms(reference, offsetTicks, ticks);
    }
}
