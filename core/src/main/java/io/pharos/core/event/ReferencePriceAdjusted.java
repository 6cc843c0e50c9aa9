package io.pharos.core.event;

/** A corporate action changed the prices that limits are counted from. */
public final class ReferencePriceAdjusted extends Event {
    /** Action. */
    public long actionId;

    /** Price before. */
    public long priceTicks;

    /** Reference price from now on. */
    public long referencePriceTicks;

    /** Lowest price allowed; 0 for none. */
    public long lowerLimitTicks;

    /** Highest price allowed; 0 for none. */
    public long upperLimitTicks;

    /** Instrument. */
    public int instrumentId;
}
