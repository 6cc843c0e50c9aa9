package io.pharos.platform.trading.projection;

import io.pharos.protocol.Side;

/**
 * One side of a trade.
 *
 * @param status BOOKED, or CORRECTED or BUSTED by the venue
 * @param executionId twice the trade's id, plus 1 for the taker
 */
public record ExecutionRow(
        long executionId,
        long tradeId,
        long orderId,
        long accountId,
        int instrumentId,
        Side side,
        long priceTicks,
        long quantityLots,
        long notionalMinor,
        long feeMinor,
        long taxMinor,
        boolean taker,
        long atNanos,
        long sequence,
        String status) {}
