package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.Phase;
import java.util.Arrays;

/**
 * 1 to 16 phases that the instruments of a calendar enter in log time. Replaces what was planned from the first of them
 * on: the same again changes nothing, and a shorter day takes the place of a longer one.
 */
public final class ScheduleSession extends Command {
    /** The most transitions that one command carries. */
    public static final int TRANSITIONS_MAX = 16;

    /** Calendar. */
    public int calendarId;

    private final long[] startNanos = new long[TRANSITIONS_MAX];
    private final Phase[] phases = new Phase[TRANSITIONS_MAX];
    private int transitionCount;

    public ScheduleSession() {
        Arrays.fill(phases, Phase.NONE);
    }

    /** Says how many transitions the wire carries; the engine refuses 0 and more than {@link #TRANSITIONS_MAX}. */
    public void transitionCount(int transitionCount) {
        this.transitionCount = transitionCount;
    }

    /** How many transitions the wire carries. */
    public int transitionCount() {
        return transitionCount;
    }

    /** Sets a transition, from 0 to {@link #TRANSITIONS_MAX} - 1. */
    public void transition(int index, long startNanos, Phase phase) {
        this.startNanos[index] = startNanos;
        phases[index] = phase;
    }

    /** When a transition takes place, log time. */
    public long startNanos(int index) {
        return startNanos[index];
    }

    /** The phase that a transition leads to. */
    public Phase phase(int index) {
        return phases[index];
    }

    @Override
    public CommandKind commandKind() {
        return CommandKind.SCHEDULE_SESSION;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.pair(Mix.start(CommandKind.SCHEDULE_SESSION.code()), calendarId, transitionCount);
        for (int i = 0; i < transitionCount && i < TRANSITIONS_MAX; i++) {
            hash = Mix.pair(hash, startNanos[i], phases[i].code());
        }
        return hash;
    }
}
