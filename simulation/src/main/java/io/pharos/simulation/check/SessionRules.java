package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.simulation.check.Rules.Verdict;

/** The rules of calendars and of their breakers, and which phase may follow which. */
final class SessionRules {
    private static final int PLANNED_MAX = 128;
    private static final int TRANSITIONS_MAX = 16;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final RefState state;

    SessionRules(RefState state) {
        this.state = state;
    }

    Verdict schedule(CoreCommand.ScheduleSession c, Outcome rule) {
        return switch (rule) {
            case ID_NOT_POSITIVE -> Verdict.brokenIf(c.calendarId() <= 0);
            case SCHEDULE_INVALID -> Verdict.brokenIf(!isPlan(c) || !fits(c));
            default -> Verdict.UNKNOWN;
        };
    }

    Verdict breaker(CoreCommand.SetMarketBreaker c, Outcome rule) {
        return switch (rule) {
            case ID_NOT_POSITIVE -> Verdict.brokenIf(c.calendarId() <= 0);
            case SESSION_RULES_INVALID -> {
                boolean isTime = c.haltMovePpm() == 0
                        ? c.haltNanos() == 0
                        : c.haltNanos() >= SECOND_NANOS && c.haltNanos() <= 86_400 * SECOND_NANOS;
                yield Verdict.brokenIf(!isTime || !isMove(c.haltMovePpm()) || !isMove(c.closeMovePpm()));
            }
            default -> Verdict.UNKNOWN;
        };
    }

    private static boolean isMove(int ppm) {
        return ppm >= 0 && ppm < 1_000_000;
    }

    private boolean fits(CoreCommand.ScheduleSession c) {
        RefCalendar calendar = state.calendars.get(c.calendarId());
        return calendar == null || calendar.countWith(c) <= PLANNED_MAX;
    }

    private boolean isPlan(CoreCommand.ScheduleSession c) {
        long before = state.timeNanos;
        for (CoreCommand.Transition transition : c.transitions()) {
            boolean isPlannable = switch (transition.phase()) {
                case NONE, PENDING, VOLATILITY_INTERRUPTION -> false;
                default -> true;
            };
            if (!isPlannable || transition.startNanos() <= before) {
                return false;
            }
            before = transition.startNanos();
        }
        return !c.transitions().isEmpty() && c.transitions().size() <= TRANSITIONS_MAX;
    }

    /** Whether a phase may follow another, as the picture of the phases says. */
    static boolean mayFollow(Phase from, Phase to) {
        boolean trades = from == Phase.OPEN || from == Phase.VOLATILITY_INTERRUPTION || from == Phase.HALTED;
        boolean isBefore = from == Phase.PENDING || from == Phase.CLOSED || from == Phase.POST_CLOSE;
        return from != to
                && switch (to) {
                    case OPEN -> true;
                    case PRE_OPEN -> isBefore || from == Phase.HALTED;
                    case OPENING_AUCTION -> isBefore || from == Phase.HALTED || from == Phase.PRE_OPEN;
                    case VOLATILITY_INTERRUPTION -> from == Phase.OPEN || from == Phase.HALTED;
                    case CLOSING_AUCTION -> trades;
                    case POST_CLOSE -> trades || from == Phase.CLOSING_AUCTION;
                    case HALTED -> from == Phase.OPEN || from.isCall();
                    case CLOSED -> from != Phase.PENDING;
                    case PENDING, NONE -> false;
                };
    }
}
