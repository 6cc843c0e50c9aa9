package io.pharos.core.trading;

import io.pharos.core.state.Invariant;
import io.pharos.protocol.Rounding;
import io.pharos.protocol.Side;
import org.jspecify.annotations.Nullable;

/**
 * What an order at a venue is charged when one of its trades is corrected or busted: as a whole for the fills that stand, so
 * that a minimum stays charged while any stands, and the difference to what has been charged is posted.
 *
 * <pre>
 *   250 ppm, at least 500: fills of 1,000,000 and 3,000,000 cost 500 and 500 more
 *   the second is busted: max(500, 250) = 500 is due, 500 goes back
 *   then the first, too: nothing stands, 500 goes back
 * </pre>
 *
 * <p>A trade that is older than the remembered reports counts neither as a fill nor as charged.
 */
final class VenueCharges {
    private final VenueExecutions executions;
    private final FeeSchedules schedules;
    private final Charge fee = new Charge();
    private final Charge tax = new Charge();
    private final Charge transferFee = new Charge();

    /** What is charged more (or, negative, less). */
    final TradeCharges change = new TradeCharges();

    /** What stays charged of the old trade: for the one in its place, or for another of the order. */
    final TradeCharges kept = new TradeCharges();

    /** The fee schedule of the trade; null for the fees of the registration. */
    @Nullable
    FeeSchedule schedule;

    private int old;
    private int other;
    private int ratePpm;
    private long notionalMinor;
    private long standingMinor;

    VenueCharges(VenueExecutions executions, FeeSchedules schedules) {
        this.executions = executions;
        this.schedules = schedules;
    }

    /**
     * Looks up what stands.
     *
     * @param old place of the trade, of a customer
     * @param notionalMinor what stands in its place; 0 for a bust
     * @return the most that may be charged or given back
     */
    long look(int old, long notionalMinor, Instrument of) {
        this.old = old;
        this.notionalMinor = notionalMinor;
        int place = (int) executions.get(old, VenueExecutions.SCHEDULE);
        schedule = place == 0 ? null : schedules.at(place);
        ratePpm = (int) executions.get(old, VenueExecutions.RATE);
        fee.clear();
        tax.clear();
        transferFee.clear();
        other = VenueExecutions.NOT_FOUND;
        standingMinor = notionalMinor;
        for (long number = executions.first(); number < executions.end(); number++) {
            int at = executions.place(number);
            if (isOfTheOrder(at)) {
                fee.addCharged(executions.get(at, VenueExecutions.FEE));
                tax.addCharged(executions.get(at, VenueExecutions.TAX));
                transferFee.addCharged(executions.get(at, VenueExecutions.TRANSFER_FEE));
                if (at != old) {
                    other = at;
                    long standsMinor = executions.get(at, VenueExecutions.NOTIONAL);
                    standingMinor += standsMinor;
                    accrue(of, fee, tax, transferFee, standsMinor, (int) executions.get(at, VenueExecutions.RATE));
                }
            }
        }
        accrue(of, fee, tax, transferFee, notionalMinor, ratePpm);
        return Exact.sum(
                chargedMinor(fee, tax, transferFee), Exact.sum(standingMinor, schedule == null ? 0 : minimumMinor()));
    }

    /** Charges the order anew, which is open and has its new filled quantity, or over. */
    void charge(Instrument of, Side side, @Nullable RoutedOrder open) {
        if (open == null) {
            charge(side, fee, tax, transferFee, standingMinor > 0, standingMinor);
        } else {
            Order order = open.order;
            // What was charged for fills that are older than the remembered reports stays.
            long olderMinor =
                    chargedMinor(order.fee, order.tax, order.transferFee) - chargedMinor(fee, tax, transferFee);
            long oldMinor = executions.get(old, VenueExecutions.NOTIONAL);
            order.fee.retract(oldMinor, ratePpm);
            if (side == Side.SELL) {
                order.tax.retract(oldMinor, stampDutyPpm(of));
            }
            order.transferFee.retract(oldMinor, transferFeePpm());
            accrue(of, order.fee, order.tax, order.transferFee, notionalMinor, ratePpm);
            charge(side, order.fee, order.tax, order.transferFee, order.filledLots > 0, standingMinor + olderMinor);
        }
        kept.feeMinor = executions.get(old, VenueExecutions.FEE) + change.feeMinor;
        kept.taxMinor = executions.get(old, VenueExecutions.TAX) + change.taxMinor;
        kept.transferFeeMinor = executions.get(old, VenueExecutions.TRANSFER_FEE) + change.transferFeeMinor;
    }

    /** Nothing is charged: no customer traded. */
    long lookAtNone() {
        change.clear();
        kept.clear();
        other = VenueExecutions.NOT_FOUND;
        return 0;
    }

    /** Notes what stays charged of a busted trade with another one of its order. */
    void moveKept() {
        if (other != VenueExecutions.NOT_FOUND) {
            note(
                    other,
                    executions.get(other, VenueExecutions.FEE),
                    executions.get(other, VenueExecutions.TAX),
                    executions.get(other, VenueExecutions.TRANSFER_FEE));
        }
    }

    /** Notes what stays charged with the trade that stands in the place of the old one. */
    void keepAt(int place) {
        note(place, 0, 0, 0);
    }

    private void note(int place, long feeMinor, long taxMinor, long transferFeeMinor) {
        executions.set(place, VenueExecutions.FEE, feeMinor + kept.feeMinor);
        executions.set(place, VenueExecutions.TAX, taxMinor + kept.taxMinor);
        executions.set(place, VenueExecutions.TRANSFER_FEE, transferFeeMinor + kept.transferFeeMinor);
    }

    private boolean isOfTheOrder(int at) {
        return executions.get(at, VenueExecutions.TRADE_ID) != 0
                && executions.get(at, VenueExecutions.LOTS) > 0
                && executions.get(at, VenueExecutions.ORDER_ID) == executions.get(old, VenueExecutions.ORDER_ID);
    }

    private void accrue(Instrument of, Charge fees, Charge taxes, Charge transferFees, long amountMinor, int ppm) {
        fees.accrue(amountMinor, ppm);
        if (executions.get(old, VenueExecutions.SIDE) == Side.SELL.code()) {
            taxes.accrue(amountMinor, stampDutyPpm(of));
        }
        transferFees.accrue(amountMinor, transferFeePpm());
    }

    /** A seller is never charged more than what stands has brought: fee first, then tax, then transfer fee. */
    private void charge(Side side, Charge fees, Charge taxes, Charge transferFees, boolean stands, long proceedsMinor) {
        FeeSchedule by = schedule;
        long leftMinor = side == Side.BUY ? Long.MAX_VALUE : proceedsMinor;
        change.feeMinor = charge(
                fees,
                stands && by != null ? minimumMinor() : 0,
                by == null ? Rounding.UP : by.terms.commissionRounding,
                leftMinor);
        leftMinor -= fees.chargedMinor();
        change.taxMinor = charge(taxes, 0, by == null ? Rounding.UP : by.terms.stampDutyRounding, leftMinor);
        leftMinor -= taxes.chargedMinor();
        change.transferFeeMinor =
                charge(transferFees, 0, by == null ? Rounding.UP : by.terms.transferFeeRounding, leftMinor);
    }

    private static long chargedMinor(Charge fees, Charge taxes, Charge transferFees) {
        return fees.chargedMinor() + taxes.chargedMinor() + transferFees.chargedMinor();
    }

    private static long charge(Charge of, long minimumMinor, Rounding rounding, long limitMinor) {
        long dueMinor = of.dueWithMinor(0, 0, minimumMinor, rounding);
        long changeMinor = Math.min(dueMinor, limitMinor - of.chargedMinor());
        of.addCharged(changeMinor);
        Invariant.check(of.chargedMinor() >= 0, "no order is charged less than nothing");
        return changeMinor;
    }

    private long minimumMinor() {
        FeeSchedule by = schedule;
        return by == null ? 0 : by.terms.commissionMinimumMinor;
    }

    private int stampDutyPpm(Instrument of) {
        FeeSchedule by = schedule;
        return by == null ? of.sellTaxPpm : by.terms.stampDutyPpm;
    }

    private int transferFeePpm() {
        FeeSchedule by = schedule;
        return by == null ? 0 : by.terms.transferFeePpm;
    }
}
