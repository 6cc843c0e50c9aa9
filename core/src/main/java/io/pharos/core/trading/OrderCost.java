package io.pharos.core.trading;

import io.pharos.protocol.Side;
import org.jspecify.annotations.Nullable;

/** What an order must hold, minor units of the asset that it spends, or {@link Exact#OVERFLOW}. */
final class OrderCost {
    private OrderCost() {}

    /**
     * What an order must hold to be filled for lots at its limit: for a sell the lots, for a buy
     *
     * <pre>  notional + ceil(fees accrued so far + notional x dearer fee) - fees charged so far</pre>
     *
     * under a fee schedule each component at its dearest rate, its minimum and its rounding.
     */
    static long limit(Order order, long priceTicks, long lots) {
        Instrument of = order.instrument();
        long notionalMinor = of.notionalMinor(priceTicks, lots);
        if (!order.isBuy() || notionalMinor == Exact.OVERFLOW || order.filledLots == 0) {
            return unfilled(of, order.fees, order.side, notionalMinor, lots);
        }
        FeeSchedule fees = order.fees;
        if (fees != null) {
            return Exact.sum(notionalMinor, fees.dueWithMinor(order, notionalMinor));
        }
        return Exact.sum(notionalMinor, order.fee.dueWithMinor(notionalMinor, of.dearerFeePpm()));
    }

    /** What a limit order without fills must hold. */
    static long limit(Instrument of, @Nullable FeeSchedule fees, Side side, long priceTicks, long lots) {
        return unfilled(of, fees, side, of.notionalMinor(priceTicks, lots), lots);
    }

    private static long unfilled(Instrument of, @Nullable FeeSchedule fees, Side side, long notionalMinor, long lots) {
        if (side == Side.SELL || notionalMinor == Exact.OVERFLOW) {
            return notionalMinor == Exact.OVERFLOW ? Exact.OVERFLOW : lots * of.lotMinor;
        }
        return Exact.sum(
                notionalMinor,
                fees == null
                        ? Exact.shareRoundedUp(notionalMinor, of.dearerFeePpm())
                        : fees.dearestMinor(notionalMinor));
    }

    /** What an order must hold that takes this liquidity at once, and no more. */
    static long taking(Instrument of, @Nullable FeeSchedule fees, Side side, Liquidity liquidity, long lots) {
        if (side == Side.SELL) {
            return lots * of.lotMinor;
        }
        return liquidity.notionalMinor == Exact.OVERFLOW
                ? Exact.OVERFLOW
                : Exact.sum(
                        liquidity.notionalMinor,
                        fees == null
                                ? Exact.shareRoundedUp(liquidity.notionalMinor, of.takerFeePpm)
                                : fees.dearestMinor(liquidity.notionalMinor));
    }
}
