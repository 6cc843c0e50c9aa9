package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.Phase;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A calendar of the reference: the phases to come, and the breaker of its instruments. */
final class RefCalendar {
    private static final BigInteger MOVE_MAX = BigInteger.valueOf(1_000_000_000);

    final int calendarId;

    /** The transitions to come, the first one next. */
    final List<CoreCommand.Transition> plan = new ArrayList<>();

    /** What the last transition led to. */
    Phase phase = Phase.NONE;

    int haltMovePpm;
    int closeMovePpm;
    long haltNanos;

    /** 1 where the breaker has halted for a time today, 2 where it has until the close. */
    int tripped;

    RefCalendar(int calendarId) {
        this.calendarId = calendarId;
    }

    /** When the next transition takes place; 0 where none is planned. */
    long nextNanos() {
        return plan.isEmpty() ? 0 : plan.getFirst().startNanos();
    }

    /** How many transitions would be planned with others in the place of those from the first of them on. */
    long countWith(CoreCommand.ScheduleSession command) {
        long first = command.transitions().getFirst().startNanos();
        return plan.stream().filter(planned -> planned.startNanos() < first).count()
                + command.transitions().size();
    }

    void replace(CoreCommand.ScheduleSession command) {
        long first = command.transitions().getFirst().startNanos();
        plan.removeIf(planned -> planned.startNanos() >= first);
        plan.addAll(command.transitions());
    }

    /** Mean move of the members from their reference prices in millionths, towards zero. */
    long meanMovePpm(Collection<RefInstrument> instruments) {
        BigInteger sum = BigInteger.ZERO;
        long members = 0;
        for (RefInstrument of : instruments) {
            if (of.calendarId() == calendarId) {
                sum = sum.add(move(of));
                members++;
            }
        }
        return members == 0 ? 0 : sum.divide(BigInteger.valueOf(members)).longValueExact();
    }

    private static BigInteger move(RefInstrument of) {
        if (of.reference <= 0 || of.lastPrice <= 0) {
            return BigInteger.ZERO;
        }
        BigInteger away = BigInteger.valueOf(of.lastPrice).subtract(BigInteger.valueOf(of.reference));
        return away.multiply(RefOrder.MILLION)
                .divide(BigInteger.valueOf(of.reference))
                .min(MOVE_MAX);
    }
}
