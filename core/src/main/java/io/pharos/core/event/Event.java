package io.pharos.core.event;

/** What every event carries. Events are flyweights: valid during the call of the sink, then reused. */
public abstract class Event {
    /** From 1, gapless over all events. */
    public long sequence;

    /** Log time at which it happened, nanoseconds since the epoch. */
    public long timeNanos;

    /** Client of the command that caused it; 0 where time caused it. */
    public long clientId;

    /** Command that caused it; 0 where time caused it. */
    public long commandId;
}
