package io.pharos.core.trading;

import io.pharos.core.command.ScheduleSession;
import io.pharos.core.command.SetMarketBreaker;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Phase;
import java.util.Arrays;

/** The phases that some instruments will enter together in log time, and the circuit breaker that they share. */
final class Calendar {
    /** Transitions that may be planned: a week of the busiest days. */
    static final int PLANNED_MAX = 128;

    private static final long DIGEST_TAG = 12;

    final int calendarId;

    // Planned transitions, the first one next.
    private final long[] startNanos = new long[PLANNED_MAX];
    private final Phase[] phases = new Phase[PLANNED_MAX];
    private int plannedCount;

    /** The phase that the last transition led to; {@code NONE} before the first. */
    Phase phase = Phase.NONE;

    int haltMovePpm;
    int closeMovePpm;
    long haltNanos;

    /** What the breaker did today: 0 nothing, 1 halted for a time, 2 halted until the close. */
    int trippedLevel;

    // Follow from the instruments, and are not part of the state.
    long sumMovePpm;
    int memberCount;

    Calendar(int calendarId) {
        this.calendarId = calendarId;
        Arrays.fill(phases, Phase.NONE);
    }

    /** When the next transition takes place; {@code Long.MAX_VALUE} where none is planned. */
    long nextNanos() {
        return plannedCount == 0 ? Long.MAX_VALUE : startNanos[0];
    }

    /** When the phase that has begun is planned to end; 0 where that is not planned. */
    long untilNanos() {
        return plannedCount == 0 ? 0 : startNanos[0];
    }

    /** Takes the next transition off the plan. */
    Phase takeNext() {
        phase = phases[0];
        plannedCount--;
        System.arraycopy(startNanos, 1, startNanos, 0, plannedCount);
        System.arraycopy(phases, 1, phases, 0, plannedCount);
        return phase;
    }

    /** How many transitions stay planned before a time. */
    private int plannedBefore(long nanos) {
        int count = 0;
        while (count < plannedCount && startNanos[count] < nanos) {
            count++;
        }
        return count;
    }

    boolean hasRoomFor(ScheduleSession plan) {
        return plannedBefore(plan.startNanos(0)) + plan.transitionCount() <= PLANNED_MAX;
    }

    /** Plans transitions in the place of those from the first of them on. */
    void plan(ScheduleSession plan) {
        plannedCount = plannedBefore(plan.startNanos(0));
        for (int i = 0; i < plan.transitionCount(); i++) {
            startNanos[plannedCount] = plan.startNanos(i);
            phases[plannedCount] = plan.phase(i);
            plannedCount++;
        }
    }

    void breaker(SetMarketBreaker breaker) {
        haltMovePpm = breaker.haltMovePpm;
        closeMovePpm = breaker.closeMovePpm;
        haltNanos = breaker.haltNanos;
    }

    boolean hasBreaker() {
        return (haltMovePpm | closeMovePpm) != 0;
    }

    /** Mean move of the members from their reference prices, towards zero. */
    long meanMovePpm() {
        return memberCount == 0 ? 0 : sumMovePpm / memberCount;
    }

    long hash() {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), calendarId, plannedCount);
        for (int i = 0; i < plannedCount; i++) {
            hash = Mix.pair(hash, startNanos[i], phases[i].code());
        }
        hash = Mix.pair(hash, phase.code(), haltNanos);
        hash = Mix.pair(hash, haltMovePpm, closeMovePpm);
        return Mix.pair(hash, trippedLevel, 0);
    }

    void save(StateWriter out) {
        out.writeInt(calendarId);
        out.writeInt(plannedCount);
        for (int i = 0; i < plannedCount; i++) {
            out.writeLong(startNanos[i]);
            out.writeInt(phases[i].code());
        }
        out.writeInt(phase.code());
        out.writeLong(haltNanos);
        out.writeInt(haltMovePpm);
        out.writeInt(closeMovePpm);
        out.writeInt(trippedLevel);
    }

    static Calendar load(StateReader in) {
        Calendar calendar = new Calendar(in.readInt());
        calendar.plannedCount = in.readCount(PLANNED_MAX);
        for (int i = 0; i < calendar.plannedCount; i++) {
            calendar.startNanos[i] = in.readLong();
            calendar.phases[i] = Phase.ofCode(in.readInt());
            Invariant.check(
                    i == 0 || calendar.startNanos[i] > calendar.startNanos[i - 1],
                    "the plan of a calendar is in the order of its times");
        }
        calendar.phase = Phase.ofCode(in.readInt());
        calendar.haltNanos = in.readLong();
        calendar.haltMovePpm = in.readInt();
        calendar.closeMovePpm = in.readInt();
        calendar.trippedLevel = in.readCount(2);
        return calendar;
    }
}
