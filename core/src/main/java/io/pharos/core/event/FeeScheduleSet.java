package io.pharos.core.event;

import io.pharos.protocol.Rounding;

/** A version of a fee schedule was set, or has come into force. */
public final class FeeScheduleSet extends Event {
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

    /** Number of the version, from 1 in each schedule. */
    public int version;

    /** Whether it is in force now. */
    public boolean inForce;
}
