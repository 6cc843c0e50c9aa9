package io.pharos.platform.trading.entry;

import org.jspecify.annotations.Nullable;

/**
 * A new order as a customer writes it.
 *
 * @param side BUY or SELL
 * @param type LIMIT or MARKET
 * @param timeInForce GTC, IOC or FOK; absent: GTC for a limit order, IOC for a market order
 * @param price decimal text; for a market order the protection price, or absent
 * @param quantity decimal text
 * @param clientOrderId unique in the account, 1 to 64 visible ASCII characters; absent: none
 */
public record PlaceForm(
        @Nullable String symbol,
        @Nullable String side,
        @Nullable String type,
        @Nullable String timeInForce,
        @Nullable Boolean postOnly,
        @Nullable String price,
        @Nullable String quantity,
        @Nullable String clientOrderId) {}
