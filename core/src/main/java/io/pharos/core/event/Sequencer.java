package io.pharos.core.event;

import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;

/** Numbers the events and stamps them with log time and cause. */
public final class Sequencer {
    private long sequence;
    private long timeNanos;
    private long clientId;
    private long commandId;

    /** Advances log time, which never goes back: an earlier time is ignored. */
    public void advanceTo(long timeNanos) {
        this.timeNanos = Math.max(this.timeNanos, timeNanos);
    }

    /** Sets the cause of the events that follow; 0 and 0 for time itself. */
    public void cause(long clientId, long commandId) {
        this.clientId = clientId;
        this.commandId = commandId;
    }

    /** Gives the event the next sequence. */
    public void stamp(Event event) {
        event.sequence = ++sequence;
        event.timeNanos = timeNanos;
        event.clientId = clientId;
        event.commandId = commandId;
    }

    /** Sequence of the last event; 0 before the first. */
    public long sequence() {
        return sequence;
    }

    /** Log time, nanoseconds since the epoch. */
    public long timeNanos() {
        return timeNanos;
    }

    public void save(StateWriter out) {
        out.writeLong(sequence);
        out.writeLong(timeNanos);
    }

    public void load(StateReader in) {
        sequence = in.readLong();
        timeNanos = in.readLong();
    }
}
