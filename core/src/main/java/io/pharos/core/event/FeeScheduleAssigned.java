package io.pharos.core.event;

/** Later orders of an instrument are charged by a fee schedule. */
public final class FeeScheduleAssigned extends Event {
    /** Instrument. */
    public int instrumentId;

    /** Fee schedule; 0 for the fees of the registration. */
    public int scheduleId;
}
