package io.pharos.core.event;

import io.pharos.protocol.Phase;

/** The instruments of a calendar will enter a phase. The first of a command replaces what was planned from its time on. */
public final class TransitionPlanned extends Event {
    /** When, log time. */
    public long startNanos;

    /** Calendar. */
    public int calendarId;

    /** The phase. */
    public Phase phase = Phase.NONE;

    /** Whether this one is the first of its command. */
    public boolean replaces;
}
