package io.pharos.platform.sandbox.venue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An order at the sandbox venue, open or over. Guarded by its venue. */
final class RestingVenueOrder {
    /** The last name of the order that the venue accepted (FIX 11). */
    String clOrdId;

    final String venueOrderId;
    final String symbol;
    final boolean buy;
    final char timeInForce;
    long quantity;
    BigDecimal price;
    long filled;

    /** FIX 39. */
    char status;

    @Nullable
    String lastExecId;

    long lastQuantity;
    BigDecimal lastPrice = BigDecimal.ZERO;

    RestingVenueOrder(
            String clOrdId,
            String venueOrderId,
            String symbol,
            boolean buy,
            char timeInForce,
            long quantity,
            BigDecimal price,
            char status) {
        this.clOrdId = clOrdId;
        this.venueOrderId = venueOrderId;
        this.symbol = symbol;
        this.buy = buy;
        this.timeInForce = timeInForce;
        this.quantity = quantity;
        this.price = price;
        this.status = status;
    }

    boolean isOpen() {
        return status == '0' || status == '1';
    }

    long open() {
        return quantity - filled;
    }
}
