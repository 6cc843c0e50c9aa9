package io.pharos.platform.market.fold;

import io.pharos.protocol.Side;

/**
 * One trade as everybody sees it.
 *
 * @param takerSide which side came to the other
 */
public record TapeTrade(
        long tradeId, long sequence, long timeNanos, long priceTicks, long quantityLots, Side takerSide) {}
