package io.pharos.core.trading;

import io.pharos.protocol.Side;

/** What an order must hold, minor units of the asset that it spends, or {@link Exact#OVERFLOW}. */
final class OrderCost {
    private OrderCost() {}

    /**
     * What an order must hold to be filled for lots at its limit: for a sell the lots, for a buy
     *
     * <pre>  notional + ceil(fees accrued so far + notional x dearer fee) - fees charged so far</pre>
     */
    static long limit(Order order, long priceTicks, long lots) {
        Instrument of = order.instrument();
        long notionalMinor = of.notionalMinor(priceTicks, lots);
        if (!order.isBuy() || notionalMinor == Exact.OVERFLOW || order.filledLots == 0) {
            return unfilled(of, order.side, notionalMinor, lots);
        }
        return Exact.sum(notionalMinor, order.fee.dueWithMinor(notionalMinor, of.dearerFeePpm()));
    }

    /** What a limit order without fills must hold. */
    static long limit(Instrument of, Side side, long priceTicks, long lots) {
        return unfilled(of, side, of.notionalMinor(priceTicks, lots), lots);
    }

    private static long unfilled(Instrument of, Side side, long notionalMinor, long lots) {
        if (side == Side.SELL || notionalMinor == Exact.OVERFLOW) {
            return notionalMinor == Exact.OVERFLOW ? Exact.OVERFLOW : lots * of.lotMinor;
        }
        return Exact.sum(notionalMinor, Exact.shareRoundedUp(notionalMinor, of.dearerFeePpm()));
    }

    /** What an order must hold that takes this liquidity at once, and no more. */
    static long taking(Instrument of, Side side, Liquidity liquidity, long lots) {
        if (side == Side.SELL) {
            return lots * of.lotMinor;
        }
        return liquidity.notionalMinor == Exact.OVERFLOW
                ? Exact.OVERFLOW
                : Exact.sum(liquidity.notionalMinor, Exact.shareRoundedUp(liquidity.notionalMinor, of.takerFeePpm));
    }
}
