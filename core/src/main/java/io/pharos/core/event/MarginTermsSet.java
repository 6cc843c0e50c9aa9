package io.pharos.core.event;

/** What an instrument counts as margin was set. */
public final class MarginTermsSet extends Event {
    /** Instrument. */
    public int instrumentId;

    /** What a unit of its market value counts as margin: the conversion rate, 0 to 1,000,000. */
    public int conversionPpm;

    /** Initial margin ratio: margin for what is borrowed to buy it, 1 to 10,000,000. */
    public int initialPpm;

    /** Whether its holdings are collateral at all. */
    public boolean collateral;

    /** Whether it may be bought with borrowed cash; only collateral may. */
    public boolean financing;

    /** Who sets it. */
    public long staffId;
}
