package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.Rounding;

/** Sets a new version of a fee schedule, at once or from a business day on. Open orders keep the one they came under. */
public final class SetFeeSchedule extends Command {
    /** Schedule, positive; made by its first version. */
    public int scheduleId;

    /** Asset in which it is charged; the same for all versions. */
    public int assetId;

    /** Business calendar of the effective date; 0 without one. */
    public int calendarId;

    /** Business day from which it is in force, as year, month and day: 20230828; 0 for at once. */
    public int effectiveDate;

    /** Account that receives commissions. */
    public long commissionAccountId;

    /** Account that receives stamp duty. */
    public long stampDutyAccountId;

    /** Account that receives transfer fees. */
    public long transferFeeAccountId;

    /** Least commission of an order that traded, minor units; 0 for none. */
    public long commissionMinimumMinor;

    /** Commission of the order that rested, parts per million of the notional. */
    public int makerPpm;

    /** Commission of the order that came in. */
    public int takerPpm;

    /** Turnover of 30 days from which the rates of tier 1 hold; 0 for no such tier. */
    public long tier1TurnoverMinor;

    /** Commission of tier 1, rested. */
    public int tier1MakerPpm;

    /** Commission of tier 1, came in. */
    public int tier1TakerPpm;

    /** Turnover of 30 days from which the rates of tier 2 hold; 0 for no such tier. */
    public long tier2TurnoverMinor;

    /** Commission of tier 2, rested. */
    public int tier2MakerPpm;

    /** Commission of tier 2, came in. */
    public int tier2TakerPpm;

    /** Turnover of 30 days from which the rates of tier 3 hold; 0 for no such tier. */
    public long tier3TurnoverMinor;

    /** Commission of tier 3, rested. */
    public int tier3MakerPpm;

    /** Commission of tier 3, came in. */
    public int tier3TakerPpm;

    /** Stamp duty of a sale. */
    public int stampDutyPpm;

    /** Transfer fee of either side. */
    public int transferFeePpm;

    /** Of the commission of an order. */
    public Rounding commissionRounding = Rounding.NONE;

    /** Of the stamp duty of an order. */
    public Rounding stampDutyRounding = Rounding.NONE;

    /** Of the transfer fee of an order. */
    public Rounding transferFeeRounding = Rounding.NONE;

    @Override
    public CommandKind commandKind() {
        return CommandKind.SET_FEE_SCHEDULE;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.SET_FEE_SCHEDULE.code());
        hash = Mix.pair(hash, scheduleId, assetId);
        hash = Mix.pair(hash, calendarId, effectiveDate);
        hash = Mix.pair(hash, commissionAccountId, stampDutyAccountId);
        hash = Mix.pair(hash, transferFeeAccountId, commissionMinimumMinor);
        hash = Mix.pair(hash, makerPpm, takerPpm);
        hash = Mix.pair(hash, tier1TurnoverMinor, tier1MakerPpm);
        hash = Mix.pair(hash, tier1TakerPpm, tier2TurnoverMinor);
        hash = Mix.pair(hash, tier2MakerPpm, tier2TakerPpm);
        hash = Mix.pair(hash, tier3TurnoverMinor, tier3MakerPpm);
        hash = Mix.pair(hash, tier3TakerPpm, stampDutyPpm);
        hash = Mix.pair(hash, transferFeePpm, commissionRounding.code());
        hash = Mix.pair(hash, stampDutyRounding.code(), transferFeeRounding.code());
        return hash;
    }
}
