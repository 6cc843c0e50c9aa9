package io.pharos.core.trading;

import io.pharos.core.command.SetFeeSchedule;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Rounding;
import io.pharos.protocol.Side;

/**
 * One version of a fee schedule; never changes. {@link SetFeeSchedule} says what each rate means.
 *
 * <p>Each component is accrued exactly over the fills of an order and rounded as a whole, as {@link Charge} does. The
 * commission of an order that traded is at least the minimum:
 *
 * <pre>
 *   A-share, 250 ppm, at least 500 fen: fills of 1,000,000 and 1,500,000 fen
 *   first:  max(500, 250) = 500;  second: max(500, 625) - 500 = 125
 * </pre>
 */
final class FeeSchedule {
    static final int TIERS = 4;
    private static final long DIGEST_TAG = 40;

    /** Place among all versions, from 1. */
    final int place;

    /** Number of the version in its schedule, from 1. */
    final int version;

    /** Number of its schedule, from 0. */
    final int scheduleIndex;

    final SetFeeSchedule terms;
    final int commissionSlot;
    final int stampDutySlot;
    final int transferFeeSlot;
    private final int dearestPpm;

    FeeSchedule(
            SetFeeSchedule terms,
            int place,
            int version,
            int scheduleIndex,
            int commissionSlot,
            int stampDutySlot,
            int transferFeeSlot) {
        this.terms = terms;
        this.place = place;
        this.version = version;
        this.scheduleIndex = scheduleIndex;
        this.commissionSlot = commissionSlot;
        this.stampDutySlot = stampDutySlot;
        this.transferFeeSlot = transferFeeSlot;
        dearestPpm = Math.max(terms.makerPpm, terms.takerPpm);
    }

    boolean hasTiers() {
        return terms.tier1TurnoverMinor > 0;
    }

    /** The highest tier that a turnover reaches, 0 to 3. */
    int tier(long turnoverMinor) {
        int tier = 0;
        while (tier + 1 < TIERS && threshold(terms, tier + 1) > 0 && turnoverMinor >= threshold(terms, tier + 1)) {
            tier++;
        }
        return tier;
    }

    int commissionPpm(int tier, boolean asMaker) {
        return asMaker ? makerPpm(terms, tier) : takerPpm(terms, tier);
    }

    /** What a buy of this notional is charged at most, minor units: no tier is dearer than the first. */
    long dearestMinor(long notionalMinor) {
        long commissionMinor = Exact.share(notionalMinor, dearestPpm, terms.commissionRounding);
        return Exact.sum(
                Math.max(terms.commissionMinimumMinor, commissionMinor),
                Exact.share(notionalMinor, terms.transferFeePpm, terms.transferFeeRounding));
    }

    /** What a buy that has traded would still be charged at most if it were also filled for this notional. */
    long dueWithMinor(Order order, long notionalMinor) {
        return Exact.sum(
                order.fee.dueWithMinor(
                        notionalMinor, dearestPpm, terms.commissionMinimumMinor, terms.commissionRounding),
                order.transferFee.dueWithMinor(notionalMinor, terms.transferFeePpm, 0, terms.transferFeeRounding));
    }

    /** Adds a fill to what an order owes. */
    void accrue(Order order, long notionalMinor, int commissionPpm) {
        order.fee.accrue(notionalMinor, commissionPpm);
        order.transferFee.accrue(notionalMinor, terms.transferFeePpm);
        if (order.side == Side.SELL) {
            order.tax.accrue(notionalMinor, terms.stampDutyPpm);
        }
    }

    /** Charges what is due, together at most the limit: commission first, then stamp duty, then transfer fee. */
    void take(Order order, long limitMinor, TradeCharges charges) {
        charges.feeMinor = order.fee.take(limitMinor, terms.commissionMinimumMinor, terms.commissionRounding);
        long leftMinor = limitMinor - charges.feeMinor;
        charges.taxMinor = order.side == Side.SELL ? order.tax.take(leftMinor, 0, terms.stampDutyRounding) : 0;
        leftMinor -= charges.taxMinor;
        charges.transferFeeMinor = order.transferFee.take(leftMinor, 0, terms.transferFeeRounding);
    }

    long hash() {
        return Mix.pair(Mix.pair(Mix.start(DIGEST_TAG), terms.fingerprint(), place), version, scheduleIndex);
    }

    /** Turnover from which a tier holds; 0 for no such tier, and for the first. */
    static long threshold(SetFeeSchedule terms, int tier) {
        return switch (tier) {
            case 1 -> terms.tier1TurnoverMinor;
            case 2 -> terms.tier2TurnoverMinor;
            case 3 -> terms.tier3TurnoverMinor;
            default -> 0;
        };
    }

    static int makerPpm(SetFeeSchedule terms, int tier) {
        return switch (tier) {
            case 1 -> terms.tier1MakerPpm;
            case 2 -> terms.tier2MakerPpm;
            case 3 -> terms.tier3MakerPpm;
            default -> terms.makerPpm;
        };
    }

    static int takerPpm(SetFeeSchedule terms, int tier) {
        return switch (tier) {
            case 1 -> terms.tier1TakerPpm;
            case 2 -> terms.tier2TakerPpm;
            case 3 -> terms.tier3TakerPpm;
            default -> terms.takerPpm;
        };
    }

    static SetFeeSchedule copyOf(SetFeeSchedule from) {
        SetFeeSchedule to = new SetFeeSchedule();
        to.scheduleId = from.scheduleId;
        to.assetId = from.assetId;
        to.calendarId = from.calendarId;
        to.effectiveDate = from.effectiveDate;
        to.commissionAccountId = from.commissionAccountId;
        to.stampDutyAccountId = from.stampDutyAccountId;
        to.transferFeeAccountId = from.transferFeeAccountId;
        to.commissionMinimumMinor = from.commissionMinimumMinor;
        to.makerPpm = from.makerPpm;
        to.takerPpm = from.takerPpm;
        to.tier1TurnoverMinor = from.tier1TurnoverMinor;
        to.tier1MakerPpm = from.tier1MakerPpm;
        to.tier1TakerPpm = from.tier1TakerPpm;
        to.tier2TurnoverMinor = from.tier2TurnoverMinor;
        to.tier2MakerPpm = from.tier2MakerPpm;
        to.tier2TakerPpm = from.tier2TakerPpm;
        to.tier3TurnoverMinor = from.tier3TurnoverMinor;
        to.tier3MakerPpm = from.tier3MakerPpm;
        to.tier3TakerPpm = from.tier3TakerPpm;
        to.stampDutyPpm = from.stampDutyPpm;
        to.transferFeePpm = from.transferFeePpm;
        to.commissionRounding = from.commissionRounding;
        to.stampDutyRounding = from.stampDutyRounding;
        to.transferFeeRounding = from.transferFeeRounding;
        return to;
    }

    static void save(SetFeeSchedule terms, StateWriter out) {
        out.writeInt(terms.scheduleId);
        out.writeInt(terms.assetId);
        out.writeInt(terms.calendarId);
        out.writeInt(terms.effectiveDate);
        out.writeLong(terms.commissionAccountId);
        out.writeLong(terms.stampDutyAccountId);
        out.writeLong(terms.transferFeeAccountId);
        out.writeLong(terms.commissionMinimumMinor);
        out.writeInt(terms.makerPpm);
        out.writeInt(terms.takerPpm);
        out.writeLong(terms.tier1TurnoverMinor);
        out.writeInt(terms.tier1MakerPpm);
        out.writeInt(terms.tier1TakerPpm);
        out.writeLong(terms.tier2TurnoverMinor);
        out.writeInt(terms.tier2MakerPpm);
        out.writeInt(terms.tier2TakerPpm);
        out.writeLong(terms.tier3TurnoverMinor);
        out.writeInt(terms.tier3MakerPpm);
        out.writeInt(terms.tier3TakerPpm);
        out.writeInt(terms.stampDutyPpm);
        out.writeInt(terms.transferFeePpm);
        out.writeInt(terms.commissionRounding.code());
        out.writeInt(terms.stampDutyRounding.code());
        out.writeInt(terms.transferFeeRounding.code());
    }

    static SetFeeSchedule load(StateReader in) {
        SetFeeSchedule terms = new SetFeeSchedule();
        terms.scheduleId = in.readInt();
        terms.assetId = in.readInt();
        terms.calendarId = in.readInt();
        terms.effectiveDate = in.readInt();
        terms.commissionAccountId = in.readLong();
        terms.stampDutyAccountId = in.readLong();
        terms.transferFeeAccountId = in.readLong();
        terms.commissionMinimumMinor = in.readLong();
        terms.makerPpm = in.readInt();
        terms.takerPpm = in.readInt();
        terms.tier1TurnoverMinor = in.readLong();
        terms.tier1MakerPpm = in.readInt();
        terms.tier1TakerPpm = in.readInt();
        terms.tier2TurnoverMinor = in.readLong();
        terms.tier2MakerPpm = in.readInt();
        terms.tier2TakerPpm = in.readInt();
        terms.tier3TurnoverMinor = in.readLong();
        terms.tier3MakerPpm = in.readInt();
        terms.tier3TakerPpm = in.readInt();
        terms.stampDutyPpm = in.readInt();
        terms.transferFeePpm = in.readInt();
        terms.commissionRounding = Rounding.ofCode(in.readInt());
        terms.stampDutyRounding = Rounding.ofCode(in.readInt());
        terms.transferFeeRounding = Rounding.ofCode(in.readInt());
        return terms;
    }
}
