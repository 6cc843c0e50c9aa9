package io.pharos.core.event;

/** The trigger price of a trailing stop has followed the last price. Told at most once a second of log time of each stop. */
public final class TriggerMoved extends Event {
    /** Order. */
    public long orderId;

    /** Owner. */
    public long accountId;

    /** Trigger price now. */
    public long triggerPriceTicks;

    /** Instrument. */
    public int instrumentId;
}
