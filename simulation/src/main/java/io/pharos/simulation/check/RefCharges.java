package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What an order owes and was charged: exact sums of millionths of a minor unit, each kind rounded as a whole. */
final class RefCharges {
    private final CoreCommand.@Nullable SetFeeSchedule fees;
    private final boolean buys;
    private BigInteger feeOwed = BigInteger.ZERO;
    private BigInteger feeCharged = BigInteger.ZERO;
    private BigInteger taxOwed = BigInteger.ZERO;
    private BigInteger taxCharged = BigInteger.ZERO;
    private BigInteger transferOwed = BigInteger.ZERO;
    private BigInteger transferCharged = BigInteger.ZERO;

    /** What the last fill is charged: the fee or commission, the tax or stamp duty, the transfer fee. */
    long fee;

    long tax;
    long transfer;

    RefCharges(CoreCommand.@Nullable SetFeeSchedule fees, boolean buys) {
        this.fees = fees;
        this.buys = buys;
    }

    /** What a buy must hold beside the notional to be filled for it. */
    BigInteger most(BigInteger notional, int dearerPpm) {
        if (fees != null) {
            return RefFees.dearest(fees, notional, feeOwed, transferOwed)
                    .subtract(feeCharged)
                    .subtract(transferCharged);
        }
        return RefOrder.roundUp(feeOwed.add(notional.multiply(BigInteger.valueOf(dearerPpm))))
                .subtract(feeCharged);
    }

    /** A fill, at the fees and taxes of the instrument, or the commission of its schedule. */
    void fill(BigInteger notional, int feePpm, int taxPpm) {
        feeOwed = feeOwed.add(notional.multiply(BigInteger.valueOf(feePpm)));
        int duty = fees == null ? taxPpm : buys ? 0 : fees.stampDutyPpm();
        taxOwed = taxOwed.add(notional.multiply(BigInteger.valueOf(duty)));
        if (fees != null) {
            transferOwed = transferOwed.add(notional.multiply(BigInteger.valueOf(fees.transferFeePpm())));
        }
    }

    /** Charges what is due; a sale is charged at most what the fill brings. */
    void charge(BigInteger notional) {
        BigInteger commission = fees == null
                ? RefOrder.roundUp(feeOwed)
                : RefFees.rounded(feeOwed, fees.commissionRounding())
                        .max(BigInteger.valueOf(fees.commissionMinimumMinor()));
        BigInteger duty = fees == null ? RefOrder.roundUp(taxOwed) : RefFees.rounded(taxOwed, fees.stampDutyRounding());
        BigInteger passed = fees == null ? BigInteger.ZERO : RefFees.rounded(transferOwed, fees.transferFeeRounding());
        BigInteger left = notional;
        BigInteger due = atMost(commission.subtract(feeCharged), left);
        feeCharged = feeCharged.add(due);
        fee = due.longValueExact();
        left = left.subtract(due);
        due = buys ? BigInteger.ZERO : atMost(duty.subtract(taxCharged), left);
        taxCharged = taxCharged.add(due);
        tax = due.longValueExact();
        left = left.subtract(due);
        due = atMost(passed.subtract(transferCharged), left);
        transferCharged = transferCharged.add(due);
        transfer = due.longValueExact();
    }

    private BigInteger atMost(BigInteger due, BigInteger left) {
        return buys ? due : due.min(left);
    }

    long total() {
        return fee + tax + transfer;
    }
}
