package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Rounding;
import io.pharos.simulation.check.Rules.Verdict;

/** The rules of fee schedules. */
final class FeeRules {
    private static final int MILLION = 1_000_000;

    private final RefState state;

    FeeRules(RefState state) {
        this.state = state;
    }

    Verdict set(CoreCommand.SetFeeSchedule c, Outcome rule) {
        return switch (rule) {
            case ID_NOT_POSITIVE -> Verdict.brokenIf(c.scheduleId() <= 0);
            case ASSET_NOT_FOUND -> Verdict.brokenIf(!state.assets.containsKey(c.assetId()));
            case FEE_OUT_OF_RANGE -> Verdict.brokenIf(!areRates(c));
            case FEE_SCHEDULE_INVALID ->
                Verdict.brokenIf(c.commissionMinimumMinor() < 0
                        || c.commissionRounding() == Rounding.NONE
                        || c.stampDutyRounding() == Rounding.NONE
                        || c.transferFeeRounding() == Rounding.NONE
                        || !areTiers(c));
            case FEE_ACCOUNT_NOT_FOUND ->
                Verdict.brokenIf(!state.accounts.containsKey(c.commissionAccountId())
                        || !state.accounts.containsKey(c.stampDutyAccountId())
                        || !state.accounts.containsKey(c.transferFeeAccountId()));
            case FEE_ASSET_DIFFERS -> {
                int asset = state.fees.assetId(c.scheduleId());
                yield Verdict.brokenIf(asset != 0 && asset != c.assetId());
            }
            case CALENDAR_NOT_FOUND -> {
                boolean names = c.calendarId() != 0 || c.effectiveDate() != 0;
                yield Verdict.brokenIf(names && state.settlement.date(c.calendarId()) == 0);
            }
            case DATE_INVALID ->
                c.effectiveDate() != 0 && c.effectiveDate() <= state.settlement.date(c.calendarId())
                        ? Verdict.BROKEN
                        : c.effectiveDate() == 0 ? Verdict.KEPT : Verdict.UNKNOWN;
            default -> Verdict.UNKNOWN;
        };
    }

    Verdict assign(CoreCommand.AssignFeeSchedule c, Outcome rule) {
        RefInstrument of = state.instruments.get(c.instrumentId());
        return switch (rule) {
            case INSTRUMENT_NOT_FOUND -> Verdict.brokenIf(of == null);
            case FEE_SCHEDULE_NOT_FOUND -> Verdict.brokenIf(c.scheduleId() != 0 && !state.fees.has(c.scheduleId()));
            case FEE_ASSET_DIFFERS -> {
                int asset = state.fees.assetId(c.scheduleId());
                yield of == null ? Verdict.UNKNOWN : Verdict.brokenIf(asset != 0 && asset != of.terms.quoteAssetId());
            }
            default -> Verdict.UNKNOWN;
        };
    }

    private static boolean areRates(CoreCommand.SetFeeSchedule c) {
        int dearest = Math.max(c.makerPpm(), c.takerPpm());
        return isRate(c.makerPpm())
                && isRate(c.takerPpm())
                && isRate(c.stampDutyPpm())
                && isRate(c.transferFeePpm())
                && dearest + c.stampDutyPpm() + c.transferFeePpm() <= MILLION;
    }

    private static boolean isRate(int ppm) {
        return ppm >= 0 && ppm <= MILLION;
    }

    /** Thresholds rise, rates fall, and behind the last tier there is nothing. */
    private static boolean areTiers(CoreCommand.SetFeeSchedule c) {
        long[] from = {0, c.tier1TurnoverMinor(), c.tier2TurnoverMinor(), c.tier3TurnoverMinor()};
        int[] makers = {c.makerPpm(), c.tier1MakerPpm(), c.tier2MakerPpm(), c.tier3MakerPpm()};
        int[] takers = {c.takerPpm(), c.tier1TakerPpm(), c.tier2TakerPpm(), c.tier3TakerPpm()};
        for (int tier = 1; tier < from.length; tier++) {
            boolean isTier = from[tier] != 0;
            boolean follows = tier == 1 || from[tier - 1] != 0;
            boolean risesAndFalls = from[tier] > from[tier - 1]
                    && makers[tier] >= 0
                    && takers[tier] >= 0
                    && makers[tier] <= makers[tier - 1]
                    && takers[tier] <= takers[tier - 1];
            if (isTier ? !follows || !risesAndFalls : makers[tier] != 0 || takers[tier] != 0) {
                return false;
            }
        }
        return true;
    }
}
