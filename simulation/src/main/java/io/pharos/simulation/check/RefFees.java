package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fee schedules as decision 0130 says them: versions, what is charged by which, and the turnover that a tier asks for. */
final class RefFees {
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int TIER_DAYS = 30;

    private record Trader(long accountId, int scheduleId) {}

    /** A schedule: the version that new orders come under, and the one that waits for its day. */
    private static final class Schedule {
        CoreCommand.@Nullable SetFeeSchedule inForce;
        CoreCommand.@Nullable SetFeeSchedule waiting;
        int waitingVersion;
        int lastVersion;
    }

    /** In the order in which they were made, which is the one in which a day brings them into force. */
    private final Map<Integer, Schedule> schedules = new LinkedHashMap<>();

    private final Map<Trader, TreeMap<Long, BigInteger>> turnovers = new HashMap<>();

    boolean has(int scheduleId) {
        return schedules.containsKey(scheduleId);
    }

    /** The asset of a schedule; 0 for none. */
    int assetId(int scheduleId) {
        Schedule of = schedules.get(scheduleId);
        CoreCommand.SetFeeSchedule any = of == null ? null : of.inForce != null ? of.inForce : of.waiting;
        return any == null ? 0 : any.assetId();
    }

    /** What orders that come now to an instrument are charged by; null for the fees of its registration. */
    CoreCommand.@Nullable SetFeeSchedule of(int scheduleId) {
        Schedule of = schedules.get(scheduleId);
        return of == null ? null : of.inForce;
    }

    void set(CoreCommand.SetFeeSchedule terms, List<String> lines) {
        Schedule of = schedules.computeIfAbsent(terms.scheduleId(), unused -> new Schedule());
        boolean atOnce = terms.effectiveDate() == 0;
        if (terms.equals(atOnce ? of.inForce : of.waiting)) {
            return;
        }
        of.lastVersion++;
        if (atOnce) {
            of.inForce = terms;
        } else {
            of.waiting = terms;
            of.waitingVersion = of.lastVersion;
        }
        lines.add(Lines.fees(terms.scheduleId(), of.lastVersion, atOnce));
    }

    void dayBegan(int calendarId, int date, List<String> lines) {
        schedules.forEach((scheduleId, of) -> {
            CoreCommand.SetFeeSchedule waiting = of.waiting;
            if (waiting != null && waiting.calendarId() == calendarId && waiting.effectiveDate() <= date) {
                of.inForce = waiting;
                of.waiting = null;
                lines.add(Lines.fees(scheduleId, of.waitingVersion, true));
            }
        });
    }

    /** The rate of a fill by what the account traded on the thirty days before; counts the fill from tomorrow on. */
    int commissionPpm(RefOrder order, CoreCommand.SetFeeSchedule fees, BigInteger notional, boolean asMaker, long now) {
        if (fees.tier1TurnoverMinor() == 0) {
            return asMaker ? fees.makerPpm() : fees.takerPpm();
        }
        long today = now / DAY_NANOS;
        TreeMap<Long, BigInteger> days =
                turnovers.computeIfAbsent(new Trader(order.accountId, fees.scheduleId()), unused -> new TreeMap<>());
        BigInteger before =
                days.subMap(today - TIER_DAYS, today).values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        days.merge(today, notional, BigInteger::add);
        long[] thresholds = {fees.tier3TurnoverMinor(), fees.tier2TurnoverMinor(), fees.tier1TurnoverMinor(), 0};
        int[] makers = {fees.tier3MakerPpm(), fees.tier2MakerPpm(), fees.tier1MakerPpm(), fees.makerPpm()};
        int[] takers = {fees.tier3TakerPpm(), fees.tier2TakerPpm(), fees.tier1TakerPpm(), fees.takerPpm()};
        for (int tier = 0; tier < thresholds.length - 1; tier++) {
            if (thresholds[tier] > 0 && before.compareTo(BigInteger.valueOf(thresholds[tier])) >= 0) {
                return asMaker ? makers[tier] : takers[tier];
            }
        }
        return asMaker ? fees.makerPpm() : fees.takerPpm();
    }

    /** Millionths of minor units, rounded as named. */
    static BigInteger rounded(BigInteger millionths, Rounding rounding) {
        RoundingMode mode = switch (rounding) {
            case DOWN -> RoundingMode.DOWN;
            case HALF_UP -> RoundingMode.HALF_UP;
            case HALF_EVEN -> RoundingMode.HALF_EVEN;
            case UP, NONE -> RoundingMode.UP;
        };
        return new BigDecimal(millionths, 6).setScale(0, mode).unscaledValue();
    }

    /** What a buy is charged at most for a notional, beside what it owes of each kind already. */
    static BigInteger dearest(
            CoreCommand.SetFeeSchedule fees, BigInteger notional, BigInteger commissionOwed, BigInteger transferOwed) {
        int ppm = Math.max(fees.makerPpm(), fees.takerPpm());
        BigInteger commission =
                rounded(commissionOwed.add(notional.multiply(BigInteger.valueOf(ppm))), fees.commissionRounding());
        BigInteger transfer = rounded(
                transferOwed.add(notional.multiply(BigInteger.valueOf(fees.transferFeePpm()))),
                fees.transferFeeRounding());
        return commission.max(BigInteger.valueOf(fees.commissionMinimumMinor())).add(transfer);
    }
}
