package io.pharos.core.event;

import io.pharos.protocol.Phase;
import io.pharos.protocol.PhaseReason;

/** An instrument changed its phase, and with it perhaps its reference price and limits. */
public final class InstrumentPhaseChanged extends Event {
    /** Reference price; 0 for none. */
    public long referencePriceTicks;

    /** Lowest price allowed; 0 for none. */
    public long lowerLimitTicks;

    /** Highest price allowed; 0 for none. */
    public long upperLimitTicks;

    /** When the phase ends by itself or by the calendar; 0 where that is not known. */
    public long endsNanos;

    /** Instrument. */
    public int instrumentId;

    /** Phase before. */
    public Phase previousPhase = Phase.NONE;

    /** Phase from now on. */
    public Phase phase = Phase.NONE;

    /** Why. */
    public PhaseReason reason = PhaseReason.NONE;
}
